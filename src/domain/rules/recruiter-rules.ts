import type { AgencySituation } from '../agency-situation.ts'
import { CHANNEL_RULES } from './channel-rules.ts'
import { CURRENCY_RULES } from './currency-rules.ts'
import { IDENTITY_NOTES, IDENTITY_RULES } from './identity-rules.ts'
import { LICENCE_RULES } from './licence-rules.ts'
import type { Rule } from './rule.ts'

/** Every rule about a recruiter, in the order in which findings of one weight are told. */
export const RECRUITER_RULES: readonly Rule<AgencySituation>[] = [
  ...IDENTITY_RULES,
  ...CURRENCY_RULES.filter(({ effect }) => effect === 'cannot_confirm'),
  ...LICENCE_RULES,
  ...IDENTITY_NOTES,
  ...CHANNEL_RULES,
  ...CURRENCY_RULES.filter(({ effect }) => effect !== 'cannot_confirm'),
]
