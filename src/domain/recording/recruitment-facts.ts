import {
  foreignPartnerRecorded,
  jobOrderRecorded,
  LISTED_EFFECTS,
  recruitmentPermitRecorded,
} from '../change-rules.ts'
import { RENEWALS } from '../rule-tables/rows.ts'
import { factKind } from './fact-kind.ts'
import { integer, onDay, optional, text, word } from './field.ts'
import { ofAgencyRow, ofRow } from './row-draft.ts'
import { ANY_SECTOR, EMPLOYER_TYPE, POSITION } from './row-limits.ts'
import { AGENCY_ID, DESTINATION, fault, ROW_FIELDS } from './shared-fields.ts'

const NUMBER = text(['Nomor', 'Number'], 100, ['Seperti tercetak.', 'As printed.'])

export const RECRUITMENT_FACTS = [
  factKind({
    kind: 'recruitment_permits',
    path: 'recruitment-permits',
    title: { id: 'SIP2MI', en: 'Recruitment permit (SIP2MI)' },
    fields: {
      number: NUMBER,
      agency_id: AGENCY_ID,
      destination: DESTINATION,
      position: POSITION,
      sector: ANY_SECTOR,
      renewal: word(['Perpanjangan', 'Renewal'], RENEWALS),
      revoked_on: optional(onDay(['Dicabut pada', 'Revoked on'])),
      ...ROW_FIELDS,
    },
    draft(body, desk) {
      if (body.revoked_on !== null && body.revoked_on < body.valid_from) {
        return [fault('revoked_on', 'Sebelum berlaku.', 'Before it was valid.')]
      }
      return ofAgencyRow('recruitment_permits', 'prm', body, desk, (row) =>
        recruitmentPermitRecorded({
          ...row,
          number: body.number,
          agencyId: body.agency_id,
          destination: body.destination,
          position: body.position,
          sector: body.sector,
          renewal: body.renewal,
          revokedOn: body.revoked_on,
        }),
      )
    },
  }),
  factKind({
    kind: 'job_orders',
    path: 'job-orders',
    title: { id: 'Surat permintaan tenaga kerja', en: 'Job order' },
    fields: {
      number: NUMBER,
      permit_number: text(['Nomor SIP2MI', 'SIP2MI number'], 100),
      agency_id: AGENCY_ID,
      destination: DESTINATION,
      position: POSITION,
      sector: ANY_SECTOR,
      employer_name: optional(text(['Pemberi kerja', 'Employer'], 200)),
      employer_type: EMPLOYER_TYPE,
      partner_name: optional(text(['Mitra di luar negeri', 'Partner abroad'], 200)),
      verifying_mission: optional(text(['Perwakilan yang memeriksa', 'Verifying mission'], 200)),
      verified_on: optional(onDay(['Diperiksa pada', 'Verified on'])),
      quota: integer(['Kuota', 'Quota'], 0, 1_000_000),
      used: integer(['Terpakai', 'Used'], 0, 1_000_000),
      synced_on: optional(onDay(['Hitungan per tanggal', 'Counted as of'])),
      ...ROW_FIELDS,
    },
    draft: (body, desk) =>
      ofAgencyRow('job_orders', 'job', body, desk, (row) =>
        jobOrderRecorded({
          ...row,
          number: body.number,
          permitNumber: body.permit_number,
          agencyId: body.agency_id,
          destination: body.destination,
          position: body.position,
          sector: body.sector,
          employerName: body.employer_name,
          employerType: body.employer_type,
          partnerName: body.partner_name,
          verifyingMission: body.verifying_mission,
          verifiedOn: body.verified_on,
          quota: body.quota,
          used: body.used,
          syncedOn: body.synced_on,
        }),
      ),
  }),
  factKind({
    kind: 'foreign_partners',
    path: 'foreign-partners',
    title: { id: 'Mitra bermasalah di luar negeri', en: 'Problem partner abroad' },
    fields: {
      name: text(['Nama', 'Name'], 200),
      country: DESTINATION,
      listed_effect: word(['Akibat', 'Effect'], LISTED_EFFECTS),
      ...ROW_FIELDS,
    },
    draft: (body, desk) =>
      ofRow('foreign_partners', 'ptn', body, desk, (row) =>
        foreignPartnerRecorded({
          ...row,
          name: body.name,
          country: body.country,
          listedEffect: body.listed_effect,
        }),
      ),
  }),
] as const
