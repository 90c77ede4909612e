import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { workbook } from '../support/workbook.ts'

const MIDDLE = ['Contoh', 'Misal', 'Umpama', 'Andai', 'Ibarat', 'Rekaan', 'Karangan', 'Khayal']
const SYLLABLES = [
  'ba',
  'ci',
  'du',
  'fe',
  'ga',
  'ho',
  'ji',
  'ka',
  'lu',
  'me',
  'no',
  'pa',
  'ri',
  'su',
]
const LAST = ['Mandiri', 'Sejahtera', 'Abadi', 'Perkasa', 'Utama', 'Makmur', 'Jaya', 'Sentosa']
const CITIES = ['Kota Contoh', 'Kabupaten Misal', 'Kota Umpama']
const HEADER = ['Nama Perusahaan', 'No. Izin', 'Alamat', 'Kota', 'Telepon', 'Berlaku Sampai']

/** An invented list, the same for the same seed; every name and number is another. */
export function* largeList(rows: number, seed = 1): Generator<string[]> {
  yield HEADER
  const random = randomFrom(seed)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  for (let i = 0; i < rows; i++) {
    const invented = `${pick(SYLLABLES)}${inLetters(i * 7919)}${pick(SYLLABLES)}`
    const name = `PT ${invented} ${pick(MIDDLE)} ${pick(LAST)}`.toUpperCase()
    const nib = `9${String(i * 9973 + 100_000_000_000).padStart(12, '0')}`
    const number = random() < 0.03 ? `${nib}0001` : nib
    const phone = `021-555${String(Math.floor(random() * 100_000)).padStart(5, '0')}`
    const day = `${1 + Math.floor(random() * 28)}/${1 + Math.floor(random() * 12)}/${2027 + (i % 4)}`
    yield [name, number, `Jl. Contoh No. ${i + 1}, RT 1/RW 2`, pick(CITIES), phone, day]
  }
}

export async function writeLargeCsv(path: string, rows: number, seed = 1): Promise<void> {
  const file = createWriteStream(path)
  for (const cells of largeList(rows, seed)) {
    const line = `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

export async function writeLargeWorkbook(path: string, rows: number, seed = 1): Promise<void> {
  await writeFile(path, workbook({ 'Daftar P3MI': [...largeList(rows, seed)] }))
}

function inLetters(number: number): string {
  return number
    .toString(26)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

if (basename(process.argv[1] ?? '') === 'large-list.ts') {
  const [path, rows = '100000', seed = '1'] = process.argv.slice(2)
  if (path === undefined) {
    process.stderr.write('usage: tsx test/bench/large-list.ts FILE.csv|FILE.xlsx [ROWS] [SEED]\n')
    process.exitCode = 2
  } else {
    const write = path.endsWith('.xlsx') ? writeLargeWorkbook : writeLargeCsv
    await write(path, Number(rows), Number(seed))
  }
}
