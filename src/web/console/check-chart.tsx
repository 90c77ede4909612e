import type { CalendarDate } from '../../domain/calendar-date.ts'
import { VERDICTS, type Verdict } from '../../domain/verdict.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { CheckCount } from '../../store/checks.ts'
import type { Frame } from '../frame.ts'
import { Shape } from '../shape.tsx'

interface CheckChartContent {
  readonly frame: Frame
  /** Every day shown, oldest first. */
  readonly days: readonly CalendarDate[]
  readonly counts: readonly CheckCount[]
}

const [WIDTH, HEIGHT] = [720, 200]
const MARGIN = { left: 60, top: 10, bottom: 24 }
const GAP = 0.25
/** Every so many days the day is written below its bar. */
const DAYS_A_LABEL = 7

/** Checks by day and verdict as stacked bars, and the same in a table for who cannot see them. */
export function CheckChart({ frame, days, counts }: CheckChartContent) {
  const { say } = frame
  const countOf = (day: CalendarDate, verdict: Verdict) =>
    counts.find((count) => count.day === day && count.verdict === verdict)?.count ?? 0
  const totalOf = (day: CalendarDate) =>
    VERDICTS.reduce((sum, verdict) => sum + countOf(day, verdict), 0)
  const most = roundedUp(Math.max(...days.map(totalOf)))
  if (most === 0) {
    return (
      <p class="card headline">
        {say('Belum ada pemeriksaan lengkap pada hari-hari ini.', 'No full checks on these days.')}
      </p>
    )
  }
  const step = (WIDTH - MARGIN.left) / days.length
  const floor = HEIGHT - MARGIN.bottom
  const heightOf = (count: number) => (count / most) * (floor - MARGIN.top)
  return (
    <figure class="chart">
      <ul class="legend">
        {VERDICTS.map((verdict) => (
          <li>
            <span class={`swatch is-${verdict}`} aria-hidden="true"></span>
            <Shape of={verdict} small /> {frame.pick(VOCABULARY.verdict[verdict])}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {[0, most / 2, most].map((count) => (
          <>
            <path class="grid" d={`M${MARGIN.left} ${floor - heightOf(count)}H${WIDTH}`} />
            <text x={MARGIN.left - 6} y={floor - heightOf(count) + 4} text-anchor="end">
              {count}
            </text>
          </>
        ))}
        {days.map((day, at) => {
          const x = MARGIN.left + (at + GAP / 2) * step
          let y = floor
          return (
            <g>
              <title>{`${frame.day(day)}: ${totalOf(day)}`}</title>
              {VERDICTS.map((verdict) => {
                const height = heightOf(countOf(day, verdict))
                y -= height
                return (
                  height > 0 && (
                    <rect
                      class={`bar is-${verdict}`}
                      x={x}
                      y={y}
                      width={step * (1 - GAP)}
                      height={height}
                    />
                  )
                )
              })}
              {(days.length - 1 - at) % DAYS_A_LABEL === 0 && (
                <text x={x + step * (1 - GAP)} y={HEIGHT - 6} text-anchor="end">
                  {frame.day(day).replace(/ \d{4}$/, '')}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <details>
        <summary>{say('Angkanya dalam tabel', 'The numbers in a table')}</summary>
        <section class="wide-table" aria-label={say('Pemeriksaan', 'Checks')} tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('Hari', 'Day')}</th>
                {VERDICTS.map((verdict) => (
                  <th scope="col">{frame.pick(VOCABULARY.verdict[verdict])}</th>
                ))}
                <th scope="col">{say('Seluruhnya', 'All')}</th>
              </tr>
            </thead>
            <tbody>
              {days
                .filter((day) => totalOf(day) > 0)
                .toReversed()
                .map((day) => (
                  <tr>
                    <th scope="row">{frame.day(day)}</th>
                    {VERDICTS.map((verdict) => (
                      <td>{countOf(day, verdict)}</td>
                    ))}
                    <td>{totalOf(day)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  )
}

/** The next even number of one leading digit, so that the middle line is a whole count too. */
function roundedUp(most: number): number {
  if (most === 0) return 0
  const unit = Math.max(2, 10 ** Math.floor(Math.log10(most)))
  return Math.ceil(most / unit) * unit
}
