import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  date,
  type ExtraConfigColumn,
  index,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { registryLog } from './registry-log.ts'
import { sources } from './sources.ts'
import { rowConfidence } from './words.ts'

/** The columns of every dated row. When and by whom it was recorded stands in its log entry. */
export const ruleColumns = {
  entry: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => registryLog.idx),
  supersededBy: bigint({ mode: 'number' }).references(() => registryLog.idx),
  id: text().notNull(),
  validFrom: date().$type<CalendarDate>().notNull(),
  validUntil: date().$type<CalendarDate>(),
  instrument: text(),
  instrumentOn: date().$type<CalendarDate>(),
  url: text(),
  confidence: rowConfidence().notNull(),
  sourceId: text()
    .notNull()
    .references(() => sources.id),
}

/** A row's id stands once among what is in force, its period is not empty, its address is a page. */
export function ruleConstraints(
  name: string,
  table: { id: ExtraConfigColumn; supersededBy: ExtraConfigColumn },
) {
  return [
    uniqueIndex(`${name}_unique`).on(table.id).where(sql`superseded_by is null`),
    index(`${name}_superseded`).on(table.supersededBy).where(sql`superseded_by is not null`),
    check(`${name}_period`, sql`valid_until >= valid_from`),
    check(`${name}_url`, sql`url ~ '^https?://'`),
  ]
}
