import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { isWithin } from '../domain/rules/instruments.ts'
import { type CheckRule, RULE_DATES } from '../domain/rules/placement/check-rule.ts'
import { CHECK_RULES } from '../domain/rules/placement/check-rules.ts'
import { RECRUITER_RULES } from '../domain/rules/recruiter-rules.ts'
import { CLAIM_OUTCOMES, CLAIMS, EFFECTS } from '../domain/verdict.ts'
import type { Language } from '../language.ts'
import { problemResponses } from '../problem.ts'
import { RELEASE } from '../release.ts'
import type { RequestEnv } from '../request-context.ts'
import { BasisSchema, presentBasis } from './answer.ts'
import { conditional } from './conditional.ts'
import { DayOutSchema, DaySchema } from './days.ts'
import { refuseInvalidInput, strictQuery } from './input.ts'

const RuleSchema = z
  .strictObject({
    code: z.string(),
    claim: z.enum(CLAIMS),
    outcome: z.enum(CLAIM_OUTCOMES),
    effect: z.enum(EFFECTS),
    states: z.string(),
    needs: z.array(z.string()),
    basis: z.array(BasisSchema),
    dated: z.enum(RULE_DATES).openapi({
      description:
        'The day by which the rule is judged: of recruiting or paying, asked about, or of departure',
    }),
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
      dated: 'asked' as const,
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
  request: {
    query: strictQuery({
      claim: z.enum(CLAIMS).optional(),
      effect: z.enum(EFFECTS).optional(),
      in_force_on: DaySchema.optional(),
    }),
  },
  responses: {
    200: {
      description:
        'The same list that every finding quotes: rules about a recruiter, then what the full check adds',
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

type ListedRule = Omit<CheckRule, 'applies' | 'says' | 'source' | 'params'>

/** A recruiter is judged on the day asked about, in the quick check and in the full one. */
const RULES: readonly ListedRule[] = [
  ...RECRUITER_RULES.map((rule) => ({ ...rule, dated: 'asked' as const })),
  ...CHECK_RULES,
]

const presentRule = (rule: ListedRule, language: Language): z.infer<typeof RuleSchema> => ({
  code: rule.code,
  claim: rule.claim,
  outcome: rule.outcome,
  effect: rule.effect,
  states: rule.states[language],
  needs: [...rule.needs],
  basis: rule.basis.map(presentBasis),
  dated: rule.dated,
  in_force: rule.inForce,
})

export function ruleRoutes() {
  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    listRules,
    (c) => {
      const unchanged = conditional(c, RELEASE)
      if (unchanged) return unchanged
      const { claim, effect, in_force_on: day } = c.req.valid('query')
      const items = RULES.filter(
        (rule) =>
          (claim === undefined || rule.claim === claim) &&
          (effect === undefined || rule.effect === effect) &&
          (day === undefined || isWithin(rule.inForce, day)),
      ).map((rule) => presentRule(rule, c.get('language')))
      return c.json({ items, next_cursor: null, total: items.length }, 200)
    },
  )
}
