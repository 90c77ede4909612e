import type { LookedAtCheck } from '../../actions/look-at-check.ts'
import type { CheckAnswer } from '../../domain/answer-check.ts'
import { printedCheckCode } from '../../domain/check-code.ts'
import { standsAsGiven } from '../../domain/check-standing.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import { AgencyCard, NextSteps, NotChecked } from '../answer-page.tsx'
import { CandidateList } from '../candidate-list.tsx'
import { FindingList } from '../finding-list.tsx'
import type { Frame } from '../frame.ts'
import { Page } from '../page.tsx'
import { PrintButton } from '../print-button.tsx'
import { ReceiptCode } from '../receipt-page.tsx'
import { Shape } from '../shape.tsx'
import { verdictInWords } from '../verdict-words.ts'
import { AskedInFull } from './asked-in-full.tsx'
import { DocumentAnswers } from './document-answers.tsx'
import { OfficeList } from './office-list.tsx'

interface FullAnswerContent {
  readonly frame: Frame
  readonly code: string
  readonly looked: LookedAtCheck
  readonly receipt: string
  /** The receipt as a QR code, SVG made by us. */
  readonly qr: string
}

/**
 * The answer to a full check: as it was given while nothing that weighs has changed, otherwise as it
 * is now, with what it was.
 */
export function FullAnswerPage({ frame, code, looked, receipt, qr }: FullAnswerContent) {
  const { say } = frame
  const { kept, now } = looked
  const isAsGiven = standsAsGiven(kept.answer, now.answer)
  const answer = isAsGiven ? kept.answer : now.answer
  const { verdict, covers } = answer
  const word = verdictInWords(frame, verdict, covers)
  const { recruiter, on } = kept.question
  const asked = {
    ...(recruiter?.name !== undefined && { name: recruiter.name }),
    ...(recruiter?.licence !== undefined && { licence: recruiter.licence }),
    ...(recruiter?.phone !== undefined && { phone: recruiter.phone.asWritten }),
    on,
  }
  return (
    <Page frame={frame} title={word} demonstration={answer.demonstration} keeps="check">
      <article class="answer full">
        <div class={`verdict is-${verdict}`}>
          <Shape of={verdict} />
          <div>
            <p class="about">{say('Tentang semua yang diperiksa', 'About all that was checked')}</p>
            <h1>{word}</h1>
          </div>
        </div>
        <p class="headline">{frame.pick(answer.headline)}</p>
        {!isAsGiven && <Turned frame={frame} looked={looked} />}
        {answer.agency && <AgencyCard frame={frame} agency={answer.agency} on={on} />}
        <CandidateList frame={frame} candidates={answer.candidates} asked={asked} />
        <NextSteps frame={frame} steps={answer.nextSteps} />
        <OfficeList frame={frame} offices={answer.offices} />
        <FindingList frame={frame} findings={answer.findings} />
        <DocumentAnswers frame={frame} documents={answer.documents} />
        <Claims frame={frame} answer={answer} />
        <NotChecked frame={frame} claims={answer.notCovered} />
        <AskedInFull frame={frame} looked={looked} />
        <ReceiptCode frame={frame} code={code} receipt={receipt} qr={qr}>
          <a class="tap" href={frame.href(`/tanda-terima/${printedCheckCode(code)}`)}>
            {say('Tanda terima satu halaman', 'Receipt on one page')}
          </a>
        </ReceiptCode>
        <PrintButton frame={frame} />
      </article>
    </Page>
  )
}

/** What the answer was, and what turned it. */
function Turned({ frame, looked: { kept, turns } }: Pick<FullAnswerContent, 'frame' | 'looked'>) {
  const { say } = frame
  const { answer, checkedAt } = kept
  return (
    <section class="typed-before" aria-labelledby="berubah">
      <h2 id="berubah">{say('Jawaban ini sudah berubah', 'This answer has changed')}</h2>
      <p>
        {say('Jawaban pada', 'The answer on')} {frame.instant(checkedAt)}:{' '}
        <strong>{verdictInWords(frame, answer.verdict, answer.covers)}</strong>.{' '}
        {frame.pick(answer.headline)}
      </p>
      {turns.length > 0 && (
        <ul>
          {turns.map(({ from, to, on, entry }) => (
            <li>
              {frame.day(on)}: {frame.pick(VOCABULARY.verdict[from])} →{' '}
              {frame.pick(VOCABULARY.verdict[to])}
              {entry !== null && ` (${say('catatan nomor', 'registry entry')} ${entry})`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Claims({ frame, answer }: { frame: Frame; answer: CheckAnswer }) {
  const { say } = frame
  const checked = answer.claims.filter(({ outcome }) => outcome !== 'not_checked')
  if (checked.length === 0) return null
  return (
    <section class="parts" aria-labelledby="bagian">
      <h2 id="bagian">{say('Bagian yang diperiksa', 'Parts that were checked')}</h2>
      <dl>
        {checked.map(({ claim, outcome }) => (
          <>
            <dt>{frame.pick(VOCABULARY.claim[claim])}</dt>
            <dd>{frame.pick(VOCABULARY.outcome[outcome])}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}
