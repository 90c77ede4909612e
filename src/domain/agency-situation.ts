import { type AgencyOnDay, agencyOnDay, agencyStateOn, sanctionToCome } from './agency-on-day.ts'
import type { CalendarDate } from './calendar-date.ts'
import { type Identity, identifyAgency } from './identify-agency.ts'
import type { LicenceEvent, LicenceStatus } from './licence.ts'
import type { QuickQuestion } from './quick-question.ts'
import type { RegisterView } from './register-view.ts'

export const CHANNEL_STATES = [
  'not_asked',
  'no_agency',
  'unreadable',
  'registered',
  'registered_to_other',
  'none_on_record',
  'not_registered',
] as const

/** All that the rules about a recruiter may look at: gathered once, so that every rule stays flat. */
export interface AgencySituation {
  readonly on: CalendarDate
  readonly today: CalendarDate
  readonly isCurrent: boolean
  readonly question: QuickQuestion
  readonly identity: Identity
  readonly subject: AgencyOnDay | null
  /** Today's status of the subject, where another day was asked about. */
  readonly statusToday: LicenceStatus | null
  /** Decided already, and in effect only after the day asked about and after today. */
  readonly sanctionToCome: LicenceEvent | null
  readonly channel: (typeof CHANNEL_STATES)[number]
  readonly register: RegisterView
}

export function agencySituation(question: QuickQuestion, register: RegisterView): AgencySituation {
  const identified = identifyAgency(question, register)
  const { agencyId } = identified
  const agency = agencyId === null ? undefined : register.agency(agencyId)
  const identity = agencyId !== null && agency === undefined ? notOnRecord(identified) : identified
  const subject = agency === undefined ? null : agencyOnDay(question.on, agency, register)
  return {
    on: question.on,
    today: question.today,
    isCurrent: register.isCurrent,
    question,
    identity,
    subject,
    statusToday: statusToday(question, subject),
    sanctionToCome: subject && sanctionToCome(laterOf(question), subject.agency),
    channel: channelState(question, identity, subject),
    register,
  }
}

/** An agency that was not yet recorded at the moment asked about is not found. */
function notOnRecord(identity: Identity): Identity {
  const kind = identity.number === null ? 'name_unknown' : 'number_unknown'
  return { ...identity, kind, isSettled: false, agencyId: null }
}

function statusToday(
  { on, today }: QuickQuestion,
  subject: AgencyOnDay | null,
): LicenceStatus | null {
  if (subject?.licence == null || on >= today) return null
  return agencyStateOn(today, subject.agency).status
}

function laterOf({ on, today }: QuickQuestion): CalendarDate {
  return on > today ? on : today
}

function channelState(
  { phone }: QuickQuestion,
  { phoneHolders }: Identity,
  subject: AgencyOnDay | null,
): AgencySituation['channel'] {
  if (phone === undefined) return 'not_asked'
  if (phone.e164 === null) return 'unreadable'
  if (subject === null) return 'no_agency'
  if (subject.phones.includes(phone.e164)) return 'registered'
  if (phoneHolders.some((id) => id !== subject.agency.id)) return 'registered_to_other'
  return subject.phones.length === 0 ? 'none_on_record' : 'not_registered'
}
