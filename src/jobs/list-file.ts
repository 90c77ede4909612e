import { open } from 'node:fs/promises'
import {
  type ColumnPositions,
  LIST_COLUMNS,
  type ListCells,
  type ListColumn,
  readHeader,
} from '../domain/listing/list-column.ts'
import { csvRows, type Delimiter, sampleOfCsv } from './csv-rows.ts'
import { type FileRow, LIST_FILE_LIMITS, type ListFileLimits, withinLimits } from './file-rows.ts'
import { ListFileRefused } from './list-file-refused.ts'
import { type DetectedEncoding, detectEncoding } from './text-encoding.ts'
import { openWorkbook } from './xlsx-rows.ts'

// Lists of offices begin with a title, a date and a blank line more often than not.
const ROWS_SEARCHED_FOR_HEADER = 20

export type ListFileOptions = {
  /** Headings chosen by hand for columns, before those that are known. */
  columns?: Partial<Record<ListColumn, string>>
  /** Name of the sheet of a workbook; its first visible one unless told. */
  sheet?: string
  limits?: Partial<ListFileLimits>
}

export type ListFile = {
  format: 'csv' | 'xlsx'
  encoding: DetectedEncoding | undefined
  delimiter: Delimiter | undefined
  /** The sheet read, and the visible sheets that are left out. */
  sheet: string | undefined
  otherSheets: string[]
  headerLine: number
  headings: string[]
  /** The heading that serves each column found. */
  columns: Partial<Record<ListColumn, string>>
  /** Headings that serve no column: their cells are not read. */
  unused: string[]
  /** The rows under the header, once each, in the file's order. Reading may end in a `ListFileRefused`. */
  rows: () => AsyncGenerator<{ line: number; cells: ListCells }>
}

/**
 * Opens a list by what is in the file, whatever its name says: CSV (UTF-8, UTF-16 with its mark,
 * else Windows-1252) or a workbook. Throws a `ListFileRefused` for a file that is no such list.
 */
export async function openListFile(path: string, options: ListFileOptions = {}): Promise<ListFile> {
  const limits = { ...LIST_FILE_LIMITS, ...options.limits }
  const head = await readHead(path, limits)
  const other = KINDS_TOLD_APART.find(({ is }) => is(head))
  if (other !== undefined) throw new ListFileRefused('not_a_list', other.says)

  if (head.subarray(0, 4).equals(ZIP)) {
    const workbook = await openWorkbook(path, limits, options.sheet)
    const rows = () => withinLimits(workbook.rows(), limits)
    const header = await findHeader(await firstRows(rows()), options.columns)
    const { sheet, otherSheets } = workbook
    const source = { format: 'xlsx', encoding: undefined, delimiter: undefined } as const
    return {
      ...source,
      sheet,
      otherSheets,
      ...described(header),
      rows: () => below(header, rows(), true),
    }
  }

  const encoding = await detectEncoding(path, head)
  const samples = await sampleOfCsv(path, encoding.encoding)
  const delimiter = likeliest(samples, options.columns)
  const rows = () => withinLimits(csvRows(path, encoding.encoding, delimiter, limits), limits)
  const header = await findHeader(await firstRows(rows()), options.columns)
  const source = { format: 'csv', encoding, delimiter, sheet: undefined, otherSheets: [] } as const
  return {
    ...source,
    otherSheets: [],
    ...described(header),
    rows: () => below(header, rows(), false),
  }
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')

const KINDS_TOLD_APART: { is: (head: Buffer) => boolean; says: string }[] = [
  {
    is: (head) => head.subarray(0, 4).toString('hex') === 'd0cf11e0',
    says: 'The file is an old Excel workbook (.xls) or one with a password: save it as .xlsx or CSV.',
  },
  {
    is: (head) => head.subarray(0, 5).toString('latin1') === '%PDF-',
    says: 'The file is a PDF: a list is read from CSV or XLSX.',
  },
  {
    is: (head) =>
      /^\s*<(?:!doctype|html|table|\?xml)/i.test(
        head.toString('latin1').replace(/^\xEF\xBB\xBF/, ''),
      ),
    says: 'The file is a web page or XML, whatever its name says: save it as .xlsx or CSV.',
  },
  {
    is: (head) => head[0] === 0x1f && head[1] === 0x8b,
    says: 'The file is compressed (gzip): unpack it first.',
  },
]

async function readHead(path: string, limits: ListFileLimits): Promise<Buffer> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new ListFileRefused('not_found', `The file cannot be opened (${error.code}).`)
  })
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw new ListFileRefused('not_found', 'This is not a file.')
    if (stat.size === 0) throw new ListFileRefused('empty', 'The file is empty.')
    if (stat.size > limits.fileBytes) {
      const most = Math.floor(limits.fileBytes / 1024 / 1024)
      throw new ListFileRefused('too_large', `The file is larger than ${most} MB.`)
    }
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function firstRows(rows: AsyncGenerator<FileRow>): Promise<FileRow[]> {
  const first: FileRow[] = []
  for await (const row of rows) {
    first.push(row)
    if (first.length === ROWS_SEARCHED_FOR_HEADER) break
  }
  return first
}

type Header = { line: number; headings: string[]; positions: ColumnPositions; unused: string[] }

/** The first row that names a column for the agency's name, and one more if any row does. */
async function findHeader(
  first: readonly FileRow[],
  chosen: ListFileOptions['columns'],
): Promise<Header> {
  const widest = first.reduce(
    (most, row) => (row.cells.length > most.length ? row.cells : most),
    [] as string[],
  )
  if (first.length === 0) throw new ListFileRefused('empty', 'The file holds no row.')
  const headers = first.flatMap(({ line, cells }) => {
    const header = readHeader(cells, chosen)
    return header.found ? [{ line, headings: cells, ...header }] : []
  })
  const best =
    headers.find(({ positions }) => Object.keys(positions).length > 1) ??
    headers.find(({ headings }) => headings.length === 1)
  if (best !== undefined) return best
  throw noHeader(
    widest.length > 1 ? (first.find(({ cells }) => cells.length > 1) ?? first[0]) : first[0],
    chosen,
  )
}

function noHeader(row: FileRow | undefined, chosen: ListFileOptions['columns']): ListFileRefused {
  const headings = row?.cells ?? []
  const found = headings.map((heading) => `"${heading.trim().slice(0, 60)}"`).join(', ')
  const header = readHeader(headings, chosen)
  if (!header.found && header.reason !== 'no_name_column') {
    const said =
      header.reason === 'no_such_heading'
        ? `no column is called "${header.wanted}"`
        : `two columns are called "${header.wanted}"`
    const told = `${said}; the columns are: ${found}.`
    return new ListFileRefused('no_such_column', told, row?.line, headings)
  }
  const said = `no column for the agency's name was recognised; the columns are: ${found}.`
  return new ListFileRefused('no_header', said, row?.line, headings)
}

function likeliest(
  samples: { delimiter: Delimiter; rows: string[][] }[],
  chosen: ListFileOptions['columns'],
): Delimiter {
  const scored = samples.map(({ delimiter, rows }) => {
    const columns = rows.map((cells) => {
      const header = readHeader(cells, chosen)
      return header.found ? Object.keys(header.positions).length : 0
    })
    const divided = rows.filter((cells) => cells.length > 1 && cells.length === rows.at(-1)?.length)
    return { delimiter, columns: Math.max(0, ...columns), divided: divided.length }
  })
  const [best] = scored.sort((a, b) => b.columns - a.columns || b.divided - a.divided)
  return best?.delimiter ?? ','
}

function described({ line, headings, positions, unused }: Header) {
  const columns: ListFile['columns'] = {}
  for (const column of LIST_COLUMNS) {
    const at = positions[column]
    if (at !== undefined) columns[column] = headings[at] ?? ''
  }
  return { headerLine: line, headings, columns, unused }
}

async function* below(
  { line: headerLine, headings, positions }: Header,
  rows: AsyncGenerator<FileRow>,
  // A sheet does not store the empty cells at the end of a row.
  mayLeaveOutLastCells: boolean,
): AsyncGenerator<{ line: number; cells: ListCells }> {
  const mapped = LIST_COLUMNS.flatMap((column) => {
    const at = positions[column]
    return at === undefined ? [] : [{ column, at }]
  })
  const columnCount = headings.length
  for await (const { line, cells, numeric } of rows) {
    if (line <= headerLine) continue
    const values: ListCells['values'] = {}
    for (const { column, at } of mapped) {
      const cell = cells[at]
      if (cell !== undefined && cell !== '') values[column] = cell
    }
    const storedAsNumber = mapped
      .filter(({ at }) => numeric.includes(at))
      .map(({ column }) => column)
    const width = widthOf(cells, columnCount)
    const cellCount = mayLeaveOutLastCells ? Math.max(width, columnCount) : width
    yield { line, cells: { values, storedAsNumber, cellCount, columnCount } }
  }
}

/** Empty cells past the header's last column are a spreadsheet's habit, not a shift. */
function widthOf(cells: readonly string[], columnCount: number): number {
  const lastFilled = cells.findLastIndex((cell) => cell.trim() !== '')
  return Math.max(lastFilled + 1, Math.min(cells.length, columnCount))
}
