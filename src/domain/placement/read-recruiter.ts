import type { AgencyOnDay } from '../agency-on-day.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { RecruiterClaim } from '../check-question.ts'
import { holdsOn } from '../fact.ts'
import { numberKey } from '../rule-tables/rule-tables.ts'

export const BRANCH_STATES = [
  'not_asked',
  'no_agency',
  'head_office',
  'open',
  'closed_since',
  'closed',
  'not_yet_open',
  'elsewhere_in_province',
  'not_on_record',
] as const

export interface BranchReading {
  readonly state: (typeof BRANCH_STATES)[number]
  readonly closedOn: CalendarDate | null
  readonly sourceId: string | null
}

/** The branch of the region on every day of recruiting or paying: one day after it closed decides. */
export function readBranch(
  region: string | undefined,
  placer: AgencyOnDay | null,
  recruiting: readonly CalendarDate[],
  on: CalendarDate,
): BranchReading {
  const reading = (
    state: BranchReading['state'],
    closedOn: CalendarDate | null = null,
    sourceId: string | null = null,
  ) => ({ state, closedOn, sourceId })
  if (region === undefined) return reading('not_asked')
  if (placer === null) return reading('no_agency')
  const { branches, regionCode } = placer.agency
  const here = branches.filter((branch) => isWithinRegion(branch.regionCode, region))
  const openOn = (day: CalendarDate) => here.find((branch) => holdsOn(branch, day))
  const unopened = recruiting.find((day) => openOn(day) === undefined)
  if (regionCode !== null && isWithinRegion(regionCode, region)) return reading('head_office')
  if (here.length > 0 && unopened === undefined) {
    const { lastDay, sourceId } = openOn(recruiting[0]!)!
    return openOn(on) === undefined
      ? reading('closed_since', lastDay, sourceId)
      : reading('open', null, sourceId)
  }
  const closed = here
    .filter(({ lastDay }) => lastDay !== null && lastDay < unopened!)
    .sort((a, b) => b.lastDay!.localeCompare(a.lastDay!))[0]
  if (closed !== undefined) return reading('closed', closed.lastDay, closed.sourceId)
  if (here.length > 0) return reading('not_yet_open', null, here[0]!.sourceId)
  const isNearby = branches.some(
    (branch) =>
      provinceOf(branch.regionCode) === provinceOf(region) &&
      recruiting.every((day) => holdsOn(branch, day)),
  )
  return reading(isNearby ? 'elsewhere_in_province' : 'not_on_record')
}

function isWithinRegion(code: string, asked: string): boolean {
  const [a, b] = [digitsOf(code), digitsOf(asked)]
  return a.startsWith(b) || b.startsWith(a)
}

function provinceOf(code: string): string {
  return digitsOf(code).slice(0, 2)
}

/** `32.12` and `3212` are one code. */
function digitsOf(code: string): string {
  return code.replace(/\D+/g, '')
}

export const REPRESENTATIVE_STATES = [
  'not_asked',
  'individual',
  'denied',
  'no_agency',
  'on_roster',
  'confirmed_by_call',
  'letter_only',
  'no_roster',
  'not_on_roster',
] as const
export type RepresentativeState = (typeof REPRESENTATIVE_STATES)[number]

/** Whether the person who recruits is the agency’s. The answer never carries the person’s name. */
export function readRepresentative(
  recruiter: RecruiterClaim | undefined,
  placer: AgencyOnDay | null,
  recruiting: readonly CalendarDate[],
): RepresentativeState {
  if (recruiter?.kind === 'individual') return 'individual'
  const claimed = recruiter?.representative
  if (claimed === undefined) return 'not_asked'
  if (placer === null) return 'no_agency'
  if (recruiter?.agencyReply === 'denies') return 'denied'
  const roster = placer.agency.representatives.filter((one) =>
    recruiting.every((day) => holdsOn(one, day)),
  )
  const { name, letterNumber } = claimed
  const isOnRoster = roster.some(
    (one) =>
      name !== undefined &&
      personKey(one.name) === personKey(name) &&
      (letterNumber === undefined ||
        one.letterNumber === null ||
        numberKey(one.letterNumber) === numberKey(letterNumber)),
  )
  if (isOnRoster) return 'on_roster'
  if (recruiter?.agencyReply === 'confirms') return 'confirmed_by_call'
  // A letter is easily forged: it makes nobody better who is missing from a roster.
  const isLetterOnRoster = roster.some(
    (one) =>
      name === undefined &&
      letterNumber !== undefined &&
      one.letterNumber !== null &&
      numberKey(one.letterNumber) === numberKey(letterNumber),
  )
  if (roster.length > 0 && !isLetterOnRoster) return 'not_on_roster'
  return letterNumber === undefined ? 'no_roster' : 'letter_only'
}

function personKey(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
