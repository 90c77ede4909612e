import type { Database } from './database.ts'

/** Who recorded each entry of a subject: the pseudonym of a person, or the name of a command. */
export async function findRecorders(
  { sql }: Database,
  subject: string,
): Promise<ReadonlyMap<number, string>> {
  const rows = await sql`
    select idx::float8, recorded_by from registry_log where subject = ${subject}`
  return new Map(rows.map(({ idx, recorded_by }) => [Number(idx), String(recorded_by)]))
}
