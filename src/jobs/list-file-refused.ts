export const LIST_FILE_REFUSALS = [
  'not_found',
  'empty',
  'too_large',
  'not_a_list',
  'holds_nul',
  'unreadable',
  'no_header',
  'no_such_column',
  'too_many_rows',
  'too_many_columns',
  'cell_too_long',
] as const

export type ListFileRefusal = (typeof LIST_FILE_REFUSALS)[number]

/** The file cannot be taken for a list. The message is one sentence for the person who gave it. */
export class ListFileRefused extends Error {
  override readonly name = 'ListFileRefused'
  readonly refusal: ListFileRefusal
  /** 1-based, where the fault stands at one line. */
  readonly line: number | undefined
  /** What the columns are called, where the fault is that none or another was looked for. */
  readonly headings: readonly string[]

  constructor(
    refusal: ListFileRefusal,
    message: string,
    line?: number,
    headings: readonly string[] = [],
  ) {
    super(line === undefined ? message : `Line ${line}: ${message}`)
    this.refusal = refusal
    this.line = line
    this.headings = headings
  }
}
