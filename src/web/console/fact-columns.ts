import type { OpenedRegister } from '../../actions/open-register.ts'
import type { HistoryItem } from '../../domain/agency-history.ts'
import { isCalendarDate } from '../../domain/calendar-date.ts'
import { wasKnown } from '../../domain/fact.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import { detailInWords } from '../agency-history.tsx'
import type { Frame } from '../frame.ts'
import type { Column } from './arrange-rows.ts'

interface FactContext {
  readonly frame: Frame
  /** As it was known at the moment looked from. */
  readonly opened: OpenedRegister
  readonly recorders: ReadonlyMap<number, string>
  /** True for who may read the trail of a person. */
  readonly mayReadTrail: boolean
}

/** Every recorded fact with both clocks, its source and who recorded it. */
export function factColumns({
  frame,
  opened,
  recorders,
  mayReadTrail,
}: FactContext): readonly Column<HistoryItem>[] {
  const { say } = frame
  const { register, registry, view } = opened
  const titles = new Map([...register.sources()].map(({ id, title }) => [id, title]))
  const recordedAt = ({ fact }: HistoryItem) => register.entryTime(fact.entry) ?? registry.asOf
  const recordedBy = ({ fact }: HistoryItem) => recorders.get(fact.entry) ?? ''
  return [
    {
      key: 'entry',
      head: say('Catatan nomor', 'Entry'),
      text: ({ fact }) => String(fact.entry),
      order: ({ fact }) => fact.entry,
    },
    {
      key: 'fact',
      head: say('Isi', 'What it says'),
      text: (item) => factInWords(frame, item),
      isLong: true,
    },
    {
      key: 'effective',
      head: say('Berlaku sejak', 'In effect from'),
      text: ({ fact }) => frame.day(fact.effectiveOn),
      order: ({ fact }) => fact.effectiveOn,
    },
    {
      key: 'last_day',
      head: say('Sampai', 'Until'),
      text: ({ fact }) => (fact.lastDay === null ? '' : frame.day(fact.lastDay)),
      order: ({ fact }) => fact.lastDay,
    },
    {
      key: 'state',
      head: say('Keadaan catatan', 'Standing'),
      text: ({ fact }) => {
        if (fact.entry >= view.size) return say('belum dicatat saat itu', 'not yet recorded then')
        return wasKnown(fact, view.size)
          ? say('berdiri', 'stands')
          : say(`digantikan catatan ${fact.supersededBy}`, `replaced by entry ${fact.supersededBy}`)
      },
    },
    {
      key: 'recorded',
      head: say('Dicatat', 'Recorded'),
      text: (item) => frame.instant(recordedAt(item)),
      order: (item) => recordedAt(item).getTime(),
    },
    {
      key: 'by',
      head: say('Oleh', 'By'),
      text: recordedBy,
      href: (item) =>
        mayReadTrail && recordedBy(item).startsWith('per_')
          ? frame.href('/konsol/jejak', { actor: recordedBy(item) })
          : null,
    },
    {
      key: 'source',
      head: say('Sumber', 'Source'),
      text: ({ fact }) => titles.get(fact.sourceId) ?? fact.sourceId,
    },
  ]
}

function factInWords(frame: Frame, item: HistoryItem): string {
  const { kind, details } = item
  const { instrument, valid_until: validUntil, corrects } = details
  const told = `${frame.pick(VOCABULARY.history_kind[kind])}${detailInWords(frame, item)}`
  return [
    told,
    ...(typeof validUntil === 'string' && isCalendarDate(validUntil)
      ? [`${frame.say('berlaku sampai', 'valid until')} ${frame.day(validUntil)}`]
      : []),
    ...(typeof instrument === 'string' ? [instrument] : []),
    ...(typeof corrects === 'string'
      ? [`${frame.say('membatalkan', 'withdraws')} ${corrects}`]
      : []),
  ].join('; ')
}
