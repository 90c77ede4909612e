import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { RECRUITER_RULES } from '../domain/rules/recruiter-rules.ts'
import { CLAIM_OUTCOMES, CLAIMS, EFFECTS } from '../domain/verdict.ts'
import type { Language } from '../language.ts'
import { problemResponses } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { BasisSchema, presentBasis } from './answer.ts'
import { conditional } from './conditional.ts'
import { DayOutSchema } from './days.ts'
import { NoQuerySchema, refuseInvalidInput } from './input.ts'

const RuleSchema = z
  .strictObject({
    code: z.string(),
    claim: z.enum(CLAIMS),
    outcome: z.enum(CLAIM_OUTCOMES),
    effect: z.enum(EFFECTS),
    states: z.string(),
    needs: z.array(z.string()),
    basis: z.array(BasisSchema),
    in_force: z.strictObject({ from: DayOutSchema.nullable(), until: DayOutSchema.nullable() }),
  })
  .openapi('Rule')

const EXAMPLE = {
  items: [
    {
      code: 'agency.revoked',
      claim: 'agency' as const,
      outcome: 'contradicted' as const,
      effect: 'not_legal' as const,
      states: 'Izin perusahaan ini sudah dicabut.',
      needs: ['licence events'],
      basis: [],
      in_force: { from: null, until: null },
    },
  ],
  next_cursor: null,
  total: 1,
}

const listRules = createRoute({
  method: 'get',
  path: '/v1/rules',
  operationId: 'listRules',
  tags: ['sources'],
  summary: 'The rules that answers are made of, each with its law and its days in force',
  request: { query: NoQuerySchema },
  responses: {
    200: {
      description: 'The same list that every finding quotes',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              items: z.array(RuleSchema),
              next_cursor: z.string().nullable(),
              total: z.int(),
            })
            .openapi('RuleList'),
          example: EXAMPLE,
        },
      },
    },
    304: { description: 'Unchanged' },
    ...problemResponses('input-invalid', 'too-many-requests'),
  },
})

const presentRules = (language: Language): z.infer<typeof RuleSchema>[] =>
  RECRUITER_RULES.map((rule) => ({
    code: rule.code,
    claim: rule.claim,
    outcome: rule.outcome,
    effect: rule.effect,
    states: rule.states[language],
    needs: [...rule.needs],
    basis: rule.basis.map(presentBasis),
    in_force: rule.inForce,
  }))

const RULES = { id: presentRules('id'), en: presentRules('en') } as const
/** The rules change with the code only. */
const VERSION = `r${JSON.stringify(RULES).length}`

export function ruleRoutes() {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    listRules,
    (c) => {
      const unchanged = conditional(c, VERSION)
      if (unchanged) return unchanged
      const items = RULES[c.get('language')]
      return c.json({ items, next_cursor: null, total: items.length }, 200)
    },
  )
}
