import { and, asc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import * as agencyTables from '../../schema/agencies.ts'
import * as licenceTables from '../../schema/licences.ts'
import { registryLog } from '../../schema/registry-log.ts'
import { sourceEditions, sources as sourceTable } from '../../schema/sources.ts'
import type { Agency, AgencyMerge, Licence } from '../domain/agency.ts'
import type { Source } from '../domain/source.ts'
import type { Database } from './database.ts'

/**
 * Agencies with everything recorded of them while the log held `size` entries, superseded facts
 * included. All of them, or those of `ids`.
 */
export async function loadAgencies(
  { db }: Database,
  size: number,
  ids?: readonly string[],
): Promise<Agency[]> {
  const {
    agencies,
    agencyNames,
    agencyIdentifiers,
    agencyContacts,
    branches,
    representatives,
    authorisedDestinations,
  } = agencyTables
  const { licences, licenceNumbers, licenceEvents, licenceListings } = licenceTables
  // What was recorded after `size` is left out: each table is read at a moment of its own.
  const known = (entry: PgColumn, owner: PgColumn): SQL | undefined =>
    and(lt(entry, size), ids === undefined ? undefined : inArray(owner, [...ids]))
  const ofAgency = <T extends { entry: PgColumn; agencyId: PgColumn }>(table: T) =>
    known(table.entry, table.agencyId)
  const ofLicence = (entry: PgColumn, licenceId: PgColumn) =>
    and(
      lt(entry, size),
      ids === undefined
        ? undefined
        : inArray(
            licenceId,
            db
              .select({ id: licences.id })
              .from(licences)
              .where(inArray(licences.agencyId, [...ids])),
          ),
    )

  const [
    agencyRows,
    names,
    identifiers,
    contacts,
    branchRows,
    representativeRows,
    destinations,
    licenceRows,
    numbers,
    events,
    listings,
  ] = await Promise.all([
    db
      .select()
      .from(agencies)
      .where(known(agencies.entry, agencies.id))
      .orderBy(asc(agencies.entry)),
    db.select().from(agencyNames).where(ofAgency(agencyNames)).orderBy(asc(agencyNames.entry)),
    db
      .select()
      .from(agencyIdentifiers)
      .where(ofAgency(agencyIdentifiers))
      .orderBy(asc(agencyIdentifiers.entry)),
    db
      .select()
      .from(agencyContacts)
      .where(ofAgency(agencyContacts))
      .orderBy(asc(agencyContacts.entry)),
    db.select().from(branches).where(ofAgency(branches)).orderBy(asc(branches.entry)),
    db
      .select()
      .from(representatives)
      .where(ofAgency(representatives))
      .orderBy(asc(representatives.entry)),
    db
      .select()
      .from(authorisedDestinations)
      .where(ofAgency(authorisedDestinations))
      .orderBy(asc(authorisedDestinations.entry)),
    db.select().from(licences).where(ofAgency(licences)).orderBy(asc(licences.entry)),
    db
      .select()
      .from(licenceNumbers)
      .where(ofLicence(licenceNumbers.entry, licenceNumbers.licenceId))
      .orderBy(asc(licenceNumbers.entry)),
    db
      .select()
      .from(licenceEvents)
      .where(ofLicence(licenceEvents.entry, licenceEvents.licenceId))
      .orderBy(asc(licenceEvents.entry)),
    db
      .select()
      .from(licenceListings)
      .where(ofLicence(licenceListings.entry, licenceListings.licenceId))
      .orderBy(asc(licenceListings.entry)),
  ])

  const numbersOf = grouped(numbers, ({ licenceId }) => licenceId)
  const eventsOf = grouped(events, ({ licenceId }) => licenceId)
  const listingsOf = grouped(listings, ({ licenceId }) => licenceId)
  const licencesOf = grouped(licenceRows, ({ agencyId }) => agencyId)
  const namesOf = grouped(names, ({ agencyId }) => agencyId)
  const identifiersOf = grouped(identifiers, ({ agencyId }) => agencyId)
  const contactsOf = grouped(contacts, ({ agencyId }) => agencyId)
  const branchesOf = grouped(branchRows, ({ agencyId }) => agencyId)
  const representativesOf = grouped(representativeRows, ({ agencyId }) => agencyId)
  const destinationsOf = grouped(destinations, ({ agencyId }) => agencyId)

  return agencyRows.map((row) => ({
    ...row,
    names: namesOf(row.id),
    identifiers: identifiersOf(row.id),
    licences: licencesOf(row.id).map(
      (licence): Licence => ({
        id: licence.id,
        kind: licence.kind,
        entry: licence.entry,
        numbers: numbersOf(licence.id),
        events: eventsOf(licence.id),
        listings: listingsOf(licence.id),
      }),
    ),
    branches: branchesOf(row.id),
    contacts: contactsOf(row.id),
    representatives: representativesOf(row.id),
    destinations: destinationsOf(row.id),
  }))
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return (key) => groups.get(key) ?? []
}

/** Every source with its editions, as recorded while the log held `size` entries. */
export async function loadSources({ db }: Database, size: number): Promise<Source[]> {
  const [rows, editions] = await Promise.all([
    db
      .select()
      .from(sourceTable)
      .where(lt(sourceTable.entry, size))
      .orderBy(asc(sourceTable.entry)),
    db
      .select()
      .from(sourceEditions)
      .where(lt(sourceEditions.entry, size))
      .orderBy(asc(sourceEditions.entry)),
  ])
  const editionsOf = grouped(editions, ({ sourceId }) => sourceId)
  return rows.map((row) => ({ ...row, editions: editionsOf(row.id) }))
}

/** Every merge recorded while the log held `size` entries, those taken back since included. */
export async function loadMerges({ db }: Database, size: number): Promise<AgencyMerge[]> {
  const { agencyMerges } = agencyTables
  return db
    .select()
    .from(agencyMerges)
    .where(lt(agencyMerges.entry, size))
    .orderBy(asc(agencyMerges.entry))
}

/** Entries that were recorded together, and when, in milliseconds since 1970. */
export interface Recording {
  readonly firstEntry: number
  readonly at: number
}

/**
 * When the entries from `from` to before `to` were recorded. No entry is recorded before the one in
 * front of it, so a list of 100,000 agencies is one recording, not a million moments.
 */
export async function loadRecordings(
  { db }: Database,
  from: number,
  to: number,
): Promise<Recording[]> {
  const firstEntry = sql<number>`min(${registryLog.idx})::float8`
  const rows = await db
    .select({
      firstEntry,
      at: sql<string>`extract(epoch from ${registryLog.recordedAt}) * 1000`,
    })
    .from(registryLog)
    .where(and(gte(registryLog.idx, from), lt(registryLog.idx, to)))
    .groupBy(registryLog.recordedAt)
    .orderBy(firstEntry)
  return rows.map((row) => ({ firstEntry: Number(row.firstEntry), at: Number(row.at) }))
}

/** What the entries from `from` to before `to` are about, each subject once. */
export async function listChangedSubjects(
  { db }: Database,
  from: number,
  to: number,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ subject: registryLog.subject })
    .from(registryLog)
    .where(and(gte(registryLog.idx, from), lt(registryLog.idx, to)))
  return rows.map(({ subject }) => subject)
}

/** The agencies of a country that were recorded while the log held `size` entries, oldest first. */
export async function listAgencyIds(
  { db }: Database,
  size: number,
  country: string,
): Promise<string[]> {
  const { agencies } = agencyTables
  const rows = await db
    .select({ id: agencies.id })
    .from(agencies)
    .where(and(lt(agencies.entry, size), eq(agencies.country, country)))
    .orderBy(asc(agencies.entry))
  return rows.map(({ id }) => id)
}

/** A name of each agency, one that stands before one that was taken back. */
export async function listAgencyNames(
  { sql }: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql`
    select distinct on (agency_id) agency_id, name from agency_names
    where agency_id = any (string_to_array(${ids.join()}, ','))
    order by agency_id, superseded_by is not null, kind <> 'registered', entry desc`
  return new Map(rows.map((row) => [String(row.agency_id), String(row.name)]))
}

/** Those of the agencies about whose licences something was decided from entry `from` on that stands. */
export async function listAgenciesDecidedSince(
  { sql }: Database,
  ids: readonly string[],
  from: number,
): Promise<ReadonlySet<string>> {
  const rows = await sql`
    select distinct l.agency_id from licences l join licence_events e on e.licence_id = l.id
    where l.agency_id = any (string_to_array(${ids.join()}, ','))
      and e.entry >= ${from}::bigint and e.superseded_by is null`
  return new Set(rows.map((row) => String(row.agency_id)))
}

/** The kinds of fact that the entries from `from` to before `to` hold, each once. */
export async function listChangedKinds(
  { db }: Database,
  from: number,
  to: number,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ kind: registryLog.kind })
    .from(registryLog)
    .where(and(gte(registryLog.idx, from), lt(registryLog.idx, to)))
  return rows.map(({ kind }) => kind)
}
