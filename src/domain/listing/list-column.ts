/** What a column of an authority's list may hold, as far as the register has a place for it. */
export const LIST_COLUMNS = [
  'registerId',
  'name',
  'licence',
  'nib',
  'address',
  'city',
  'province',
  'phone',
  'email',
  'website',
  'status',
  'validFrom',
  'validUntil',
] as const

export type ListColumn = (typeof LIST_COLUMNS)[number]

/** One row as the file has it: the mapped cells, and how its shape compares with the header's. */
export type ListCells = {
  values: Partial<Record<ListColumn, string>>
  /** Columns whose cell a spreadsheet stored as a number, so zeros in front and digits past the 15th are lost. */
  storedAsNumber: readonly ListColumn[]
  /** Cells in the row, and columns in the header. */
  cellCount: number
  columnCount: number
}

/**
 * Headings as lists print them, in Indonesian and English, compared without case and punctuation.
 * Where two headings of one file mean the same column, the one named earlier here is taken.
 */
const HEADINGS: Record<ListColumn, readonly string[]> = {
  registerId: ['register id', 'id register', 'id p3mi', 'kode p3mi', 'agency id', 'id'],
  name: [
    'nama perusahaan',
    'nama p3mi',
    'nama pt',
    'nama perusahaan p3mi',
    'nama badan usaha',
    'nama agensi',
    'company name',
    'agency name',
    'name of agency',
    'name of recruiting agency',
    'perusahaan',
    'p3mi',
    'nama',
    'name',
    'agency',
    'company',
  ],
  licence: [
    'no izin',
    'nomor izin',
    'no sip3mi',
    'nomor sip3mi',
    'sip3mi',
    'no izin sip3mi',
    'nomor izin sip3mi',
    'no izin usaha',
    'nomor izin usaha',
    'no siup',
    'nomor siup',
    'izin',
    'licence no',
    'licence number',
    'license no',
    'license number',
    'rl no',
    'rl number',
    'rl',
    'licence',
    'license',
  ],
  nib: ['nib', 'no nib', 'nomor nib', 'nomor induk berusaha', 'business number'],
  address: ['alamat', 'alamat kantor', 'alamat perusahaan', 'address', 'office address'],
  city: [
    'kota',
    'kabupaten',
    'kota kabupaten',
    'kabupaten kota',
    'kab kota',
    'city',
    'city regency',
    'district',
  ],
  province: ['provinsi', 'propinsi', 'province', 'region', 'wilayah'],
  phone: [
    'telepon',
    'telpon',
    'no telepon',
    'nomor telepon',
    'no telp',
    'telp',
    'telepon kantor',
    'phone',
    'phone number',
    'telephone',
    'kontak',
    'contact',
    'no hp',
    'hp',
  ],
  email: ['email', 'e mail', 'surel', 'alamat email'],
  website: ['website', 'situs', 'situs web', 'laman', 'web', 'url'],
  status: [
    'status',
    'status izin',
    'status p3mi',
    'status perusahaan',
    'licence status',
    'keterangan status',
  ],
  validFrom: [
    'berlaku sejak',
    'berlaku mulai',
    'tanggal izin',
    'tgl izin',
    'tanggal terbit',
    'valid from',
    'issued',
    'issued on',
    'date of issue',
  ],
  validUntil: [
    'berlaku sampai',
    'berlaku sampai dengan',
    'berlaku hingga',
    'berlaku s d',
    'masa berlaku',
    'tanggal berakhir',
    'tgl berakhir',
    'valid until',
    'valid to',
    'valid till',
    'expiry',
    'expiry date',
    'expires',
    'expires on',
  ],
}

/** Where each column stands in a row of the file. */
export type ColumnPositions = Partial<Record<ListColumn, number>>

export type ReadHeader =
  | { found: true; positions: ColumnPositions; unused: string[] }
  | { found: false; reason: 'no_name_column' }
  | { found: false; reason: 'no_such_heading'; column: ListColumn; wanted: string }
  | { found: false; reason: 'heading_twice'; column: ListColumn; wanted: string }

/**
 * The columns of a header row. `chosen` names headings for columns by hand and goes before the
 * headings known here; a heading chosen by hand serves no other column.
 */
export function readHeader(
  headings: readonly string[],
  chosen: Partial<Record<ListColumn, string>> = {},
): ReadHeader {
  const folded = headings.map(foldHeading)
  const positions: ColumnPositions = {}
  const taken = new Set<number>()

  for (const column of LIST_COLUMNS) {
    const wanted = chosen[column]
    if (wanted === undefined) continue
    const at = folded.indexOf(foldHeading(wanted))
    if (at === -1) return { found: false, reason: 'no_such_heading', column, wanted }
    if (folded.lastIndexOf(foldHeading(wanted)) !== at) {
      return { found: false, reason: 'heading_twice', column, wanted }
    }
    positions[column] = at
    taken.add(at)
  }

  for (const column of LIST_COLUMNS) {
    if (positions[column] !== undefined) continue
    const at = HEADINGS[column]
      .map((heading) => folded.findIndex((cell, index) => cell === heading && !taken.has(index)))
      .find((index) => index !== -1)
    if (at === undefined) continue
    positions[column] = at
    taken.add(at)
  }

  if (positions.name === undefined) return { found: false, reason: 'no_name_column' }
  const unused = headings.filter((heading, index) => heading.trim() !== '' && !taken.has(index))
  return { found: true, positions, unused }
}

/** True when a cell of the row says what its own column is called: the header printed again. */
export function repeatsHeader({ values }: Pick<ListCells, 'values'>): boolean {
  const name = values.name
  if (name === undefined || !HEADINGS.name.includes(foldHeading(name))) return false
  const others = LIST_COLUMNS.filter((column) => column !== 'name' && (values[column] ?? '') !== '')
  return others.every((column) => HEADINGS[column].includes(foldHeading(values[column] ?? '')))
}

function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
