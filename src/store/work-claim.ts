import { open } from './database.ts'

/**
 * Claims a piece of work for this process; undefined while another has it. The claim belongs to a
 * connection of its own, so it ends with the process, however that ends.
 */
export async function claimWork(
  url: string,
  name: string,
): Promise<{ release(): Promise<void> } | undefined> {
  const sql = open(url, 1, 5_000)
  const [row] = await sql`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as is_ours`
  if (row?.is_ours === true) return { release: () => sql.end({ timeout: 5 }) }
  await sql.end({ timeout: 5 })
  return undefined
}
