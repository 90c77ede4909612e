import type { Bilingual } from '../../domain/bilingual.ts'
import type { RecruitmentPermit } from '../../domain/rule-tables/rows.ts'
import {
  agencyColumn,
  countryColumn,
  dayColumn,
  numberColumn,
  sectorColumn,
  textColumn,
  wordColumn,
} from './rule-columns.ts'
import type { RuleTable } from './rule-table.ts'

const RENEWAL = {
  none: { id: 'tidak', en: 'no' },
  in_process: { id: 'sedang diperpanjang', en: 'in process' },
} as const satisfies Record<RecruitmentPermit['renewal'], Bilingual>

/** What was granted for placements. */
export const PLACEMENT_TABLES = [
  {
    slug: 'izin-merekrut',
    title: { id: 'Izin merekrut (SIP2MI)', en: 'Recruitment permits (SIP2MI)' },
    rows: 'recruitmentPermits',
    columns: (context) => {
      const { say } = context.frame
      return [
        textColumn('number', say('Nomor', 'Number'), ({ number }) => number),
        agencyColumn(context),
        countryColumn(context, ({ destination }) => destination),
        textColumn('position', say('Jabatan', 'Position'), ({ position }) => position),
        sectorColumn(context),
        wordColumn(
          context,
          'renewal',
          say('Perpanjangan', 'Renewal'),
          RENEWAL,
          ({ renewal }) => renewal,
          '',
        ),
        dayColumn(context, 'revoked', say('Dicabut', 'Revoked'), ({ revokedOn }) => revokedOn),
      ]
    },
  } satisfies RuleTable<'recruitmentPermits'>,
  {
    slug: 'permintaan-tenaga-kerja',
    title: { id: 'Surat permintaan tenaga kerja', en: 'Job orders' },
    rows: 'jobOrders',
    columns: (context) => {
      const { say } = context.frame
      return [
        textColumn('number', say('Nomor', 'Number'), ({ number }) => number),
        agencyColumn(context),
        countryColumn(context, ({ destination }) => destination),
        textColumn('position', say('Jabatan', 'Position'), ({ position }) => position),
        textColumn('employer', say('Pemberi kerja', 'Employer'), (row) => row.employerName),
        textColumn('partner', say('Mitra', 'Partner'), ({ partnerName }) => partnerName),
        numberColumn('quota', say('Kuota', 'Quota'), ({ quota }) => quota),
        numberColumn('used', say('Terpakai', 'Used'), ({ used }) => used),
        textColumn('permit', say('SIP2MI', 'Permit'), ({ permitNumber }) => permitNumber),
        dayColumn(context, 'verified', say('Diperiksa', 'Verified'), (row) => row.verifiedOn),
      ]
    },
  } satisfies RuleTable<'jobOrders'>,
] as const
