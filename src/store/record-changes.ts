import type { Change } from '../domain/change.ts'
import type { Database } from './database.ts'

export interface Recorded {
  readonly firstEntry: number
  /** How many entries the log holds with these changes. */
  readonly size: number
  readonly recordedAt: string
}

export const REFUSED_RECORDS = {
  PR409: 'superseded_already',
  PR412: 'changed_since_read',
  PR423: 'recording_held',
  '23505': 'number_taken',
  '23P01': 'licence_overlaps',
  '23503': 'unknown_reference',
} as const
export type RefusedRecord = (typeof REFUSED_RECORDS)[keyof typeof REFUSED_RECORDS]

export type RecordOutcome = Recorded | { readonly refused: RefusedRecord }

/** Refuses when a subject's last log entry is no longer the one given; null where it has none yet. */
export type ExpectedEntries = Readonly<Record<string, number | null>>

/** Records a few changes in one statement: all of them with their log entries, or none. */
export function recordChanges(
  { sql }: Database,
  recordedBy: string,
  changes: readonly Change[],
  expect: ExpectedEntries | null = null,
): Promise<RecordOutcome> {
  return outcomeOf(
    sql`select first_entry::float8, size::float8, recorded_at::text
      from registry_record(${recordedBy}, ${JSON.stringify(changes)}::text::jsonb, ${
        expect === null ? null : JSON.stringify(expect)
      }::text::jsonb)`,
  )
}

/** Stages part of a large batch. Nothing is visible until `applyStaged`; staging again needs a new batch name. */
export async function stageChanges(
  { sql }: Database,
  batch: string,
  from: number,
  changes: readonly Change[],
): Promise<void> {
  // A third of the time of a JSON array: a fact is a text, and no text of a change holds this mark.
  const joined = (read: (change: Change) => string) => changes.map(read).join(BETWEEN)
  const isPlain = changes.every(
    (each) => each.private === undefined && each.supersedes === undefined,
  )
  const rest = isPlain
    ? null
    : joined((each) => JSON.stringify([each.private, each.supersedes, each.retracts]))
  // In the order of the kinds, which are read one after another, so that each reads its own pages only.
  await sql`insert into staged_changes (batch, n, kind, subject, fact, private, supersedes, retracts)
    select ${batch}, ${from} + position - 1, kind, subject, fact, nullif(rest -> 0, 'null'),
      (select array_agg(entry::bigint) from jsonb_array_elements_text(nullif(rest -> 1, 'null')) entry),
      coalesce((rest ->> 2)::boolean, false)
    from (
      select kind, subject, fact, rest::jsonb as rest, position
      from unnest(
        string_to_array(${joined(({ kind }) => kind)}, ${BETWEEN}),
        string_to_array(${joined(({ subject }) => subject)}, ${BETWEEN}),
        string_to_array(${joined(({ fact }) => fact)}, ${BETWEEN}),
        string_to_array(${rest}, ${BETWEEN})
      ) with ordinality as c (kind, subject, fact, rest, position)
    ) part
    order by kind, position`
}

const BETWEEN = '\u001e'

/** Applies a staged batch in one statement. Takes as long as it takes: give it a connection without time-out. */
export function applyStaged(
  { sql }: Database,
  batch: string,
  recordedBy: string,
  expect: ExpectedEntries | null = null,
): Promise<RecordOutcome> {
  return outcomeOf(
    sql`select first_entry::float8, size::float8, recorded_at::text
      from registry_apply(${batch}, ${recordedBy}, ${
        expect === null ? null : JSON.stringify(expect)
      }::text::jsonb)`,
  )
}

/**
 * Appends a staged batch as it was recorded at an earlier moment, though recording is held: for a log
 * that is put back from what was published. Only the owner of the tables may.
 */
export function appendStagedAt(
  { sql }: Database,
  batch: string,
  recordedBy: string,
  recordedAt: string,
): Promise<RecordOutcome> {
  return outcomeOf(
    sql`select first_entry::float8, size::float8, recorded_at::text
      from registry_append(${batch}, ${recordedBy}, null, ${recordedAt}::timestamptz)`,
  )
}

/** Throws staged batches away that nobody applied within `hours`: the rest of an import that was cut off. */
export async function discardStaged({ sql }: Database, hours: number): Promise<number> {
  const gone = await sql`delete from staged_changes
    where staged_at < now() - make_interval(hours => ${hours})`
  return gone.count
}

/** Throws one staged batch away. */
export async function discardBatch({ sql }: Database, batch: string): Promise<void> {
  await sql`delete from staged_changes where batch = ${batch}`
}

/** What a recording statement answers. */
export function outcomeOf(
  statement: PromiseLike<readonly Record<string, unknown>[]>,
): Promise<RecordOutcome> {
  return orRefused({}, async () => recordedIn(await statement))
}

export function recordedIn([row]: readonly Record<string, unknown>[]): Recorded {
  if (row === undefined) throw new Error('the registry answered nothing')
  return {
    firstEntry: Number(row.first_entry),
    size: Number(row.size),
    recordedAt: String(row.recorded_at),
  }
}

/** What is done, or what the registry's functions refused; any other error is one. */
export async function orRefused<Done, Refusal extends string>(
  refusals: Readonly<Record<string, Refusal>>,
  act: () => Promise<Done>,
): Promise<Done | { readonly refused: Refusal | RefusedRecord }> {
  try {
    return await act()
  } catch (error) {
    const refused = refusalIn(error, { ...REFUSED_RECORDS, ...refusals })
    if (refused === undefined) throw error
    return { refused }
  }
}

/** What the registry's functions refuse, by the code of their error; undefined for any other error. */
export function refusalIn<Refusal extends string>(
  error: unknown,
  refusals: Readonly<Record<string, Refusal>>,
): Refusal | RefusedRecord | undefined {
  const { code, constraint_name: constraint } = error as {
    code?: string
    constraint_name?: string
  }
  if (constraint?.endsWith('_number_once')) return 'number_taken'
  return code === undefined ? undefined : refusals[code]
}
