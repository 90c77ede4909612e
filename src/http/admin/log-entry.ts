import { z } from '@hono/zod-openapi'
import type { LogEntry } from '../../store/log-entries.ts'
import { InstantOutSchema } from '../days.ts'

export const LogEntrySchema = z
  .strictObject({
    entry: z.int(),
    kind: z.string(),
    superseded_by: z.int().nullable().openapi({
      description: 'The entry that corrected it or took it back; null while it counts',
    }),
    supersedes: z.array(z.int()),
    fact: z.record(z.string(), z.unknown()).nullable().openapi({
      description: 'Its columns, less everything personal; null where facts were only taken back',
    }),
    recorded_at: InstantOutSchema,
    recorded_by: z.string(),
  })
  .openapi('SubjectEntry')

/** Entries of one subject, each with the later one of them that supersedes it. */
export function presentEntries(entries: readonly LogEntry[]): z.infer<typeof LogEntrySchema>[] {
  const supersededBy = new Map(
    entries.flatMap(({ entry, supersedes }) => supersedes.map((old) => [old, entry] as const)),
  )
  return entries.map(({ entry, kind, row, supersedes, retracts, recordedAt, recordedBy }) => ({
    entry,
    kind,
    superseded_by: supersededBy.get(entry) ?? null,
    supersedes: [...supersedes],
    fact: retracts ? null : row,
    recorded_at: new Date(recordedAt).toISOString(),
    recorded_by: recordedBy,
  }))
}
