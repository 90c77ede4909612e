import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { AGENCY_SORTS, listAgencies } from '../actions/list-agencies.ts'
import { openRegister } from '../actions/open-register.ts'
import type { Dependencies } from '../dependencies.ts'
import { AGENCY_KINDS, LICENCE_STATUSES } from '../domain/licence.ts'
import { readLicenceNumber } from '../domain/matching/licence-number.ts'
import { Problem, problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { AgencySchema, presentAgency } from './agency-detail.ts'
import { AGENCY_EXAMPLE, AGENCY_SUMMARY_EXAMPLE } from './agency-example.ts'
import { AgencySummarySchema, presentAgencySummary } from './agency-summary.ts'
import { conditional } from './conditional.ts'
import { DaySchema, InstantSchema } from './days.ts'
import { limitSchema, refuseInvalidInput, strictQuery } from './input.ts'
import { CountrySchema } from './quick-question.ts'
import { refuseFuture } from './verify.ts'

const AgencyListSchema = z
  .strictObject({
    items: z.array(AgencySummarySchema),
    next_cursor: z.string().nullable(),
    total: z.int(),
    counts: z
      .partialRecord(z.enum(LICENCE_STATUSES), z.int())
      .openapi({ description: 'How many of all that match have each status' }),
  })
  .openapi('AgencyList')

const AGENCY_ID = /^agy_[a-z0-9]{4,40}$/

const CursorSchema = z
  .string()
  .max(100)
  .transform((text) => Buffer.from(text, 'base64url').toString('utf8'))
  .refine((text) => AGENCY_ID.test(text), {
    params: {
      says: {
        id: 'Pakai next_cursor dari halaman sebelumnya.',
        en: 'Give the next_cursor of the page before.',
      },
    },
  })

const searchAgencies = createRoute({
  method: 'get',
  path: '/v1/agencies',
  operationId: 'searchAgencies',
  tags: ['agencies'],
  summary: 'Search and list the register',
  request: {
    query: strictQuery({
      q: z.string().trim().min(1).max(200).optional().openapi({ description: 'Name or number' }),
      status: z.enum(LICENCE_STATUSES).optional(),
      kind: z.enum(AGENCY_KINDS).optional(),
      country: CountrySchema.optional(),
      region: z
        .string()
        .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/)
        .optional()
        .openapi({
          description: 'A region code or its beginning: head offices and open branches',
          example: '32.12',
        }),
      destination: CountrySchema.optional(),
      on: DaySchema.optional(),
      sort: z.enum(AGENCY_SORTS).default('name'),
      limit: limitSchema(100, 20),
      cursor: CursorSchema.optional(),
    }),
  },
  responses: {
    200: {
      description: 'One page',
      content: {
        'application/json': {
          schema: AgencyListSchema,
          example: {
            items: [AGENCY_SUMMARY_EXAMPLE],
            next_cursor: null,
            total: 1,
            counts: { licensed: 1 },
          },
        },
      },
    },
    304: { description: 'Unchanged' },
    ...problemResponses('input-invalid', 'too-many-requests', 'registry-unavailable'),
  },
})

const AT_QUERY = strictQuery({ on: DaySchema.optional(), known_at: InstantSchema.optional() })

const agencyResponse = {
  200: {
    description: 'The agency as it stood on that day',
    content: { 'application/json': { schema: AgencySchema, example: AGENCY_EXAMPLE } },
  },
  304: { description: 'Unchanged' },
} as const

const getAgency = createRoute({
  method: 'get',
  path: '/v1/agencies/{id}',
  operationId: 'getAgency',
  tags: ['agencies'],
  summary: 'One agency on a day',
  request: { params: z.strictObject({ id: z.string() }), query: AT_QUERY },
  responses: {
    ...agencyResponse,
    ...problemResponses(
      'agency-not-found',
      'input-invalid',
      'too-many-requests',
      'registry-unavailable',
    ),
  },
})

const getLicence = createRoute({
  method: 'get',
  path: '/v1/licences/{number}',
  operationId: 'getLicence',
  tags: ['agencies'],
  summary: 'The agency that holds a licence number, however it is written',
  request: {
    params: z.strictObject({
      number: z.string().min(1).max(100).openapi({ example: '9900000000011' }),
    }),
    query: AT_QUERY.extend({ country: CountrySchema.optional() }),
  },
  responses: {
    ...agencyResponse,
    ...problemResponses(
      'licence-not-found',
      'input-invalid',
      'too-many-requests',
      'registry-unavailable',
    ),
  },
})

/** A number with slashes, pasted as it is, is led to where they are part of it. */
const LICENCES = '/v1/licences/'

export function agencyRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput })
    .openapi(searchAgencies, async (c) => {
      const { on, cursor, ...filter } = c.req.valid('query')
      const opened = await openRegister(dependencies)
      if (opened === undefined) throw new Problem('registry-unavailable')
      const unchanged = conditional(c, opened.version)
      if (unchanged) return unchanged
      const page = listAgencies(opened.register.agencies(), opened.view, on ?? opened.today, {
        ...filter,
        after: cursor,
      })
      return c.json(
        {
          items: page.items.map(presentAgencySummary),
          next_cursor: page.next === null ? null : Buffer.from(page.next).toString('base64url'),
          total: page.total,
          counts: page.counts,
        },
        200,
      )
    })
    .openapi(getAgency, async (c) => {
      const { on, known_at: knownAt } = c.req.valid('query')
      refuseFuture(knownAt, dependencies)
      const opened = await openRegister(dependencies, knownAt)
      if (opened === undefined) throw new Problem('registry-unavailable')
      const { id } = c.req.valid('param')
      const agency = opened.view.agency(id)
      if (agency === undefined) throw new Problem('agency-not-found')
      const unchanged = conditional(c, opened.version)
      if (unchanged) return unchanged
      return c.json(presentAgency(agency, id, on ?? opened.today, opened, c.get('language')), 200)
    })
    .openapi(getLicence, async (c) => {
      const { on, known_at: knownAt, country } = c.req.valid('query')
      refuseFuture(knownAt, dependencies)
      const opened = await openRegister(dependencies, knownAt)
      if (opened === undefined) throw new Problem('registry-unavailable')
      const number = readLicenceNumber(
        c.req.valid('param').number,
        country ?? dependencies.config.country,
      )
      // A number that only resembles another is never answered with that other's agency.
      const holder = (number && opened.view.holdersOfNumber(number, country))?.find(
        ({ outcome }) => outcome !== 'suggested',
      )
      const agency = holder && opened.view.agency(holder.agencyId)
      if (agency === undefined || number?.schema === 'nib_malformed') {
        throw new Problem('licence-not-found')
      }
      const unchanged = conditional(c, opened.version)
      if (unchanged) return unchanged
      return c.json(
        presentAgency(agency, agency.id, on ?? opened.today, opened, c.get('language')),
        200,
      )
    })
    .get(`${LICENCES}*`, (c) => {
      const { pathname, search } = new URL(c.req.url)
      const number = pathname.slice(LICENCES.length).replaceAll('/', '%2F')
      return c.redirect(`${LICENCES}${number}${search}`, 308)
    })
}
