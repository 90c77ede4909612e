import { type AuditPage, givenIn } from '../../actions/people/read-audit.ts'
import { AUDIT_ACTIONS } from '../../domain/people/audit-event.ts'
import { AUDIT_WORDS } from '../../domain/people/people-words.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { AuditFilter, KeptEvent } from '../../store/audit.ts'
import type { Frame } from '../frame.ts'
import { ConsolePage } from './console-page.tsx'

interface TrailContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly filter: AuditFilter
  readonly found: AuditPage
  readonly isFirst: boolean
}

export function TrailPage({ frame, person, filter, found, isFirst }: TrailContent) {
  const { say, href } = frame
  const asked = givenIn(filter)
  return (
    <ConsolePage frame={frame} person={person} title={say('Jejak', 'Trail')}>
      <p>
        {say(
          'Siapa melakukan apa, kapan, dan dari mana. Melihat halaman ini pun tercatat.',
          'Who did what, when and from where. Looking at this page is written down too.',
        )}
      </p>
      <search>
        <form action="/konsol/jejak" method="get">
          {frame.askedLanguage && <input type="hidden" name="lang" value={frame.askedLanguage} />}
          <Field id="actor" label={say('Pelaku (per_…)', 'Who (per_…)')} value={filter.actor} />
          <div class="field">
            <label for="action">{say('Perbuatan', 'What')}</label>
            <select id="action" name="action">
              <option value="">{say('semua', 'everything')}</option>
              {AUDIT_ACTIONS.map((action) => (
                <option value={action} selected={action === filter.action}>
                  {frame.pick(AUDIT_WORDS[action])}
                </option>
              ))}
            </select>
          </div>
          <Field id="subject" label={say('Terhadap', 'To what')} value={filter.subject} />
          <Field id="from" type="date" label={say('Dari hari', 'From day')} value={filter.from} />
          <Field
            id="until"
            type="date"
            label={say('Sampai hari', 'Until day')}
            value={filter.until}
          />
          <button type="submit">{say('Tampilkan', 'Show')}</button>
        </form>
      </search>
      <section class="wide-table" aria-label={say('Kejadian', 'Events')} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('Kapan', 'When')}</th>
              <th scope="col">{say('Siapa', 'Who')}</th>
              <th scope="col">{say('Perbuatan', 'What')}</th>
              <th scope="col">{say('Terhadap', 'To what')}</th>
              <th scope="col">{say('Dari', 'From where')}</th>
              <th scope="col">{say('Rincian', 'Details')}</th>
            </tr>
          </thead>
          <tbody>
            {found.items.map((event) => (
              <EventRow frame={frame} event={event} />
            ))}
          </tbody>
        </table>
      </section>
      {found.items.length === 0 && <p>{say('Tidak ada yang cocok.', 'Nothing matches.')}</p>}
      <nav class="paging" aria-label={say('Halaman daftar', 'Pages of the list')}>
        {!isFirst && (
          <a class="button" href={href('/konsol/jejak', asked)}>
            {say('Kembali ke awal', 'Back to the start')}
          </a>
        )}
        {found.next !== null && (
          <a
            class="button"
            rel="next"
            href={href('/konsol/jejak', { ...asked, after: String(found.next) })}
          >
            {say('Berikutnya', 'Next')}
          </a>
        )}
        <a class="button quiet" href={`/v1/admin/audit.csv?${new URLSearchParams(asked)}`} download>
          {say('Unduh sebagai CSV', 'Download as CSV')}
        </a>
      </nav>
    </ConsolePage>
  )
}

function EventRow({ frame, event }: { readonly frame: Frame; readonly event: KeptEvent }) {
  const { actor, actorName, action, subject, place, detail } = event
  const where = [place.country, place.region].filter(Boolean).join(' ')
  const details = Object.entries(detail).map(([name, value]) => `${name}: ${value}`)
  return (
    <tr>
      <td>{frame.instant(event.at)}</td>
      <td>
        {actorName ?? actor.id ?? frame.say('tidak dikenal', 'unknown')}
        {actorName !== null && <span class="hint"> {actor.id}</span>}
      </td>
      <td>{frame.pick(AUDIT_WORDS[action])}</td>
      <td>{subject ?? '–'}</td>
      <td>{actor.address ?? '–'}</td>
      <td>{[...details, ...(where === '' ? [] : [where])].join(', ') || '–'}</td>
    </tr>
  )
}

interface FieldContent {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly type?: string
}

function Field({ id, label, value, type = 'text' }: FieldContent) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} name={id} type={type} value={value ?? ''} maxlength={100} autocomplete="off" />
    </div>
  )
}
