import type { Bilingual } from '../../domain/bilingual.ts'

/** The rupiah first, then the money of the usual destinations. */
const CODES = [
  'IDR',
  'TWD',
  'HKD',
  'MYR',
  'SGD',
  'BND',
  'JPY',
  'KRW',
  'SAR',
  'AED',
  'QAR',
  'KWD',
  'USD',
  'EUR',
  'AUD',
]
const names = {
  id: new Intl.DisplayNames('id', { type: 'currency' }),
  en: new Intl.DisplayNames('en', { type: 'currency' }),
}

export const CURRENCY_LABELS: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  CODES.map((code) => [
    code,
    { id: `${names.id.of(code)} (${code})`, en: `${names.en.of(code)} (${code})` },
  ]),
)
export const USUAL_CURRENCY = 'IDR'
