import type { Dependencies } from '../../dependencies.ts'
import { csvLine } from '../../domain/csv.ts'
import { type Person, placesFor } from '../../domain/people/person.ts'
import { type AuditFilter, type KeptEvent, listAudit } from '../../store/audit.ts'

type AuditDependencies = Pick<Dependencies, 'database' | 'config'>

export interface AuditPage {
  readonly items: readonly KeptEvent[]
  /** The last event of this page where more follow. */
  readonly next: number | null
}

/**
 * Of what happened where the auditor is one. What concerns no place, such as signing in, is for those of
 * everything and of the whole home country.
 */
export async function auditPage(
  { database, config }: AuditDependencies,
  auditor: Person,
  filter: AuditFilter,
  before: number | undefined,
  limit: number,
): Promise<AuditPage> {
  const within = placesFor(auditor, 'read_audit')
  const found = await listAudit(database, filter, {
    within,
    withPlaceless: within.some(
      ({ country, region }) => country === config.country && region === null,
    ),
    before,
    limit: limit + 1,
    timeZone: config.timeZone,
  })
  const items = found.slice(0, limit)
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** What a filter asks for, less what it leaves open: to be written down, and for addresses. */
export function givenIn(filter: AuditFilter): Record<string, string> {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => !!entry[1])
  return Object.fromEntries(given)
}

const MOST_EXPORTED = 20_000

const COLUMNS = [
  'id',
  'at',
  'actor_kind',
  'actor_id',
  'actor_name',
  'session_id',
  'address',
  'action',
  'subject',
  'country',
  'region',
  'detail',
  'request_id',
] as const

/** The events as CSV, newest first; undefined when there are more than one file should hold. */
export async function auditCsv(
  dependencies: AuditDependencies,
  auditor: Person,
  filter: AuditFilter,
): Promise<string | undefined> {
  const { items, next } = await auditPage(dependencies, auditor, filter, undefined, MOST_EXPORTED)
  if (next !== null) return undefined
  return [csvLine(COLUMNS), ...items.map(csvLineOf)].join('')
}

function csvLineOf({
  id,
  at,
  actor,
  actorName,
  action,
  subject,
  place,
  detail,
}: KeptEvent): string {
  return csvLine([
    id,
    at.toISOString(),
    actor.kind,
    actor.id,
    actorName,
    actor.sessionId,
    actor.address,
    action,
    subject,
    place.country,
    place.region,
    JSON.stringify(detail),
    actor.requestId,
  ])
}
