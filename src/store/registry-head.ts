import type postgres from 'postgres'
import { type Database, open } from './database.ts'

/** How far the registry log goes. `stamp` tells apart two logs of one length. */
export interface RegistryHead {
  readonly size: number
  readonly stamp: string
}

export async function findRegistryHead({ sql }: Pick<Database, 'sql'>): Promise<RegistryHead> {
  const [row] = await sql`select size::float8 as size,
    trunc(extract(epoch from recorded_at) * 1000000)::text as stamp from registry_head`
  if (row === undefined) throw new Error('registry_head is empty')
  return { size: Number(row.size), stamp: String(row.stamp) }
}

/** Asks on a connection of its own, so that a busy pool can neither delay it nor be delayed by it. */
export interface HeadProbe {
  read(): Promise<RegistryHead>
  close(): Promise<void>
}

/** A question that takes longer than `timeoutMs` fails, and its connection is given up. */
export function openHeadProbe(url: string, timeoutMs = 1_000): HeadProbe {
  let sql: postgres.Sql | undefined

  async function read(): Promise<RegistryHead> {
    sql ??= open(url, 1, timeoutMs)
    const asked = sql
    try {
      return await within(timeoutMs, findRegistryHead({ sql: asked }))
    } catch (error) {
      // The driver can hang for ever on a server that closes at start-up: begin anew.
      if (sql === asked) sql = undefined
      asked.end({ timeout: 0 }).catch(() => {})
      throw error
    }
  }

  return {
    read,
    close: async () => {
      await sql?.end({ timeout: 1 })
    },
  }
}

function within<Result>(milliseconds: number, answer: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`no answer within ${milliseconds} ms`))
    }, milliseconds)
    answer.finally(() => clearTimeout(timer)).then(resolve, reject)
  })
}
