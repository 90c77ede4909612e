import { dayFormatter } from '../../clock.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { readTypedDay } from '../../domain/typed-day.ts'
import type { Frame } from '../frame.ts'
import { readTypedInstant } from './typed-instant.ts'

/** Where a look at the register stands on its two clocks. */
export interface Moment {
  readonly on: CalendarDate
  /** Undefined: as known now. */
  readonly knownAt: Date | undefined
  /** As they were typed, for the form and for links. */
  readonly typed: { readonly on: string; readonly knownAt: string }
}

/** A moment, or the one at hand with what is wrong with the one that was typed. */
export interface MomentReading {
  readonly moment: Moment
  readonly fault: string | null
}

/** Without a day, that of the moment of knowing is meant, as in the API. */
export function readMoment(
  frame: Frame,
  { clock, config }: Pick<Dependencies, 'clock' | 'config'>,
  typed: { readonly on?: string | undefined; readonly knownAt?: string | undefined },
): MomentReading {
  const { say } = frame
  const given = { on: typed.on?.trim() ?? '', knownAt: typed.knownAt?.trim() ?? '' }
  const today = clock.today()
  const now: Moment = { on: today, knownAt: undefined, typed: { on: '', knownAt: '' } }
  const refused = (fault: string) => ({ moment: now, fault })

  const on = readTypedDay(given.on)
  if (given.on !== '' && on === undefined) {
    return refused(
      say(
        `“${given.on}” bukan tanggal. Contoh: 24-11-2026.`,
        `“${given.on}” is no day. For instance: 24-11-2026.`,
      ),
    )
  }
  if (given.knownAt === '')
    return { moment: { ...now, on: on ?? today, typed: given }, fault: null }
  const typedAt = readTypedInstant(given.knownAt, config.timeZone)
  if (typedAt === undefined) {
    return refused(
      say(
        `“${given.knownAt}” bukan saat. Contoh: 24-11-2026 atau 24-11-2026 10:12.`,
        `“${given.knownAt}” is no moment. For instance: 24-11-2026 or 24-11-2026 10:12.`,
      ),
    )
  }
  const dayOf = dayFormatter(config.timeZone)
  if (dayOf(typedAt) > today) {
    return refused(
      say(
        'Saat itu belum tiba: belum ada yang dapat tercatat.',
        'That moment has not come: nothing can have been recorded by it.',
      ),
    )
  }
  // The rest of today has not come yet, but who types today means up to now.
  const knownAt = typedAt > clock.now() ? undefined : typedAt
  return { moment: { on: on ?? dayOf(typedAt), knownAt, typed: given }, fault: null }
}

export function momentInWords(frame: Frame, { on, knownAt }: Moment): string {
  const known = knownAt === undefined ? frame.say('saat ini', 'now') : frame.instant(knownAt)
  return frame.say(
    `keadaan pada ${frame.day(on)}, menurut yang tercatat sampai ${known}`,
    `as of ${frame.day(on)}, by what had been recorded until ${known}`,
  )
}

interface MomentFieldsContent {
  readonly frame: Frame
  readonly typed: Moment['typed']
  /** After the names of both fields, where a form has more than one moment. */
  readonly suffix?: string
}

export function MomentFields({ frame, typed, suffix = '' }: MomentFieldsContent) {
  const { say } = frame
  const [on, knownAt] = [`on${suffix}`, `known_at${suffix}`]
  return (
    <>
      <div class="field">
        <label for={on}>{say('Keadaan pada hari', 'As of the day')}</label>
        <input
          id={on}
          name={on}
          type="text"
          value={typed.on}
          autocomplete="off"
          placeholder={say('hari ini', 'today')}
        />
      </div>
      <div class="field">
        <label for={knownAt}>
          {say('Menurut yang tercatat sampai', 'By what was recorded until')}
        </label>
        <input
          id={knownAt}
          name={knownAt}
          type="text"
          value={typed.knownAt}
          autocomplete="off"
          placeholder={say('sekarang', 'now')}
          aria-describedby="saat-hint"
        />
      </div>
    </>
  )
}

export function MomentHint({ frame }: { readonly frame: Frame }) {
  return (
    <p class="hint" id="saat-hint">
      {frame.say(
        'Tulis tanggal seperti 24-11-2026, atau dengan jam: 24-11-2026 10:12. Tanpa jam: sampai akhir hari itu.',
        'Write a day as 24-11-2026, or with a time: 24-11-2026 10:12. Without a time: until the end of that day.',
      )}
    </p>
  )
}
