import type { Bilingual } from '../../domain/bilingual.ts'
import { regionName } from '../../domain/regions/region.ts'
import type {
  AssistanceOffice,
  DestinationRow,
  FeeRule,
  RecruitmentPermit,
} from '../../domain/rule-tables/rows.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { PublicRows } from '../../register/rule-register.ts'
import type { Column } from './arrange-rows.ts'
import {
  agencyColumn,
  countryColumn,
  dayColumn,
  numberColumn,
  type RowContext,
  textColumn,
  wordColumn,
} from './rule-columns.ts'

type RowOf<Name extends keyof PublicRows> = ReturnType<PublicRows[Name]>[number]

/** One table of dated rows as the console shows it. */
export interface RuleTable<Name extends keyof PublicRows = keyof PublicRows> {
  /** The last part of its address. */
  readonly slug: string
  readonly title: Bilingual
  readonly rows: Name
  /** Its own columns; those of every dated row follow. */
  columns(context: RowContext): readonly Column<RowOf<Name>>[]
}

const DESTINATION_RULE = {
  open: { id: 'dibuka', en: 'open' },
  closed: { id: 'ditutup', en: 'closed' },
  restricted: { id: 'dibatasi', en: 'restricted' },
  contested: { id: 'dipersoalkan', en: 'contested' },
} as const satisfies Record<DestinationRow['rule'], Bilingual>

const RENEWAL = {
  none: { id: 'tidak', en: 'no' },
  in_process: { id: 'sedang diperpanjang', en: 'in process' },
} as const satisfies Record<RecruitmentPermit['renewal'], Bilingual>

const OFFICE_KIND = {
  hotline: { id: 'saluran telepon', en: 'hotline' },
  labour_office: { id: 'dinas tenaga kerja', en: 'labour office' },
  bp3mi: { id: 'BP3MI', en: 'BP3MI' },
  mission: { id: 'perwakilan RI', en: 'mission abroad' },
  civil_registry: { id: 'Dukcapil', en: 'civil registry' },
} as const satisfies Record<AssistanceOffice['kind'], Bilingual>

export const RULE_TABLES = [
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
  {
    slug: 'negara-tujuan',
    title: { id: 'Negara tujuan', en: 'Destinations' },
    rows: 'destinations',
    columns: (context) => {
      const { frame } = context
      const { say } = frame
      return [
        countryColumn(context, ({ destination }) => destination),
        wordColumn(
          context,
          'rule',
          say('Keadaan', 'Rule'),
          DESTINATION_RULE,
          ({ rule }) => rule,
          '',
        ),
        schemeColumn(context),
        sectorColumn(context),
        wordColumn(
          context,
          'employer_type',
          say('Pemberi kerja', 'Employer'),
          VOCABULARY.employer_type,
          ({ employerType }) => employerType,
          say('semua', 'all'),
        ),
        textColumn('channel', say('Hanya lewat', 'Only through'), (row) => row.channelException),
        textColumn('doubt', say('Keraguan', 'Doubt'), ({ doubt }) => doubt && frame.pick(doubt)),
      ]
    },
  } satisfies RuleTable<'destinations'>,
  {
    slug: 'usia',
    title: { id: 'Batas usia', en: 'Age limits' },
    rows: 'ageLimits',
    columns: (context) => {
      const { say } = context.frame
      return [
        countryColumn(context, ({ destination }) => destination),
        schemeColumn(context),
        sectorColumn(context),
        wordColumn(
          context,
          'sex',
          say('Jenis kelamin', 'Sex'),
          VOCABULARY.sex,
          ({ sex }) => sex,
          say('semua', 'all'),
        ),
        numberColumn('min', say('Paling muda', 'Youngest'), ({ min }) => min),
        numberColumn('max', say('Paling tua', 'Oldest'), ({ max }) => max),
      ]
    },
  } satisfies RuleTable<'ageLimits'>,
  {
    slug: 'dokumen',
    title: { id: 'Dokumen yang diminta', en: 'Document requirements' },
    rows: 'documentRequirements',
    columns: (context) => {
      const { say } = context.frame
      return [
        wordColumn(
          context,
          'document',
          say('Dokumen', 'Document'),
          VOCABULARY.document_type,
          ({ documentType }) => documentType,
          '',
        ),
        wordColumn(
          context,
          'requirement',
          say('Kewajiban', 'Requirement'),
          VOCABULARY.requirement,
          ({ requirement }) => requirement,
          '',
        ),
        countryColumn(context, ({ destination }) => destination),
        schemeColumn(context),
        numberColumn(
          'passport_months',
          say('Sisa bulan paspor', 'Passport months left'),
          ({ passportMonths }) => passportMonths,
        ),
      ]
    },
  } satisfies RuleTable<'documentRequirements'>,
  {
    slug: 'biaya',
    title: { id: 'Biaya', en: 'Fees' },
    rows: 'feeRules',
    columns: (context) => {
      const { say } = context.frame
      return [
        countryColumn(context, ({ destination }) => destination),
        schemeColumn(context),
        textColumn('position', say('Jabatan', 'Position'), ({ position }) => position),
        {
          key: 'max',
          head: say('Paling banyak', 'At most'),
          text: ({ max }) => amountInWords(context, max),
          order: ({ max }) => (max === 'none' ? 0 : max.amount),
        },
        wordColumn(
          context,
          'payee',
          say('Dibayar kepada', 'Paid to'),
          VOCABULARY.payee,
          ({ payee }) => payee,
          '',
        ),
      ]
    },
  } satisfies RuleTable<'feeRules'>,
  {
    slug: 'mitra',
    title: {
      id: 'Mitra yang diperingatkan perwakilan',
      en: 'Foreign partners that a mission warns of',
    },
    rows: 'foreignPartners',
    columns: (context) => {
      const { say } = context.frame
      return [
        textColumn('name', say('Nama', 'Name'), ({ name }) => name),
        countryColumn(context, ({ country }) => country),
        wordColumn(
          context,
          'effect',
          say('Akibat', 'Effect'),
          VOCABULARY.effect,
          ({ listedEffect }) => listedEffect,
          '',
        ),
      ]
    },
  } satisfies RuleTable<'foreignPartners'>,
  {
    slug: 'kantor',
    title: { id: 'Kantor untuk bertanya', en: 'Offices to ask' },
    rows: 'offices',
    columns: (context) => {
      const { frame } = context
      const { say } = frame
      return [
        textColumn('name', say('Nama', 'Name'), ({ name }) => frame.pick(name)),
        wordColumn(context, 'kind', say('Jenis', 'Kind'), OFFICE_KIND, ({ kind }) => kind, ''),
        textColumn('contact', say('Kontak', 'Contact'), ({ contact }) => contact),
        textColumn(
          'region',
          say('Wilayah', 'Region'),
          ({ regionCode }) => regionName('ID', regionCode) ?? regionCode,
        ),
        dayColumn(
          context,
          'verified',
          say('Kontak dicoba', 'Contact tried'),
          ({ verifiedOn }) => verifiedOn,
        ),
      ]
    },
  } satisfies RuleTable<'offices'>,
] as const

type Schemed = { readonly scheme: keyof typeof VOCABULARY.scheme | null }
type Sectored = { readonly sector: keyof typeof VOCABULARY.sector | null }

function schemeColumn<Row extends Schemed>(context: RowContext): Column<Row> {
  const { say } = context.frame
  const ofAll = say('semua', 'all')
  return wordColumn(
    context,
    'scheme',
    say('Skema', 'Scheme'),
    VOCABULARY.scheme,
    ({ scheme }) => scheme,
    ofAll,
  )
}

function sectorColumn<Row extends Sectored>(context: RowContext): Column<Row> {
  const { say } = context.frame
  const ofAll = say('semua', 'all')
  return wordColumn(
    context,
    'sector',
    say('Bidang', 'Sector'),
    VOCABULARY.sector,
    ({ sector }) => sector,
    ofAll,
  )
}

function amountInWords({ frame }: RowContext, max: FeeRule['max']): string {
  if (max === 'none') return frame.say('tidak boleh dipungut', 'nothing may be charged')
  const { amount, currency } = max
  return `${currency} ${amount.toLocaleString(frame.language === 'id' ? 'id-ID' : 'en-GB')}`
}
