import { type IssuedKey, USUAL_OVERLAP_DAYS } from '../../actions/manage-keys.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import {
  KEY_LIMITS,
  KEY_SCOPES,
  type KeyFault,
  type KeyState,
  keyStateAt,
} from '../../domain/partner-key.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { KeptKey } from '../../store/partner-keys.ts'
import type { Frame } from '../frame.ts'
import { KeyFacts, SCOPE_WORDS } from '../key-facts.tsx'
import { ConsolePage, FormToken } from './console-page.tsx'
import { FormFaults, wrongIf } from './form-faults.tsx'
import type { Typed } from './typed-fact.ts'

interface Content {
  readonly frame: Frame
  readonly person: SignedIn
}

const STATE_WORDS: Readonly<Record<KeyState, Bilingual>> = {
  live: { id: 'berlaku', en: 'live' },
  expired: { id: 'berakhir', en: 'expired' },
  revoked: { id: 'dicabut', en: 'revoked' },
}

/** What kept a key from being issued, changed over or revoked. */
export type KeyFormFault = Pick<KeyFault, 'says'> & Partial<KeyFault>

/** Where a fault leads. */
const FIELDS: Readonly<
  Record<KeyFault['field'], { readonly id: string; readonly label: Bilingual }>
> = {
  partner: { id: 'partner', label: { id: 'Pemegang', en: 'Holder' } },
  scopes: { id: 'scope', label: { id: 'Boleh', en: 'May' } },
  place: { id: 'country', label: { id: 'Wilayah', en: 'Place' } },
}

export function KeysPage({
  frame,
  person,
  keys,
  faults,
  typed,
  now,
}: Content & {
  readonly keys: readonly KeptKey[]
  readonly faults: readonly KeyFormFault[]
  /** What stands in the form for a new key. */
  readonly typed: Typed
  readonly now: Date
}) {
  const { say } = frame
  return (
    <ConsolePage frame={frame} person={person} title={say('Kunci mitra', 'Partner keys')}>
      <FormFaults
        frame={frame}
        faults={faults.map(({ field, says }) => {
          if (field === undefined) return { says: frame.pick(says) }
          const { id, label } = FIELDS[field]
          return { at: { id, label: frame.pick(label) }, says: frame.pick(says) }
        })}
      />
      <IssueForm frame={frame} person={person} typed={typed} faults={faults} />
      <h2>{say('Semua kunci', 'All keys')}</h2>
      {keys.length === 0 && <p>{say('Belum ada kunci.', 'There are no keys yet.')}</p>}
      {keys.map((key) => {
        const state = keyStateAt(now, key)
        return (
          <article>
            <h3>
              {key.partner} ({frame.pick(STATE_WORDS[state])})
            </h3>
            <KeyFacts frame={frame} kept={key} />
            {state === 'live' && <KeyForms frame={frame} person={person} id={key.id} />}
          </article>
        )
      })}
    </ConsolePage>
  )
}

function IssueForm({
  frame,
  person,
  typed,
  faults,
}: Content & { readonly typed: Typed; readonly faults: readonly KeyFormFault[] }) {
  const { say } = frame
  const standing = (name: string) => ({ id: name, name, value: typed.get(name) ?? '' })
  const wrong = (field: KeyFault['field']) => wrongIf(faults.some((fault) => fault.field === field))
  return (
    <form method="post" action={frame.href('/konsol/kunci')}>
      <FormToken person={person} />
      <h2>{say('Terbitkan kunci', 'Issue a key')}</h2>
      <div class="field">
        <label for="partner">
          {say('Pemegang (untuk kios: kios itu sendiri)', 'Holder (for a kiosk: the kiosk itself)')}
        </label>
        <input {...standing('partner')} maxlength={100} required {...wrong('partner')} />
      </div>
      <fieldset {...wrong('scopes')}>
        <legend>{say('Boleh', 'May')}</legend>
        {KEY_SCOPES.map((scope, at) => (
          <label class="choice">
            <input
              id={at === 0 ? 'scope' : undefined}
              type="checkbox"
              name="scope"
              value={scope}
              checked={typed.getAll('scope').includes(scope)}
            />{' '}
            <span>
              {frame.pick(SCOPE_WORDS[scope])} (<code>{scope}</code>)
            </span>
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="country">{say('Negara (untuk surat)', 'Country (for letters)')}</label>
        <input {...standing('country')} maxlength={2} placeholder="ID" {...wrong('place')} />
      </div>
      <div class="field">
        <label for="region">{say('Kode wilayah (untuk surat)', 'Region code (for letters)')}</label>
        <input {...standing('region')} maxlength={16} placeholder="32.12" {...wrong('place')} />
      </div>
      <div class="field">
        <label for="quota">{say('Permintaan semenit', 'Requests a minute')}</label>
        <input
          {...standing('quota')}
          type="number"
          min={1}
          max={KEY_LIMITS.quotaPerMinute}
          required
        />
      </div>
      <div class="field">
        <label for="days">{say('Berlaku berapa hari', 'Valid for how many days')}</label>
        <input {...standing('days')} type="number" min={1} max={KEY_LIMITS.days} required />
      </div>
      <label class="choice">
        <input type="checkbox" name="test" value="1" checked={typed.has('test')} />{' '}
        <span>
          {say('Kunci uji, hanya untuk daftar rekaan', 'Test key, for invented registers only')}
        </span>
      </label>
      <button type="submit">{say('Terbitkan', 'Issue')}</button>
    </form>
  )
}

function KeyForms({ frame, person, id }: Content & { readonly id: string }) {
  const { say } = frame
  const days = USUAL_OVERLAP_DAYS
  return (
    <>
      <form method="post" action={frame.href(`/konsol/kunci/${id}/ganti`)}>
        <FormToken person={person} />
        <button type="submit">
          {say(
            `Ganti: kunci kedua, yang ini berakhir dalam ${days} hari`,
            `Change over: a second key, this one ends in ${days} days`,
          )}
        </button>
      </form>
      <form method="post" action={frame.href(`/konsol/kunci/${id}/cabut`)}>
        <FormToken person={person} />
        <button type="submit">{say('Cabut sekarang juga', 'Revoke at once')}</button>
      </form>
    </>
  )
}

/** The one time that a key is shown. */
export function IssuedKeyPage({
  frame,
  person,
  issued: { key, text },
}: Content & { readonly issued: IssuedKey }) {
  const { say } = frame
  return (
    <ConsolePage frame={frame} person={person} title={say('Kunci baru', 'A new key')}>
      <p class="headline">
        {say(
          'Salin sekarang: kunci ini hanya ditampilkan sekali dan tidak disimpan.',
          'Copy it now: this key is shown once and kept nowhere.',
        )}
      </p>
      <p>
        <code class="secret">{text}</code>
      </p>
      <KeyFacts frame={frame} kept={key} />
      <p>
        <a class="tap" href={frame.href('/konsol/kunci')}>
          {say('Kembali ke daftar kunci', 'Back to the keys')}
        </a>
      </p>
    </ConsolePage>
  )
}
