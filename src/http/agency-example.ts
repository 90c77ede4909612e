import type { z } from '@hono/zod-openapi'
import type { AgencySchema } from './agency-detail.ts'
import type { AgencySummarySchema } from './agency-summary.ts'

export const AGENCY_SUMMARY_EXAMPLE: z.infer<typeof AgencySummarySchema> = {
  id: 'agy_contoh19',
  name: 'LPK Contoh Tunas Muda',
  kind: 'apprenticeship_sender',
  country: 'ID',
  region: '32.12',
  region_name: 'Kabupaten Indramayu',
  status: 'licensed',
  licence_number: 'CONTOH/19/SO/2025',
  valid_until: null,
}

export const AGENCY_EXAMPLE: z.infer<typeof AgencySchema> = {
  id: 'agy_contoh01',
  name: 'PT Contoh Bahari Sentosa',
  kind: 'p3mi',
  country: 'ID',
  region: '32.12',
  region_name: 'Kabupaten Indramayu',
  status: 'licensed',
  licence_number: '9900000000011',
  valid_until: null,
  on: '2026-11-24',
  merged_ids: [],
  known_at: '2026-11-24T03:12:08.000Z',
  names: [
    { name: 'PT Contoh Bahari Sentosa', kind: 'registered', from: '2025-01-02', until: null },
    { name: 'CBS', kind: 'acronym', from: '2025-01-02', until: null },
  ],
  licences: [
    {
      id: 'lic_contoh01',
      kind: 'sip3mi',
      status: 'licensed',
      numbers: [{ printed: '9900000000011', schema: 'nib', nib: '9900000000011' }],
      granted_on: '2025-01-02',
      valid_until: null,
      validity_basis: null,
      sanctions: [],
    },
  ],
  identifiers: [{ kind: 'nib', printed: '9900000000011' }],
  branches: [
    {
      id: 'brn_contoh01a',
      name: 'Cabang Indramayu (contoh)',
      region: '32.12',
      region_name: 'Kabupaten Indramayu',
      address: null,
      is_open: false,
      from: '2022-03-01',
      until: '2026-07-10',
    },
    {
      id: 'brn_contoh01b',
      name: 'Cabang Cirebon (contoh)',
      region: '32.09',
      region_name: 'Kabupaten Cirebon',
      address: null,
      is_open: true,
      from: '2023-05-02',
      until: null,
    },
  ],
  contacts: [{ kind: 'phone', value: '+622100000101' }],
  representatives: { named_by_letter: 1 },
  destinations: [
    { destination: 'TW', scheme: null, from: '2025-01-02', until: null },
    { destination: 'HK', scheme: null, from: '2025-01-02', until: null },
    { destination: 'MY', scheme: null, from: '2025-01-02', until: null },
  ],
  sources: [
    {
      id: 'src_contoh_daftar',
      publisher: 'Pastikan (data contoh, rekaan)',
      title: 'Daftar P3MI contoh',
      kind: 'demonstration',
      instrument: null,
      issued_on: null,
      url: null,
      demonstration: true,
      fresh_for_days: 36500,
      latest: { as_of: '2026-11-01', retrieved_on: '2026-11-01', age_days: 24 },
      is_fresh: true,
      editions: 2,
    },
  ],
  registry: {
    entry: 174,
    as_of: '2026-11-24T03:12:08.000Z',
    current: true,
    demonstration: true,
    notice: 'Data contoh: perusahaan, nomor, dan keputusan ini rekaan.',
  },
}
