import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { openRegister } from '../actions/open-register.ts'
import type { Dependencies } from '../dependencies.ts'
import { NAME_KINDS } from '../domain/agency.ts'
import { agencyOnDay } from '../domain/agency-on-day.ts'
import { SUGGESTION_REASONS } from '../domain/matching/suggest.ts'
import { Problem, problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { AGENCY_SUMMARY_EXAMPLE } from './agency-example.ts'
import { AgencySummarySchema, presentAgencySummary } from './agency-summary.ts'
import { conditional } from './conditional.ts'
import { limitSchema, refuseInvalidInput, strictQuery } from './input.ts'
import { CountrySchema } from './quick-question.ts'

const SuggestionSchema = z
  .strictObject({
    matched: z.strictObject({ name: z.string(), kind: z.enum(NAME_KINDS) }),
    reason: z.enum(SUGGESTION_REASONS),
    agency: AgencySummarySchema,
  })
  .openapi('Suggestion', { description: 'An offer while a person types; never an answer.' })

const suggestAgencies = createRoute({
  method: 'get',
  path: '/v1/suggest',
  operationId: 'suggestAgencies',
  tags: ['verify'],
  summary: 'Names to offer while a person types',
  request: {
    query: strictQuery({
      q: z.string().trim().min(1).max(200),
      country: CountrySchema.optional(),
      limit: limitSchema(20, 8),
    }),
  },
  responses: {
    200: {
      description: 'Best first',
      content: {
        'application/json': {
          schema: z.strictObject({ items: z.array(SuggestionSchema) }).openapi('Suggestions'),
          example: {
            items: [
              {
                matched: { name: 'PT Contoh Bahari Sentosa', kind: 'registered' },
                reason: 'beginning',
                agency: AGENCY_SUMMARY_EXAMPLE,
              },
            ],
          },
        },
      },
    },
    304: { description: 'Unchanged' },
    ...problemResponses('input-invalid', 'too-many-requests', 'registry-unavailable'),
  },
})

export function suggestRoutes(dependencies: Dependencies) {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    suggestAgencies,
    async (c) => {
      const { q, country, limit } = c.req.valid('query')
      const opened = await openRegister(dependencies)
      if (opened === undefined) throw new Problem('registry-unavailable')
      const unchanged = conditional(c, opened.version)
      if (unchanged) return unchanged
      const { view, register, today } = opened
      const found = register.suggest(q, { limit, ...(country === undefined ? {} : { country }) })
      const items = found.flatMap(({ agencyId, name, reason }) => {
        const agency = view.agency(agencyId)
        if (agency === undefined) return []
        return [
          {
            matched: { name: name.name, kind: name.kind },
            reason,
            agency: presentAgencySummary(agencyOnDay(today, agency, view)),
          },
        ]
      })
      return c.json({ items }, 200)
    },
  )
}
