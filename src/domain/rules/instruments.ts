import { type CalendarDate, day } from '../calendar-date.ts'

/**
 * How a point of law is known. `text_read`: the rule itself was read. `reported`: press, official
 * statement or secondary write-up. `unconfirmed`: general knowledge, to be reviewed by a lawyer.
 */
export const CONFIDENCES = ['text_read', 'reported', 'unconfirmed'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export interface Period {
  /** First day; null when it holds for every earlier day too. */
  readonly from: CalendarDate | null
  /** Last day, inclusive; null while no end is known. */
  readonly until: CalendarDate | null
}

/** One article that a rule rests on. */
export interface LegalBasis {
  readonly country: string
  readonly instrument: string
  readonly article: string | null
  readonly url: string | null
  readonly confidence: Confidence
  readonly inForce: Period
}

export const ALWAYS: Period = { from: null, until: null }

/** The oldest law on placement that the list knows: UU 39/2004 in Indonesia. */
export const SINCE_FIRST_LAW: Period = { from: day('2004-10-18'), until: null }

export function isWithin({ from, until }: Period, on: CalendarDate): boolean {
  return (from === null || from <= on) && (until === null || until >= on)
}

const ACT_2004 = {
  country: 'ID',
  instrument: 'UU 39/2004',
  inForce: { from: day('2004-10-18'), until: day('2017-11-21') },
} as const
const ACT_2017 = {
  country: 'ID',
  instrument: 'UU 18/2017',
  inForce: { from: day('2017-11-22'), until: null },
} as const
// Where the day on which a regulation came into force was not seen, it is cited from the last day
// of the year that it is named after: citing it late misleads nobody.
const SANCTIONS_2025 = {
  country: 'ID',
  instrument: 'Permen P2MI 4/2025',
  inForce: { from: day('2025-12-31'), until: null },
} as const
const GOVERNMENT_REGULATION_2021 = {
  country: 'ID',
  instrument: 'PP 59/2021',
  inForce: { from: day('2021-12-31'), until: null },
} as const

/** That the older Act asked for a licence too. */
export const LICENCE_BY_ACT_OF_2004: LegalBasis = {
  ...ACT_2004,
  article: null,
  url: null,
  confidence: 'unconfirmed',
}

export const LICENCE_BY_ACT_OF_2017: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 51',
  url: null,
  confidence: 'unconfirmed',
}

/** The central government issues and revokes SIP3MI and SIP2MI. */
export const GOVERNMENT_LICENSES: LegalBasis = {
  ...GOVERNMENT_REGULATION_2021,
  article: 'Pasal 35 huruf i–l',
  url: 'https://www.basishukum.com/pp/59/2021/IV?m=d',
  confidence: 'text_read',
}

export const NO_TRANSFER_OF_LICENCE: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 51',
  url: 'https://rmol.id/nusantara/read/2025/06/16/670040/ap2i-soroti-dugaan-pelanggaran-administratif-dalam-pengurusan-sip3mi',
  confidence: 'reported',
}

export const RENEWAL_BY_ACT_OF_2017: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 55',
  url: null,
  confidence: 'unconfirmed',
}

export const VALIDITY_OF_2025: LegalBasis = {
  country: 'ID',
  instrument: 'Permen P2MI 1/2025',
  article: null,
  url: 'http://lawcenter.id/mau-tempatkan-pekerja-migran-ini-syarat-dan-prosedur-izin-p3mi-menurut-permen-1-2025',
  confidence: 'reported',
  inForce: { from: day('2025-12-31'), until: null },
}

export const SUSPENSION_BY_DIRECTOR_GENERAL: LegalBasis = {
  ...SANCTIONS_2025,
  article: 'Pasal 9 ayat (1)',
  url: 'https://pasal.id/peraturan/permen/permen-p2mi-no-4-tahun-2025/koreksi/9440606',
  confidence: 'text_read',
}

export const REVOCATION_BY_MINISTER: LegalBasis = {
  ...SANCTIONS_2025,
  article: 'Pasal 14 ayat (1) huruf b',
  url: 'https://indocybernews.com/kp2mi-cabut-izin-pt-multi-intan-amanah-internasional-ini-alasannya',
  confidence: 'reported',
}

export const WARNING_BY_DIRECTOR_GENERAL: LegalBasis = {
  ...SANCTIONS_2025,
  article: null,
  url: null,
  confidence: 'unconfirmed',
}

export const APPRENTICES_ARE_NO_MIGRANT_WORKERS: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 4 ayat (2) huruf b',
  url: 'http://ngada.org/uu18-2017.htm',
  confidence: 'text_read',
}

export const OWN_COMPANY_PLACEMENT: LegalBasis = {
  ...ACT_2017,
  article: null,
  url: 'https://disnaker.banjarnegarakab.go.id/2022/08/waspada-penipuan-lowongan-kerja-ke-luar-negeri-melalui-media-sosial',
  confidence: 'unconfirmed',
}

export const CREW_UNDER_SIP3MI: LegalBasis = {
  country: 'ID',
  instrument: 'PP 22/2022',
  article: null,
  url: 'https://sakti.or.id/?p=1502',
  confidence: 'reported',
  inForce: { from: day('2022-12-31'), until: null },
}

export const CREW_IS_COVERED: LegalBasis = {
  country: 'ID',
  instrument: 'Putusan MK 127/PUU-XXI/2023',
  article: null,
  url: 'https://sakti.or.id/?p=1502',
  confidence: 'reported',
  inForce: { from: day('2023-12-31'), until: null },
}
