import type { Bilingual } from '../../domain/bilingual.ts'
import type { DestinationRow, FeeRule } from '../../domain/rule-tables/rows.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import {
  countryColumn,
  numberColumn,
  type RowContext,
  schemeColumn,
  sectorColumn,
  textColumn,
  wordColumn,
} from './rule-columns.ts'
import type { RuleTable } from './rule-table.ts'

const DESTINATION_RULE = {
  open: { id: 'dibuka', en: 'open' },
  closed: { id: 'ditutup', en: 'closed' },
  restricted: { id: 'dibatasi', en: 'restricted' },
  contested: { id: 'dipersoalkan', en: 'contested' },
} as const satisfies Record<DestinationRow['rule'], Bilingual>

/** What the law and its instruments say of every placement. */
export const LAW_TABLES = [
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
        {
          ...textColumn<DestinationRow>(
            'doubt',
            say('Keraguan', 'Doubt'),
            ({ doubt }) => doubt && frame.pick(doubt),
          ),
          isLong: true,
        },
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
] as const

function amountInWords({ frame }: RowContext, max: FeeRule['max']): string {
  if (max === 'none') return frame.say('tidak boleh dipungut', 'nothing may be charged')
  const { amount, currency } = max
  return `${currency} ${amount.toLocaleString(frame.language === 'id' ? 'id-ID' : 'en-GB')}`
}
