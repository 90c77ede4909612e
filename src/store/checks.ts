import type { CheckAnswer } from '../domain/answer-check.ts'
import { addDays, type CalendarDate, day } from '../domain/calendar-date.ts'
import type { NotAskedAgain } from '../domain/check-standing.ts'
import type { KeptQuestion } from '../domain/kept-question.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Language } from '../language.ts'
import type { Database } from './database.ts'

/** Where the registry's log stood when the answer was given. */
interface KeptRegistryMark {
  readonly entry: number | null
  readonly asOf: Date
  readonly knownAt: Date
  readonly isCurrent: boolean
}

/** A check as it is kept: without persons, and under the keyed hash of its code. */
export interface KeptCheck {
  readonly codeHash: string
  readonly checkedAt: Date
  readonly checkedOn: CalendarDate
  readonly language: Language
  readonly registrySize: number
  readonly question: KeptQuestion
  readonly answer: CheckAnswer
  readonly registry: KeptRegistryMark
  readonly notAskedAgain: NotAskedAgain
}

export interface UsedKey {
  readonly bodyHash: string
  readonly codeSeed: string
  readonly check: KeptCheck
}

/**
 * Keeps a check, and with it the key that led to it, in one statement. False when the key was used
 * already: then nothing is kept.
 */
export async function saveCheck(
  { sql }: Database,
  check: KeptCheck,
  key: { readonly keyHash: string; readonly bodyHash: string; readonly codeSeed: string } | null,
): Promise<boolean> {
  const at = check.checkedAt.toISOString()
  const { registry } = check
  const mark = {
    ...registry,
    asOf: registry.asOf.toISOString(),
    knownAt: registry.knownAt.toISOString(),
  }
  const saved = await sql`
    with used as (
      insert into check_idempotency (key_hash, body_hash, code_seed, code_hash, used_at)
      select ${key?.keyHash ?? ''}, ${key?.bodyHash ?? ''}, ${key?.codeSeed ?? ''}, ${check.codeHash}, ${at}::timestamptz
      where ${key !== null}
      on conflict (key_hash) do nothing
      returning 1
    )
    insert into checks (code_hash, checked_at, checked_on, verdict, language, registry_size,
      agency_id, question, answer, registry, not_asked_again)
    select ${check.codeHash}, ${at}::timestamptz, ${check.checkedOn}::date, ${check.answer.verdict},
      ${check.language}, ${check.registrySize}, ${check.answer.agency?.id ?? null},
      ${JSON.stringify(check.question)}::text::jsonb, ${JSON.stringify(check.answer)}::text::json,
      ${JSON.stringify(mark)}::text::jsonb, ${JSON.stringify(check.notAskedAgain)}::text::jsonb
    where ${key === null} or exists (select from used)
    returning 1`
  return saved.count === 1
}

/** The check that a key used after `since` led to. An older use is forgotten, so that the key is free. */
export async function findUsedKey(
  { sql }: Database,
  keyHash: string,
  since: Date,
): Promise<UsedKey | undefined> {
  const [row] = await sql`
    select i.body_hash, i.code_seed, i.used_at::text, i.used_at > ${since.toISOString()}::timestamptz as is_recent,
      c.code_hash, c.checked_at::text, c.checked_on::text, c.language,
      c.registry_size::float8, c.question, c.answer, c.registry, c.not_asked_again
    from check_idempotency i left join checks c on c.code_hash = i.code_hash
    where i.key_hash = ${keyHash}`
  if (row === undefined) return undefined
  if (row.is_recent !== true || row.code_hash === null) {
    await sql`delete from check_idempotency where key_hash = ${keyHash} and used_at = ${row.used_at}::timestamptz`
    return undefined
  }
  return { bodyHash: row.body_hash, codeSeed: row.code_seed, check: checkOf(row) }
}

/** A check made after `since`; older ones are as good as purged. */
export async function findCheck(
  { sql }: Database,
  codeHash: string,
  since: Date,
): Promise<KeptCheck | undefined> {
  const [row] = await sql`
    select code_hash, checked_at::text, checked_on::text, language, registry_size::float8,
      question, answer, registry, not_asked_again
    from checks
    where code_hash = ${codeHash} and checked_at > ${since.toISOString()}::timestamptz`
  return row && checkOf(row)
}

/** Turns checks made by `until` into counts, and forgets keys used by `keysUntil`. One statement. */
export async function purgeChecks(
  { sql }: Database,
  until: Date,
  keysUntil: Date,
): Promise<{ readonly checks: number; readonly keys: number }> {
  const [row] = await sql`
    with gone as (
      delete from checks where checked_at <= ${until.toISOString()}::timestamptz
      returning checked_on, verdict
    ), counted as (
      insert into check_counts (day, verdict, count)
      select checked_on, verdict, count(*) from gone group by 1, 2
    ), forgotten as (
      delete from check_idempotency where used_at <= ${keysUntil.toISOString()}::timestamptz
      returning 1
    )
    select (select count(*) from gone)::float8 as checks,
      (select count(*) from forgotten)::float8 as keys`
  return { checks: Number(row?.checks), keys: Number(row?.keys) }
}

export interface CheckCount {
  readonly day: CalendarDate
  readonly verdict: Verdict
  readonly count: number
}

/** How many checks gave each verdict on each day from `since`, kept and purged ones alike. */
export async function countChecks(
  { sql }: Database,
  since: CalendarDate = day('2000-01-01'),
): Promise<CheckCount[]> {
  // The day before, too: the instant is found by its index, and a day begins earlier in the east.
  const rows = await sql`
    select day::text, verdict, sum(count)::float8 as count
    from (
      select day, verdict, count from check_counts where day >= ${since}::date
      union all
      select checked_on, verdict, 1 from checks
      where checked_on >= ${since}::date and checked_at >= ${addDays(since, -1)}::date
    ) counted
    group by day, verdict order by day desc, verdict`
  return rows.map(({ day, verdict, count }) => ({ day, verdict, count: Number(count) }))
}

function checkOf(row: Record<string, unknown>): KeptCheck {
  const registry = row.registry as { asOf: string; knownAt: string }
  return {
    codeHash: String(row.code_hash),
    checkedAt: new Date(String(row.checked_at)),
    checkedOn: row.checked_on as CalendarDate,
    language: row.language as Language,
    registrySize: Number(row.registry_size),
    question: row.question as KeptQuestion,
    answer: row.answer as CheckAnswer,
    registry: {
      ...(row.registry as KeptRegistryMark),
      asOf: new Date(registry.asOf),
      knownAt: new Date(registry.knownAt),
    },
    notAskedAgain: row.not_asked_again as NotAskedAgain,
  }
}
