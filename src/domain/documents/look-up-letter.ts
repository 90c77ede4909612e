import type { DocumentType } from '../placement/words.ts'
import type { IssuedDocument } from '../rule-tables/rows.ts'
import type { RuleTables } from '../rule-tables/rule-tables.ts'
import { regionKey } from './read-documents.ts'

export const LETTER_STATES = ['recorded', 'not_recorded', 'withdrawn'] as const
export type LetterState = (typeof LETTER_STATES)[number]

/** What stands on a letter in hand. */
export interface LetterInHand {
  readonly type: DocumentType
  readonly number: string
  readonly region: string
  /** Four digits: an office’s letter book begins anew every year. */
  readonly year: string
}

/** What the book of the office that a letter names says of it. */
export function lookUpLetter(
  tables: Pick<RuleTables, 'issuedDocuments'>,
  { type, number, region, year }: LetterInHand,
): { readonly state: LetterState; readonly letter: IssuedDocument | undefined } {
  const letter = tables
    .issuedDocuments(type, number)
    .find(
      (row) => regionKey(row.issuerRegion) === regionKey(region) && row.issuedOn.startsWith(year),
    )
  if (letter === undefined) return { state: 'not_recorded', letter }
  return { state: letter.withdrawnOn === null ? 'recorded' : 'withdrawn', letter }
}
