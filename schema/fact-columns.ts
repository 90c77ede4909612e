import { bigint, date, text } from 'drizzle-orm/pg-core'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { registryLog } from './registry-log.ts'

/**
 * The columns of every fact. When and by whom it was recorded stands in its log entry. `registry_apply`
 * is the only writer: it makes entry and fact together, and checks what a batch refers to as a whole,
 * because a foreign key of each row cost a third of the time of a large list.
 */
export const factColumns = {
  entry: bigint({ mode: 'number' }).primaryKey(),
  supersededBy: bigint({ mode: 'number' }).references(() => registryLog.idx),
  effectiveOn: date().$type<CalendarDate>().notNull(),
  lastDay: date().$type<CalendarDate>(),
  sourceId: text().notNull(),
}
