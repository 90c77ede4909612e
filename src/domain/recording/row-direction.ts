import { addDays } from '../calendar-date.ts'
import type { Change } from '../change.ts'
import { isRowFresh } from '../placement/row-freshness.ts'
import type { DatedRow } from '../rule-tables/dated-row.ts'
import type {
  AgeLimit,
  AssistanceOffice,
  CompleteTable,
  DestinationRow,
  DocumentRequirement,
  FeeRule,
  ForeignPartner,
  JobOrder,
  RecruitmentPermit,
} from '../rule-tables/rows.ts'
import { numberKey } from '../rule-tables/rule-tables.ts'
import { rowsWith } from './after-changes.ts'
import { type Before, endsNoLater } from './before.ts'
import {
  isAgeLowered,
  isDestinationLowered,
  isDocumentLowered,
  isFeeLowered,
} from './rules-lowered.ts'

/** A row and what takes its place; null where there was none, or nothing takes it. */
interface Replaced<Row extends DatedRow> {
  readonly was: Row | null
  readonly is: Row | null
}

type Judge<Row extends DatedRow> = (
  change: Replaced<Row> & { readonly rows: readonly Row[]; readonly after: readonly Row[] },
  before: Before,
) => boolean

/** For each table, when a change of one row can only make answers worse. */
const LOWERS: Readonly<Record<string, Judge<never>>> = {
  destination_rules: judge<DestinationRow>(({ rows, after, was, is }) =>
    [was, is].every((row) => row === null || isDestinationLowered(rows, after, row.destination)),
  ),
  age_limits: judge<AgeLimit>(({ rows, after }) => isAgeLowered(rows, after)),
  document_requirements: judge<DocumentRequirement>(({ rows, after }, before) =>
    isDocumentLowered(rows, after, before),
  ),
  fee_rules: judge<FeeRule>(({ rows, after }) => isFeeLowered(rows, after)),
  foreign_partners: judge<ForeignPartner>(({ was, is }) => {
    if (is === null || was === null) return was === null
    const isNoMilder = is.listedEffect === 'not_legal' || was.listedEffect === 'caution'
    return isNoMilder && isSame(was, is, ['name', 'country']) && covers(is, was)
  }),
  // What is not in a complete table counts against it: an added one confirms nothing.
  complete_tables: judge<CompleteTable>(({ was }) => was === null),
  assistance_offices: judge<AssistanceOffice>(
    ({ was, is }) => was !== null && is !== null && isSameUpToEnd(was, is, []),
  ),
  recruitment_permits: judge<RecruitmentPermit>(({ was, is }, before) => {
    if (was === null || is === null || !isSameUpToEnd(was, is, ['revokedOn', 'renewal']))
      return false
    const { revokedOn, validUntil } = is
    const isNoLaterRevoked = endsNoLater(revokedOn, was.revokedOn)
    // Revoked after its end, a permit would have ended later for who had signed by then.
    const isWithinTerm = revokedOn === null || endsNoLater(revokedOn, validUntil)
    // Without this permit another of the agency would be read, with other orders.
    const hasWarning = orders(before).some(
      (order) => isUnder(order, was) && hasListedPartner(order, before),
    )
    const isOnlyOne = !hasWarning || !hasOtherPermit(was, before)
    return isNoLaterRevoked && isWithinTerm && isOnlyOne && isNoLongerFresh(was, is, before)
  }),
  job_orders: judge<JobOrder>(({ was, is }, before) => {
    if (was === null || is === null) return false
    if (!isSameUpToEnd(was, is, ['quota', 'used', 'syncedOn'])) return false
    const isNoWider = is.quota <= was.quota && is.used >= was.used
    const isCountKept = is.syncedOn === was.syncedOn || (isSpent(is) && !isSpent(was))
    return (
      isNoWider &&
      isCountKept &&
      (was.sourceId === is.sourceId || isSpent(is)) &&
      !hasListedPartner(was, before)
    )
  }),
}

export function isRowKind(kind: string): boolean {
  return Object.hasOwn(LOWERS, kind)
}

/** Whether a change of one row of a rule table can only make answers worse. */
export function lowersRows(kind: string, change: Change, before: Before): boolean {
  const rows = before.rows(kind)
  const entry = before.register.size
  const after = rowsWith(rows, [change], kind, entry)
  const gone = rows.filter((row) => !after.includes(row))
  if (gone.length > 1) return false
  const is = after.find((row) => row.entry === entry) ?? null
  return LOWERS[kind]!({ rows, after, was: gone[0] ?? null, is } as never, before)
}

function judge<Row extends DatedRow>(by: Judge<Row>): Judge<never> {
  return by as unknown as Judge<never>
}

/** How it is known apart: a withdrawal rests on an instrument of its own. */
const OWN_TO_A_RECORDING = [
  'entry',
  'supersededBy',
  'sourceId',
  'instrument',
  'instrumentOn',
  'url',
]

function isSameUpToEnd<Row extends DatedRow>(was: Row, is: Row, but: readonly (keyof Row)[]) {
  const free = [...OWN_TO_A_RECORDING, 'validUntil', 'confidence', ...but]
  const compared = Object.keys(was).filter((name) => !free.includes(name)) as (keyof Row)[]
  return isSame(was, is, compared) && endsNoLater(is.validUntil, was.validUntil)
}

function isSame<Row extends DatedRow>(was: Row, is: Row, members: readonly (keyof Row)[]): boolean {
  return members.every((name) => JSON.stringify(was[name]) === JSON.stringify(is[name]))
}

/** True when `wide` is in force whenever `narrow` is. */
function covers(wide: DatedRow, narrow: DatedRow): boolean {
  return wide.validFrom <= narrow.validFrom && endsNoLater(narrow.validUntil, wide.validUntil)
}

/** Of another source, which is renewed by itself, it would confirm on days on which it did not. */
function isNoLongerFresh(
  was: RecruitmentPermit,
  is: RecruitmentPermit,
  { register }: Before,
): boolean {
  if (was.sourceId === is.sourceId) return true
  const dayBefore = is.revokedOn === null ? null : addDays(is.revokedOn, -1)
  const lastDay = dayBefore ?? is.validUntil
  return lastDay !== null && isRowFresh(was, lastDay, register)
}

function orders(before: Before): readonly JobOrder[] {
  return before.rows('job_orders') as readonly JobOrder[]
}

function isUnder({ agencyId, permitNumber }: JobOrder, permit: RecruitmentPermit): boolean {
  return agencyId === permit.agencyId && numberKey(permitNumber) === numberKey(permit.number)
}

function hasOtherPermit({ id, agencyId, destination }: RecruitmentPermit, before: Before): boolean {
  const permits = before.rows('recruitment_permits') as readonly RecruitmentPermit[]
  return permits.some(
    (other) => other.id !== id && other.agencyId === agencyId && other.destination === destination,
  )
}

function isSpent({ used, quota }: JobOrder): boolean {
  return used >= quota
}

/** Without this order another would be read, whose partner nobody warns of. */
function hasListedPartner(order: JobOrder, before: Before): boolean {
  const listed = before.rows('foreign_partners') as readonly ForeignPartner[]
  const names = [order.partnerName, order.employerName].flatMap((name) => name ?? []).map(numberKey)
  return listed.some(
    ({ name, country }) => country === order.destination && names.includes(numberKey(name)),
  )
}
