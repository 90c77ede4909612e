import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { cellTooLong, type FileRow, type ListFileLimits } from './file-rows.ts'
import { ListFileRefused } from './list-file-refused.ts'
import { decodeText, type TextEncoding } from './text-encoding.ts'

export const DELIMITERS = [',', ';', '\t'] as const

export type Delimiter = (typeof DELIMITERS)[number]

const SAMPLE_CHARACTERS = 64 * 1024
const SAMPLE_ROWS = 20
const NO_ROWS_LIMIT = {
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
}

/** Rows at the beginning, as each delimiter divides them. */
export async function sampleOfCsv(
  path: string,
  encoding: TextEncoding,
): Promise<{ delimiter: Delimiter; rows: string[][] }[]> {
  let sample = ''
  for await (const text of decodeText(path, encoding)) {
    sample += text
    if (sample.length >= SAMPLE_CHARACTERS) break
  }
  // Spreadsheets write `sep=;` as the first line to tell one another the delimiter.
  const told = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(sample)?.[1]
  return DELIMITERS.filter((delimiter) => told === undefined || delimiter === told).map(
    (delimiter) => ({ delimiter, rows: rowsOfSample(sample, delimiter) }),
  )
}

function rowsOfSample(sample: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = []
  try {
    parseAtOnce(sample, {
      ...NO_ROWS_LIMIT,
      delimiter,
      to: SAMPLE_ROWS,
      onRecord: (record: string[]) => {
        rows.push(record)
        return null
      },
    })
  } catch (error) {
    // The sample may end within quotes; the rows before that are enough.
    if (!(error instanceof CsvError)) throw error
  }
  return rows
}

export async function* csvRows(
  path: string,
  encoding: TextEncoding,
  delimiter: Delimiter,
  limits: ListFileLimits,
): AsyncGenerator<FileRow> {
  const parser = parse({
    ...NO_ROWS_LIMIT,
    delimiter,
    info: true,
    max_record_size: limits.cellCharacters * 8,
  })
  const source = Readable.from(decodeText(path, encoding))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)

  let nextLine = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      const breaksInside = record.reduce((sum, cell) => sum + countBreaks(cell), 0)
      const line = Math.max(nextLine, info.lines - breaksInside)
      nextLine = info.lines + 1
      yield { line, cells: record, numeric: [] }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw cellTooLong(limits, nextLine)
    const said =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark is opened here and never closed.'
        : 'the quotation marks of this row cannot be read.'
    throw new ListFileRefused('unreadable', said, nextLine)
  } finally {
    source.destroy()
  }
}

function countBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0
}
