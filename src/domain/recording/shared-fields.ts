import { addDays, type CalendarDate } from '../calendar-date.ts'
import { ROW_CONFIDENCES } from '../rule-tables/dated-row.ts'
import type { Desk, Fault } from './fact-kind.ts'
import { formed, integer, onDay, optional, text, word } from './field.ts'

const EARLIEST_DAY = '1950-01-01'
/** A decree may be dated ahead, a slip of the year must not pass. */
const MOST_DAYS_AHEAD = 366

export const SOURCE_ID = formed(['Sumber', 'Source'], /^src_[\w]{1,60}$/, [
  'Keputusan, daftar, atau surat yang menyatakan ini. Catat dulu sumbernya bila belum ada.',
  'The decree, list or letter that says so. Record the source first if it is not there.',
])

export const AGENCY_ID = formed(['Perusahaan', 'Agency'], /^agy_[\w]{1,60}$/, [
  'Id perusahaan, misalnya agy_contoh01.',
  'The agency’s id, for instance agy_contoh01.',
])

export const LICENCE_ID = formed(['Izin', 'Licence'], /^lic_[\w]{1,60}$/, [
  'Id izin pada halaman perusahaan.',
  'The licence’s id on the agency’s page.',
])

export const REGION = formed(['Kode wilayah', 'Region code'], /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/, [
  'Provinsi 32, kabupaten 32.12, kecamatan 32.12.05, desa 32.12.05.2001.',
  'Province 32, regency 32.12, district 32.12.05, village 32.12.05.2001.',
])

export const DESTINATION = formed(['Negara tujuan', 'Destination'], /^[A-Z]{2}$/, [
  'Dua huruf besar, misalnya TW, HK, SA.',
  'Two capital letters, for instance TW, HK, SA.',
])

const CORRECTS = optional(
  integer(['Membetulkan catatan nomor', 'Corrects entry'], 0, Number.MAX_SAFE_INTEGER, [
    'Isi bila catatan lama keliru atau berubah. Catatan lama tetap tersimpan.',
    'Fill in where an earlier record is wrong or has changed. The earlier record is kept.',
  ]),
)

/** What every fact of an agency says, beside what it is about. */
export const FACT_FIELDS = {
  effective_on: onDay(['Berlaku mulai', 'In effect from']),
  last_day: optional(
    onDay(
      ['Hari terakhir', 'Last day'],
      ['Hari terakhir masih berlaku. Kosongkan bila belum ada.', 'Inclusive. Leave empty if none.'],
    ),
  ),
  source_id: SOURCE_ID,
  corrects: CORRECTS,
} as const

/** What every row of a rule table says, beside what it is about. */
export const ROW_FIELDS = {
  valid_from: onDay(['Berlaku mulai', 'Valid from']),
  valid_until: optional(
    onDay(
      ['Berlaku sampai', 'Valid until'],
      ['Hari terakhir masih berlaku. Kosongkan bila belum ada.', 'Inclusive. Leave empty if none.'],
    ),
  ),
  instrument: optional(text(['Dasar hukum', 'Instrument'], 300)),
  instrument_on: optional(onDay(['Tanggal dasar hukum', 'Day of the instrument'])),
  url: optional(formed(['Alamat halaman', 'Address of the page'], /^https?:\/\/[^\s]{3,190}$/)),
  confidence: word(['Bagaimana diketahui', 'How it is known'], ROW_CONFIDENCES, [
    'law_text: naskahnya dibaca; statement: pernyataan instansi; press: berita; uncertain: belum pasti.',
    'law_text: the text was read; statement: an office said so; press: reported; uncertain: doubtful.',
  ]),
  source_id: SOURCE_ID,
  corrects: CORRECTS,
} as const

interface Dates {
  readonly from: { readonly field: string; readonly day: CalendarDate }
  readonly until?: { readonly field: string; readonly day: CalendarDate | null }
}

/** Days that no register can mean, a period that ends before it begins, a source that is not there. */
export function commonFaults(
  { source_id: sourceId }: { readonly source_id: string },
  { from, until }: Dates,
  desk: Desk,
): Fault[] {
  const faults: Fault[] = []
  if (from.day < EARLIEST_DAY || from.day > addDays(desk.today, MOST_DAYS_AHEAD)) {
    faults.push(
      fault(
        from.field,
        'Isi hari sejak 1950 dan paling lambat setahun lagi.',
        'Give a day since 1950 and within a year from now.',
      ),
    )
  }
  if (until?.day != null && until.day < from.day) {
    faults.push(fault(until.field, 'Berakhir sebelum berlaku.', 'It ends before it is in effect.'))
  }
  if (desk.register.source(sourceId) === undefined) faults.push(notThere('source_id'))
  return faults
}

export function fault(field: string, id: string, en: string): Fault {
  return { field, says: { id, en } }
}

export function notThere(field: string): Fault {
  return fault(field, 'Tidak ada dalam catatan.', 'It is not on record.')
}

export function unreadable(field: string): Fault {
  return fault(field, 'Tidak dapat dibaca sebagai nomor.', 'It cannot be read as a number.')
}

export function supersedes(corrects: number | null): { readonly supersedes?: readonly number[] } {
  return corrects === null ? {} : { supersedes: [corrects] }
}

/** The id that a correction keeps: that of the fact which it corrects. */
export function idOf<Of extends { readonly entry: number; readonly id: string }>(
  facts: readonly Of[],
  corrects: number | null,
): string | undefined {
  return facts.find(({ entry }) => entry === corrects)?.id
}
