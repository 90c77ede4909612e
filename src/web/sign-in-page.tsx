import type { SignInOutcome } from '../actions/people/sign-in.ts'
import type { Frame } from './frame.ts'
import { Page } from './page.tsx'
import { PasskeyForm } from './passkey-form.tsx'

type Refused = Extract<SignInOutcome, { refused: string }>

interface SignInContent {
  readonly frame: Frame
  /** Where to go afterwards. */
  readonly next: string
  readonly refused?: Refused
  /** What stood in the form that was refused. */
  readonly email?: string
  /** What a browser needs to sign in with a passkey; undefined where there can be none. */
  readonly passkeyOptions?: object | undefined
}

export function SignInPage({ frame, next, refused, email, passkeyOptions }: SignInContent) {
  const { say } = frame
  const title = say('Masuk untuk petugas', 'Sign in for officers')
  return (
    <Page frame={frame} title={title} isForOfficers>
      <h1>{title}</h1>
      <p>
        {say(
          'Untuk memeriksa perusahaan tidak perlu masuk. Halaman ini untuk petugas dan pengelola daftar.',
          'Nobody needs to sign in to check a company. This page is for officers and for those who keep the register.',
        )}
      </p>
      <form method="post" action={frame.href('/masuk')}>
        <input type="hidden" name="next" value={next} />
        {refused && (
          <Refusal
            frame={frame}
            refused={refused}
            wrong={say(
              'Alamat surel atau kata sandi tidak cocok.',
              'The e-mail address or the password is not right.',
            )}
          />
        )}
        <div class="field">
          <label for="email">{say('Alamat surel', 'E-mail address')}</label>
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="username webauthn"
            maxlength={254}
            value={email ?? ''}
            required
            aria-describedby={refused ? 'keliru' : undefined}
          />
        </div>
        <div class="field">
          <label for="password">{say('Kata sandi', 'Password')}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            maxlength={200}
            required
            aria-describedby={refused ? 'keliru' : undefined}
          />
        </div>
        <button type="submit">{say('Lanjut', 'Continue')}</button>
      </form>
      {passkeyOptions && (
        <PasskeyForm
          frame={frame}
          action="/masuk/kunci-sandi"
          asks="get"
          options={passkeyOptions}
          button={say('Masuk dengan kunci sandi', 'Sign in with a passkey')}
        >
          <input type="hidden" name="next" value={next} />
        </PasskeyForm>
      )}
    </Page>
  )
}

export function SecondFactorPage({ frame, next, refused }: SignInContent) {
  const { say } = frame
  const title = say('Langkah kedua', 'Second step')
  return (
    <Page frame={frame} title={title} isForOfficers>
      <h1>{title}</h1>
      <form method="post" action={frame.href('/masuk/kode')}>
        <input type="hidden" name="next" value={next} />
        {refused && (
          <Refusal
            frame={frame}
            refused={refused}
            wrong={say(
              'Kode itu tidak cocok, atau sudah dipakai. Tunggu kode berikutnya.',
              'That code is not right, or was used already. Wait for the next one.',
            )}
          />
        )}
        <CodeField frame={frame} name="code" isRefused={refused !== undefined} />
        <button type="submit">{say('Masuk', 'Sign in')}</button>
      </form>
      <p>
        <a href={frame.href('/masuk')}>{say('Mulai lagi', 'Start again')}</a>
      </p>
    </Page>
  )
}

interface CodeContent {
  readonly frame: Frame
  readonly name: string
  readonly isRefused: boolean
}

/** Asks for a code of the authenticator app, or a backup code. */
export function CodeField({ frame: { say }, name, isRefused }: CodeContent) {
  return (
    <div class="field">
      <label for={name}>{say('Kode enam angka', 'Six-digit code')}</label>
      <input
        id={name}
        name={name}
        type="text"
        autocomplete="one-time-code"
        spellcheck={false}
        maxlength={40}
        required
        aria-describedby={isRefused ? 'keliru petunjuk' : 'petunjuk'}
      />
      <p class="hint" id="petunjuk">
        {say(
          'Dari aplikasi pembuat kode di telepon Anda. Bila telepon tidak ada: salah satu kode cadangan.',
          'From the authenticator app on your phone. Without the phone: one of your backup codes.',
        )}
      </p>
    </div>
  )
}

export function Refusal({
  frame,
  refused,
  wrong,
}: {
  frame: Frame
  refused: Refused
  wrong: string
}) {
  return (
    <div class="faults" role="alert" id="keliru" tabindex={-1} autofocus>
      <p>{refused.refused === 'wrong' ? wrong : waitWords(frame, refused.seconds)}</p>
    </div>
  )
}

export function waitWords({ say }: Frame, seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return say(
    `Terlalu banyak percobaan. Coba lagi dalam ${minutes} menit.`,
    `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  )
}
