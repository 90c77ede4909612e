import type { FileRow, ListFileLimits } from './file-rows.ts'
import { ListFileRefused } from './list-file-refused.ts'
import { type CellValues, SheetReader, withoutEscapes } from './sheet-reader.ts'
import { isDayFormat } from './spreadsheet-day.ts'
import { WorkbookParts } from './workbook-parts.ts'

const MEGABYTE = 1024 * 1024
// The parts that name the sheets and the formats are small in every honest workbook.
const SMALL_PART_BYTES = 16 * MEGABYTE
const STRINGS_BYTES = 192 * MEGABYTE

export type Workbook = { sheet: string; otherSheets: string[]; rows: () => AsyncGenerator<FileRow> }

/** Opens a sheet of an .xlsx workbook. Its rows stream; only its table of strings is held. */
export async function openWorkbook(
  path: string,
  limits: ListFileLimits,
  wanted?: string,
): Promise<Workbook> {
  const parts = await WorkbookParts.open(path, limits.unpackedBytes)
  try {
    const part = parts.names.find((name) => /(?:^|\/)workbook\.xml$/.test(name))
    if (part === undefined) {
      throw new ListFileRefused('not_a_list', 'The file is a ZIP archive but no .xlsx workbook.')
    }
    const folder = part.slice(0, part.lastIndexOf('/') + 1)
    const { sheets, startsIn1904 } = await readSheets(parts, part)
    const visible = sheets.filter(({ hidden }) => !hidden)
    const sheet = wanted === undefined ? visible[0] : sheets.find(({ name }) => name === wanted)
    if (sheet === undefined) throw noSheet(wanted, sheets)

    const relations = await readRelations(parts, folder)
    const sheetPart = relations.get(sheet.relation) ?? ''
    const values: CellValues = {
      strings: await readStrings(parts, `${folder}sharedStrings.xml`, limits),
      dayStyles: await readDayStyles(parts, `${folder}styles.xml`),
      startsIn1904,
    }
    return {
      sheet: sheet.name,
      otherSheets: visible.filter((each) => each !== sheet).map(({ name }) => name),
      rows: () => sheetRows(path, sheetPart, values, limits),
    }
  } finally {
    parts.close()
  }
}

async function* sheetRows(
  path: string,
  sheetPart: string,
  values: CellValues,
  limits: ListFileLimits,
): AsyncGenerator<FileRow> {
  const parts = await WorkbookParts.open(path, limits.unpackedBytes)
  try {
    const sheet = new SheetReader(values, limits)
    for await (const _piece of parts.parsePieces(sheetPart, limits.unpackedBytes, sheet.xml)) {
      yield* sheet.takeRows()
    }
  } finally {
    parts.close()
  }
}

type Sheet = { name: string; relation: string; hidden: boolean }

async function readSheets(parts: WorkbookParts, part: string) {
  const sheets: Sheet[] = []
  let startsIn1904 = false
  await parts.parse(part, SMALL_PART_BYTES, {
    opened: (tag, attributes) => {
      if (tag === 'workbookPr') startsIn1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '')
      if (tag !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? ''
      const hidden = /hidden/i.test(attributes.state ?? '')
      sheets.push({ name: attributes.name ?? '', relation, hidden })
    },
  })
  return { sheets, startsIn1904 }
}

async function readRelations(parts: WorkbookParts, folder: string): Promise<Map<string, string>> {
  const relations = new Map<string, string>()
  await parts.parse(`${folder}_rels/workbook.xml.rels`, SMALL_PART_BYTES, {
    opened: (tag, { Id: id, Target: target }) => {
      if (tag !== 'Relationship' || id === undefined || target === undefined) return
      relations.set(id, target.startsWith('/') ? target.slice(1) : `${folder}${target}`)
    },
  })
  return relations
}

async function readStrings(
  parts: WorkbookParts,
  part: string,
  { cellCharacters }: ListFileLimits,
): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let isText = false
  // Phonetic guides repeat the text in another script.
  let inGuide = false
  await parts.parse(part, STRINGS_BYTES, {
    opened: (tag) => {
      if (tag === 'si') current = ''
      else if (tag === 'rPh') inGuide = true
      else if (tag === 't') isText = !inGuide
    },
    text: (text) => {
      // One character past the limit is kept, so that the row that uses it is refused by its line.
      if (isText) current = (current + text).slice(0, cellCharacters + 1)
    },
    closed: (tag) => {
      if (tag === 't') isText = false
      else if (tag === 'rPh') inGuide = false
      else if (tag === 'si') strings.push(withoutEscapes(current))
    },
  })
  return strings
}

async function readDayStyles(parts: WorkbookParts, part: string): Promise<Set<number>> {
  const codes = new Map<string, string>()
  const dayStyles = new Set<number>()
  let inCellFormats = false
  let index = 0
  await parts.parse(part, SMALL_PART_BYTES, {
    opened: (tag, { numFmtId = '0', formatCode = '' }) => {
      if (tag === 'numFmt') codes.set(numFmtId, formatCode)
      else if (tag === 'cellXfs') inCellFormats = true
      if (tag !== 'xf' || !inCellFormats) return
      if (isDayFormat(Number(numFmtId), codes.get(numFmtId))) dayStyles.add(index)
      index += 1
    },
    closed: (tag) => {
      if (tag === 'cellXfs') inCellFormats = false
    },
  })
  return dayStyles
}

function noSheet(wanted: string | undefined, sheets: readonly Sheet[]): ListFileRefused {
  const names = sheets.map(({ name }) => `"${name}"`).join(', ')
  const said =
    wanted === undefined ? 'The workbook has no visible sheet' : `No sheet is called "${wanted}"`
  return new ListFileRefused('no_header', `${said}; its sheets are: ${names}.`)
}
