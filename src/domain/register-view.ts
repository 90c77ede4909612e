import type { Agency } from './agency.ts'
import type { ReadNumber } from './matching/licence-number.ts'
import type { NameMatch } from './matching/match.ts'
import type { Source } from './source.ts'

export const NUMBER_OUTCOMES = ['exact', 'same_nib', 'suggested', 'none'] as const

/** An agency that a number leads to. Only `exact` and `same_nib` identify; `suggested` never does. */
export interface NumberHolder {
  readonly agencyId: string
  readonly licenceId: string
  /** `same_nib`: the first thirteen digits are this licence's business number. */
  readonly outcome: Exclude<(typeof NUMBER_OUTCOMES)[number], 'none'>
}

/**
 * The register as one question sees it: what was known while the log held `size` entries. Every
 * method is synchronous, so that judging cannot wait for anything.
 */
export interface RegisterView {
  /** How many log entries this view rests on. */
  readonly size: number
  /** False when the database could not be asked whether anything newer exists. */
  readonly isCurrent: boolean
  agency(id: string): Agency | undefined
  source(id: string): Source | undefined
  holdersOfNumber(number: ReadNumber, country: string | undefined): readonly NumberHolder[]
  /** `phone` in E.164 form. */
  holdersOfPhone(phone: string): readonly string[]
  /** At most `limit` candidates; the usual five when it is left out. */
  matchName(name: string, country: string | undefined, limit?: number): NameMatch
}
