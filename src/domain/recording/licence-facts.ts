import { type Agency, LISTING_STATES, type Licence } from '../agency.ts'
import {
  licenceEventRecorded,
  licenceListingRecorded,
  licenceNumberRecorded,
  licenceRecorded,
} from '../change.ts'
import type { Fact } from '../fact.ts'
import { LICENCE_EVENT_TYPES, LICENCE_KINDS, VALIDITY_BASES } from '../licence.ts'
import { readLicenceNumber } from '../matching/licence-number.ts'
import { SCHEMES, SECTORS } from '../placement/words.ts'
import { sinceOf } from './agency-draft.ts'
import { type Desk, type Draft, type Fault, factKind } from './fact-kind.ts'
import { type BodyOf, codes, formed, onDay, optional, text, word } from './field.ts'
import { whatForbids } from './licence-sequence.ts'
import {
  AGENCY_ID,
  commonFaults,
  FACT_FIELDS,
  fault,
  LICENCE_ID,
  notThere,
  SOURCE_ID,
  unreadable,
} from './shared-fields.ts'

const NUMBER = text(['Nomor izin', 'Licence number'], 100, [
  'Seperti tercetak pada surat izin.',
  'As printed on the licence.',
])
const INSTRUMENT = text(['Nomor keputusan', 'Number of the decree'], 300)
const VALID_UNTIL = onDay(
  ['Berlaku sampai', 'Valid until'],
  ['Hari terakhir yang tercetak.', 'The last day as printed.'],
)
const VALIDITY_BASIS = word(['Asal tanggal akhir', 'Where the end comes from'], VALIDITY_BASES)

/** `corrected` is not among them: a mistake is retracted, by the call that every kind shares. */
export const RECORDED_EVENTS = LICENCE_EVENT_TYPES.filter((type) => type !== 'corrected')

export const LICENCE_FACTS = [
  factKind({
    kind: 'licences',
    path: 'licences',
    title: { id: 'Izin baru', en: 'New licence' },
    fields: {
      agency_id: AGENCY_ID,
      kind: word(['Jenis izin', 'Kind of licence'], LICENCE_KINDS),
      number: NUMBER,
      granted_on: onDay(['Diberikan pada', 'Granted on']),
      valid_until: optional(VALID_UNTIL),
      validity_basis: optional(VALIDITY_BASIS),
      instrument: optional(INSTRUMENT),
      source_id: SOURCE_ID,
    },
    draft(body, desk) {
      const faults = commonFaults(
        body,
        {
          from: { field: 'granted_on', day: body.granted_on },
          until: { field: 'valid_until', day: body.valid_until },
        },
        desk,
      )
      const agency = desk.agency(body.agency_id)
      if (agency === undefined) faults.push(notThere('agency_id'))
      const number = agency && readLicenceNumber(body.number, agency.country)
      if (agency !== undefined && number === undefined) faults.push(unreadable('number'))
      if (agency === undefined || number === undefined || faults.length > 0) return faults
      const licenceId = desk.newId('lic')
      const since = { effectiveOn: body.granted_on, sourceId: body.source_id }
      return {
        place: placeOf(agency),
        changes: [
          licenceRecorded(agency.id, { id: licenceId, kind: body.kind }),
          licenceNumberRecorded(agency.id, {
            ...since,
            licenceId,
            country: agency.country,
            kind: body.kind,
            printed: body.number,
            schema: number.schema,
            normalised: number.normalised,
            nib: number.nib ?? null,
          }),
          licenceEventRecorded(agency.id, {
            ...since,
            id: desk.newId('evt'),
            licenceId,
            type: 'granted',
            validUntil: body.valid_until,
            validityBasis: body.validity_basis,
            instrument: body.instrument,
          }),
        ],
      }
    },
  }),
  factKind({
    kind: 'licence_numbers',
    path: 'licence-numbers',
    title: { id: 'Nomor izin', en: 'Number of a licence' },
    fields: { licence_id: LICENCE_ID, printed: NUMBER, ...FACT_FIELDS },
    draft: (body, desk) =>
      ofLicence(
        body,
        desk,
        ({ numbers }) => numbers,
        ({ agency, licence }) => {
          const number = readLicenceNumber(body.printed, agency.country)
          if (number === undefined) return [unreadable('printed')]
          return {
            changes: [
              licenceNumberRecorded(agency.id, {
                ...sinceOf(body),
                licenceId: licence.id,
                country: agency.country,
                kind: licence.kind,
                printed: body.printed,
                schema: number.schema,
                normalised: number.normalised,
                nib: number.nib ?? null,
              }),
            ],
          }
        },
      ),
  }),
  factKind({
    kind: 'licence_events',
    path: 'licence-events',
    title: { id: 'Keputusan tentang izin', en: 'Decision on a licence' },
    fields: {
      licence_id: LICENCE_ID,
      type: word(['Keputusan', 'Decision'], RECORDED_EVENTS, [
        'Sanksi dan pencabutan berlaku seketika; pemberian, perpanjangan, dan pencabutan sanksi menunggu orang kedua.',
        'Sanctions and revocations count at once; grants, renewals and liftings wait for a second person.',
      ]),
      valid_until: optional(VALID_UNTIL),
      validity_basis: optional(VALIDITY_BASIS),
      instrument: optional(INSTRUMENT),
      announced_on: optional(onDay(['Diumumkan pada', 'Announced on'])),
      lifts: optional(
        formed(['Sanksi yang dicabut', 'Sanction that is lifted'], /^\w{1,80}$/, [
          'Id sanksi; kosongkan bila semua sanksi dicabut.',
          'The sanction’s id; leave empty where all are lifted.',
        ]),
      ),
      scope_destinations: optional(codes(['Sanksi: negara tujuan', 'Sanction: destinations'])),
      scope_schemes: optional(codes(['Sanksi: skema', 'Sanction: schemes'], SCHEMES)),
      scope_sectors: optional(codes(['Sanksi: bidang', 'Sanction: sectors'], SECTORS)),
      scope_branches: optional(codes(['Sanksi: wilayah cabang', 'Sanction: regions of branches'])),
      ...FACT_FIELDS,
    },
    draft: (body, desk) =>
      ofLicence(
        body,
        desk,
        ({ events }) => events,
        ({ agency, licence }) => {
          const scope = {
            ...(body.scope_destinations && { destinations: body.scope_destinations }),
            ...(body.scope_schemes && { schemes: body.scope_schemes }),
            ...(body.scope_sectors && { sectors: body.scope_sectors }),
            ...(body.scope_branches && { branches: body.scope_branches }),
          }
          const hasScope = Object.keys(scope).length > 0
          const faults: Fault[] = []
          if (hasScope && body.type !== 'suspended_partial') {
            faults.push(
              fault(
                'type',
                'Cakupan hanya untuk sanksi sebagian.',
                'Only a partial suspension has a scope.',
              ),
            )
          }
          if (body.valid_until !== null && body.valid_until < body.effective_on) {
            faults.push(
              fault('valid_until', 'Berakhir sebelum berlaku.', 'It ends before it is in effect.'),
            )
          }
          const others = licence.events.filter(({ entry }) => entry !== body.corrects)
          const forbidden = whatForbids(body.type, body.effective_on, body.lifts, others)
          if (forbidden !== null) faults.push(forbidden)
          if (faults.length > 0) return faults
          return {
            changes: [
              licenceEventRecorded(agency.id, {
                ...sinceOf(body),
                // Every event has an id of its own for ever, a correction too: liftings name it.
                id: desk.newId('evt'),
                licenceId: licence.id,
                type: body.type,
                validUntil: body.valid_until,
                validityBasis: body.validity_basis,
                scope: hasScope ? scope : null,
                instrument: body.instrument,
                announcedOn: body.announced_on,
                lifts: body.lifts,
              }),
            ],
          }
        },
      ),
  }),
  factKind({
    kind: 'licence_listings',
    path: 'licence-listings',
    title: { id: 'Ada atau tidak di daftar', en: 'On a list or not' },
    fields: {
      licence_id: LICENCE_ID,
      state: word(['Keadaan', 'State'], LISTING_STATES),
      ...FACT_FIELDS,
    },
    draft: (body, desk) =>
      ofLicence(
        body,
        desk,
        ({ listings }) => listings,
        ({ agency, licence }) => ({
          changes: [
            licenceListingRecorded(agency.id, {
              ...sinceOf(body),
              licenceId: licence.id,
              state: body.state,
            }),
          ],
        }),
      ),
  }),
] as const

type LicenceBody = BodyOf<typeof FACT_FIELDS & { readonly licence_id: typeof LICENCE_ID }>
interface Found {
  readonly agency: Agency
  readonly licence: Licence
}

function ofLicence(
  body: LicenceBody,
  desk: Desk,
  listed: (licence: Licence) => readonly Fact[],
  write: (found: Found) => Omit<Draft, 'place'> | readonly Fault[],
): Draft | readonly Fault[] {
  const faults = commonFaults(
    body,
    {
      from: { field: 'effective_on', day: body.effective_on },
      until: { field: 'last_day', day: body.last_day },
    },
    desk,
  )
  const found = desk.licence(body.licence_id)
  if (found === undefined) faults.push(notThere('licence_id'))
  else if (
    body.corrects !== null &&
    !listed(found.licence).some(({ entry }) => entry === body.corrects)
  ) {
    faults.push(notThere('corrects'))
  }
  if (found === undefined || faults.length > 0) return faults
  const drafted = write(found)
  return 'changes' in drafted ? { place: placeOf(found.agency), ...drafted } : drafted
}

function placeOf({ country, regionCode }: Agency) {
  return { country, region: regionCode }
}
