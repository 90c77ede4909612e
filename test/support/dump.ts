import type { TestService } from './test-service.ts'

/** Every row of every table, as text. */
export async function dumpOf({
  database: { sql },
}: Pick<TestService, 'database'>): Promise<string> {
  const tables = await sql`select relname from pg_stat_user_tables where schemaname = 'public'`
  const rows = await Promise.all(
    tables.map(({ relname }) => sql`select t::text as row from ${sql(relname)} t`),
  )
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n')
}
