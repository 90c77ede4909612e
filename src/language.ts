import { EXPLANATION_LANGUAGES, type ExplanationLanguage } from './domain/matching/explain.ts'

export const LANGUAGES = EXPLANATION_LANGUAGES
export type Language = ExplanationLanguage
export type Words = Readonly<Record<Language, string>>

const PREFERENCE = /^([a-z]{2,3})(?:-[\w-]*)?(?:\s*;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i

/** The language to answer in: the caller's strongest preference among ours, Indonesian when there is none. */
export function languageFor(acceptLanguage: string | undefined, asked?: string): Language {
  if (asked === 'id' || asked === 'en') return asked
  if (acceptLanguage === undefined || acceptLanguage === '*') return 'id'
  const best: { language: Language; weight: number } = { language: 'id', weight: 0 }
  for (const part of acceptLanguage.slice(0, 200).split(',')) {
    const [, tag = '', quality = '1'] = PREFERENCE.exec(part.trim()) ?? []
    // Older systems still send `in`, the code Indonesian had until 1989.
    const language = tag.toLowerCase() === 'in' ? 'id' : tag.toLowerCase()
    const weight = Number(quality)
    if ((language !== 'id' && language !== 'en') || weight <= best.weight) continue
    Object.assign(best, { language, weight })
  }
  return best.language
}
