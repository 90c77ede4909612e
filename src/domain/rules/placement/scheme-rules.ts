import type { CheckRule } from './check-rule.ts'
import { ANY_SCHEME_RULES } from './scheme/any-scheme-rules.ts'
import { APPRENTICESHIP_RULES } from './scheme/apprenticeship-rules.ts'
import { COMPANY_RULES } from './scheme/company-rules.ts'
import { COURSE_RULES } from './scheme/course-rules.ts'
import { GOVERNMENT_RULES } from './scheme/government-rules.ts'
import { NO_PLACER_RULES } from './scheme/no-placer-rules.ts'
import { OWN_PERMIT_RULES } from './scheme/own-permit-rules.ts'

/** An apprenticeship sold as a job is told before what its scheme says; what any scheme needs comes last. */
export const SCHEME_RULES: readonly CheckRule[] = [
  ...APPRENTICESHIP_RULES,
  ...COMPANY_RULES,
  ...OWN_PERMIT_RULES,
  ...GOVERNMENT_RULES,
  ...NO_PLACER_RULES,
  ...COURSE_RULES,
  ...ANY_SCHEME_RULES,
]
