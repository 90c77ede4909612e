import type { DocumentAnswer } from '../../domain/documents/read-documents.ts'
import { REQUIREMENTS, type Requirement } from '../../domain/rule-tables/rows.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { Frame } from '../frame.ts'
import { capitalised } from '../sentence-case.ts'

interface DocumentsContent {
  readonly frame: Frame
  readonly documents: readonly DocumentAnswer[]
}

/** What was found of each paper that was told, and in one sentence which were not seen. */
export function DocumentAnswers({ frame, documents }: DocumentsContent) {
  const { say } = frame
  if (documents.length === 0) return null
  const unseen = documents.filter(isUnseen)
  const seen = documents.filter((document) => !isUnseen(document))
  const unseenOf = (requirement: Requirement | null) =>
    unseen
      .filter((document) => document.requirement === requirement)
      .map(({ type }) => frame.pick(VOCABULARY.document_type[type]))
      .join(', ')
  return (
    <section aria-labelledby="surat">
      <h2 id="surat">{say('Surat demi surat', 'Paper by paper')}</h2>
      <ul class="papers">
        {seen.map((document) => (
          <li class={document.problems.length > 0 ? 'paper is-wanting' : 'paper'}>
            <strong>{capitalised(frame.pick(VOCABULARY.document_type[document.type]))}</strong>
            {document.requirement !== null &&
              ` (${frame.pick(VOCABULARY.requirement[document.requirement])})`}
            : {findingOf(frame, document)}
          </li>
        ))}
        {([...REQUIREMENTS, null] as const).map((requirement) => {
          const names = unseenOf(requirement)
          return (
            names !== '' && (
              <li class={requirement === 'required' ? 'paper is-wanting' : 'paper'}>
                <strong>
                  {say('Belum terlihat', 'Not seen')}
                  {requirement !== null && `, ${frame.pick(VOCABULARY.requirement[requirement])}`}:
                </strong>{' '}
                {names}
              </li>
            )
          )
        })}
      </ul>
      <p class="hint">
        {say(
          'Asli atau tidaknya surat tidak terlihat dari sini. Tanyakan kepada kantor yang menerbitkan.',
          'Whether a paper is genuine cannot be seen from here. Ask the office that issued it.',
        )}
      </p>
    </section>
  )
}

function isUnseen({ problems }: DocumentAnswer): boolean {
  return problems.includes('missing')
}

function findingOf(frame: Frame, { problems, issuerBook, passportMonths }: DocumentAnswer): string {
  const { say } = frame
  const said = problems.map((problem) => frame.pick(VOCABULARY.document_problem[problem]))
  if (said.length === 0) said.push(say('tidak ada yang bertentangan', 'nothing contradicts it'))
  if (issuerBook === 'found') said.push(frame.pick(VOCABULARY.issuer_book.found))
  if (passportMonths !== null) {
    said.push(
      say(
        `harus berlaku ${passportMonths} bulan lagi saat berangkat`,
        `must be valid for ${passportMonths} more months on departure`,
      ),
    )
  }
  return said.join('; ')
}
