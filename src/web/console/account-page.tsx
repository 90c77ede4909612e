import type { SignedIn } from '../../signed-in.ts'
import type { Account } from '../../store/credentials.ts'
import type { ListedSession } from '../../store/sessions.ts'
import { AuthenticatorFields, type AuthenticatorSetup } from '../authenticator-setup.tsx'
import type { Frame } from '../frame.ts'
import { NewPasswordField } from '../invitation-page.tsx'
import { PasskeyForm } from '../passkey-form.tsx'
import { ConsolePage, FormToken } from './console-page.tsx'
import { roleInWords } from './role-in-words.ts'
import { SessionList } from './session-list.tsx'

export interface AccountContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly account: Account
  readonly sessions: readonly ListedSession[]
  /** Undefined when the second factor was proven too long ago to change anything. */
  readonly changing:
    | { readonly setup: AuthenticatorSetup; readonly passkeyOptions: object | undefined }
    | undefined
  readonly fault: string | undefined
}

/** One's own account. */
export function AccountPage(content: AccountContent) {
  const { frame, person, account, sessions, changing, fault } = content
  const { say } = frame
  return (
    <ConsolePage frame={frame} person={person} title={say('Akun saya', 'My account')}>
      {fault !== undefined && (
        <div class="faults" role="alert" id="keliru">
          <p>{fault}</p>
        </div>
      )}
      <dl>
        <dt>{say('Nama', 'Name')}</dt>
        <dd>{person.name}</dd>
        <dt>{say('Alamat surel', 'E-mail address')}</dt>
        <dd>{person.email}</dd>
        <dt>{say('Peran', 'Roles')}</dt>
        <dd>
          {person.grants.length === 0
            ? say('belum ada', 'none yet')
            : person.grants.map((grant) => roleInWords(frame, grant)).join('; ')}
        </dd>
        <dt>{say('Aplikasi kode', 'Authenticator app')}</dt>
        <dd>
          {account.hasAuthenticator
            ? say(
                `ada, ${account.backupCodes} kode cadangan tersisa`,
                `set up, ${account.backupCodes} backup codes left`,
              )
            : say('tidak ada', 'none')}
        </dd>
      </dl>
      <Passkeys content={content} />
      {changing === undefined ? (
        <form class="card" method="post" action={frame.href('/konsol/akun')}>
          <FormToken person={person} />
          <p>
            {say(
              'Untuk mengganti kata sandi, aplikasi kode, atau kunci sandi, buktikan dahulu bahwa ini Anda.',
              'To change the password, the authenticator app or the passkeys, first prove that it is you.',
            )}
          </p>
          <button type="submit">{say('Buktikan', 'Prove it')}</button>
        </form>
      ) : (
        <>
          <details>
            <summary>{say('Ganti kata sandi', 'Change the password')}</summary>
            <form method="post" action={frame.href('/konsol/akun/kata-sandi')}>
              <FormToken person={person} />
              {account.passwordHash !== null && (
                <div class="field">
                  <label for="current">{say('Kata sandi sekarang', 'Present password')}</label>
                  <input
                    id="current"
                    name="current"
                    type="password"
                    autocomplete="current-password"
                    maxlength={200}
                    required
                  />
                </div>
              )}
              <NewPasswordField frame={frame} />
              <button type="submit">{say('Ganti', 'Change')}</button>
            </form>
          </details>
          <details>
            <summary>{say('Ganti aplikasi kode', 'Change the authenticator app')}</summary>
            <form method="post" action={frame.href('/konsol/akun/aplikasi')}>
              <FormToken person={person} />
              <AuthenticatorFields frame={frame} setup={changing.setup} />
              <button type="submit">{say('Ganti', 'Change')}</button>
            </form>
          </details>
        </>
      )}
      <SessionList frame={frame} person={person} sessions={sessions} />
    </ConsolePage>
  )
}

function Passkeys({ content }: { readonly content: AccountContent }) {
  const { frame, person, account, changing } = content
  const { say } = frame
  return (
    <section aria-labelledby="kunci">
      <h2 id="kunci">{say('Kunci sandi', 'Passkeys')}</h2>
      {account.passkeys.length === 0 && <p>{say('Belum ada.', 'None yet.')}</p>}
      <ul>
        {account.passkeys.map(({ id, name, usedAt }) => (
          <li>
            {say(`Dibuat ${name}`, `Made on ${name}`)},{' '}
            {usedAt === null
              ? say('belum dipakai', 'not used yet')
              : say(
                  `terakhir dipakai ${frame.instant(new Date(usedAt))}`,
                  `last used ${frame.instant(new Date(usedAt))}`,
                )}
            {changing !== undefined && (
              <form method="post" action={frame.href('/konsol/akun/kunci-sandi/hapus')}>
                <FormToken person={person} />
                <input type="hidden" name="passkey" value={id} />
                <button class="quiet" type="submit">
                  {say('Hapus', 'Remove')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {changing?.passkeyOptions && (
        <PasskeyForm
          frame={frame}
          action="/konsol/akun/kunci-sandi"
          asks="create"
          options={changing.passkeyOptions}
          button={say('Tambah kunci sandi di perangkat ini', 'Add a passkey on this device')}
        >
          <FormToken person={person} />
        </PasskeyForm>
      )}
    </section>
  )
}
