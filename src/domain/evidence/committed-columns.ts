import type { JsonValue } from '../canonical-json.ts'
import { numberKey } from '../rule-tables/rule-tables.ts'
import type { FactRow } from './log-entry.ts'

/** A text about a person: the log holds its salted hash, the table its text and salt. */
export interface CommittedColumn {
  readonly commitment: string
  readonly text: string
  readonly salt: string
  /** A column that follows from the text. */
  readonly key?: { readonly column: string; readonly of: (text: string) => string }
}

const COMMITTED: Readonly<Record<string, readonly CommittedColumn[]>> = {
  representatives: [{ commitment: 'name_commitment', text: 'name', salt: 'name_salt' }],
  issued_documents: [
    {
      commitment: 'number_commitment',
      text: 'number',
      salt: 'number_salt',
      key: { column: 'normalised', of: numberKey },
    },
    { commitment: 'holder_commitment', text: 'holder_hash', salt: 'holder_salt' },
  ],
}

export const committedColumnsOf = (kind: string): readonly CommittedColumn[] =>
  COMMITTED[kind] ?? []

/**
 * The columns of a fact whose texts about persons are lost: without salt, as an erasure leaves them.
 * A key must stay unique, so the entry's place stands in it.
 */
export function erasedColumns(
  kind: string,
  row: FactRow,
  idx: number,
): Record<string, JsonValue> | undefined {
  const committed = committedColumnsOf(kind)
  if (committed.length === 0) return undefined
  return Object.fromEntries(
    committed.flatMap(({ commitment, text, salt, key }) => {
      const erased = row[commitment] === null ? null : ''
      return [
        [text, erased],
        [salt, erased],
        ...(key === undefined ? [] : [[key.column, `?${idx}`]]),
      ]
    }),
  )
}
