import { AUTHORISATION_RULES } from './authorisation-rules.ts'
import type { CheckRule } from './check-rule.ts'
import { DESTINATION_RULES } from './destination-rules.ts'
import { DOCUMENT_RULES } from './document-rules.ts'
import { FEE_RULES } from './fee-rules.ts'
import { JOB_ORDER_RULES } from './job-order-rules.ts'
import { LICENCE_CLAIM_RULES } from './licence-claim-rules.ts'
import { PERMIT_RULES } from './permit-rules.ts'
import { PERSON_RULES } from './person-rules.ts'
import { SANCTION_RULES } from './sanction-rules.ts'
import { SCHEME_RULES } from './scheme-rules.ts'
import { WORKER_RULES } from './worker-rules.ts'

/** What the full check adds to the rules about a recruiter, in the order in which it is told. */
export const CHECK_RULES: readonly CheckRule[] = [
  ...LICENCE_CLAIM_RULES,
  ...SANCTION_RULES,
  ...WORKER_RULES,
  ...SCHEME_RULES,
  ...DESTINATION_RULES,
  ...AUTHORISATION_RULES,
  ...PERMIT_RULES,
  ...JOB_ORDER_RULES,
  ...PERSON_RULES,
  ...FEE_RULES,
  ...DOCUMENT_RULES,
]
