import { raw } from 'hono/html'
import qrcode from 'qrcode'
import { newAuthenticatorSeed } from '../actions/people/credentials.ts'
import { authenticatorOf } from '../authenticator.ts'
import type { KeyedHash } from '../keyed-hash.ts'
import type { Frame } from './frame.ts'

/** What somebody needs to set an authenticator app up. */
export interface AuthenticatorSetup {
  readonly seed: string
  readonly secret: string
  /** The QR code as SVG, made by us. */
  readonly qr: string
}

/** Another one, or that of a form which comes back, so that what was scanned still holds. */
export async function authenticatorSetup(
  hash: KeyedHash,
  email: string,
  seed = newAuthenticatorSeed(),
): Promise<AuthenticatorSetup> {
  const { secret, uri } = authenticatorOf(hash, seed, email)
  const qr = await qrcode.toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
  return { seed, secret, qr }
}

export function AuthenticatorFields({
  frame,
  setup,
}: {
  readonly frame: Frame
  readonly setup: AuthenticatorSetup
}) {
  const { say } = frame
  return (
    <>
      <input type="hidden" name="seed" value={setup.seed} />
      <p>
        {say(
          'Pindai gambar ini dengan aplikasi pembuat kode di telepon Anda, misalnya Aegis, FreeOTP, atau Google Authenticator.',
          'Scan this picture with an authenticator app on your phone, for instance Aegis, FreeOTP or Google Authenticator.',
        )}
      </p>
      <div class="qr-code">{raw(setup.qr)}</div>
      <p>
        {say('Atau ketik kunci ini ke dalamnya:', 'Or type this key into it:')}{' '}
        <span class="secret">{setup.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
      </p>
      <div class="field">
        <label for="code">{say('Kode yang tampil sekarang', 'The code that shows now')}</label>
        <input
          id="code"
          name="code"
          type="text"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={10}
          required
        />
      </div>
    </>
  )
}

/** Shown once, to be written down. */
export function BackupCodes({
  frame,
  codes,
}: {
  readonly frame: Frame
  readonly codes: readonly string[]
}) {
  const { say } = frame
  return (
    <section class="card" aria-labelledby="cadangan">
      <h2 id="cadangan">{say('Kode cadangan Anda', 'Your backup codes')}</h2>
      <p>
        {say(
          'Cetak atau tulis di kertas, dan simpan di tempat aman. Masing-masing membuka satu kali bila telepon tidak ada. Tidak akan ditampilkan lagi.',
          'Print them or write them down, and keep them in a good place. Each opens once when the phone is not there. They are not shown again.',
        )}
      </p>
      <ol class="codes">
        {codes.map((code) => (
          <li class="secret">{code}</li>
        ))}
      </ol>
    </section>
  )
}
