import { Hono } from 'hono'
import { endOwnSessions } from '../actions/people/session.ts'
import {
  type SignInOutcome,
  signInWithCode,
  signInWithPasskey,
  signInWithPassword,
} from '../actions/people/sign-in.ts'
import type { Dependencies } from '../dependencies.ts'
import { ownOrigin } from '../own-origin.ts'
import { assertionOptions, takesPasskeys } from '../passkeys.ts'
import type { RequestContext, RequestEnv } from '../request-context.ts'
import { clearSessionToken, sessionTokenIn, setSessionToken } from '../session-cookie.ts'
import { actorOf, callerOf, refuseOtherSites, signedIn, signInNeeded } from '../signed-in.ts'
import { orUnavailable } from '../store-outage.ts'
import { formTokenNeeded } from './console/form-token.ts'
import { readForm } from './form.ts'
import { frameOf } from './frame.ts'
import { sendPage } from './page.tsx'
import { SecondFactorPage, SignInPage } from './sign-in-page.tsx'

/** Where people go who were sent nowhere else. */
const CONSOLE = '/konsol'

/** Signing in with a password and then a second factor, and signing out. */
export function signInRoutes(dependencies: Dependencies) {
  const { config } = dependencies
  return new Hono<RequestEnv>()
    .get('/masuk', (c) => show(c, nextOf(c.req.query('lanjut'))))
    .post('/masuk', async (c) => {
      refuseOtherSites(c, dependencies)
      const form = await readForm(c)
      const outcome = await orUnavailable(
        dependencies,
        signInWithPassword(
          dependencies,
          { email: form.text('email'), password: form.text('password') },
          callerOf(c, dependencies),
          sessionTokenIn(c, config),
        ),
      )
      const next = nextOf(form.text('next'))
      if ('refused' in outcome) return show(c, next, outcome, form.text('email'))
      setSessionToken(c, config, outcome.token)
      const { href } = frameOf(c, dependencies)
      return c.redirect(href('/masuk/kode', { lanjut: next }), 303)
    })
    .post('/masuk/kunci-sandi', async (c) => {
      refuseOtherSites(c, dependencies)
      const form = await readForm(c)
      const outcome = await orUnavailable(
        dependencies,
        signInWithPasskey(
          dependencies,
          form.text('credential'),
          ownOrigin(c.env.incoming, config) ?? '',
          callerOf(c, dependencies),
          sessionTokenIn(c, config),
        ),
      )
      if ('refused' in outcome) return show(c, nextOf(form.text('next')), outcome)
      setSessionToken(c, config, outcome.token)
      return c.redirect(nextOf(form.text('next')), 303)
    })
    .get('/masuk/kode', (c) =>
      sendPage(
        c,
        <SecondFactorPage frame={frameOf(c, dependencies)} next={nextOf(c.req.query('lanjut'))} />,
      ),
    )
    .post('/masuk/kode', async (c) => {
      refuseOtherSites(c, dependencies)
      const form = await readForm(c)
      const outcome = await orUnavailable(
        dependencies,
        signInWithCode(
          dependencies,
          sessionTokenIn(c, config) ?? '',
          form.text('code'),
          callerOf(c, dependencies),
        ),
      )
      // The password was given too long ago, or never.
      if (outcome === undefined) return c.redirect(frameOf(c, dependencies).href('/masuk'), 303)
      if ('refused' in outcome) {
        const frame = frameOf(c, dependencies)
        const next = nextOf(form.text('next'))
        return refuse(c, outcome, <SecondFactorPage frame={frame} next={next} refused={outcome} />)
      }
      setSessionToken(c, config, outcome.token)
      return c.redirect(nextOf(form.text('next')), 303)
    })
    .post('/keluar', signInNeeded(dependencies), formTokenNeeded(dependencies), async (c) => {
      const { id, sessionId } = signedIn(c)
      const ended = endOwnSessions(dependencies, id, { only: sessionId }, actorOf(c))
      await orUnavailable(dependencies, ended)
      clearSessionToken(c, config)
      return c.redirect('/masuk', 303)
    })

  async function show(
    c: RequestContext,
    next: string,
    refused?: Refused,
    email = '',
  ): Promise<Response> {
    const origin = ownOrigin(c.env.incoming, config)
    const passkeyOptions = takesPasskeys(origin)
      ? await assertionOptions(dependencies.hash, origin, 'sign-in', [], dependencies.clock.now())
      : undefined
    const page = (
      <SignInPage
        frame={frameOf(c, dependencies)}
        next={next}
        email={email}
        passkeyOptions={passkeyOptions}
        {...(refused === undefined ? {} : { refused })}
      />
    )
    return refused === undefined ? sendPage(c, page) : refuse(c, refused, page)
  }
}

type Refused = Extract<SignInOutcome, { refused: string }>

function refuse(c: RequestContext, refused: Refused, page: Parameters<typeof sendPage>[1]) {
  return refused.refused === 'locked'
    ? sendPage(c, page, 429, { 'Retry-After': String(refused.seconds) })
    : sendPage(c, page, 401)
}

/** Pages of the console only: an address from elsewhere must not send anybody away from here. */
function nextOf(asked: string | undefined): string {
  return asked !== undefined && /^\/konsol(\/[\w\-./]*)?(\?[\w\-.~%&=+]*)?$/.test(asked)
    ? asked
    : CONSOLE
}
