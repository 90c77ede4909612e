import { addDays, day } from '../domain/calendar-date.ts'

// Built-in number formats that show a day: ECMA-376 part 1, 18.8.30.
const isBuiltInDay = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** Whether a cell's number format shows its number as a day. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDay(id)
  const letters = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase()
  return /[dy]/.test(letters) && !/[0#?]/.test(letters)
}

/**
 * The day of a spreadsheet's serial number. Day 60 is the 29 February 1900 that never was, so days
 * before March 1900 are not told; no licence is that old.
 */
export function dayOfSerial(serial: number, startsIn1904: boolean): string | undefined {
  const whole = Math.floor(serial)
  if (whole <= 60 || whole > 2_958_465) return undefined
  return addDays(day(startsIn1904 ? '1904-01-01' : '1899-12-30'), whole)
}
