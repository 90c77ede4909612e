import { bigint, date, text } from 'drizzle-orm/pg-core'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { registryLog } from './registry-log.ts'
import { sources } from './sources.ts'

/** The columns of every fact. When and by whom it was recorded stands in its log entry. */
export const factColumns = {
  entry: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => registryLog.idx),
  supersededBy: bigint({ mode: 'number' }).references(() => registryLog.idx),
  effectiveOn: date().$type<CalendarDate>().notNull(),
  lastDay: date().$type<CalendarDate>(),
  sourceId: text()
    .notNull()
    .references(() => sources.id),
}
