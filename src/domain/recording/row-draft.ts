import type { Change } from '../change.ts'
import type { Place } from '../people/person.ts'
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
  const place = { country: agency.country, region: agency.regionCode }
  return ofRow(kind, prefix, body, desk, write, place)
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
