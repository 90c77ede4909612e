import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListFileLimits } from '../../src/jobs/file-rows.ts'
import { type ListFileOptions, openListFile } from '../../src/jobs/list-file.ts'
import { type ListFileRefusal, ListFileRefused } from '../../src/jobs/list-file-refused.ts'
import { workbook, workbookParts, zip } from '../support/workbook.ts'

let folder: string
let files = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'list-file-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(content: string | Buffer, name = 'daftar.csv'): Promise<string> {
  files += 1
  const path = join(folder, `${files}-${name}`)
  await writeFile(path, content)
  return path
}

async function read(content: string | Buffer, options?: ListFileOptions, name?: string) {
  const file = await openListFile(await fileOf(content, name), options)
  const rows = []
  for await (const row of file.rows()) rows.push(row)
  return { file, rows, values: rows.map(({ cells }) => cells.values) }
}

async function refusal(content: string | Buffer, options?: ListFileOptions) {
  const error = await read(content, options).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ListFileRefused)
  return error as ListFileRefused
}

const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('a list in CSV', () => {
  const text = 'Nama,NIB\r\nPT CONTOH “Satu” É,8120001112223\r\n'
  const encodings: [string, Buffer, string][] = [
    ['utf-8', Buffer.from(text), 'plain'],
    ['utf-8-bom', Buffer.from(`\uFEFF${text}`), 'as spreadsheets save it'],
    ['utf-16le-bom', utf16(text), 'as spreadsheets save "Unicode text"'],
    ['utf-16be-bom', utf16(text, true), 'the other byte order'],
    [
      'windows-1252',
      Buffer.from('Nama,NIB\r\nPT CONTOH \x93Satu\x94 \xC9,8120001112223\r\n', 'latin1'),
      'as old Windows programs save it',
    ],
  ]

  test.each(encodings)('is read as %s', async (encoding, bytes, _reason) => {
    const { file, values } = await read(bytes)
    expect(file.encoding?.encoding).toBe(encoding)
    expect(values).toEqual([{ name: 'PT CONTOH “Satu” É', nib: '8120001112223' }])
  })

  test('names the first line that made Windows-1252 of it', async () => {
    const bytes = Buffer.from('Nama,NIB\nPT CONTOH,1\nPT CONTOH \xC9,2\n', 'latin1')
    expect((await read(bytes)).file.encoding).toEqual({
      encoding: 'windows-1252',
      notUtf8OnLine: 3,
      mixed: false,
    })
  })

  test('is known to mix encodings when other lines are UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Nama,NIB\nPT CONTOH É,1\n'),
      Buffer.from('PT CONTOH \xC9,2\n', 'latin1'),
    ])
    expect((await read(bytes)).file.encoding).toMatchObject({ notUtf8OnLine: 3, mixed: true })
  })

  test('keeps letters that fall on the border of two pieces of the file', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `PT CONTOH ÉÈÊ ${i},${i}`)
    const { values } = await read(`Nama,NIB\n${rows.join('\n')}\n`)
    expect(values).toHaveLength(30_000)
    expect(values.every(({ name }) => name?.startsWith('PT CONTOH ÉÈÊ '))).toBe(true)
  })

  const delimiters: [string, string, string][] = [
    [',', 'Nama,NIB,Alamat\nPT CONTOH,1,"Jl. A, B; C"\n', 'commas'],
    [
      ';',
      'Nama;NIB;Alamat\nPT CONTOH;1;Jl. A, B, C, D, E\n',
      'semicolons, and commas in the addresses',
    ],
    ['\t', 'Nama\tNIB\tAlamat\nPT CONTOH\t1\tJl. A, B; C\n', 'tabs'],
    [
      ';',
      'sep=;\r\nNama;NIB\r\nPT CONTOH;1\r\n',
      'the line by which spreadsheets tell one another',
    ],
    [';', 'DAFTAR P3MI, per 1 Mei, 2026\n\nNama;NIB\nPT CONTOH;1\n', 'a title with commas'],
    [',', 'Nama\nPT CONTOH\n', 'one column needs none'],
  ]

  test.each(delimiters)('is divided by %j', async (delimiter, content, _reason) => {
    const { file, values } = await read(content)
    expect(file.delimiter).toBe(delimiter)
    expect(values[0]?.name).toBe('PT CONTOH')
  })

  test('is found below its title, with the lines an editor shows', async () => {
    const content = 'DAFTAR P3MI\n\nNo,Nama,NIB\n1,PT CONTOH,1\n\n2,"PT\nMISAL",2\n3,PT LAIN,3\n'
    const { file, rows } = await read(content)
    expect(file.headerLine).toBe(3)
    expect(file.unused).toEqual(['No'])
    expect(rows.map(({ line }) => line)).toEqual([4, 6, 8])
  })

  test('tells rows that are shorter or longer than the header, and not for empty cells at the end', async () => {
    const { rows } = await read('Nama,NIB,Kota\nPT A,1\nPT B,1,C,D\nPT C,1,D,,\n')
    expect(rows.map(({ cells }) => [cells.cellCount, cells.columnCount])).toEqual([
      [2, 3],
      [4, 3],
      [3, 3],
    ])
  })

  test('is read with headings chosen by hand', async () => {
    const { file, values } = await read('Merek;SK\nPT CONTOH;1\n', {
      columns: { name: 'Merek', licence: 'SK' },
    })
    expect(file.columns).toEqual({ name: 'Merek', licence: 'SK' })
    expect(values).toEqual([{ name: 'PT CONTOH', licence: '1' }])
  })

  test('may hold quotation marks inside a name', async () => {
    const { values } = await read('Nama,NIB\nPT "CONTOH" SATU,1\n"PT ""MISAL""",2\n')
    expect(values.map(({ name }) => name)).toEqual(['PT "CONTOH" SATU', 'PT "MISAL"'])
  })

  test('may be read twice', async () => {
    const file = await openListFile(await fileOf('Nama,NIB\nPT CONTOH,1\n'))
    for (let time = 0; time < 2; time++) {
      const lines = []
      for await (const { line } of file.rows()) lines.push(line)
      expect(lines).toEqual([2])
    }
  })
})

describe('a list in a workbook', () => {
  const header = ['No', 'Nama Perusahaan', 'NIB', 'Berlaku sampai']

  test('is read by its content, whatever the name of the file', async () => {
    const bytes = workbook({
      'Daftar P3MI': [header, [1, 'PT CONTOH & ANAK', '8120001112223', { day: 47483 }]],
    })
    const { file, rows, values } = await read(bytes, {}, 'daftar.csv')
    expect(file).toMatchObject({ format: 'xlsx', sheet: 'Daftar P3MI', encoding: undefined })
    expect(rows[0]?.line).toBe(2)
    expect(values).toEqual([
      { name: 'PT CONTOH & ANAK', nib: '8120001112223', validUntil: '2029-12-31' },
    ])
  })

  test('tells which cells were stored as numbers', async () => {
    const bytes = workbook({ A: [header, [1, 'PT CONTOH', 8120001112223, null]] })
    const { rows } = await read(bytes)
    expect(rows[0]?.cells.values.nib).toBe('8120001112223')
    expect(rows[0]?.cells.storedAsNumber).toEqual(['nib'])
    expect(rows[0]?.cells.cellCount).toBe(4)
  })

  test('has a 17-digit number stored as a quantity written out, not as a power', async () => {
    const parts = workbookParts({ A: [header, [1, 'PT CONTOH', 1, null]] })
    const part = 'xl/worksheets/sheet1.xml'
    parts[part] = (parts[part] ?? '').replace(
      '<v>1</v></c></row></sheetData>',
      '<v>8.1200011122230000E+16</v></c></row></sheetData>',
    )
    expect((await read(zip(parts))).values[0]?.nib).toBe('81200011122230000')
  })

  test('counts days from 1904 where the workbook says so', async () => {
    const bytes = workbook(
      { A: [header, [1, 'PT CONTOH', '1', { day: 46021 }]] },
      { startsIn1904: true },
    )
    expect((await read(bytes)).values[0]?.validUntil).toBe('2029-12-31')
  })

  test('is the first visible sheet, or the one asked for', async () => {
    const rows = (name: string) => [header, [1, name, '1', null]]
    const bytes = workbook(
      { Lama: rows('PT LAMA'), Kini: rows('PT KINI'), Lain: rows('PT LAIN') },
      { hidden: ['Lama'] },
    )
    const first = await read(bytes)
    expect(first.file).toMatchObject({ sheet: 'Kini', otherSheets: ['Lain'] })
    expect(first.values[0]?.name).toBe('PT KINI')
    expect((await read(bytes, { sheet: 'Lain' })).values[0]?.name).toBe('PT LAIN')
    expect((await refusal(bytes, { sheet: 'Tiada' })).message).toContain('"Lama", "Kini", "Lain"')
  })

  test('may hold its texts in the cells, in runs, and without references', async () => {
    const parts = workbookParts({ A: [] })
    parts['xl/worksheets/sheet1.xml'] =
      '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Nama</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>NIB</x:t></x:is></x:c></x:row>' +
      '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>PT </x:t></x:r><x:r><x:t>CONTOH</x:t></x:r></x:is></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const { rows } = await read(zip(parts))
    expect(rows).toMatchObject([{ line: 2, cells: { values: { name: 'PT CONTOH' } } }])
  })
})

describe('a file that is no list', () => {
  const csv = 'Nama,NIB\nPT CONTOH,1\n'
  const small: Partial<ListFileLimits> = { rows: 3, columns: 4, cellCharacters: 50 }
  const sheet = {
    A: [
      ['Nama', 'NIB'],
      ['PT CONTOH', '1'],
    ] as string[][],
  }
  const part = 'xl/worksheets/sheet1.xml'
  const replaced = (name: string, content: string) =>
    zip({ ...workbookParts(sheet), [name]: content })

  const cases: [ListFileRefusal, number | undefined, string | Buffer, ListFileOptions, string][] = [
    ['empty', undefined, '', {}, 'no byte'],
    ['empty', undefined, '\n\n  \n', {}, 'only blank lines'],
    ['no_header', 1, 'a,b\n1,2\n', {}, 'no column for the name'],
    ['no_such_column', 1, csv, { columns: { licence: 'SK' } }, 'a heading that is not there'],
    ['no_such_column', 1, 'SK,Nama,SK\n1,2,3\n', { columns: { licence: 'SK' } }, 'a heading twice'],
    ['holds_nul', 2, 'Nama,NIB\nPT CON\0TOH,1\n', {}, 'a NUL'],
    ['holds_nul', 1, Buffer.from(csv, 'utf16le'), {}, 'UTF-16 without its mark'],
    [
      'unreadable',
      undefined,
      Buffer.concat([utf16(csv), Buffer.from([0x00, 0xd8, 0x41, 0x00])]),
      {},
      'half a letter',
    ],
    ['unreadable', 2, 'Nama,NIB\n"PT CONTOH,1\nPT LAIN,2\n', {}, 'a quotation mark never closed'],
    ['cell_too_long', 3, `${csv}${'X'.repeat(51)},2\n`, { limits: small }, 'a cell past the limit'],
    [
      'cell_too_long',
      3,
      `${csv}"${'X,'.repeat(60_000)}`,
      {},
      'a quotation mark that swallows the rest',
    ],
    ['cell_too_long', 2, `Nama,NIB\n${'X'.repeat(20 * 1024 * 1024)},1\n`, {}, 'one cell of 20 MB'],
    ['too_many_rows', 4, `${csv}PT A,1\nPT B,2\n`, { limits: small }, 'a row past the limit'],
    ['too_many_columns', 3, `${csv}a,b,c,d,e\n`, { limits: small }, 'columns past the limit'],
    ['too_large', undefined, csv, { limits: { fileBytes: 10 } }, 'bytes past the limit'],
    ['not_a_list', undefined, Buffer.from('d0cf11e0a1b11ae1', 'hex'), {}, 'an old workbook'],
    ['not_a_list', undefined, '%PDF-1.7\n', {}, 'a PDF'],
    ['not_a_list', undefined, '<html><table></table></html>', {}, 'a page named .xls'],
    ['not_a_list', undefined, Buffer.from([0x1f, 0x8b, 8]), {}, 'packed by gzip'],
    ['not_a_list', undefined, zip({ 'word/document.xml': '<w/>' }), {}, 'another kind of archive'],
    ['unreadable', undefined, workbook(sheet).subarray(0, 300), {}, 'half a workbook'],
    [
      'unreadable',
      undefined,
      replaced(part, '<worksheet><sheetData><row>'),
      {},
      'XML that ends early',
    ],
    [
      'unreadable',
      undefined,
      replaced(
        part,
        '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
      ),
      {},
      'an entity of its own',
    ],
    ['unreadable', 1, replaced('xl/sharedStrings.xml', '<sst/>'), {}, 'texts that are not there'],
    [
      'cell_too_long',
      1,
      replaced(
        'xl/sharedStrings.xml',
        `<sst><si><t>${'X'.repeat(10_001)}</t></si>${'<si><t>Y</t></si>'.repeat(3)}</sst>`,
      ),
      {},
      'a long text',
    ],
    [
      'cell_too_long',
      7,
      replaced(
        part,
        `<worksheet><sheetData><row r="7"><c t="str"><v>${'X'.repeat(10_001)}</v></c></row></sheetData></worksheet>`,
      ),
      {},
      'a long text in its cell',
    ],
    [
      'unreadable',
      undefined,
      replaced(part, `<worksheet>${' '.repeat(2_000_000)}<sheetData/></worksheet>`),
      {},
      'nothing but space',
    ],
    [
      'too_many_columns',
      1,
      replaced(
        part,
        '<worksheet><sheetData><row r="1"><c r="XFD1" t="str"><v>X</v></c></row></sheetData></worksheet>',
      ),
      {},
      'a cell far to the right',
    ],
    ['empty', undefined, workbook({ A: [] }), {}, 'a sheet without a row'],
  ]

  test.each(cases)(
    'is refused as %s on line %j (%#)',
    async (expected, line, content, options, reason) => {
      const error = await refusal(content, options)
      expect([error.refusal, error.line], reason).toEqual([expected, line])
      expect(error.message.length).toBeGreaterThan(15)
    },
  )

  test('is named with the columns it has when none is the name', async () => {
    const error = await refusal('Direktur;Alamat\nX;Y\n')
    expect(error.message).toContain('"Direktur", "Alamat"')
  })

  test('is refused when it is not there, and when it is a folder', async () => {
    await expect(openListFile(join(folder, 'tiada.csv'))).rejects.toMatchObject({
      refusal: 'not_found',
    })
    await expect(openListFile(folder)).rejects.toMatchObject({ refusal: 'not_found' })
  })

  test('is not one for having only a header: it holds no row', async () => {
    expect((await read('Nama,NIB\n')).rows).toEqual([])
  })
})

describe('a workbook that unpacks to far more than it is', () => {
  const blank = ' '.repeat(1024 * 1024)

  test('is refused by the sizes it declares', async () => {
    const parts = workbookParts({ A: [['Nama'], ['PT CONTOH']] })
    parts['xl/worksheets/sheet1.xml'] = `<worksheet>${blank.repeat(40)}</worksheet>`
    const bytes = zip(parts)
    expect(bytes.length).toBeLessThan(100_000)
    const error = await refusal(bytes, { limits: { unpackedBytes: 32 * 1024 * 1024 } })
    expect(error.refusal).toBe('too_large')
  })

  test('is refused while it unpacks when it declares less', async () => {
    const parts = workbookParts({ A: [['Nama'], ['PT CONTOH']] })
    const part = 'xl/worksheets/sheet1.xml'
    parts[part] = `<worksheet>${`<a>${blank.slice(0, 1000)}</a>`.repeat(200_000)}</worksheet>`
    const bytes = zip(parts, { [part]: 1000 })
    const before = process.memoryUsage().rss
    const error = await refusal(bytes)
    expect(error.refusal).toBe('unreadable')
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })
})
