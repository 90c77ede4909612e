import { ListFileRefused } from './list-file-refused.ts'

/** One row of a file before anyone knows what its columns mean. */
export type FileRow = {
  /** 1-based line of the text, or row of the sheet. */
  line: number
  cells: string[]
  /** Indexes of cells that a spreadsheet stored as a number. */
  numeric: readonly number[]
}

export type ListFileLimits = {
  fileBytes: number
  /** What a workbook may unpack to: its sheet, and its table of strings. */
  unpackedBytes: number
  rows: number
  columns: number
  cellCharacters: number
}

export const LIST_FILE_LIMITS: ListFileLimits = {
  fileBytes: 256 * 1024 * 1024,
  unpackedBytes: 512 * 1024 * 1024,
  rows: 1_000_000,
  columns: 200,
  cellCharacters: 10_000,
}

/** The rows as they come, each within the limits; empty rows are left out. */
export async function* withinLimits(
  rows: AsyncIterable<FileRow>,
  limits: ListFileLimits,
): AsyncGenerator<FileRow> {
  let count = 0
  for await (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    count += 1
    if (count > limits.rows) {
      throw new ListFileRefused('too_many_rows', `more than ${limits.rows} rows.`, row.line)
    }
    if (row.cells.length > limits.columns) {
      const found = `${row.cells.length} columns, more than ${limits.columns}.`
      throw new ListFileRefused('too_many_columns', found, row.line)
    }
    const long = row.cells.find((cell) => cell.length > limits.cellCharacters)
    if (long !== undefined) throw cellTooLong(limits, row.line)
    if (row.cells.some((cell) => cell.includes('\0'))) {
      throw new ListFileRefused('holds_nul', 'a cell holds a NUL character.', row.line)
    }
    yield row
  }
}

export function cellTooLong(limits: ListFileLimits, line: number): ListFileRefused {
  const said = `a cell is longer than ${limits.cellCharacters} characters; a quotation mark may be missing.`
  return new ListFileRefused('cell_too_long', said, line)
}
