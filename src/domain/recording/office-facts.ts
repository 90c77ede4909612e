import { assistanceOfficeRecorded, completeTableRecorded } from '../change-rules.ts'
import { NEXT_STEP_CODES } from '../next-steps.ts'
import { type Place, spanning } from '../people/person.ts'
import { DOCUMENT_TYPES } from '../placement/words.ts'
import { type AssistanceOffice, KEPT_TABLES, OFFICE_KINDS } from '../rule-tables/rows.ts'
import { type Desk, factKind } from './fact-kind.ts'
import { onDay, optional, text, word } from './field.ts'
import { correctedRow, ofRow } from './row-draft.ts'
import { ANY_DESTINATION } from './row-limits.ts'
import { AGENCY_ID, notThere, REGION, ROW_FIELDS } from './shared-fields.ts'

export const OFFICE_FACTS = [
  factKind({
    kind: 'assistance_offices',
    path: 'assistance-offices',
    title: { id: 'Hotline atau kantor bantuan', en: 'Hotline or office that helps' },
    fields: {
      kind: word(['Jenis', 'Kind'], OFFICE_KINDS),
      name_id: text(['Nama (Indonesia)', 'Name (Indonesian)'], 200),
      name_en: text(['Nama (Inggris)', 'Name (English)'], 200),
      contact: text(['Kontak', 'Contact'], 300),
      region_code: optional(REGION),
      step: optional(word(['Langkah', 'Step'], NEXT_STEP_CODES)),
      verified_on: optional(
        onDay(
          ['Dicoba pada', 'Tried on'],
          ['Hari kontak ini dicoba sendiri.', 'The day on which the contact was tried.'],
        ),
      ),
      ...ROW_FIELDS,
    },
    draft: (body, desk) =>
      ofRow(
        'assistance_offices',
        'off',
        body,
        desk,
        (row) =>
          assistanceOfficeRecorded({
            ...row,
            kind: body.kind,
            name: { id: body.name_id, en: body.name_en },
            contact: body.contact,
            regionCode: body.region_code,
            step: body.step,
            verifiedOn: body.verified_on,
          }),
        placeOfOffice(body, desk),
      ),
  }),
  factKind({
    kind: 'complete_tables',
    path: 'complete-tables',
    title: { id: 'Pernyataan tabel lengkap', en: 'Statement that a table is complete' },
    fields: {
      table: word(['Tabel', 'Table'], KEPT_TABLES),
      agency_id: optional(AGENCY_ID),
      destination: ANY_DESTINATION,
      document_type: optional(word(['Dokumen', 'Document'], DOCUMENT_TYPES)),
      issuer_region: optional(REGION),
      ...ROW_FIELDS,
    },
    draft(body, desk) {
      if (body.agency_id !== null && desk.agency(body.agency_id) === undefined) {
        return [notThere('agency_id')]
      }
      return ofRow('complete_tables', 'cmp', body, desk, (row) =>
        completeTableRecorded({
          ...row,
          table: body.table,
          agencyId: body.agency_id,
          destination: body.destination,
          documentType: body.document_type,
          issuerRegion: body.issuer_region,
        }),
      )
    },
  }),
] as const

function placeOfOffice(
  body: { readonly region_code: string | null; readonly corrects: number | null },
  desk: Desk,
): Place {
  const place = { country: desk.country, region: body.region_code }
  const corrected = correctedRow<AssistanceOffice>('assistance_offices', body, desk)
  if (corrected === undefined) return place
  return spanning(place, { country: desk.country, region: corrected.regionCode })
}
