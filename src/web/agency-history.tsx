import type { OpenedRegister } from '../actions/open-register.ts'
import { agencyHistory, type HistoryItem } from '../domain/agency-history.ts'
import { LICENCE_EVENT_TYPES } from '../domain/licence.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import type { Frame } from './frame.ts'

interface HistoryContent {
  readonly frame: Frame
  readonly agencyId: string
  readonly opened: OpenedRegister
}

const MOST_SHOWN = 200

/** Both clocks side by side: the day a fact took effect, and the moment it was recorded. */
export function AgencyHistory({ frame, agencyId, opened }: HistoryContent) {
  const { say } = frame
  const { register, registry } = opened
  const agency = register.agencyWithHistory(agencyId)
  const all = agency === undefined ? [] : agencyHistory(agency)
  const items = all.slice(-MOST_SHOWN).reverse()
  return (
    <section>
      <h2>{say('Riwayat', 'History')}</h2>
      <p>
        {say(
          'Tidak ada yang dihapus. Yang dibetulkan tetap terlihat.',
          'Nothing is deleted. What was corrected stays visible.',
        )}
      </p>
      <ol class="history">
        {items.map(({ kind, fact, details }) => (
          <li class={fact.supersededBy === null ? '' : 'superseded'}>
            <p>
              <strong>{frame.pick(VOCABULARY.history_kind[kind])}</strong>
              {detailInWords(frame, { kind, fact, details })}
            </p>
            <p class="grounds">
              <span>
                {say('Berlaku', 'In effect')}: {frame.day(fact.effectiveOn)}
                {fact.lastDay !== null && ` – ${frame.day(fact.lastDay)}`}
              </span>
              <span>
                {say('Dicatat', 'Recorded')}:{' '}
                {frame.instant(register.entryTime(fact.entry) ?? registry.asOf)} (
                {say('nomor', 'entry')} {fact.entry})
              </span>
              {fact.supersededBy !== null && (
                <span>
                  {say('Digantikan catatan', 'Replaced by entry')} {fact.supersededBy}
                </span>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

export function detailInWords(frame: Frame, { kind, details }: HistoryItem): string {
  const eventType = LICENCE_EVENT_TYPES.find((type) => type === details.type)
  const text =
    kind === 'licence_event' && eventType !== undefined
      ? frame.pick(VOCABULARY.licence_event[eventType])
      : kind === 'listing'
        ? details.state === 'listed'
          ? frame.say('tercantum', 'listed')
          : frame.say('tidak tercantum lagi', 'no longer listed')
        : (details.name ?? details.printed ?? details.value ?? destinationInWords(frame, details))
  return text === '' ? '' : `: ${text}`
}

function destinationInWords(frame: Frame, { destination }: HistoryItem['details']): string {
  return typeof destination === 'string' ? frame.country(destination) : ''
}
