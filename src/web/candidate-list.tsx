import type { Candidate } from '../domain/answer-match.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import type { AskedQuestion } from './asked-question.ts'
import type { Frame } from './frame.ts'
import { isInForce } from './status-words.ts'
import { WordDrawing } from './word-drawing.tsx'

interface CandidatesContent {
  readonly frame: Frame
  readonly candidates: readonly Candidate[]
  readonly asked: AskedQuestion
}

/** The agencies that may be meant, each beside what was typed, with one tap to ask about it. */
export function CandidateList({ frame, candidates, asked }: CandidatesContent) {
  const { say } = frame
  if (candidates.length === 0) return null
  return (
    <section aria-labelledby="kandidat">
      <h2 id="kandidat">
        {candidates.length === 1
          ? say('Apakah ini yang dimaksud?', 'Is this the one?')
          : say('Yang mana yang dimaksud?', 'Which one is meant?')}
      </h2>
      <p>
        {say(
          'Bandingkan dengan kertasnya, huruf demi huruf. Mirip belum tentu sama.',
          'Compare with the paper, letter by letter. Similar is not the same.',
        )}
      </p>
      <ol class="candidates">
        {candidates.map((candidate) => (
          <CandidateItem frame={frame} candidate={candidate} asked={asked} />
        ))}
      </ol>
    </section>
  )
}

interface CandidateContent {
  readonly frame: Frame
  readonly candidate: Candidate
  readonly asked: AskedQuestion
}

function CandidateItem({ frame, candidate, asked }: CandidateContent) {
  const { say } = frame
  const { name, status, licenceNumber, outcome, compared, why } = candidate
  const isOtherName = compared !== null && compared.name.name !== name
  return (
    <li class="candidate">
      <h3>
        <a class="tap" href={frame.href(`/perusahaan/${candidate.id}`, { on: asked.on })}>
          {name}
        </a>
      </h3>
      <p class="facts">
        {why === 'phone'
          ? say('Nomor telepon itu tercatat untuknya.', 'That telephone is on record for it.')
          : why === 'number'
            ? say('Ditemukan dari nomornya.', 'Found by the number.')
            : frame.pick(VOCABULARY.match[outcome])}
        {/* Good news is told only by an answer, with its source. */}
        {!isInForce(status) && ` · ${frame.pick(VOCABULARY.status[status])}`}
        {licenceNumber !== null && ` · ${licenceNumber}`}
      </p>
      {isOtherName && (
        <p class="facts">
          {frame.pick(VOCABULARY.name_kind[compared.name.kind])}: {compared.name.name}
        </p>
      )}
      {compared !== null && <WordDrawing frame={frame} compared={compared} />}
      <a class="button" href={confirmation(frame, candidate, asked)}>
        {outcome === 'similar'
          ? say(`Periksa ${name} (bukan nama yang ditulis)`, `Check ${name} (not the name typed)`)
          : say(`Ya, sama: periksa ${name}`, `Yes, the same: check ${name}`)}
      </a>
    </li>
  )
}

/** Asks again with what identifies the candidate; what was typed goes along, to be compared. */
function confirmation(frame: Frame, candidate: Candidate, asked: AskedQuestion): string {
  const { licenceNumber, name } = candidate
  return frame.href('/periksa', {
    ...(licenceNumber === null ? { name } : { licence: licenceNumber }),
    phone: asked.phone,
    on: asked.on,
    typed: asked.name ?? asked.licence,
  })
}
