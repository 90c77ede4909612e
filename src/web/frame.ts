import type { Dependencies } from '../dependencies.ts'
import type { Bilingual } from '../domain/bilingual.ts'
import { dayInWords } from '../domain/bilingual.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { placeName } from '../domain/place-name.ts'
import { type Language, languageFor } from '../language.ts'
import { type RequestContext, setHeader } from '../request-context.ts'

type Parameters = Readonly<Record<string, string | null | undefined>>

/** What every page needs to know of its request: the language, and how to write links that keep it. */
export interface Frame {
  readonly language: Language
  /** The language that the address asks for; links carry it on. */
  readonly askedLanguage: Language | null
  /** True where the whole register is invented. */
  readonly isDemonstration: boolean
  /** How long a check is kept. */
  readonly checkRetentionDays: number
  say(id: string, en: string): string
  pick(words: Bilingual): string
  day(day: CalendarDate): string
  instant(at: Date): string
  /** The name of a country or territory by its code. */
  country(code: string): string
  href(path: string, parameters?: Parameters): string
  /** The address of this page in a language. */
  here(language: Language): string
}

export function frameOf(c: RequestContext, { config }: Pick<Dependencies, 'config'>): Frame {
  const query = c.req.query()
  const askedLanguage = query.lang === 'id' || query.lang === 'en' ? query.lang : null
  const language = languageFor(
    c.env.incoming.headers['accept-language'],
    askedLanguage ?? undefined,
  )
  c.set('language', language)
  setHeader(c, 'Content-Language', language)
  return {
    language,
    askedLanguage,
    isDemonstration: config.seed === 'demonstration',
    checkRetentionDays: config.checkRetentionDays,
    say: (id, en) => (language === 'id' ? id : en),
    pick: (words) => words[language],
    day: (day) => dayInWords(day)[language],
    instant: (at) => instantFormat(language, config.timeZone).format(at),
    country: (code) => placeName(code)[language],
    href: (path, parameters = {}) => address(path, { ...parameters, lang: askedLanguage }),
    here: (other) => address(c.req.path, { ...query, lang: other }),
  }
}

function address(path: string, parameters: Parameters): string {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] != null && entry[1] !== '',
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

const instantFormats = new Map<string, Intl.DateTimeFormat>()

// Making one costs more than the rest of a page.
function instantFormat(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  const known = instantFormats.get(key)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
  instantFormats.set(key, format)
  return format
}
