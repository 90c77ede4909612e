import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import {
  compareAnew,
  decideImport,
  proposeImport,
  undoImport,
  withdrawImport,
} from '../../actions/list-imports.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { Task } from '../../domain/people/role.ts'
import type { ProposalDecision } from '../../domain/recording/proposal.ts'
import { problemResponses } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { needs, requireProof } from '../../signed-in.ts'
import { NoQuerySchema, refuseInvalidInput } from '../input.ts'
import { ReasonSchema } from './fact-schema.ts'
import {
  IMPORT_WRITE_PROBLEMS,
  IMPORTS_PATH,
  ImportParamSchema,
  importDesk,
  inBackground,
  jsonBody,
  oneImport,
} from './import-desk.ts'
import { SettingsBodySchema } from './import-input.ts'

const ReasonBodySchema = z.strictObject({ reason: ReasonSchema }).openapi('ImportReasonBody')
const REASON_BODY = jsonBody(ReasonBodySchema, { reason: 'Daftar resmi bulan November.' })
const ApprovalBodySchema = z
  .strictObject({
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .openapi({ description: '`comparison.digest` of the import as it was looked at' }),
    reason: ReasonSchema,
  })
  .openapi('ImportApprovalBody')
const APPROVAL_BODY = jsonBody(ApprovalBodySchema, { digest: '0'.repeat(64) })

const changeImport = createRoute({
  method: 'patch',
  path: `${IMPORTS_PATH}/{id}`,
  operationId: 'changeImport',
  tags: ['imports'],
  summary: 'Choose other columns or another sheet, or say that the list is whole; compared anew',
  ...needs('record'),
  request: {
    params: ImportParamSchema,
    query: NoQuerySchema,
    body: jsonBody(SettingsBodySchema, { columns: { name: 'Nama P3MI', licence: 'No. SIP3MI' } }),
  },
  responses: { 202: inBackground, ...problemResponses(...IMPORT_WRITE_PROBLEMS) },
})

const compareImport = createRoute({
  method: 'post',
  path: `${IMPORTS_PATH}/{id}/comparison`,
  operationId: 'compareImport',
  tags: ['imports'],
  summary: 'Compare again, under the decisions made since; or take up work that has stopped',
  ...needs('record'),
  request: { params: ImportParamSchema, query: NoQuerySchema },
  responses: { 202: inBackground, ...problemResponses(...IMPORT_WRITE_PROBLEMS) },
})

const proposeImportRoute = createRoute({
  method: 'post',
  path: `${IMPORTS_PATH}/{id}/proposal`,
  operationId: 'proposeImport',
  tags: ['imports'],
  summary: 'Put the difference before a second person',
  ...needs('record'),
  request: { params: ImportParamSchema, query: NoQuerySchema, body: REASON_BODY },
  responses: {
    200: oneImport('The import, waiting'),
    ...problemResponses(...IMPORT_WRITE_PROBLEMS),
  },
})

const approveImport = createRoute({
  method: 'post',
  path: `${IMPORTS_PATH}/{id}/approval`,
  operationId: 'approveImport',
  tags: ['imports'],
  summary: 'Approve what somebody else proposed: exactly that is recorded, in the background',
  ...needs('approve'),
  request: { params: ImportParamSchema, query: NoQuerySchema, body: APPROVAL_BODY },
  responses: {
    200: oneImport('The import as it is decided'),
    ...problemResponses(...IMPORT_WRITE_PROBLEMS, 'second-person-needed', 'step-up-needed'),
  },
})

const DECISIONS = [
  {
    part: 'refusal',
    operationId: 'declineImport',
    decision: 'declined',
    task: 'approve',
    summary: 'Decline what somebody else proposed: it is open again',
  },
  {
    part: 'withdrawal',
    operationId: 'withdrawImport',
    decision: 'withdrawn',
    task: 'record',
    summary: 'Withdraw what one proposed oneself: it is open again',
  },
] as const satisfies readonly {
  readonly part: string
  readonly operationId: string
  readonly decision: ProposalDecision
  readonly task: Task
  readonly summary: string
}[]

function decisionRoute({ part, operationId, summary, task }: (typeof DECISIONS)[number]) {
  return createRoute({
    method: 'post',
    path: `${IMPORTS_PATH}/{id}/${part}`,
    operationId,
    tags: ['imports'],
    summary,
    ...needs(task),
    request: { params: ImportParamSchema, query: NoQuerySchema, body: REASON_BODY },
    responses: {
      200: oneImport('The import as it is decided'),
      ...problemResponses(...IMPORT_WRITE_PROBLEMS, 'second-person-needed'),
    },
  })
}

const giveUpImport = createRoute({
  method: 'delete',
  path: `${IMPORTS_PATH}/{id}`,
  operationId: 'giveUpImport',
  tags: ['imports'],
  summary: 'Give up an import of which nothing was recorded; its file is forgotten',
  ...needs('record'),
  request: { params: ImportParamSchema, query: NoQuerySchema },
  responses: {
    200: oneImport('The import, given up'),
    ...problemResponses(...IMPORT_WRITE_PROBLEMS),
  },
})

const undoImportRoute = createRoute({
  method: 'post',
  path: `${IMPORTS_PATH}/{id}/undoing`,
  operationId: 'undoImport',
  tags: ['imports'],
  summary: 'Take a published import back, by correction: another import, which two persons publish',
  ...needs('record'),
  request: { params: ImportParamSchema, query: NoQuerySchema },
  responses: { 202: inBackground, ...problemResponses(...IMPORT_WRITE_PROBLEMS) },
})

/** What takes an import from one state to the next. */
export function importStepRoutes(dependencies: Dependencies) {
  const { askingOf, begun, done } = importDesk(dependencies)
  const routes = new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
  for (const one of DECISIONS) {
    routes.openapi(decisionRoute(one), async (c) => {
      const asking = askingOf(c, one.task, c.req.valid('param').id)
      const acting = decideImport(dependencies, {
        ...asking,
        decision: one.decision,
        reason: c.req.valid('json').reason ?? null,
        digest: null,
      })
      return c.json(await done(c, acting), 200)
    })
  }
  return routes
    .openapi(approveImport, async (c) => {
      const asking = askingOf(c, 'approve', c.req.valid('param').id)
      requireProof(c, dependencies)
      const { digest, reason = null } = c.req.valid('json')
      const acting = decideImport(dependencies, { ...asking, decision: 'approved', reason, digest })
      return c.json(await done(c, acting), 200)
    })
    .openapi(changeImport, async (c) => {
      const { accept_missing: acceptMissing, ...settings } = c.req.valid('json')
      const acting = compareAnew(dependencies, {
        ...askingOf(c, 'record', c.req.valid('param').id),
        settings: { ...settings, acceptMissing },
      })
      return c.json(await begun(c, acting), 202)
    })
    .openapi(compareImport, async (c) => {
      const acting = compareAnew(dependencies, askingOf(c, 'record', c.req.valid('param').id))
      return c.json(await begun(c, acting), 202)
    })
    .openapi(proposeImportRoute, async (c) => {
      const acting = proposeImport(dependencies, {
        ...askingOf(c, 'record', c.req.valid('param').id),
        reason: c.req.valid('json').reason ?? null,
      })
      return c.json(await done(c, acting), 200)
    })
    .openapi(giveUpImport, async (c) => {
      const acting = withdrawImport(dependencies, askingOf(c, 'record', c.req.valid('param').id))
      return c.json(await done(c, acting), 200)
    })
    .openapi(undoImportRoute, async (c) => {
      const acting = undoImport(dependencies, askingOf(c, 'record', c.req.valid('param').id))
      return c.json(await begun(c, acting), 202)
    })
}
