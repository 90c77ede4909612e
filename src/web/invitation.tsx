import { Hono } from 'hono'
import { acceptInvitation, type Chosen, invitedBy } from '../actions/people/accept-invitation.ts'
import type { Dependencies } from '../dependencies.ts'
import { ownOrigin } from '../own-origin.ts'
import { registrationOptions, takesPasskeys } from '../passkeys.ts'
import type { RequestContext, RequestEnv } from '../request-context.ts'
import { setSessionToken } from '../session-cookie.ts'
import { callerOf, refuseOtherSites } from '../signed-in.ts'
import { orUnavailable } from '../store-outage.ts'
import { authenticatorSetup } from './authenticator-setup.tsx'
import { type Form, readForm } from './form.ts'
import { frameOf } from './frame.ts'
import { ChoicePage, InvitationPage, WelcomePage } from './invitation-page.tsx'
import { sendPage } from './page.tsx'

/** Accepting an invitation: choosing what to sign in with. */
export function invitationPageRoutes(dependencies: Dependencies) {
  const { config, hash, clock } = dependencies
  return new Hono<RequestEnv>()
    .get('/undangan', (c) =>
      sendPage(c, <InvitationPage frame={frameOf(c, dependencies)} isRefused={false} />),
    )
    .post('/undangan', async (c) => {
      refuseOtherSites(c, dependencies)
      return choice(c, await readForm(c))
    })
    .post('/undangan/kata-sandi', async (c) => {
      refuseOtherSites(c, dependencies)
      const form = await readForm(c)
      return accept(c, form, {
        with: 'password',
        password: form.fields.get('password') ?? '',
        seed: form.text('seed'),
        code: form.text('code'),
      })
    })
    .post('/undangan/kunci-sandi', async (c) => {
      refuseOtherSites(c, dependencies)
      const form = await readForm(c)
      return accept(c, form, {
        with: 'passkey',
        response: form.text('credential'),
        origin: ownOrigin(c.env.incoming, config) ?? '',
        name: passkeyName(clock.now()),
      })
    })

  async function accept(c: RequestContext, form: Form, chosen: Chosen): Promise<Response> {
    const caller = callerOf(c, dependencies)
    const accepted = await orUnavailable(
      dependencies,
      acceptInvitation(dependencies, form.text('token'), chosen, caller),
    )
    if (accepted === undefined) return refused(c)
    const frame = frameOf(c, dependencies)
    if ('refused' in accepted) return choice(c, form, frame.pick(accepted.says))
    setSessionToken(c, config, accepted.token)
    return accepted.backupCodes.length === 0
      ? c.redirect('/konsol', 303)
      : sendPage(c, <WelcomePage frame={frame} codes={accepted.backupCodes} />)
  }

  async function choice(c: RequestContext, form: Form, fault?: string): Promise<Response> {
    const token = form.text('token')
    const holder = await orUnavailable(dependencies, invitedBy(dependencies, token))
    if (holder === undefined) return refused(c)
    const origin = ownOrigin(c.env.incoming, config)
    const passkeyOptions = takesPasskeys(origin)
      ? await registrationOptions(hash, origin, holder, [], clock.now())
      : undefined
    return sendPage(
      c,
      <ChoicePage
        frame={frameOf(c, dependencies)}
        holder={holder}
        token={token}
        setup={await authenticatorSetup(hash, holder.email, form.text('seed') || undefined)}
        passkeyOptions={passkeyOptions}
        fault={fault}
      />,
      fault === undefined ? 200 : 422,
    )
  }

  function refused(c: RequestContext): Response {
    return sendPage(c, <InvitationPage frame={frameOf(c, dependencies)} isRefused />, 404)
  }
}

/** Until somebody has several, the day tells them apart. */
export function passkeyName(now: Date): string {
  return now.toISOString().slice(0, 10)
}
