import type { KeyUsage } from '../actions/key-usage.ts'
import type { Bilingual } from '../domain/bilingual.ts'
import { addDays, type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import type { RouteClass } from '../domain/partner-key.ts'
import type { Frame } from './frame.ts'
import { KeyFacts } from './key-facts.tsx'
import { Page } from './page.tsx'

interface KeyUsageContent {
  readonly frame: Frame
  readonly usage?: KeyUsage
  /** True when the key that was pasted opens nothing. */
  readonly isRefused?: boolean
}

export function KeyUsagePage({ frame, usage, isRefused }: KeyUsageContent) {
  const { say } = frame
  const title = say('Pemakaian kunci', 'Use of a key')
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      {usage && <Usage frame={frame} usage={usage} />}
      <form method="post" action={frame.href('/pemakaian')}>
        {isRefused && (
          <p class="faults" id="keliru" role="alert">
            {say(
              'Kunci ini tidak dapat dipakai: salah tulis, sudah berakhir, atau dicabut.',
              'This key cannot be used: mistyped, expired or revoked.',
            )}
          </p>
        )}
        <div class="field">
          <label for="key">{say('Tempelkan kunci Anda', 'Paste your key')}</label>
          <input
            id="key"
            name="key"
            type="password"
            autocomplete="off"
            maxlength={100}
            required
            aria-describedby={isRefused ? 'keliru' : 'petunjuk'}
          />
        </div>
        <p class="hint" id="petunjuk">
          {say(
            'Kunci dikirim dalam isi formulir, tidak dalam alamat, dan tidak ditampilkan lagi.',
            'The key is sent in the form, not in an address, and is not shown again.',
          )}
        </p>
        <button type="submit">{say('Lihat pemakaian', 'Show its use')}</button>
      </form>
    </Page>
  )
}

function Usage({ frame, usage }: { readonly frame: Frame; readonly usage: KeyUsage }) {
  const { say } = frame
  const days = daysOf(usage)
  const total = days.reduce((sum, { answered, refused }) => sum + answered + refused, 0)
  return (
    <>
      <KeyFacts frame={frame} kept={usage.key} />
      <h2>{say('Tiga puluh hari terakhir', 'The last thirty days')}</h2>
      <p class="headline">{say(`${total} permintaan.`, `${total} requests.`)}</p>
      <Chart frame={frame} days={days} />
      <table>
        <caption class="unseen">{say('Permintaan menurut hari', 'Requests by day')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Hari', 'Day')}</th>
            <th scope="col">{say('Jenis', 'Kind')}</th>
            <th scope="col">{say('Status', 'Status')}</th>
            <th scope="col">{say('Jumlah', 'Number')}</th>
          </tr>
        </thead>
        <tbody>
          {usage.uses.toReversed().map(({ day, routeClass, statusClass, count }) => (
            <tr>
              <td>{frame.day(day)}</td>
              <td>{frame.pick(ROUTE_WORDS[routeClass])}</td>
              <td>{statusClass}xx</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const ROUTE_WORDS: Readonly<Record<RouteClass, Bilingual>> = {
  lookups: { id: 'pencarian', en: 'lookups' },
  checks: { id: 'pemeriksaan', en: 'checks' },
  issued_documents: { id: 'surat', en: 'letters' },
  usage: { id: 'pemakaian', en: 'usage' },
  other: { id: 'lain', en: 'other' },
}

interface DayOfUse {
  readonly day: CalendarDate
  readonly answered: number
  readonly refused: number
}

function daysOf({ from, to, uses }: KeyUsage): readonly DayOfUse[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => {
    const day = addDays(from, at)
    const ofDay = uses.filter((use) => use.day === day)
    const sum = (wanted: (statusClass: number) => boolean) =>
      ofDay.reduce((all, { statusClass, count }) => all + (wanted(statusClass) ? count : 0), 0)
    return { day, answered: sum((status) => status < 4), refused: sum((status) => status >= 4) }
  })
}

const WIDTH = 10
const HEIGHT = 80

/** One bar a day: answered below, refused above. The table beside it says the same in numbers. */
function Chart({ frame, days }: { readonly frame: Frame; readonly days: readonly DayOfUse[] }) {
  const most = Math.max(1, ...days.map(({ answered, refused }) => answered + refused))
  const heightOf = (count: number) => Math.ceil((count / most) * HEIGHT)
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={frame.say(
        `Grafik permintaan sehari, paling banyak ${most}`,
        `Chart of requests a day, at most ${most}`,
      )}
    >
      {days.map(({ answered, refused }, at) => {
        const [low, high] = [heightOf(answered), heightOf(refused)]
        return (
          <>
            <rect
              class="chart-answered"
              x={at * WIDTH + 1}
              y={HEIGHT - low}
              width={WIDTH - 2}
              height={low}
            />
            <rect
              class="chart-refused"
              x={at * WIDTH + 1}
              y={Math.max(0, HEIGHT - low - high)}
              width={WIDTH - 2}
              height={high}
            />
          </>
        )
      })}
    </svg>
  )
}
