import type { Agency, AgencyContact } from '../agency.ts'
import type { Change } from '../change.ts'
import { type Fact, holdsOn } from '../fact.ts'
import { agencyWith, factsOf, readChange } from './after-changes.ts'
import { answeringWith } from './answering-agency.ts'
import { type Before, endsNoLater } from './before.ts'
import { isNoMilder, isNowhereBetter } from './licence-direction.ts'
import { isRowKind, lowersRows } from './row-direction.ts'

/** `worse` is recorded at once; `better` waits for a second person. */
export const DIRECTIONS = ['better', 'worse'] as const
export type Direction = (typeof DIRECTIONS)[number]

/**
 * Whether changes can only make answers worse. What is not shown to do so is `better`, and a change
 * that is partly better is better.
 */
export function directionOf(changes: readonly Change[], before: Before): Direction {
  return isShownWorse(changes, before) ? 'worse' : 'better'
}

const JUDGED: ReadonlySet<string> = new Set(['licence_events', 'licence_listings'])

function isShownWorse(changes: readonly Change[], before: Before): boolean {
  const subjects = new Set(changes.map(({ subject }) => subject))
  const [subject] = subjects
  const [first] = changes
  if (first === undefined || subject === undefined || subjects.size > 1) return false
  if (changes.length === 1 && isRowKind(first.kind)) return lowersRows(first.kind, first, before)

  const agency = before.agency(subject)
  const after = agencyWith(agency, changes, before.register.size)
  if (agency === undefined || after === undefined) return false
  if (changes.every(({ kind }) => JUDGED.has(kind))) {
    if (changes.some((change) => isGoodNews(change) || softens(change, agency, after))) return false
    const size = before.register.size + changes.length
    const register = { ...before.register, size }
    return (
      isNowhereBetter(agency, after, register, before.today) &&
      isNowhereBetter(
        answeringWith(agency, before),
        answeringWith(after, before),
        register,
        before.today,
      )
    )
  }
  return changes.length === 1 && endsFact(first, agency, after)
}

// It may change no answer yet, and still let a later list or edition confirm more. Only a grant or a
// renewal may be corrected to its disadvantage.
function isGoodNews(change: Change): boolean {
  const { kind, row, supersedes } = readChange(change)
  if (row === null) return false
  if (kind === 'licence_listings') return row.state === 'listed'
  return row.type === 'lifted' || (supersedes.length === 0 && GRANTING.has(String(row.type)))
}

const GRANTING: ReadonlySet<string> = new Set(['granted', 'renewed'])

/** The quick check does not see every sanction: one may stand behind another, or cover other work. */
function softens(change: Change, agency: Agency, after: Agency): boolean {
  const { kind, row, supersedes } = readChange(change)
  if (kind !== 'licence_events') return false
  if (row !== null && clearsTheWay(row, agency)) return true
  return agency.licences.some(({ id, events }) => {
    const still = after.licences.find((licence) => licence.id === id)?.events ?? []
    const is = row === null ? undefined : still.find((event) => event.id === row.id)
    return events.some((was) => supersedes.includes(was.entry) && !isNoMilder(was, is, agency))
  })
}

/**
 * An end before a later grant ends nothing, but what was suspended before it would be forgotten: so
 * would it before a grant or renewal of another licence, which may stand beside what is over.
 */
function clearsTheWay(
  { type, licence_id: licenceId, effective_on: on }: Readonly<Record<string, unknown>>,
  { licences }: Agency,
): boolean {
  if (type !== 'revoked' && type !== 'surrendered') return false
  const ended = licences.find(({ id }) => id === licenceId)
  const isSuspended = ended?.events.some((event) => SUSPENDING.has(event.type)) ?? false
  return licences.some(({ events }) =>
    events.some((event) => {
      if (event.effectiveOn <= String(on)) return false
      return events === ended?.events
        ? event.type === 'granted'
        : isSuspended && GRANTING.has(event.type)
    }),
  )
}

const SUSPENDING: ReadonlySet<string> = new Set(['suspended_partial', 'suspended_full'])

/** The kinds whose facts only confirm: one that ends sooner confirms less and changes nothing else. */
const CONFIRMING: ReadonlySet<string> = new Set([
  'branches',
  'representatives',
  'authorised_destinations',
  'agency_contacts',
])

function endsFact(change: Change, agency: Agency, after: Agency): boolean {
  const { kind, row, supersedes } = readChange(change)
  if (!CONFIRMING.has(kind) || row === null || supersedes.length !== 1) return false
  const was = factsOf(agency, kind).find(({ entry }) => entry === supersedes[0])
  const is = factsOf(after, kind).at(-1)
  if (was === undefined || is === undefined || !isSameButForItsEnd(was, is)) return false
  return kind !== 'agency_contacts' || isPhoneLeft(is as AgencyContact, after)
}

/** Source and day of recording apart, which a closing brings with it. */
function isSameButForItsEnd(was: Fact, is: Fact): boolean {
  const lasting = ({ entry: _e, supersededBy: _s, lastDay: _l, sourceId: _o, ...rest }: Fact) =>
    JSON.stringify(
      Object.entries(rest)
        .filter(([name]) => COMPARED(name))
        .sort(),
    )
  return lasting(was) === lasting(is) && endsNoLater(is.lastDay, was.lastDay)
}

// A name's salt is new at every recording, and whose fact it is stands in the list that holds it.
const COMPARED = (name: string) => !['nameSalt', 'nameCommitment', 'agencyId'].includes(name)

/**
 * Where an agency has a telephone on record, any other telephone is told apart; where it has none,
 * none is. So the last one does not go at once.
 */
function isPhoneLeft(ended: AgencyContact, after: Agency): boolean {
  if (ended.kind !== 'phone' || ended.lastDay === null) return true
  return after.contacts.some(
    (other) =>
      other.kind === 'phone' &&
      other.entry !== ended.entry &&
      other.lastDay === null &&
      holdsOn(other, ended.lastDay!),
  )
}
