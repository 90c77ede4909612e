import { Hono } from 'hono'
import { signOut } from '../actions/people/session.ts'
import {
  type SignInOutcome,
  signInWithCode,
  signInWithPassword,
} from '../actions/people/sign-in.ts'
import type { Dependencies } from '../dependencies.ts'
import type { RequestContext, RequestEnv } from '../request-context.ts'
import { clearSessionToken, sessionTokenIn, setSessionToken } from '../session-cookie.ts'
import { callerOf, refuseOtherSites, signedIn, signInNeeded } from '../signed-in.ts'
import { orUnavailable } from '../store-outage.ts'
import { formTokenNeeded } from './console/form-token.ts'
import { type Form, readForm } from './form.ts'
import { frameOf } from './frame.ts'
import { sendPage } from './page.tsx'
import { SecondFactorPage, SignInPage } from './sign-in-page.tsx'

/** Where people go who were sent nowhere else. */
const CONSOLE = '/konsol'

/** Signing in with a password and then a second factor, and signing out. */
export function signInRoutes(dependencies: Dependencies) {
  const { config } = dependencies
  return new Hono<RequestEnv>()
    .get('/masuk', (c) =>
      sendPage(
        c,
        <SignInPage frame={frameOf(c, dependencies)} next={nextOf(c.req.query('lanjut'))} />,
      ),
    )
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
      if ('refused' in outcome) return refuse(c, outcome, form, SignInPage)
      setSessionToken(c, config, outcome.token)
      return c.redirect(
        `/masuk/kode?${new URLSearchParams({ lanjut: nextOf(form.text('next')) })}`,
        303,
      )
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
      if (outcome === undefined) return c.redirect('/masuk', 303)
      if ('refused' in outcome) return refuse(c, outcome, form, SecondFactorPage)
      setSessionToken(c, config, outcome.token)
      return c.redirect(nextOf(form.text('next')), 303)
    })
    .post('/keluar', signInNeeded(dependencies), formTokenNeeded(), async (c) => {
      const token = sessionTokenIn(c, config) ?? ''
      const caller = callerOf(c, dependencies)
      await orUnavailable(dependencies, signOut(dependencies, token, signedIn(c), caller))
      clearSessionToken(c, config)
      return c.redirect('/masuk', 303)
    })

  function refuse(
    c: RequestContext,
    outcome: Extract<SignInOutcome, { refused: string }>,
    form: Form,
    Shown: typeof SignInPage,
  ): Response {
    const frame = frameOf(c, dependencies)
    const page = <Shown frame={frame} next={nextOf(form.text('next'))} refused={outcome} />
    return outcome.refused === 'locked'
      ? sendPage(c, page, 429, { 'Retry-After': String(outcome.seconds) })
      : sendPage(c, page, 401)
  }
}

/** Pages of the console only: an address from elsewhere must not send anybody away from here. */
function nextOf(asked: string | undefined): string {
  return asked !== undefined && /^\/konsol(\/[\w\-./]*)?(\?[\w\-.~%&=+]*)?$/.test(asked)
    ? asked
    : CONSOLE
}
