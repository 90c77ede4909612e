import type { OpenedRegister } from '../../actions/open-register.ts'
import { registeredNameOn } from '../../domain/agency.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { DatedRow, RowConfidence } from '../../domain/rule-tables/dated-row.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { Frame } from '../frame.ts'
import type { Column } from './arrange-rows.ts'
import { AGENCIES_PATH } from './paths.ts'

/** What a table's columns are written with. */
export interface RowContext {
  readonly frame: Frame
  readonly opened: OpenedRegister
  readonly on: CalendarDate
}

export function textColumn<Row>(
  key: string,
  head: string,
  text: (row: Row) => string | null,
): Column<Row> {
  return { key, head, text: (row) => text(row) ?? '' }
}

export function numberColumn<Row>(
  key: string,
  head: string,
  number: (row: Row) => number | null,
): Column<Row> {
  return { key, head, text: (row) => String(number(row) ?? ''), order: number }
}

export function dayColumn<Row>(
  { frame }: Pick<RowContext, 'frame'>,
  key: string,
  head: string,
  day: (row: Row) => CalendarDate | null,
): Column<Row> {
  return {
    key,
    head,
    text: (row) => {
      const found = day(row)
      return found === null ? '' : frame.day(found)
    },
    order: day,
  }
}

/** A closed word by its label; `whenNull` where the row is limited to none. */
export function wordColumn<Row, Word extends string>(
  { frame }: Pick<RowContext, 'frame'>,
  key: string,
  head: string,
  labels: Readonly<Record<Word, Bilingual>>,
  word: (row: Row) => Word | null,
  whenNull: string,
): Column<Row> {
  return {
    key,
    head,
    text: (row) => {
      const found = word(row)
      return found === null ? whenNull : frame.pick(labels[found])
    },
  }
}

export function countryColumn<Row>(
  { frame }: Pick<RowContext, 'frame'>,
  code: (row: Row) => string | null,
): Column<Row> {
  const { say } = frame
  return {
    key: 'destination',
    head: say('Negara tujuan', 'Destination'),
    text: (row) => {
      const found = code(row)
      return found === null ? say('semua', 'all') : frame.country(found)
    },
  }
}

type Schemed = { readonly scheme: keyof typeof VOCABULARY.scheme | null }
type Sectored = { readonly sector: keyof typeof VOCABULARY.sector | null }

export function schemeColumn<Row extends Schemed>(context: RowContext): Column<Row> {
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

export function sectorColumn<Row extends Sectored>(context: RowContext): Column<Row> {
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

export function agencyColumn<Row extends { readonly agencyId: string }>({
  frame,
  opened,
  on,
}: RowContext): Column<Row> {
  return {
    key: 'agency',
    head: frame.say('Perusahaan', 'Company'),
    text: ({ agencyId }) => {
      const agency = opened.view.agency(agencyId)
      return agency === undefined ? agencyId : registeredNameOn(agency, on)
    },
    href: ({ agencyId }) => frame.href(`${AGENCIES_PATH}/${agencyId}`),
  }
}

const CONFIDENCE = {
  law_text: { id: 'naskah aturan dibaca', en: 'the instrument was read' },
  statement: { id: 'pernyataan kantor', en: 'an office said so' },
  press: { id: 'menurut berita', en: 'as reported' },
  uncertain: { id: 'diragukan', en: 'doubtful' },
} as const satisfies Record<RowConfidence, Bilingual>

/** What every dated row tells: its days, its ground and how it is known. */
export function groundColumns<Row extends DatedRow>(context: RowContext): readonly Column<Row>[] {
  const { frame, opened } = context
  const { say } = frame
  return [
    dayColumn(context, 'from', say('Berlaku sejak', 'In force from'), ({ validFrom }) => validFrom),
    dayColumn(context, 'until', say('Sampai', 'Until'), ({ validUntil }) => validUntil),
    textColumn('instrument', say('Dasar', 'Instrument'), ({ instrument }) => instrument),
    wordColumn(
      context,
      'confidence',
      say('Diketahui dari', 'Known by'),
      CONFIDENCE,
      ({ confidence }) => confidence,
      '',
    ),
    textColumn(
      'source',
      say('Sumber', 'Source'),
      ({ sourceId }) => opened.view.source(sourceId)?.title ?? sourceId,
    ),
    numberColumn('entry', say('Catatan nomor', 'Entry'), ({ entry }) => entry),
  ]
}
