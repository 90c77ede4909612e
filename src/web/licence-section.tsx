import type { Agency, Licence } from '../domain/agency.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { LicenceEvent } from '../domain/licence.ts'
import { licenceStateOn } from '../domain/licence-status.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import type { Frame } from './frame.ts'

interface LicencesContent {
  readonly frame: Frame
  readonly agency: Agency
  readonly on: CalendarDate
}

export function LicenceSection({ frame, agency, on }: LicencesContent) {
  const { say } = frame
  return (
    <section>
      <h2>{say('Izin', 'Licence')}</h2>
      {agency.licences.length === 0 && (
        <p>{say('Tidak ada izin yang tercatat.', 'No licence is on record.')}</p>
      )}
      {agency.licences.map((licence) => (
        <OneLicence frame={frame} licence={licence} on={on} />
      ))}
    </section>
  )
}

function OneLicence({
  frame,
  licence,
  on,
}: Omit<LicencesContent, 'agency'> & { licence: Licence }) {
  const { say } = frame
  const state = licenceStateOn(on, licence.events)
  const unknown = say('tidak tercatat', 'not on record')
  return (
    <div class="card">
      <h3>{frame.pick(VOCABULARY.licence_kind[licence.kind])}</h3>
      <dl>
        <dt>{say('Keadaan', 'Status')}</dt>
        <dd>{frame.pick(VOCABULARY.status[state.status])}</dd>
        <dt>{say('Nomor', 'Number')}</dt>
        <dd>{licence.numbers.map(({ printed }) => printed).join(', ') || unknown}</dd>
        <dt>{say('Diberikan', 'Granted')}</dt>
        <dd>{state.term === null ? unknown : frame.day(state.term.effectiveOn)}</dd>
        <dt>{say('Berlaku sampai', 'Valid until')}</dt>
        <dd>{state.validUntil === null ? unknown : frame.day(state.validUntil)}</dd>
      </dl>
      {state.sanctions.length > 0 && (
        <>
          <h4>{say('Sanksi yang berlaku', 'Sanctions in force')}</h4>
          <ul class="plain-list">
            {state.sanctions.map((sanction) => (
              <li>{sanctionInWords(frame, sanction)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

export function sanctionInWords(frame: Frame, event: LicenceEvent): string {
  const { type, effectiveOn, instrument, scope } = event
  const parts = Object.values(scope ?? {}).flat()
  return [
    `${frame.pick(VOCABULARY.licence_event[type])}, ${frame.say('sejak', 'since')} ${frame.day(effectiveOn)}`,
    ...(parts.length > 0
      ? [`${frame.say('cakupan', 'scope')}: ${parts.map(frame.country).join(', ')}`]
      : []),
    ...(instrument === null ? [] : [instrument]),
  ].join('; ')
}
