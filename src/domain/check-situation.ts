import type { AgencyOnDay } from './agency-on-day.ts'
import { type AgencySituation, agencySituation } from './agency-situation.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { CheckQuestion } from './check-question.ts'
import { type DocumentsReading, readDocuments } from './documents/read-documents.ts'
import { type DaysOfActs, daysOfActs } from './placement/days-of-acts.ts'
import { type AuthorisationReading, readAuthorisation } from './placement/read-authorisation.ts'
import { type DestinationReading, readDestination } from './placement/read-destination.ts'
import { type FeeReading, readFee } from './placement/read-fee.ts'
import { type JobOrderReading, readJobOrder, readPartner } from './placement/read-job-order.ts'
import { type PermitReading, readPermit } from './placement/read-permit.ts'
import {
  type BranchReading,
  type RepresentativeState,
  readBranch,
  readRepresentative,
} from './placement/read-recruiter.ts'
import { readSanction, type SanctionReading } from './placement/read-sanction.ts'
import {
  compareNik,
  type NikComparison,
  readWorker,
  type WorkerReading,
} from './placement/read-worker.ts'
import {
  isCourseOnly,
  isPlacementAsked,
  readScheme,
  requiredClaims,
  SCHEME_NEEDS,
  type SchemeReading,
} from './placement/scheme.ts'
import type { RegisterView } from './register-view.ts'
import type { ForeignPartner } from './rule-tables/rows.ts'
import type { RuleTables } from './rule-tables/rule-tables.ts'
import type { Claim } from './verdict.ts'

/** All that the rules of the full check may look at: gathered once, so that every rule stays flat. */
export interface CheckSituation {
  readonly question: CheckQuestion
  readonly on: CalendarDate
  readonly today: CalendarDate
  readonly days: DaysOfActs
  /** Null when nothing was asked about a recruiter. */
  readonly recruiter: AgencySituation | null
  /** The agency that the question says, as it stood on the day asked about. */
  readonly placer: AgencyOnDay | null
  readonly scheme: SchemeReading
  readonly required: readonly Claim[]
  readonly asksPlacement: boolean
  readonly isCourseOnly: boolean
  /** True where the scheme places through a SIP2MI and a job order. */
  readonly usesPermit: boolean
  readonly sanction: SanctionReading
  readonly branch: BranchReading
  readonly representative: RepresentativeState
  readonly permit: PermitReading
  readonly jobOrder: JobOrderReading
  readonly partner: ForeignPartner | null
  readonly destination: DestinationReading
  readonly authorisation: AuthorisationReading
  readonly worker: WorkerReading
  readonly nik: NikComparison | null
  readonly documents: DocumentsReading
  readonly fee: FeeReading
  readonly register: RegisterView
  readonly tables: RuleTables
}

export function checkSituation(
  question: CheckQuestion,
  register: RegisterView,
  tables: RuleTables,
): CheckSituation {
  const days = daysOfActs(question)
  const recruiter = recruiterSituation(question, register)
  const placer = recruiter?.identity.isSettled === true ? recruiter.subject : null
  const scheme = readScheme(question, placer)
  const permit = readPermit(question, placer, days, register, tables)
  const jobOrder = readJobOrder(question, placer, days, permit, register, tables)
  return {
    question,
    on: question.on,
    today: question.today,
    days,
    recruiter,
    placer,
    scheme,
    required: requiredClaims(question, scheme.scheme),
    asksPlacement: isPlacementAsked(question),
    isCourseOnly: isCourseOnly(question),
    usesPermit: SCHEME_NEEDS[scheme.scheme].placement.includes('recruitment_permit'),
    sanction: readSanction(question, placer, days, scheme),
    branch: readBranch(question.recruiter?.branchRegion, placer, days.recruiting, question.on),
    representative: readRepresentative(question.recruiter, placer, days.recruiting),
    permit,
    jobOrder,
    partner: readPartner(question, jobOrder, tables),
    destination: readDestination(question, days, scheme, tables),
    authorisation: readAuthorisation(question, placer, days.recruiting),
    worker: readWorker(question, days, scheme, tables),
    nik: compareNik(question),
    documents: readDocuments({ question, placer, days, register, tables }, scheme),
    fee: readFee(question, scheme, tables),
    register,
    tables,
  }
}

function recruiterSituation(
  { on, today, country, recruiter }: CheckQuestion,
  register: RegisterView,
): AgencySituation | null {
  const { licence, phone } = recruiter ?? {}
  // Somebody who recruits alone is named by a person's name: it is not looked up anywhere.
  const name = recruiter?.kind === 'individual' ? undefined : recruiter?.name
  if (name === undefined && licence === undefined && phone === undefined) return null
  return agencySituation(
    {
      on,
      today,
      ...(country !== undefined && { country }),
      ...(name !== undefined && { name }),
      ...(licence !== undefined && { licence }),
      ...(phone !== undefined && { phone }),
    },
    register,
  )
}
