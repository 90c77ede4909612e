import type { Bilingual } from './bilingual.ts'

const CODE = /^[A-Z]{2}$/
const NAMES = {
  id: new Intl.DisplayNames('id', { type: 'region', style: 'short', fallback: 'code' }),
  en: new Intl.DisplayNames('en', { type: 'region', style: 'short', fallback: 'code' }),
}

/** A country or territory as people call it; what is no ISO 3166 code stays as it is. */
export function placeName(code: string): Bilingual {
  if (!CODE.test(code)) return { id: code, en: code }
  return { id: NAMES.id.of(code) ?? code, en: NAMES.en.of(code) ?? code }
}
