import { day } from '../../calendar-date.ts'
import type { LegalBasis } from '../instruments.ts'

const ACT_2017 = {
  country: 'ID',
  instrument: 'UU 18/2017',
  inForce: { from: day('2017-11-22'), until: null },
} as const

const ACT_PAGE_7 =
  'https://id.m.wikisource.org/wiki/Halaman:Undang-Undang_Nomor_18_Tahun_2017.pdf/7'
const ACT_PAGE_8 =
  'https://id.m.wikisource.org/wiki/Halaman:Undang-Undang_Nomor_18_Tahun_2017.pdf/8'
const CRIMES = 'https://sbmi.or.id/?p=8029&share=twitter'

export const CONDITIONS_OF_WORKERS: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 5',
  url: 'http://www.pjtki-pptkis.com/sk-4-prosedur-menjadi-tenaga-kerja-indonesia-di-luar-negeri.html',
  confidence: 'reported',
}

export const PLACING_THE_UNDER_AGED: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 80',
  url: CRIMES,
  confidence: 'reported',
}

/** The demand from abroad must be verified before anybody is recruited for it. */
export const VERIFIED_DEMAND: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 9',
  url: ACT_PAGE_7,
  confidence: 'text_read',
}

/** The attaché verifies partners and employers, and publishes those with problems. */
export const PROBLEM_LIST: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 10',
  url: ACT_PAGE_7,
  confidence: 'text_read',
}

export const EIGHT_DOCUMENTS: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 13',
  url: ACT_PAGE_8,
  confidence: 'text_read',
}

export const FAMILY_PERMISSION: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 13 huruf b',
  url: ACT_PAGE_8,
  confidence: 'text_read',
}

export const WORK_VISA: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 13 huruf f',
  url: ACT_PAGE_8,
  confidence: 'text_read',
}

export const WORK_CONTRACT: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 13 huruf h, Pasal 14–15',
  url: ACT_PAGE_8,
  confidence: 'text_read',
}

export const NO_PLACEMENT_COST: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 30',
  url: 'https://bali.jpnn.com/ntb-terkini/37984/regulasi-biaya-penempatan-pmi-lagi-digodok-pastikan-prinsip-zero-cost-terlaksana',
  confidence: 'reported',
}

export const PLACEMENT_COST_2025: LegalBasis = {
  country: 'ID',
  instrument: 'Permen P2MI 17/2025',
  article: null,
  url: 'https://pasal.id/peraturan/permen/permen-p2mi-no-17-tahun-2025/koreksi/9449675',
  confidence: 'text_read',
  // Its first day was not seen: cited from the last day of its year.
  inForce: { from: day('2025-12-31'), until: null },
}

export const BRANCH_LICENCE: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 53',
  url: null,
  confidence: 'unconfirmed',
}

export const INDEPENDENT_WORKERS: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 63',
  url: null,
  confidence: 'unconfirmed',
}

export const INDIVIDUALS_MAY_NOT_PLACE: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 69',
  url: 'https://jabar.tribunnews.com/amp/2023/06/15/update-kasus-ela-lastari-tkw-garut-yang-hilang-di-riyadh-keluarga-resmi-laporkan-calo-ke-polisi?page=2',
  confidence: 'reported',
}

export const PLACING_AS_INDIVIDUAL: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 81',
  url: CRIMES,
  confidence: 'reported',
}

export const JOB_AGAINST_CONTRACT: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 82',
  url: CRIMES,
  confidence: 'reported',
}

export const OUTSIDE_THE_ACT: LegalBasis = {
  ...ACT_2017,
  article: 'Pasal 4 ayat (2)',
  url: 'http://ngada.org/uu18-2017.htm',
  confidence: 'text_read',
}

/** Recruiting without a SIP2MI, after it was revoked, or for another job than the contract’s. */
export const PERMIT_BEFORE_RECRUITING: LegalBasis = {
  country: 'ID',
  instrument: 'Permen P2MI 4/2025',
  article: 'Pasal 9 ayat (1)',
  url: 'https://pasal.id/peraturan/permen/permen-p2mi-no-4-tahun-2025/koreksi/9440606',
  confidence: 'text_read',
  inForce: { from: day('2025-12-31'), until: null },
}

/** The government issues the SIP2MI (k, l) and opens and closes countries and positions (i, j). */
export const GOVERNMENT_DECIDES: LegalBasis = {
  country: 'ID',
  instrument: 'PP 59/2021',
  article: 'Pasal 35 huruf i–l',
  url: 'https://www.basishukum.com/pp/59/2021/IV?m=d',
  confidence: 'text_read',
  inForce: { from: day('2021-12-31'), until: null },
}

export const ONLY_THE_MINISTRY_SENDS_TO_KOREA: LegalBasis = {
  country: 'ID',
  instrument: 'Pernyataan BP2MI (Korea G to G)',
  article: null,
  url: 'https://voi.id/berita/358589/bp2mi-minta-pmi-waspadai-pihak-janjikan-penempatan-kerja-di-korsel',
  confidence: 'reported',
  inForce: { from: null, until: null },
}

export const SOCIAL_SECURITY_OF_WORKERS: LegalBasis = {
  country: 'ID',
  instrument: 'Permenaker 4/2023',
  article: null,
  url: 'https://www.basishukum.com/permenaker/4/2023/III?m=d',
  confidence: 'text_read',
  inForce: { from: day('2023-12-31'), until: null },
}
