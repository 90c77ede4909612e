import type { Dirt } from './dirt.ts'
import type { ListCells } from './list-column.ts'
import type { Matching, ReadNumber } from './matching.ts'

const SCIENTIFIC = /^\s*\d(?:[.,]\d+)?E\+?\d+\s*$/i
// A spreadsheet keeps 15 digits of a quantity.
const DIGITS_KEPT = 15

/** The licence number of a row: its licence cell, or its NIB cell where the list has no other. */
export function readListNumber(
  row: ListCells,
  country: string,
  readLicenceNumber: Matching['readLicenceNumber'],
): { number: ReadNumber | undefined; dirt: Dirt[] } {
  const licence = row.values.licence ?? ''
  const column = licence.trim() === '' ? 'nib' : 'licence'
  const written = (row.values[column] ?? '').trim()
  if (written === '' || /^[-–—.]+$/.test(written)) {
    return { number: undefined, dirt: [{ code: 'missing_number' }] }
  }

  const digits = written.replace(/\D/g, '')
  const storedAsNumber = row.storedAsNumber.includes(column)
  if (SCIENTIFIC.test(written) || (storedAsNumber && digits.length > DIGITS_KEPT)) {
    return { number: undefined, dirt: [{ code: 'number_lost_digits', detail: written }] }
  }

  const number = readLicenceNumber(written, country)
  if (number === undefined) {
    return { number, dirt: [{ code: 'number_unreadable', detail: written.slice(0, 80) }] }
  }
  return { number, dirt: country === 'ID' ? faultsOfNumber(number, written, digits) : [] }
}

function faultsOfNumber(number: ReadNumber, written: string, digits: string): Dirt[] {
  const dirt: Dirt[] = []
  const isAllDigits = /^(?:no\.?|nomor|nib)?[\s.:_-]*[\d\s.\-_/]+$/i.test(written)

  if (number.schema === 'nib_serial') dirt.push({ code: 'number_with_serial', detail: written })
  else if (isAllDigits && digits.length === 12) {
    dirt.push({ code: 'number_lost_leading_zero', detail: `${written}, perhaps 0${digits}` })
  } else if (isAllDigits && number.schema !== 'nib') {
    dirt.push({ code: 'number_odd_length', detail: `${written} (${digits.length} digits)` })
  } else if (number.schema !== 'nib') {
    dirt.push({ code: 'number_other_schema', detail: written.slice(0, 80) })
  }

  if (isAllDigits && written !== digits) {
    dirt.push({ code: 'number_with_separators', detail: written })
  }
  return dirt
}
