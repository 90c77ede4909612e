import { z } from '@hono/zod-openapi'
import type { Dependencies } from '../../dependencies.ts'
import type { Task } from '../../domain/people/role.ts'
import { type ImportRefusal, importProblem } from '../../import-refusal.ts'
import { Problem } from '../../problem.ts'
import { type RequestContext, setHeader } from '../../request-context.ts'
import { actorOf, requireTask } from '../../signed-in.ts'
import { findImport, type KeptImport } from '../../store/list-imports.ts'
import { orUnavailable } from '../../store-outage.ts'
import { IMPORT_EXAMPLE, ImportSchema, presentImport } from './import-schema.ts'

export const IMPORTS_PATH = '/v1/admin/imports'

export const ImportParamSchema = z.strictObject({
  id: z.string().max(100).openapi({ example: IMPORT_EXAMPLE.id }),
})

export const IMPORT_READ_PROBLEMS = [
  'sign-in-required',
  'not-allowed',
  'input-invalid',
  'too-many-requests',
  'service-unavailable',
  'unexpected-failure',
] as const

export const IMPORT_WRITE_PROBLEMS = [
  ...IMPORT_READ_PROBLEMS,
  'import-not-found',
  'request-unreadable',
  'other-site',
  'conflict',
  'body-too-large',
  'media-type-unsupported',
  'registry-unavailable',
] as const

export const oneImport = (description: string) => ({
  description,
  content: { 'application/json': { schema: ImportSchema } },
})

export const inBackground = {
  ...oneImport('The import: what it waits for is done in the background'),
  headers: z.object({ Location: z.string() }),
}

export const jsonBody = <Schema extends z.ZodType>(schema: Schema, example: object) => ({
  required: true as const,
  content: { 'application/json': { schema, example } },
})

type Outcome = { readonly import: KeptImport } | { readonly refused: ImportRefusal }

/** What every call about imports does around its action. */
export function importDesk(dependencies: Dependencies) {
  const { database } = dependencies
  const asking = (c: RequestContext, task: Task) => ({
    person: requireTask(c, task),
    actor: actorOf(c),
  })
  /** What came of an action, as it is answered; throws the problem that a refusal is. */
  const done = async (c: RequestContext, acting: Promise<Outcome>) => {
    const outcome = await orUnavailable(dependencies, acting)
    if ('refused' in outcome) throw importProblem(outcome.refused)
    return presentImport(outcome.import, c.get('language'))
  }
  return {
    asking,
    askingOf: (c: RequestContext, task: Task, importId: string) => ({
      ...asking(c, task),
      importId,
    }),
    done,
    /** The same for what goes on in the background: the answer says where to look. */
    begun: async (c: RequestContext, acting: Promise<Outcome>) => {
      const presented = await done(c, acting)
      setHeader(c, 'Location', `${IMPORTS_PATH}/${presented.id}`)
      return presented
    },
    /** Throws where there is no such import. */
    found: async (id: string): Promise<KeptImport> => {
      const kept = await orUnavailable(dependencies, findImport(database, id))
      if (kept === undefined) throw new Problem('import-not-found')
      return kept
    },
  }
}
