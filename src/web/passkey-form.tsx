import type { Child } from 'hono/jsx'
import { ASSET_ADDRESS } from './assets.ts'
import type { Frame } from './frame.ts'

interface PasskeyFormContent {
  readonly frame: Frame
  readonly action: string
  readonly asks: 'create' | 'get'
  readonly options: object
  readonly button: string
  readonly children?: Child
}

/** Seen only where a script can ask the browser for a passkey. */
export function PasskeyForm({
  frame,
  action,
  asks,
  options,
  button,
  children,
}: PasskeyFormContent) {
  return (
    <>
      <form
        method="post"
        action={frame.href(action)}
        data-passkey={asks}
        data-options={JSON.stringify(options)}
        hidden
      >
        {children}
        <input type="hidden" name="credential" value="" />
        <p class="faults" role="alert" data-trouble hidden>
          {frame.say(
            'Kunci sandi tidak jadi dipakai. Coba lagi, atau pakai cara yang lain.',
            'The passkey was not used. Try again, or use the other way.',
          )}
        </p>
        <p>
          <button class="quiet" type="submit">
            {button}
          </button>
        </p>
      </form>
      <script src={ASSET_ADDRESS['passkey.js']} defer></script>
    </>
  )
}
