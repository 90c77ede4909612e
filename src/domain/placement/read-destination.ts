import type { CalendarDate } from '../calendar-date.ts'
import type { CheckQuestion } from '../check-question.ts'
import { type Fit, fitOf, isWellKnown, rowsInForceOn } from '../rule-tables/dated-row.ts'
import type { DestinationRow } from '../rule-tables/rows.ts'
import type { RuleTables } from '../rule-tables/rule-tables.ts'
import type { DaysOfActs } from './days-of-acts.ts'
import type { SchemeReading } from './scheme.ts'

export const DESTINATION_STATES = [
  'not_told',
  'no_row',
  'closed',
  'closed_by_report',
  'closed_for_returning',
  'may_be_closed',
  'closed_on_day_asked',
  'contested',
  'restricted',
  'open_by_report',
  'open_by_statement',
  'open',
] as const

export interface DestinationReading {
  readonly state: (typeof DESTINATION_STATES)[number]
  readonly row: DestinationRow | null
}

/**
 * What the rows say of a destination on the day of departure. A closing row stands until a later row
 * opens it by an instrument: a statement or news that it was lifted changes nothing.
 */
export function readDestination(
  question: CheckQuestion,
  { leavingOn }: DaysOfActs,
  scheme: SchemeReading,
  tables: RuleTables,
): DestinationReading {
  const leaving = readOn(leavingOn, question, scheme, tables)
  if (leavingOn === question.on || !OPEN.has(leaving.state)) return leaving
  const asked = readOn(question.on, question, scheme, tables)
  return CLOSED.has(asked.state) ? { state: 'closed_on_day_asked', row: asked.row } : leaving
}

// What is only reported as open is doubtful enough: a closing on the day asked about adds nothing.
const OPEN: ReadonlySet<DestinationReading['state']> = new Set(['open', 'open_by_statement'])
const CLOSED: ReadonlySet<DestinationReading['state']> = new Set([
  'closed',
  'closed_by_report',
  'may_be_closed',
])

function readOn(
  day: CalendarDate,
  { placement }: CheckQuestion,
  scheme: SchemeReading,
  tables: RuleTables,
): DestinationReading {
  const destination = placement?.destination
  if (destination === undefined) return { state: 'not_told', row: null }
  const fitting = rowsInForceOn(day, tables.destinations(destination)).flatMap((row): Fitting[] => {
    const fit = fitOf([
      [row.scheme, scheme.origin === 'assumed' ? undefined : scheme.scheme],
      [row.sector, placement?.sector],
      [row.employerType, placement?.employer?.type],
    ])
    return fit === 'no' ? [] : [{ row, fit }]
  })
  const opens = fitting.filter(({ row }) => row.rule === 'open')
  const isUsable = ({ row, fit }: Fitting) =>
    fit === 'yes' && (row.channelException === null || row.channelException === placement?.channel)
  const usable = opens.filter(isUsable).map(rowOf)
  const standing = fitting.filter(
    ({ row }) => row.rule !== 'open' && !usable.some((open) => outweighs(open, row)),
  )
  // What was not told (the work, the employer, the channel) may be what a later act opened.
  const mayBeOpened = ({ row }: Fitting) =>
    opens.some(
      (open) =>
        outweighs(open.row, row) &&
        (open.fit === 'unknown' ||
          (open.row.channelException !== null && placement?.channel === undefined)),
    )
  const sure = standing.filter((one) => one.fit === 'yes' && !mayBeOpened(one)).map(rowOf)
  const isReturning = scheme.scheme === 're_entry'

  const closed = mostCertain(sure.filter(({ rule }) => rule === 'closed'))
  if (closed !== undefined) {
    if (isReturning) return { state: 'closed_for_returning', row: closed }
    return { state: isWellKnown(closed) ? 'closed' : 'closed_by_report', row: closed }
  }
  const maybe = standing.find(({ row }) => row.rule === 'closed')
  if (maybe !== undefined) return { state: 'may_be_closed', row: maybe.row }
  const contested = standing.find(({ row }) => row.rule === 'contested')
  if (contested !== undefined) return { state: 'contested', row: contested.row }
  const restricted = standing.find(({ row }) => row.rule === 'restricted')
  if (restricted !== undefined) return { state: 'restricted', row: restricted.row }

  const open = mostCertain(usable)
  if (open === undefined) return { state: 'no_row', row: null }
  if (open.confidence === 'law_text' && open.instrument !== null)
    return { state: 'open', row: open }
  return {
    state: isWellKnown(open) ? 'open_by_statement' : 'open_by_report',
    row: open,
  }
}

interface Fitting {
  readonly row: DestinationRow
  readonly fit: Fit
}

function rowOf({ row }: Fitting): DestinationRow {
  return row
}

/** Only a later legal act lifts what an earlier row closed. */
function outweighs(open: DestinationRow, other: DestinationRow): boolean {
  return (
    open.confidence === 'law_text' && open.instrument !== null && open.validFrom > other.validFrom
  )
}

const CERTAINTY = ['law_text', 'statement', 'press', 'uncertain']

function mostCertain(rows: readonly DestinationRow[]): DestinationRow | undefined {
  return [...rows].sort(
    (a, b) => CERTAINTY.indexOf(a.confidence) - CERTAINTY.indexOf(b.confidence),
  )[0]
}
