import { CONTACT_KINDS, NAME_KINDS } from '../agency.ts'
import {
  agencyRecorded,
  branchRecorded,
  contactRecorded,
  destinationAuthorised,
  identifierRecorded,
  nameRecorded,
  representativeRecorded,
} from '../change.ts'
import { AGENCY_KINDS } from '../licence.ts'
import { spanning } from '../people/person.ts'
import { SCHEMES } from '../placement/words.ts'
import { numberKey } from '../rule-tables/rule-tables.ts'
import { from, namesAlike, ofAgency } from './agency-draft.ts'
import { factKind } from './fact-kind.ts'
import { formed, onDay, optional, text, word } from './field.ts'
import {
  AGENCY_ID,
  commonFaults,
  DESTINATION,
  FACT_FIELDS,
  idOf,
  notThere,
  REGION,
  SOURCE_ID,
  unreadable,
} from './shared-fields.ts'

const NAME = text(['Nama', 'Name'], 200, [
  'Persis seperti pada surat izin, dengan PT bila ada.',
  'Exactly as on the licence, with PT where it has one.',
])

export const AGENCY_FACTS = [
  factKind({
    kind: 'agencies',
    path: 'agencies',
    title: { id: 'Perusahaan baru', en: 'New agency' },
    makesSubject: true,
    fields: {
      country: formed(['Negara', 'Country'], /^[A-Z]{2}$/),
      kind: word(['Jenis', 'Kind'], AGENCY_KINDS),
      region_code: optional(REGION),
      name: NAME,
      effective_on: onDay(['Nama berlaku mulai', 'Name in effect from']),
      source_id: SOURCE_ID,
    },
    draft(body, desk) {
      const faults = commonFaults(body, { from: from(body) }, desk)
      if (faults.length > 0) return faults
      const id = desk.newId('agy')
      return {
        place: { country: body.country, region: body.region_code },
        warnings: namesAlike(body.name, body.country, id, desk),
        changes: [
          agencyRecorded({
            id,
            country: body.country,
            kind: body.kind,
            regionCode: body.region_code,
          }),
          nameRecorded(id, {
            id: desk.newId('nam'),
            kind: 'registered',
            name: body.name,
            effectiveOn: body.effective_on,
            sourceId: body.source_id,
          }),
        ],
      }
    },
  }),
  factKind({
    kind: 'agency_names',
    path: 'agency-names',
    title: { id: 'Nama perusahaan', en: 'Name of an agency' },
    fields: {
      agency_id: AGENCY_ID,
      kind: word(['Jenis nama', 'Kind'], NAME_KINDS),
      name: NAME,
      ...FACT_FIELDS,
    },
    draft: (body, desk) =>
      ofAgency(
        body,
        desk,
        ({ names }) => names,
        (agency, since) => ({
          warnings: namesAlike(body.name, agency.country, agency.id, desk),
          changes: [
            nameRecorded(agency.id, {
              ...since,
              id: idOf(agency.names, body.corrects) ?? desk.newId('nam'),
              kind: body.kind,
              name: body.name,
            }),
          ],
        }),
      ),
  }),
  factKind({
    kind: 'agency_identifiers',
    path: 'agency-identifiers',
    title: { id: 'Nomor pengenal perusahaan', en: 'Identifier of an agency' },
    fields: {
      agency_id: AGENCY_ID,
      kind: formed(['Jenis nomor', 'Kind of number'], /^[a-z0-9_]{2,40}$/, [
        'Misalnya nib, npwp, ahu.',
        'For instance nib, npwp, ahu.',
      ]),
      printed: text(['Nomor', 'Number'], 100, ['Seperti tercetak.', 'As printed.']),
      ...FACT_FIELDS,
    },
    draft: (body, desk) =>
      ofAgency(
        body,
        desk,
        ({ identifiers }) => identifiers,
        (agency, since) => {
          const normalised = numberKey(body.printed)
          if (normalised === '') return [unreadable('printed')]
          const { kind, printed } = body
          return {
            changes: [identifierRecorded(agency.id, { ...since, kind, printed, normalised })],
          }
        },
      ),
  }),
  factKind({
    kind: 'agency_contacts',
    path: 'agency-contacts',
    title: { id: 'Kontak perusahaan', en: 'Contact of an agency' },
    fields: {
      agency_id: AGENCY_ID,
      kind: word(['Jenis kontak', 'Kind of contact'], CONTACT_KINDS),
      value: text(['Kontak', 'Contact'], 300, [
        'Telepon dengan kode wilayah atau +62.',
        'A telephone with its area code or +62.',
      ]),
      branch_id: optional(formed(['Cabang', 'Branch'], /^[a-z]{2,4}_\w{1,60}$/)),
      ...FACT_FIELDS,
    },
    draft: (body, desk) =>
      ofAgency(
        body,
        desk,
        ({ contacts }) => contacts,
        (agency, since) => {
          const { kind, value, branch_id: branchId } = body
          const normalised = kind === 'phone' ? desk.readPhone(value, agency.country) : value
          if (normalised === undefined) return [unreadable('value')]
          if (branchId !== null && !agency.branches.some(({ id }) => id === branchId)) {
            return [notThere('branch_id')]
          }
          return {
            changes: [contactRecorded(agency.id, { ...since, kind, value, normalised, branchId })],
          }
        },
      ),
  }),
  factKind({
    kind: 'branches',
    path: 'branches',
    title: { id: 'Kantor cabang', en: 'Branch office' },
    fields: {
      agency_id: AGENCY_ID,
      region_code: REGION,
      name: optional(text(['Nama cabang', 'Name of the branch'], 200)),
      address: optional(text(['Alamat', 'Address'], 300)),
      ...FACT_FIELDS,
    },
    draft: (body, desk) =>
      ofAgency(
        body,
        desk,
        ({ branches }) => branches,
        (agency, since) => ({
          place: spanning(
            { country: agency.country, region: body.region_code },
            {
              country: agency.country,
              region:
                agency.branches.find(({ entry }) => entry === body.corrects)?.regionCode ??
                body.region_code,
            },
          ),
          changes: [
            branchRecorded(agency.id, {
              ...since,
              id: idOf(agency.branches, body.corrects) ?? desk.newId('brc'),
              regionCode: body.region_code,
              name: body.name,
              address: body.address,
            }),
          ],
        }),
      ),
  }),
  factKind({
    kind: 'representatives',
    path: 'representatives',
    title: { id: 'Petugas lapangan', en: 'Field officer' },
    fields: {
      agency_id: AGENCY_ID,
      name: text(['Nama petugas', 'Name of the officer'], 200, [
        'Hanya dipakai untuk mencocokkan; tidak pernah ditampilkan kepada umum.',
        'Used for comparing only; never shown to the public.',
      ]),
      letter_number: optional(text(['Nomor surat tugas', 'Number of the letter'], 100)),
      ...FACT_FIELDS,
    },
    draft: (body, desk) =>
      ofAgency(
        body,
        desk,
        ({ representatives }) => representatives,
        (agency, since) => ({
          changes: [
            representativeRecorded(agency.id, {
              ...since,
              id: idOf(agency.representatives, body.corrects) ?? desk.newId('rep'),
              name: desk.commit(body.name),
              letterNumber: body.letter_number,
            }),
          ],
        }),
      ),
  }),
  factKind({
    kind: 'authorised_destinations',
    path: 'authorised-destinations',
    title: { id: 'Negara tujuan perusahaan', en: 'Destination of an agency' },
    fields: {
      agency_id: AGENCY_ID,
      destination: DESTINATION,
      scheme: optional(word(['Skema', 'Scheme'], SCHEMES)),
      ...FACT_FIELDS,
    },
    draft: (body, desk) =>
      ofAgency(
        body,
        desk,
        ({ destinations }) => destinations,
        (agency, since) => ({
          changes: [
            destinationAuthorised(agency.id, {
              ...since,
              destination: body.destination,
              scheme: body.scheme,
            }),
          ],
        }),
      ),
  }),
] as const
