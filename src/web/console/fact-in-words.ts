import { RETRACTION } from '../../actions/record-fact.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { type CalendarDate, isCalendarDate } from '../../domain/calendar-date.ts'
import type { JsonValue } from '../../domain/canonical-json.ts'
import { recordableKind } from '../../domain/recording/catalogue.ts'
import { wordLabel } from '../../domain/recording/word-labels.ts'
import type { RegisterView } from '../../domain/register-view.ts'
import type { Frame } from '../frame.ts'

/** Columns that nobody fills in. */
const OTHER_COLUMNS: Readonly<Record<string, Bilingual>> = {
  id: { id: 'Id', en: 'Id' },
  agency_id: { id: 'Perusahaan', en: 'Agency' },
  kind: { id: 'Jenis', en: 'Kind' },
  country: { id: 'Negara', en: 'Country' },
  normalised: { id: 'Bentuk untuk mencari', en: 'Form for searching' },
  schema: { id: 'Bentuk nomor', en: 'Form of the number' },
  nib: { id: 'NIB', en: 'NIB' },
  scope: { id: 'Cakupan sanksi', en: 'Scope of the sanction' },
  auto_renewing: { id: 'Diperpanjang sendiri', en: 'Renews itself' },
  doubt: { id: 'Keraguan', en: 'Doubt' },
  name: { id: 'Nama', en: 'Name' },
  corrects: { id: 'Membetulkan', en: 'Corrects' },
  demonstration: { id: 'Data contoh', en: 'Demonstration data' },
}

export function kindInWords(frame: Frame, kind: string): string {
  if (kind === RETRACTION) return frame.say('Cabut pencatatan', 'Take back a record')
  const title = recordableKind(kind)?.title
  return title === undefined ? kind : frame.pick(title)
}

export function columnInWords(frame: Frame, kind: string, column: string): string {
  const label = recordableKind(kind)?.fields[column]?.label ?? OTHER_COLUMNS[column]
  return label === undefined ? column : frame.pick(label)
}

/** A value as people read it: words, days and names in place of codes. */
export function valueInWords(
  frame: Frame,
  register: RegisterView,
  { kind, column, value }: { kind: string; column: string; value: JsonValue },
): string {
  if (value === null) return '–'
  if (typeof value === 'boolean') return value ? frame.say('ya', 'yes') : frame.say('tidak', 'no')
  if (Array.isArray(value)) {
    return value
      .map((one) => valueInWords(frame, register, { kind, column, value: one }))
      .join(', ')
  }
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([part, inner]) => {
        const name = `${column}_${part}`
        const told = valueInWords(frame, register, { kind, column: name, value: inner })
        return `${columnInWords(frame, kind, name)}: ${told}`
      })
      .join('; ')
  }
  if (typeof value === 'number') return String(value)
  if (column === 'source_id') {
    const source = register.source(value)
    return source === undefined ? value : `${source.title} (${value})`
  }
  const field = recordableKind(kind)?.fields[column]
  if (field !== undefined && 'words' in field && field.words !== undefined) {
    return frame.pick(wordLabel(field.words, value))
  }
  return isCalendarDate(value) ? frame.day(value as CalendarDate) : value
}
