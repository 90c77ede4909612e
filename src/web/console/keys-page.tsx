import { type IssuedKey, USUAL_OVERLAP_DAYS, USUAL_QUOTA } from '../../actions/manage-keys.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { KEY_LIMITS, KEY_SCOPES, type KeyState, keyStateAt } from '../../domain/partner-key.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { KeptKey } from '../../store/partner-keys.ts'
import type { Frame } from '../frame.ts'
import { KeyFacts, SCOPE_WORDS } from '../key-facts.tsx'
import { ConsolePage, FormToken } from './console-page.tsx'

interface Content {
  readonly frame: Frame
  readonly person: SignedIn
}

const STATE_WORDS: Readonly<Record<KeyState, Bilingual>> = {
  live: { id: 'berlaku', en: 'live' },
  expired: { id: 'berakhir', en: 'expired' },
  revoked: { id: 'dicabut', en: 'revoked' },
}

export function KeysPage({
  frame,
  person,
  keys,
  faults,
  now,
}: Content & {
  readonly keys: readonly KeptKey[]
  readonly faults: readonly Bilingual[]
  readonly now: Date
}) {
  const { say } = frame
  return (
    <ConsolePage frame={frame} person={person} title={say('Kunci mitra', 'Partner keys')}>
      {faults.length > 0 && (
        <ul class="faults" role="alert">
          {faults.map((fault) => (
            <li>{frame.pick(fault)}</li>
          ))}
        </ul>
      )}
      <IssueForm frame={frame} person={person} />
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

function IssueForm({ frame, person }: Content) {
  const { say } = frame
  return (
    <form method="post" action={frame.href('/konsol/kunci')}>
      <FormToken person={person} />
      <h2>{say('Terbitkan kunci', 'Issue a key')}</h2>
      <div class="field">
        <label for="partner">
          {say('Pemegang (untuk kios: kios itu sendiri)', 'Holder (for a kiosk: the kiosk itself)')}
        </label>
        <input id="partner" name="partner" maxlength={100} required />
      </div>
      <fieldset>
        <legend>{say('Boleh', 'May')}</legend>
        {KEY_SCOPES.map((scope) => (
          <label class="choice">
            <input type="checkbox" name="scope" value={scope} /> {frame.pick(SCOPE_WORDS[scope])} (
            <code>{scope}</code>)
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="country">{say('Negara (untuk surat)', 'Country (for letters)')}</label>
        <input id="country" name="country" maxlength={2} placeholder="ID" />
      </div>
      <div class="field">
        <label for="region">{say('Kode wilayah (untuk surat)', 'Region code (for letters)')}</label>
        <input id="region" name="region" maxlength={16} placeholder="32.12" />
      </div>
      <div class="field">
        <label for="quota">{say('Permintaan semenit', 'Requests a minute')}</label>
        <input
          id="quota"
          name="quota"
          type="number"
          min={1}
          max={KEY_LIMITS.quotaPerMinute}
          value={USUAL_QUOTA}
        />
      </div>
      <div class="field">
        <label for="days">{say('Berlaku berapa hari', 'Valid for how many days')}</label>
        <input
          id="days"
          name="days"
          type="number"
          min={1}
          max={KEY_LIMITS.days}
          value={KEY_LIMITS.days}
        />
      </div>
      <label class="choice">
        <input type="checkbox" name="test" value="1" />{' '}
        {say('Kunci uji, hanya untuk daftar rekaan', 'Test key, for invented registers only')}
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
