import { z } from '@hono/zod-openapi'
import type { OpenedRegister } from '../actions/open-register.ts'
import type { Agency } from '../domain/agency.ts'
import { CONTACT_KINDS, NAME_KINDS } from '../domain/agency.ts'
import { type AgencyOnDay, agencyOnDay } from '../domain/agency-on-day.ts'
import { sourceIdsOf } from '../domain/agency-sources.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type Fact, holdsOn } from '../domain/fact.ts'
import { LICENCE_EVENT_TYPES, LICENCE_KINDS, LICENCE_STATUSES } from '../domain/licence.ts'
import { licenceStateOn } from '../domain/licence-status.ts'
import { regionName } from '../domain/regions/region.ts'
import type { Language } from '../language.ts'
import { AgencySummarySchema, presentAgencySummary } from './agency-summary.ts'
import { presentRegistry, RegistryMarkSchema } from './answer.ts'
import { DayOutSchema, InstantOutSchema } from './days.ts'
import { RegionNameSchema } from './region-name.ts'
import { presentSource, SourceSchema } from './source.ts'

const PeriodFields = { from: DayOutSchema, until: DayOutSchema.nullable() }

const SanctionSchema = z
  .strictObject({
    type: z.enum(LICENCE_EVENT_TYPES),
    from: DayOutSchema,
    announced_on: DayOutSchema.nullable(),
    instrument: z.string().nullable(),
    scope: z.record(z.string(), z.array(z.string())).nullable(),
    source_id: z.string(),
  })
  .openapi('Sanction')

export const AgencySchema = z
  .strictObject({
    ...AgencySummarySchema.shape,
    asked_id: z.string().openapi({
      description: 'The id that was asked for; not `id` where it was merged into this agency',
    }),
    merges: z
      .array(
        z.strictObject({
          id: z.string(),
          into: z.string(),
          since: DayOutSchema,
          source_id: z.string(),
        }),
      )
      .openapi({
        description: 'Duplicates that were merged into this agency: their ids answer with it',
      }),
    on: DayOutSchema,
    known_at: InstantOutSchema,
    names: z.array(z.strictObject({ name: z.string(), kind: z.enum(NAME_KINDS), ...PeriodFields })),
    licences: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(LICENCE_KINDS),
        status: z.enum(LICENCE_STATUSES),
        numbers: z.array(
          z.strictObject({ printed: z.string(), schema: z.string(), nib: z.string().nullable() }),
        ),
        granted_on: DayOutSchema.nullable(),
        valid_until: DayOutSchema.nullable(),
        validity_basis: z.string().nullable(),
        sanctions: z.array(SanctionSchema),
      }),
    ),
    identifiers: z.array(z.strictObject({ kind: z.string(), printed: z.string() })),
    branches: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string().nullable(),
        region: z.string(),
        region_name: RegionNameSchema,
        address: z.string().nullable(),
        is_open: z.boolean(),
        ...PeriodFields,
      }),
    ),
    contacts: z.array(z.strictObject({ kind: z.enum(CONTACT_KINDS), value: z.string() })),
    representatives: z
      .strictObject({ named_by_letter: z.int() })
      .openapi({ description: 'How many field officers hold a letter on the day. Never who.' }),
    destinations: z.array(
      z.strictObject({ destination: z.string(), scheme: z.string().nullable(), ...PeriodFields }),
    ),
    sources: z.array(SourceSchema),
    registry: RegistryMarkSchema,
  })
  .openapi('Agency')

const period = ({ effectiveOn, lastDay }: Fact) => ({ from: effectiveOn, until: lastDay })

/** One agency as it stood on `on`: names past and present, the rest as of that day. */
export function presentAgency(
  agency: Agency,
  askedId: string,
  on: CalendarDate,
  { register, view, registry, today }: OpenedRegister,
  language: Language,
): z.infer<typeof AgencySchema> {
  const merges = register.merges.leadingTo(agency.id, view.size)
  const sources = sourceIdsOf(agency, merges).flatMap((id) => view.source(id) ?? [])
  return {
    ...presentAgencySummary(agencyOnDay(on, agency, view)),
    asked_id: askedId,
    merges: merges.map(({ agencyId, keptId, effectiveOn, sourceId }) => ({
      id: agencyId,
      into: keptId,
      since: effectiveOn,
      source_id: sourceId,
    })),
    on,
    known_at: registry.knownAt.toISOString(),
    names: agency.names.map((name) => ({ name: name.name, kind: name.kind, ...period(name) })),
    licences: agency.licences.map((licence) => presentLicence(licence, on)),
    identifiers: agency.identifiers.map(({ kind, printed }) => ({ kind, printed })),
    branches: agency.branches.map((branch) => ({
      id: branch.id,
      name: branch.name,
      region: branch.regionCode,
      region_name: regionName(agency.country, branch.regionCode),
      address: branch.address,
      is_open: holdsOn(branch, on),
      ...period(branch),
    })),
    contacts: agency.contacts
      .filter((contact) => holdsOn(contact, on))
      .map(({ kind, value }) => ({ kind, value })),
    representatives: {
      named_by_letter: agency.representatives.filter((named) => holdsOn(named, on)).length,
    },
    destinations: agency.destinations.map((authorised) => ({
      destination: authorised.destination,
      scheme: authorised.scheme,
      ...period(authorised),
    })),
    sources: sources.map((source) => presentSource(source, today)),
    registry: presentRegistry(
      registry,
      sources.some(({ demonstration }) => demonstration),
      language,
    ),
  }
}

function presentLicence(licence: AgencyOnDay['agency']['licences'][number], on: CalendarDate) {
  const state = licenceStateOn(on, licence.events)
  return {
    id: licence.id,
    kind: licence.kind,
    status: state.status,
    numbers: licence.numbers.map(({ printed, schema, nib }) => ({ printed, schema, nib })),
    granted_on: state.term?.effectiveOn ?? null,
    valid_until: state.validUntil,
    validity_basis: state.validityBasis,
    sanctions: state.sanctions.map((event) => ({
      type: event.type,
      from: event.effectiveOn,
      announced_on: event.announcedOn,
      instrument: event.instrument,
      scope:
        event.scope &&
        Object.fromEntries(Object.entries(event.scope).map(([key, values]) => [key, [...values]])),
      source_id: event.sourceId,
    })),
  }
}
