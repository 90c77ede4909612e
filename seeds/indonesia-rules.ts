import { type CalendarDate, day } from '../src/domain/calendar-date.ts'
import type { DocumentType, Scheme } from '../src/domain/placement/words.ts'
import type { DatedRow, RowConfidence } from '../src/domain/rule-tables/dated-row.ts'
import type { AgeLimit, AssistanceOffice, DestinationRow } from '../src/domain/rule-tables/rows.ts'
import type { RuleRows } from '../src/domain/rule-tables/rule-tables.ts'

/** Where a rule was read: the address, never a copy. */
export interface RuleSource {
  readonly id: string
  readonly title: string
  /** Null for what is customary and still without a source. */
  readonly url: string | null
}

// Where the first day of a rule was not seen, it counts from the last day of the period that its
// source names, and an undated page from the month in which it was read: late misleads nobody.
const READ_ON = day('2026-11-01')

const SOURCES = {
  act: [
    'UU 18/2017, Pasal 13',
    'https://id.m.wikisource.org/wiki/Halaman:Undang-Undang_Nomor_18_Tahun_2017.pdf/8',
  ],
  conditions: [
    'Syarat calon pekerja (Pasal 5)',
    'http://www.pjtki-pptkis.com/sk-4-prosedur-menjadi-tenaga-kerja-indonesia-di-luar-negeri.html',
  ],
  insurance: ['Permenaker 4/2023', 'https://www.basishukum.com/permenaker/4/2023/III?m=d'],
  card: [
    'Permen P2MI 34/2025',
    'https://pasal.id/peraturan/permen/permen-p2mi-no-34-tahun-2025/koreksi/6422014',
  ],
  sanctions: [
    'Permen P2MI 4/2025',
    'https://pasal.id/peraturan/permen/permen-p2mi-no-4-tahun-2025/koreksi/9440606',
  ],
  independent: [
    'Daftar surat jalur perseorangan dan cuti',
    'https://voiceindonesia.co/ketenagakerjaan/15/11/2025/64348/jadi-identitas-resmi-selama-kerja-di-luar-negeri-begini-cara-bikin-e-pmi',
  ],
  korea: [
    'Program G to G Korea Selatan 2025',
    'https://serayunews.com/pendaftaran-program-g-to-g-korea-selatan-2025-jadwal-lengkap-syarat-dan-sektor-pekerjaan',
  ],
  middle_east: [
    'Daftar negara Kepmenaker 260/2015',
    'https://dinsos.bojonegorokab.go.id/berita/baca/131',
  ],
  ban_2025: [
    'Pernyataan Menteri P2MI, Maret 2025',
    'https://bekasiguide.com/2025/03/28/menteri-p2mi-larang-pekerja-migran-indonesia-ke-thailand-myanmar-dan-kamboja/?noamp=mobile',
  ],
  not_official: [
    'Pernyataan Menteri P2MI, Oktober 2025',
    'https://www.bitvonline.com/pemerintahan/48968/p2mi-tegas-kerja-di-luar-negeri-jangan-salah-pilih-kamboja-amp-myanmar-bukan-tujuan-resmi',
  ],
  saudi_lifted: [
    'Berita pembukaan Arab Saudi, Maret 2025',
    'https://pemerintahnews.com/pemerintah-cabut-moratorium-tki-ke-arab-saudi-600-000-pekerja-siap-dikirim',
  ],
  japan: [
    'Pernyataan Menaker tentang SSW Jepang',
    'https://www.medcom.id/ekonomi/bisnis/akWXaJXK-menaker-ajak-masyarakat-bekerja-ke-jepang-lewat-skema-pekerja-berketerampilan-khusus',
  ],
  bali_2022: [
    'Keterangan UPT BP2MI Bali, Januari 2022',
    'https://visi.news/berantas-lowongan-kerja-palsu-di-media-sosial-upt-bp2mi-wilayah-bali-gandeng-polda-bali/',
  ],
  malaysia: [
    'Batas umur Malaysia, Juli 2022',
    'https://amp.suara.com/news/2022/07/17/073000/berapa-gaji-tki-di-malaysia-ri-setop-kirim-tenaga-kerja-ke-negeri-jiran?page=2',
  ],
  singapore: [
    'Batas umur Singapura, Mei 2018',
    'https://asiatimes.com/2018/05/agen-tenaga-kerja-dituntut-atas-perekrutan-dua-gadis-myanmar-usia-13-sebagai-pembantu/',
  ],
  taiwan_hong_kong: [
    'Umur yang biasa disebut untuk Taiwan dan Hong Kong',
    'https://lifestyle.viva.co.id/amp/travel/2236-cari-kerja-susah-mending-kabur-ke-taiwan-atau-hong-kong-buat-dapat-gaji-besar?page=2',
  ],
  nik: [
    'Arti 16 digit NIK',
    'https://dukcapil.klaten.go.id/arti-16-digit-nomor-induk-kependudukan-nik',
  ],
  police: [
    'SKCK dan SIP2MI dalam satu perkara',
    'https://radartegal.disway.id/read/705597/pengurus-lpk-bantah-dugaan-penipuan-calon-pekerja-migran-di-brebes',
  ],
  hotlines: [
    'Nomor pengaduan, Desember 2025',
    'https://www.lintasatlantik.com/2025/12/inilah-sanksi-bagi-pjtki-yang-salurkan.html',
  ],
  foreign_ministry: [
    'Perlindungan WNI, Kementerian Luar Negeri',
    'https://sekitarjabar.com/cegah-perdagangan-manusia-di-luar-negeri-kemenlu-minta-masyarakat-lebih-hati-hati/2/',
  ],
  customary: ['Kebiasaan, belum bersumber', null],
} as const satisfies Record<string, readonly [string, string | null]>
type SourceKey = keyof typeof SOURCES

const sourceIdOf = (key: SourceKey) => `src_rules_${key}`

export const indonesiaRuleSources: readonly RuleSource[] = (
  Object.entries(SOURCES) as [SourceKey, readonly [string, string | null]][]
).map(([key, [title, url]]) => ({ id: sourceIdOf(key), title, url }))

type Seed<Row extends DatedRow> = Omit<Row, 'entry' | 'supersededBy'>
export type RuleRowSeeds = {
  readonly [Table in keyof RuleRows]: readonly Seed<RuleRows[Table][number]>[]
}

function resting(
  id: string,
  key: SourceKey,
  validFrom: CalendarDate,
  confidence: RowConfidence,
  instrument: string | null = null,
): Omit<DatedRow, 'entry' | 'supersededBy'> {
  return {
    id,
    validFrom,
    validUntil: null,
    instrument,
    instrumentOn: null,
    url: SOURCES[key][1],
    confidence,
    sourceId: sourceIdOf(key),
  }
}

function destination(
  code: string,
  rest: Omit<DatedRow, 'entry' | 'supersededBy'>,
  limits: Partial<DestinationRow> & Pick<DestinationRow, 'rule'>,
): Seed<DestinationRow> {
  return {
    ...rest,
    destination: code,
    scheme: null,
    sector: null,
    employerType: null,
    channelException: null,
    doubt: null,
    ...limits,
  }
}

// Twenty-one names on one local government's page; the usual wording is nineteen.
const MIDDLE_EAST = [
  ...['DZ', 'SA', 'BH', 'IQ', 'IR', 'KW', 'LB', 'LY', 'MA', 'MR', 'EG'],
  ...['OM', 'PK', 'PS', 'QA', 'SS', 'SY', 'TN', 'AE', 'YE', 'JO'],
]

const DOUBT_260_2015 = {
  id: 'Satu halaman memuat 21 negara, padahal biasanya disebut 19. Asosiasi pengusaha berpendapat aturan ini tidak berlaku lagi.',
  en: 'One page lists 21 countries where 19 is the usual number. An industry body argues that the rule has no force any more.',
}

const destinations: readonly Seed<DestinationRow>[] = [
  ...MIDDLE_EAST.map((code) =>
    destination(
      code,
      resting(
        `dst_${code}_2015`,
        'middle_east',
        day('2015-07-01'),
        'statement',
        'Kepmenaker 260/2015',
      ),
      { rule: 'closed', employerType: 'individual', doubt: DOUBT_260_2015 },
    ),
  ),
  destination('SA', resting('dst_SA_2025', 'saudi_lifted', day('2025-03-14'), 'press'), {
    rule: 'open',
    doubt: {
      id: 'Pada Juni 2025 menteri mengatakan belum diumumkan resmi; surat keputusannya tidak ditemukan.',
      en: 'In June 2025 the minister said that it was not officially announced; no legal act was found.',
    },
  }),
  ...(['KH', 'MM'] as const).flatMap((code) => [
    destination(code, resting(`dst_${code}_2025_03`, 'ban_2025', day('2025-03-28'), 'statement'), {
      rule: 'closed',
    }),
    destination(
      code,
      resting(`dst_${code}_2025_10`, 'not_official', day('2025-10-29'), 'statement'),
      {
        rule: 'closed',
      },
    ),
  ]),
  destination('TH', resting('dst_TH_2025', 'ban_2025', day('2025-03-28'), 'statement'), {
    rule: 'contested',
    doubt: {
      id: 'Pernyataan Oktober 2025 tidak mengulang Thailand; tidak ada surat keputusan.',
      en: 'The statement of October 2025 does not repeat Thailand; there is no decree.',
    },
  }),
  destination('JP', resting('dst_JP_2023', 'japan', day('2023-03-31'), 'statement'), {
    rule: 'open',
    scheme: 'p_to_p',
  }),
  destination('AU', resting('dst_AU_2022', 'bali_2022', day('2022-01-31'), 'press'), {
    rule: 'closed',
  }),
  destination('NZ', resting('dst_NZ_2022', 'bali_2022', day('2022-01-31'), 'press'), {
    rule: 'contested',
    doubt: {
      id: 'Disebut belum dibuka, tetapi tabel biaya untuk Selandia Baru ada sejak 2022.',
      en: 'Said not to be open, yet a cost table for New Zealand exists since 2022.',
    },
  }),
]

function ageLimit(
  rest: Omit<DatedRow, 'entry' | 'supersededBy'>,
  limits: Partial<AgeLimit>,
): Seed<AgeLimit> {
  return {
    ...rest,
    destination: null,
    scheme: null,
    sector: null,
    sex: null,
    min: null,
    max: null,
    ...limits,
  }
}

const ageLimits: readonly Seed<AgeLimit>[] = [
  ageLimit(resting('age_statutory', 'conditions', day('2017-11-22'), 'statement', 'UU 18/2017'), {
    min: 18,
  }),
  ageLimit(resting('age_KR', 'korea', day('2025-12-31'), 'press'), {
    destination: 'KR',
    scheme: 'g_to_g',
    min: 18,
    max: 39,
  }),
  ageLimit(resting('age_MY', 'malaysia', day('2022-07-17'), 'press'), {
    destination: 'MY',
    min: 18,
    max: 38,
  }),
  ageLimit(resting('age_MY_domestic', 'malaysia', day('2022-07-17'), 'press'), {
    destination: 'MY',
    sector: 'domestic',
    min: 21,
    max: 45,
  }),
  ageLimit(resting('age_SG_domestic', 'singapore', day('2018-05-31'), 'press'), {
    destination: 'SG',
    sector: 'domestic',
    min: 23,
  }),
  ageLimit(resting('age_TW', 'taiwan_hong_kong', READ_ON, 'uncertain'), {
    destination: 'TW',
    min: 21,
    max: 45,
  }),
  ageLimit(resting('age_HK', 'taiwan_hong_kong', READ_ON, 'uncertain'), {
    destination: 'HK',
    min: 23,
    max: 45,
  }),
]

const EVERY_NEW_DEPARTURE: readonly DocumentType[] = [
  'marital_status_letter',
  'health_certificate',
  'passport',
  'work_visa',
  'employment_contract',
]
const BY_THE_ACT: Readonly<Partial<Record<Scheme, readonly DocumentType[]>>> = {
  p_to_p: [
    ...EVERY_NEW_DEPARTURE,
    'family_permission',
    'competence_certificate',
    'placement_agreement',
  ],
  g_to_g: EVERY_NEW_DEPARTURE,
  own_company: EVERY_NEW_DEPARTURE,
  ssw_direct: EVERY_NEW_DEPARTURE,
  merchant_seafarer: EVERY_NEW_DEPARTURE,
  fishing_crew: EVERY_NEW_DEPARTURE,
}
const ELEVEN_ITEMS: readonly DocumentType[] = [
  'marital_status_letter',
  'family_permission',
  'competence_certificate',
  'health_certificate',
  'work_visa',
  'health_insurance',
  'employer_call_letter',
  'employer_profile',
  'employment_contract',
  'social_security',
  'own_risk_statement',
]
const ON_RETURN: readonly DocumentType[] = [
  'passport',
  'employment_contract',
  'leave_letter',
  'work_visa',
  'health_certificate',
  'social_security',
]

type Requirement = RuleRowSeeds['documentRequirements'][number]

function papers(
  key: SourceKey,
  from: CalendarDate,
  confidence: RowConfidence,
  scheme: Scheme | null,
  types: readonly DocumentType[],
  more: Partial<Requirement> = {},
): readonly Requirement[] {
  return types.map((documentType) => ({
    ...resting(
      `doc_${scheme ?? 'any'}_${documentType}_${key}`,
      key,
      from,
      confidence,
      more.instrument,
    ),
    scheme,
    destination: null,
    documentType,
    requirement: 'required',
    passportMonths: null,
    ...more,
  }))
}

const ACT_SCHEMES = Object.keys(BY_THE_ACT) as Scheme[]
const CONDITIONAL = { requirement: 'conditional' } as const

const documentRequirements: readonly Requirement[] = [
  ...ACT_SCHEMES.flatMap((scheme) => [
    ...papers('act', day('2017-11-22'), 'law_text', scheme, BY_THE_ACT[scheme]!, {
      instrument: 'UU 18/2017',
    }),
    ...papers('insurance', day('2023-12-31'), 'law_text', scheme, ['social_security'], {
      instrument: 'Permenaker 4/2023',
    }),
    ...papers('card', day('2025-12-31'), 'law_text', scheme, ['worker_card'], {
      instrument: 'Permen P2MI 34/2025',
    }),
  ]),
  ...(['p_to_p', 'g_to_g'] as const).flatMap((scheme) =>
    papers('sanctions', day('2025-12-31'), 'law_text', scheme, ['pre_departure_orientation'], {
      instrument: 'Permen P2MI 4/2025',
    }),
  ),
  ...papers('korea', day('2025-12-31'), 'press', 'g_to_g', ['government_registration']),
  ...papers('independent', day('2025-11-15'), 'press', 'independent', ELEVEN_ITEMS),
  // The eleven items do not name the passport, which the visa stands in; on the card officials differ.
  ...papers(
    'independent',
    day('2025-11-15'),
    'press',
    'independent',
    ['passport', 'worker_card'],
    CONDITIONAL,
  ),
  ...papers('independent', day('2025-11-15'), 'press', 're_entry', ON_RETURN),
  ...papers(
    'nik',
    READ_ON,
    'uncertain',
    null,
    ['identity_card', 'family_card', 'birth_certificate', 'school_certificate'],
    CONDITIONAL,
  ),
  ...papers('police', READ_ON, 'press', null, ['police_record'], CONDITIONAL),
  // Six months is customary and no row of any destination was found: it only ever warns.
  ...papers('customary', READ_ON, 'uncertain', null, ['passport'], {
    ...CONDITIONAL,
    passportMonths: 6,
  }),
]

function office(
  id: string,
  key: SourceKey,
  name: AssistanceOffice['name'],
  contact: string,
  step: AssistanceOffice['step'] = null,
): Seed<AssistanceOffice> {
  const confidence = key === 'customary' ? 'uncertain' : 'press'
  return {
    ...resting(id, key, key === 'hotlines' ? day('2025-12-31') : READ_ON, confidence),
    kind: 'hotline',
    name,
    contact,
    regionCode: null,
    step,
    verifiedOn: null,
  }
}

/**
 * What is known of Indonesia's rules, with the confidence of the research that it comes from. Rows
 * that only an authority can give (permits, job orders, partners, cost tables) start empty.
 */
export const indonesiaRuleRows: RuleRowSeeds = {
  destinations,
  ageLimits,
  documentRequirements,
  feeRules: [
    {
      ...resting('fee_KR', 'korea', day('2025-12-31'), 'press'),
      scheme: 'g_to_g',
      destination: 'KR',
      position: null,
      max: { amount: 28, currency: 'USD' },
      payee: 'government',
    },
  ],
  foreignPartners: [],
  recruitmentPermits: [],
  jobOrders: [],
  issuedDocuments: [],
  completeTables: [],
  offices: [
    office(
      'off_bp2mi_free',
      'hotlines',
      { id: 'Pengaduan KP2MI (bebas pulsa)', en: 'KP2MI complaints (free)' },
      '0800-1000',
      'call_bp3mi',
    ),
    office(
      'off_bp2mi',
      'hotlines',
      { id: 'Pengaduan KP2MI', en: 'KP2MI complaints' },
      '+62 21 29244800',
      'call_bp3mi',
    ),
    office(
      'off_kemnaker',
      'hotlines',
      { id: 'Kementerian Ketenagakerjaan', en: 'Ministry of Manpower' },
      '1500630',
      'ask_disnaker',
    ),
    office('off_lapor', 'hotlines', { id: 'LAPOR!', en: 'LAPOR!' }, 'lapor.go.id'),
    office(
      'off_peduli_wni',
      'foreign_ministry',
      { id: 'Peduli WNI, Kementerian Luar Negeri', en: 'Peduli WNI, Ministry of Foreign Affairs' },
      'peduliwni',
      'protect_abroad',
    ),
    office('off_sapa', 'customary', { id: 'SAPA 129', en: 'SAPA 129' }, '129'),
    office('off_polri', 'customary', { id: 'Polri', en: 'Police' }, '110'),
  ],
}

/** The seeds as rows of a registry in which they were recorded together, at `entry`. */
export function indonesiaRowsAt(entry: number): RuleRows {
  const recorded = <Row extends object>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, entry, supersededBy: null }))
  return {
    destinations: recorded(indonesiaRuleRows.destinations),
    ageLimits: recorded(indonesiaRuleRows.ageLimits),
    documentRequirements: recorded(indonesiaRuleRows.documentRequirements),
    feeRules: recorded(indonesiaRuleRows.feeRules),
    foreignPartners: recorded(indonesiaRuleRows.foreignPartners),
    recruitmentPermits: recorded(indonesiaRuleRows.recruitmentPermits),
    jobOrders: recorded(indonesiaRuleRows.jobOrders),
    issuedDocuments: recorded(indonesiaRuleRows.issuedDocuments),
    completeTables: recorded(indonesiaRuleRows.completeTables),
    offices: recorded(indonesiaRuleRows.offices),
  }
}
