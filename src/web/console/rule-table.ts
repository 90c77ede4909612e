import type { Bilingual } from '../../domain/bilingual.ts'
import type { PublicRows } from '../../register/rule-register.ts'
import type { Column } from './arrange-rows.ts'
import type { RowContext } from './rule-columns.ts'

type RowOf<Name extends keyof PublicRows> = ReturnType<PublicRows[Name]>[number]

/** One table of dated rows as the console shows it. */
export interface RuleTable<Name extends keyof PublicRows = keyof PublicRows> {
  /** The last part of its address. */
  readonly slug: string
  readonly title: Bilingual
  readonly rows: Name
  /** Its own columns; those of every dated row follow. */
  columns(context: RowContext): readonly Column<RowOf<Name>>[]
}
