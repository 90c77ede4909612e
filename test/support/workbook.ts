import { crc32, deflateRawSync } from 'node:zlib'

export type WorkbookCell = string | number | { day: number } | null

/** A ZIP archive of the given parts; `declared` lies about a part's size, as a hostile file does. */
export function zip(
  parts: Record<string, string | Buffer>,
  declared: Record<string, number> = {},
): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const size = declared[name] ?? bytes.length
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name)])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, Buffer.from(name))
    files.push(local, packed)
    offset += local.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, central, end])
}

/** The parts of a workbook with one sheet of each name; texts stand in the table of strings. */
export function workbookParts(
  sheets: Record<string, WorkbookCell[][]>,
  { hidden = [] as string[], startsIn1904 = false } = {},
): Record<string, string> {
  const strings = new Map<string, number>()
  const bodies = Object.values(sheets).map((rows) => sheetXml(rows, strings))
  const names = Object.keys(sheets)
  const sheetTags = names.map((name, i) => {
    const state = hidden.includes(name) ? ' state="hidden"' : ''
    return `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`
  })
  const relations = names.map(
    (_name, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  const table = [...strings.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`)
  return {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${startsIn1904 ? 1 : 0}"/><sheets>${sheetTags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${table.join('')}</sst>`,
    ...Object.fromEntries(bodies.map((body, i) => [`xl/worksheets/sheet${i + 1}.xml`, body])),
  }
}

export function workbook(
  sheets: Record<string, WorkbookCell[][]>,
  options: Parameters<typeof workbookParts>[1] = {},
): Buffer {
  return zip(workbookParts(sheets, options))
}

function sheetXml(rows: WorkbookCell[][], strings: Map<string, number>): string {
  const body = rows.map((cells, r) => {
    const tags = cells.map((cell, c) => {
      const at = `${columnLetters(c)}${r + 1}`
      if (cell === null) return ''
      if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
      if (typeof cell === 'object') return `<c r="${at}" s="1"><v>${cell.day}</v></c>`
      if (!strings.has(cell)) strings.set(cell, strings.size)
      return `<c r="${at}" t="s"><v>${strings.get(cell)}</v></c>`
    })
    return `<row r="${r + 1}">${tags.join('')}</row>`
  })
  return `<worksheet><sheetData>${body.join('')}</sheetData></worksheet>`
}

function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
