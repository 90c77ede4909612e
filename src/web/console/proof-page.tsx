import type { ProofRefused, WaysToProve } from '../../actions/people/prove.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { Frame } from '../frame.ts'
import { PasskeyForm } from '../passkey-form.tsx'
import { CodeField, Refusal } from '../sign-in-page.tsx'
import { ConsolePage } from './console-page.tsx'

/** What the forms of this page add to the fields that they hold. */
export const PROOF_FIELDS: ReadonlySet<string> = new Set(['proof_code', 'credential'])

interface ProofContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly ways: WaysToProve
  readonly to: string
  readonly held: readonly (readonly [string, string])[]
  readonly refused?: ProofRefused
}

/** Asks for the second factor once more, and then does what was asked for. */
export function ProofPage({ frame, person, ways, to, held, refused }: ProofContent) {
  const { say } = frame
  const fields = held.map(([name, value]) => <input type="hidden" name={name} value={value} />)
  return (
    <ConsolePage
      frame={frame}
      person={person}
      title={say('Buktikan bahwa ini Anda', 'Prove that it is you')}
    >
      <p>
        {say(
          'Langkah ini membutuhkan bukti baru. Sesudahnya langsung dilanjutkan.',
          'This step takes a new proof. Right after it, things go on.',
        )}
      </p>
      {refused && (
        <Refusal
          frame={frame}
          refused={refused}
          wrong={say(
            'Itu tidak cocok, atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi.',
            'That is not right, or was used already. Wait for the next code, then try again.',
          )}
        />
      )}
      {ways.passkeyOptions !== null && (
        <PasskeyForm
          frame={frame}
          action={to}
          asks="get"
          options={ways.passkeyOptions}
          button={say('Pakai kunci sandi', 'Use the passkey')}
        >
          {fields}
        </PasskeyForm>
      )}
      {ways.takesCode && (
        <form method="post" action={frame.href(to)}>
          {fields}
          <CodeField frame={frame} name="proof_code" isRefused={refused !== undefined} />
          <button type="submit">{say('Lanjut', 'Continue')}</button>
        </form>
      )}
      <p class="hint">
        {say(
          'Tidak bisa? Keluar lalu masuk lagi: masuk juga merupakan bukti.',
          'Neither works? Sign out and in again: signing in is a proof, too.',
        )}
      </p>
    </ConsolePage>
  )
}
