import type { DocumentAnswer } from '../../domain/documents/read-documents.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { Frame } from '../frame.ts'

interface DocumentsContent {
  readonly frame: Frame
  readonly documents: readonly DocumentAnswer[]
}

/** What was found of each paper, the ones with something against them first. */
export function DocumentAnswers({ frame, documents }: DocumentsContent) {
  const { say } = frame
  if (documents.length === 0) return null
  const ordered = documents.toSorted((a, b) => weightOf(a) - weightOf(b))
  return (
    <section aria-labelledby="surat">
      <h2 id="surat">{say('Surat demi surat', 'Paper by paper')}</h2>
      <ul class="papers">
        {ordered.map((document) => (
          <li class={document.problems.length > 0 ? 'paper is-wanting' : 'paper'}>
            <strong>{capitalised(frame.pick(VOCABULARY.document_type[document.type]))}</strong>
            {document.requirement !== null &&
              ` (${frame.pick(VOCABULARY.requirement[document.requirement])})`}
            : {findingOf(frame, document)}
          </li>
        ))}
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

function weightOf({ problems, requirement }: DocumentAnswer): number {
  return (problems.length > 0 ? 0 : 2) + (requirement === 'required' ? 0 : 1)
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
