import type { Dependencies } from '../../dependencies.ts'
import { Problem } from '../../problem.ts'
import type { RequestContext } from '../../request-context.ts'
import type { SignedIn } from '../../signed-in.ts'
import { type Form, readForm } from '../form.ts'
import { type Frame, frameOf } from '../frame.ts'
import { Page, sendPage } from '../page.tsx'
import { FormToken } from './console-page.tsx'
import { IMPORTS_PATH } from './paths.ts'
import { PROOF_FIELDS } from './proof-page.tsx'

/** Passwords and secrets of a second factor are typed there: they are never sent back. */
const ACCOUNT = /^\/konsol\/akun(\/|$)/
/** Whoever approves has the difference before them, which a held form does not show. */
const APPROVAL = /\/setujui$/
const URL_ENCODED = /^application\/x-www-form-urlencoded\s*(;|$)/i

type Sender = Pick<SignedIn, 'name' | 'formToken'>
type Held = readonly (readonly [name: string, value: string])[]

/**
 * Answers a form that came after its session had ended: nothing is done, and the page holds what was
 * typed until its sender has signed in beside it.
 */
export function holdForm(dependencies: Pick<Dependencies, 'config'>) {
  return async (c: RequestContext): Promise<Response> => {
    const type = c.env.incoming.headers['content-type'] ?? ''
    // What is sent where lists are sent may be large: nothing of it is read before it is known who sends it.
    if (!mayHold(c) || !URL_ENCODED.test(type) || c.req.path === IMPORTS_PATH) {
      throw new Problem('sign-in-required')
    }
    const held = heldIn(await readForm(c))
    if (held.length === 0) throw new Problem('sign-in-required')
    return sendPage(
      c,
      <EndedPage frame={frameOf(c, dependencies)} to={c.req.path} held={held} />,
      401,
    )
  }
}

/** Answers a form that was opened in another session than it is sent in: its sender confirms it. */
export function confirmForm(
  c: RequestContext,
  dependencies: Pick<Dependencies, 'config'>,
  person: Sender,
  form: Form,
): Response {
  const held = heldIn(form)
  if (!mayHold(c) || held.length === 0) throw new Problem('other-site')
  const frame = frameOf(c, dependencies)
  return sendPage(c, <ConfirmPage frame={frame} to={c.req.path} held={held} person={person} />, 403)
}

function mayHold(c: RequestContext): boolean {
  const { method, headers } = c.env.incoming
  return (
    method === 'POST' &&
    (headers.accept?.includes('text/html') ?? false) &&
    c.req.path.startsWith('/konsol/') &&
    !ACCOUNT.test(c.req.path) &&
    !APPROVAL.test(c.req.path)
  )
}

function heldIn({ fields }: Form): Held {
  return [...fields].filter(([name]) => name !== 'form_token' && !PROOF_FIELDS.has(name))
}

interface HeldContent {
  readonly frame: Frame
  readonly to: string
  readonly held: Held
}

const heldInputs = (held: Held) =>
  held.map(([name, value]) => <input type="hidden" name={name} value={value} />)

// The link to the other language would lose what is held.
const NO_SWITCH = <span></span>

function EndedPage({ frame, to, held }: HeldContent) {
  const { say, href } = frame
  const title = say('Sesi Anda sudah berakhir', 'Your session has ended')
  return (
    <Page frame={frame} title={title} isForOfficers languageSwitch={NO_SWITCH}>
      <h1>{title}</h1>
      <div class="faults" role="alert" tabindex={-1} autofocus>
        <p>
          {say(
            'Belum ada yang tercatat. Isian Anda masih ada di halaman ini: jangan tutup.',
            'Nothing was recorded. What you typed is still on this page: do not close it.',
          )}
        </p>
      </div>
      <ol>
        <li>
          <a class="tap" href={href('/masuk')} target="_blank" rel="noopener">
            {say('Masuk lagi di tab baru', 'Sign in again in a new tab')}
          </a>
        </li>
        <li>
          {say(
            'Kembali ke halaman ini, lalu lanjutkan:',
            'Come back to this page, and then go on:',
          )}
          <form method="post" action={href(to)}>
            {heldInputs(held)}
            <button type="submit">{say('Saya sudah masuk', 'I have signed in')}</button>
          </form>
        </li>
      </ol>
    </Page>
  )
}

function ConfirmPage({ frame, to, held, person }: HeldContent & { readonly person: Sender }) {
  const { say, href } = frame
  const title = say(
    'Formulir ini dibuka sebelum Anda masuk',
    'This form was opened before you signed in',
  )
  return (
    <Page frame={frame} title={title} isForOfficers languageSwitch={NO_SWITCH}>
      <h1>{title}</h1>
      <p>
        {say(
          `Belum ada yang tercatat, dan isiannya masih ada. Anda masuk sebagai ${person.name}. Kirim hanya bila Anda sendiri yang mengisinya.`,
          `Nothing was recorded, and what was typed is still here. You are signed in as ${person.name}. Send it only if you filled it in yourself.`,
        )}
      </p>
      <form method="post" action={href(to)}>
        <FormToken person={person} />
        {heldInputs(held)}
        <button type="submit">{say('Kirim isian saya', 'Send what I typed')}</button>
      </form>
      <p>
        <a class="tap" href={href('/konsol')}>
          {say('Jangan kirim: ke konsol', 'Do not send it: to the console')}
        </a>
      </p>
    </Page>
  )
}
