import type { Holder } from '../actions/people/credentials.ts'
import { ASSET_ADDRESS } from './assets.ts'
import {
  AuthenticatorFields,
  type AuthenticatorSetup,
  BackupCodes,
} from './authenticator-setup.tsx'
import type { Frame } from './frame.ts'
import { Page } from './page.tsx'
import { PasskeyForm } from './passkey-form.tsx'

/** The secret of an invitation comes from a form, so that it stands in no address and no log. */
export function InvitationPage({
  frame,
  isRefused,
}: {
  readonly frame: Frame
  readonly isRefused: boolean
}) {
  const { say } = frame
  const title = say('Undangan', 'Invitation')
  return (
    <Page frame={frame} title={title} isForOfficers>
      <h1>{title}</h1>
      <form method="post" action={frame.href('/undangan')} id="undangan">
        {isRefused && (
          <div class="faults" role="alert" id="keliru">
            <p>
              {say(
                'Undangan ini sudah dipakai atau sudah lewat waktunya. Mintalah yang baru kepada administrator.',
                'This invitation was used or has expired. Ask an administrator for a new one.',
              )}
            </p>
          </div>
        )}
        <div class="field">
          <label for="token">
            {say(
              'Kode undangan: huruf di belakang tanda #',
              'Code of the invitation: what follows #',
            )}
          </label>
          <input
            id="token"
            name="token"
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            maxlength={60}
            required
            aria-describedby={isRefused ? 'keliru' : undefined}
          />
        </div>
        <button type="submit">{say('Buka undangan', 'Open the invitation')}</button>
      </form>
      {!isRefused && <script src={ASSET_ADDRESS['invitation.js']} defer></script>}
    </Page>
  )
}

interface ChoiceContent {
  readonly frame: Frame
  readonly holder: Holder
  readonly token: string
  readonly setup: AuthenticatorSetup
  readonly passkeyOptions: object | undefined
  readonly fault: string | undefined
}

/** How somebody invited will sign in. */
export function ChoicePage({ frame, holder, token, setup, passkeyOptions, fault }: ChoiceContent) {
  const { say } = frame
  const title = say(`Selamat datang, ${holder.name}`, `Welcome, ${holder.name}`)
  return (
    <Page frame={frame} title={say('Undangan', 'Invitation')} isForOfficers>
      <h1>{title}</h1>
      <p>{say('Pilih dengan apa Anda masuk nanti.', 'Choose what you will sign in with.')}</p>
      {fault !== undefined && (
        <div class="faults" role="alert" id="keliru">
          <p>{fault}</p>
        </div>
      )}
      {passkeyOptions && (
        <PasskeyForm
          frame={frame}
          action="/undangan/kunci-sandi"
          asks="create"
          options={passkeyOptions}
          button={say('Buat kunci sandi di perangkat ini', 'Make a passkey on this device')}
        >
          <input type="hidden" name="token" value={token} />
        </PasskeyForm>
      )}
      <h2>{say('Kata sandi dan aplikasi kode', 'Password and authenticator app')}</h2>
      <form method="post" action={frame.href('/undangan/kata-sandi')}>
        <input type="hidden" name="token" value={token} />
        <div class="field">
          <label for="email">{say('Alamat surel', 'E-mail address')}</label>
          <input id="email" type="email" autocomplete="username" value={holder.email} readonly />
        </div>
        <NewPasswordField frame={frame} />
        <AuthenticatorFields frame={frame} setup={setup} />
        <button type="submit">{say('Simpan dan masuk', 'Save and sign in')}</button>
      </form>
    </Page>
  )
}

export function NewPasswordField({ frame }: { readonly frame: Frame }) {
  const { say } = frame
  return (
    <div class="field">
      <label for="password">{say('Kata sandi baru', 'New password')}</label>
      <input
        id="password"
        name="password"
        type="password"
        autocomplete="new-password"
        minlength={12}
        maxlength={200}
        required
        aria-describedby="aturan"
      />
      <p class="hint" id="aturan">
        {say(
          'Paling sedikit 12 huruf. Empat kata yang tidak berhubungan mudah diingat.',
          'At least 12 characters. Four unrelated words are easy to remember.',
        )}
      </p>
    </div>
  )
}

export function WelcomePage({
  frame,
  codes,
}: {
  readonly frame: Frame
  readonly codes: readonly string[]
}) {
  const { say } = frame
  const title = say('Anda sudah masuk', 'You are signed in')
  return (
    <Page frame={frame} title={title} isForOfficers>
      <h1>{title}</h1>
      <BackupCodes frame={frame} codes={codes} />
      <p>
        <a class="button" href={frame.href('/konsol')}>
          {say('Sudah saya simpan, lanjut', 'I have kept them, continue')}
        </a>
      </p>
    </Page>
  )
}
