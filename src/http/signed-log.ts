import { z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../problem.ts'
import { findLatestCheckpoint, type StoredCheckpoint } from '../store/log-checkpoints.ts'

type LogDependencies = Pick<Dependencies, 'database' | 'log'>

/** Reads for a question about the log; a database that cannot be asked is a Problem and no failure of ours. */
export async function readingLog<Result>(
  { log }: LogDependencies,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Problem) throw error
    log.error({ err: error }, 'reading the registry log')
    throw new Problem('registry-unavailable')
  }
}

/** The newest signed checkpoint; a Problem before there is one. */
export async function latestCheckpoint({ database }: LogDependencies): Promise<StoredCheckpoint> {
  const checkpoint = await findLatestCheckpoint(database)
  if (checkpoint === undefined) throw new Problem('log-unsigned')
  return checkpoint
}

/** A size or a place in the log: digits only. */
export const LogNumberSchema = z
  .string()
  .refine((text) => /^\d{1,15}$/.test(text), {
    params: { says: { id: 'Isi dengan bilangan bulat.', en: 'Give a whole number.' } },
  })
  .transform(Number)
  .openapi({ type: 'integer', minimum: 0, example: 0 })

export const HASH_EXAMPLE = 'wlrsxc+dDK0z7+b554f6ZhURm9tmnqadJxKhI/GY+Pg='

export const HashSchema = z
  .string()
  .openapi({ description: 'SHA-256, in base64', example: HASH_EXAMPLE })

export const CHECKPOINT_EXAMPLE = `pastikan.example/v1/log
349
${HASH_EXAMPLE}

— pastikan.example/v1/log IVoulqm84tkpL0SrJfC1MRMCwmZOXsHWju75wXuwBZHV4Am/jQFACJUdXissFy4GEemtWgdllNrWqHj92/0vjppyDQs=
`
