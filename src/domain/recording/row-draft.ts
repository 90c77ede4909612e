import type { Change } from '../change.ts'
import { type Place, spanning } from '../people/person.ts'
import type { DatedRow } from '../rule-tables/dated-row.ts'
import { numberKey } from '../rule-tables/rule-tables.ts'
import type { Desk, Draft, Fault } from './fact-kind.ts'
import type { BodyOf } from './field.ts'
import {
  commonFaults,
  idOf,
  notThere,
  type ROW_FIELDS,
  supersedes,
  unreadable,
} from './shared-fields.ts'

type RowBody = BodyOf<typeof ROW_FIELDS>

export function ofRow(
  kind: string,
  prefix: string,
  body: RowBody,
  desk: Desk,
  write: (row: ReturnType<typeof commonOf>) => Change,
  place: Place = { country: desk.country, region: null },
): Draft | readonly Fault[] {
  const faults = commonFaults(
    body,
    {
      from: { field: 'valid_from', day: body.valid_from },
      until: { field: 'valid_until', day: body.valid_until },
    },
    desk,
  )
  const kept = idOf(desk.rows(kind), body.corrects)
  if (body.corrects !== null && kept === undefined) faults.push(notThere('corrects'))
  if (faults.length > 0) return faults
  return { place, changes: [write(commonOf(body, kept ?? desk.newId(prefix)))] }
}

export function ofAgencyRow(
  kind: string,
  prefix: string,
  body: RowBody & { readonly number: string; readonly agency_id: string },
  desk: Desk,
  write: (row: ReturnType<typeof commonOf>) => Change,
): Draft | readonly Fault[] {
  const agency = desk.agency(body.agency_id)
  if (agency === undefined) return [notThere('agency_id')]
  if (numberKey(body.number) === '') return [unreadable('number')]
  const corrected = correctedRow<DatedRow & { readonly agencyId: string }>(kind, body, desk)
  const former = (corrected && desk.agency(corrected.agencyId)) ?? agency
  const [place, formerPlace] = [agency, former].map(({ country, regionCode }) => ({
    country,
    region: regionCode,
  })) as [Place, Place]
  return ofRow(kind, prefix, body, desk, write, spanning(place, formerPlace))
}

export function correctedRow<Row extends DatedRow>(
  kind: string,
  { corrects }: Pick<RowBody, 'corrects'>,
  desk: Desk,
): Row | undefined {
  return desk.rows(kind).find(({ entry }) => entry === corrects) as Row | undefined
}

function commonOf(body: RowBody, id: string) {
  return {
    id,
    validFrom: body.valid_from,
    validUntil: body.valid_until,
    instrument: body.instrument,
    instrumentOn: body.instrument_on,
    url: body.url,
    confidence: body.confidence,
    sourceId: body.source_id,
    ...supersedes(body.corrects),
  }
}
