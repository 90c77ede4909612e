import type { CalendarDate } from '../calendar-date.ts'
import type { Dirt } from './dirt.ts'
import { type ListCells, repeatsHeader } from './list-column.ts'
import { readListDay } from './list-day.ts'
import { cleanListName, withoutLegalForm } from './list-name.ts'
import { readListNumber } from './list-number.ts'
import { type ReadListStatus, readListStatus } from './list-status.ts'
import type { Matching, ReadNumber } from './matching.ts'

/** One row of an authority's list: as printed, as read, and every fault found in it alone. */
export type ListRow = {
  /** 1-based line of the file, as a text editor or a spreadsheet counts. */
  line: number
  cells: ListCells['values']
  /** The name made presentable; empty when the row has none. */
  name: string
  number: ReadNumber | undefined
  validFrom: CalendarDate | undefined
  validUntil: CalendarDate | undefined
  phones: string[]
  status: ReadListStatus
  dirt: Dirt[]
}

export function readListRow(
  row: ListCells,
  {
    country,
    line,
    readLicenceNumber,
  }: { country: string; line: number; readLicenceNumber: Matching['readLicenceNumber'] },
): ListRow {
  const dirt: Dirt[] = []
  const printed = row.values.name ?? ''
  const cleaned = cleanListName(printed, country)

  const blocking = faultThatMakesItNoAgency(row, cleaned.cleaned)
  if (blocking !== undefined) dirt.push(blocking)
  else dirt.push(...cleaned.dirt)

  const { number, dirt: numberDirt } = readListNumber(row, country, readLicenceNumber)
  if (blocking === undefined) dirt.push(...numberDirt)

  if (row.cellCount < row.columnCount) dirt.push(shape('row_too_short', row))
  if (row.cellCount > row.columnCount) dirt.push(shape('row_too_long', row))

  const status = readListStatus(row.values.status ?? '')
  const statusDetail = row.values.status ?? ''
  if (status === 'not_active') dirt.push({ code: 'status_not_active', detail: statusDetail })
  if (status === 'unclear') dirt.push({ code: 'status_unclear', detail: statusDetail })

  const validFrom = dayIn(row.values.validFrom, dirt)
  const validUntil = dayIn(row.values.validUntil, dirt)
  return {
    line,
    cells: row.values,
    name: cleaned.cleaned,
    number,
    validFrom,
    validUntil,
    phones: readPhones(row.values.phone ?? ''),
    status,
    dirt,
  }
}

const FOOTER =
  /^(total|jumlah|grand total|sub ?total|sumber|source|catatan|keterangan|note|notes|halaman|page|dicetak|printed|diperbarui|updated|per tanggal)\b/i

function faultThatMakesItNoAgency(row: ListCells, name: string): Dirt | undefined {
  if (repeatsHeader(row)) return { code: 'header_repeated' }
  const words = Object.values(row.values).filter((cell) => cell.trim() !== '')
  const footer = words.find((cell) => FOOTER.test(cell.trim()))
  // A footnote stands nearly alone in its row, and an agency is never called by it: its legal form comes first.
  if (footer !== undefined && words.length <= 2 && !hasNumberOfALicence(row)) {
    return { code: 'footer_row', detail: footer.trim().slice(0, 80) }
  }
  if (name === '' && (row.values.name ?? '').trim() === '') return { code: 'missing_name' }
  if (!/\p{L}/u.test(withoutLegalForm(name))) return { code: 'name_without_letters', detail: name }
  return undefined
}

function hasNumberOfALicence({ values }: ListCells): boolean {
  return ((values.licence ?? values.nib ?? '').match(/\d/g) ?? []).length >= 9
}

function shape(code: 'row_too_short' | 'row_too_long', row: ListCells): Dirt {
  return { code, detail: `${row.cellCount} cells under ${row.columnCount} headings` }
}

function dayIn(text: string | undefined, dirt: Dirt[]): CalendarDate | undefined {
  const written = (text ?? '').trim()
  if (written === '' || written === '-') return undefined
  const read = readListDay(written)
  if (read === undefined) dirt.push({ code: 'date_unreadable', detail: written.slice(0, 80) })
  return read
}

/** Phone numbers of one cell, as digits with Indonesia's trunk zero, for comparing only. */
export function readPhones(cell: string): string[] {
  return [...new Set(splitPhones(cell).map(phoneDigits))]
}

/** The phone numbers of one cell as written; what has fewer than six digits is an extension or a word. */
export function splitPhones(cell: string): string[] {
  return cell
    .split(/[,;/\n]|\b(?:dan|and|atau|or)\b/i)
    .map((part) => part.trim())
    .filter((part) => phoneDigits(part).length >= 6)
}

function phoneDigits(part: string): string {
  return part.replace(/\D/g, '').replace(/^(?:0*62)0?/, '0')
}
