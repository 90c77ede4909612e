import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { auditCsv, auditPage, givenIn } from '../../actions/people/read-audit.ts'
import { auditFirst } from '../../audit-first.ts'
import type { Dependencies } from '../../dependencies.ts'
import { ACTOR_KINDS, AUDIT_ACTIONS } from '../../domain/people/audit-event.ts'
import { Problem, problemResponses } from '../../problem.ts'
import { type RequestEnv, setHeader } from '../../request-context.ts'
import { needs, signedIn } from '../../signed-in.ts'
import type { KeptEvent } from '../../store/audit.ts'
import { orUnavailable } from '../../store-outage.ts'
import { DaySchema, InstantOutSchema } from '../days.ts'
import { limitSchema, refuseInvalidInput, strictQuery } from '../input.ts'

const FILTER = {
  actor: z.string().min(1).max(80).optional().openapi({
    description: 'A person’s id, a key’s, or a command’s name',
    example: 'per_7q4n0ztm5r2xk9db',
  }),
  action: z.enum(AUDIT_ACTIONS).optional(),
  subject: z.string().min(1).max(100).optional(),
  from: DaySchema.optional(),
  until: DaySchema.optional().openapi({ description: 'The last day, itself included' }),
}

const AuditEventSchema = z
  .strictObject({
    id: z.int(),
    at: InstantOutSchema,
    actor: z.strictObject({
      kind: z.enum(ACTOR_KINDS),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
    session_id: z.string().nullable(),
    address: z.string().nullable(),
    action: z.enum(AUDIT_ACTIONS),
    subject: z.string().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    request_id: z.string().nullable(),
  })
  .openapi('AuditEvent')

const REFUSALS = [
  'sign-in-required',
  'not-allowed',
  'input-invalid',
  'too-many-requests',
  'service-unavailable',
] as const

const listAuditEvents = createRoute({
  method: 'get',
  path: '/v1/admin/audit',
  operationId: 'listAuditEvents',
  tags: ['people'],
  summary: 'Who did what, when and from where',
  description:
    'Newest first. Each reading is itself written down before it is answered. An auditor of a place is told what concerns that place; what concerns none, those of the whole home country and of everything.',
  ...needs('read_audit'),
  request: {
    query: strictQuery({
      ...FILTER,
      limit: limitSchema(200, 50),
      cursor: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number)
        .optional(),
    }),
  },
  responses: {
    200: {
      description: 'One page',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              items: z.array(AuditEventSchema),
              next_cursor: z.string().nullable(),
            })
            .openapi('AuditPage'),
        },
      },
    },
    ...problemResponses(...REFUSALS),
  },
})

const exportAuditEvents = createRoute({
  method: 'get',
  path: '/v1/admin/audit.csv',
  operationId: 'exportAuditEvents',
  tags: ['people'],
  summary: 'The same as CSV, at most 20,000 events',
  description: 'A cell that a spreadsheet could take for a formula begins with an apostrophe.',
  ...needs('read_audit'),
  request: { query: strictQuery(FILTER) },
  responses: {
    200: {
      description: 'UTF-8, a heading, newest first',
      content: { 'text/csv': { schema: z.string() } },
    },
    ...problemResponses(...REFUSALS),
  },
})

export function auditRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(listAuditEvents, async (c) => {
      const { limit, cursor, ...filter } = c.req.valid('query')
      await auditFirst(c, dependencies, 'audit.read', null, givenIn(filter))
      const { items, next } = await orUnavailable(
        dependencies,
        auditPage(dependencies, signedIn(c), filter, cursor, limit),
      )
      return c.json(
        { items: items.map(presentEvent), next_cursor: next === null ? null : String(next) },
        200,
      )
    })
    .openapi(exportAuditEvents, async (c) => {
      const filter = c.req.valid('query')
      await auditFirst(c, dependencies, 'audit.exported', null, givenIn(filter))
      const csv = await orUnavailable(dependencies, auditCsv(dependencies, signedIn(c), filter))
      if (csv === undefined) throw tooMany()
      setHeader(c, 'Content-Disposition', 'attachment; filename="audit.csv"')
      return c.body(csv, 200, { 'Content-Type': 'text/csv; charset=utf-8' })
    })
}

function tooMany(): Problem {
  const detail = {
    id: 'Lebih dari 20.000 kejadian: pilih rentang hari yang lebih pendek.',
    en: 'More than 20,000 events: choose fewer days.',
  }
  return new Problem('input-invalid', { errors: [{ parameter: 'from', detail }] })
}

function presentEvent({ id, at, actor, actorName, action, subject, place, detail }: KeptEvent) {
  return {
    id,
    at: at.toISOString(),
    actor: { kind: actor.kind, id: actor.id, name: actorName },
    session_id: actor.sessionId,
    address: actor.address,
    action,
    subject,
    country: place.country,
    region: place.region,
    detail: { ...detail },
    request_id: actor.requestId,
  }
}
