import { Hono } from 'hono'
import {
  addPasskey,
  type ChangeOutcome,
  changePassword,
  replaceAuthenticator,
  takePasskey,
} from '../../actions/people/account.ts'
import { endOwnSessions } from '../../actions/people/session.ts'
import type { Dependencies } from '../../dependencies.ts'
import { isFreshProof } from '../../domain/people/proof.ts'
import { ownOrigin } from '../../own-origin.ts'
import { registrationOptions, takesPasskeys } from '../../passkeys.ts'
import { Problem } from '../../problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { setSessionToken } from '../../session-cookie.ts'
import { actorOf, type SignedIn, signedIn } from '../../signed-in.ts'
import { type Account, findAccount } from '../../store/credentials.ts'
import { listSessions } from '../../store/sessions.ts'
import { orUnavailable } from '../../store-outage.ts'
import { authenticatorSetup, BackupCodes } from '../authenticator-setup.tsx'
import { type Form, readForm } from '../form.ts'
import { type Frame, frameOf } from '../frame.ts'
import { passkeyName } from '../invitation.tsx'
import { sendPage } from '../page.tsx'
import { waitWords } from '../sign-in-page.tsx'
import { AccountPage } from './account-page.tsx'
import { ConsolePage } from './console-page.tsx'
import { askForProof, proofNeeded } from './proof.tsx'

const PAGE = '/konsol/akun'

/** One's own account: what one signs in with, and where one is signed in. */
export function accountRoutes(dependencies: Dependencies) {
  const { config, clock, database, hash } = dependencies
  return new Hono<RequestEnv>()
    .get(PAGE, (c) => show(c))
    .post(PAGE, proofNeeded(dependencies, null), (c) => back(c))
    .post(`${PAGE}/kata-sandi`, (c) =>
      change(c, (person, form) =>
        changePassword(
          dependencies,
          person,
          {
            current: form.fields.get('current') ?? '',
            next: form.fields.get('password') ?? '',
          },
          actorOf(c),
        ),
      ),
    )
    .post(`${PAGE}/aplikasi`, (c) =>
      change(c, (person, form) =>
        replaceAuthenticator(
          dependencies,
          person,
          { seed: form.text('seed'), code: form.text('code') },
          actorOf(c),
        ),
      ),
    )
    .post(`${PAGE}/kunci-sandi`, (c) =>
      change(c, (person, form) =>
        addPasskey(
          dependencies,
          person,
          {
            response: form.text('credential'),
            origin: ownOrigin(c.env.incoming, config) ?? '',
            name: passkeyName(clock.now()),
          },
          actorOf(c),
        ),
      ),
    )
    .post(`${PAGE}/kunci-sandi/hapus`, (c) =>
      change(c, (person, form) =>
        takePasskey(dependencies, person, form.text('passkey'), actorOf(c)),
      ),
    )
    .post(`${PAGE}/sesi`, async (c) => end(c, { only: (await readForm(c)).text('session') }))
    .post(`${PAGE}/sesi-lain`, (c) => end(c, { allBut: signedIn(c).sessionId }))

  async function show(c: RequestContext, fault?: string, form?: Form): Promise<Response> {
    const person = signedIn(c)
    const [account, sessions] = await orUnavailable(
      dependencies,
      Promise.all([
        findAccount(database, person.id),
        listSessions(database, person.id, clock.now()),
      ]),
    )
    return sendPage(
      c,
      <AccountPage
        frame={frameOf(c, dependencies)}
        person={person}
        account={account}
        sessions={sessions}
        changing={isFresh(person) ? await changing(c, person, account, form) : undefined}
        fault={fault}
      />,
      fault === undefined ? 200 : 422,
    )
  }

  async function changing(c: RequestContext, person: SignedIn, account: Account, form?: Form) {
    const origin = ownOrigin(c.env.incoming, config)
    return {
      setup: await authenticatorSetup(hash, person.email, form?.text('seed') || undefined),
      passkeyOptions: takesPasskeys(origin)
        ? await registrationOptions(hash, origin, person, account.passkeys, clock.now())
        : undefined,
    }
  }

  /** Whoever finds a session left open must not be able to make it theirs. */
  function isFresh({ provenAt }: SignedIn): boolean {
    return isFreshProof(provenAt, clock.now())
  }

  function back(c: RequestContext): Response {
    return c.redirect(frameOf(c, dependencies).href(PAGE), 303)
  }

  async function change(
    c: RequestContext,
    act: (person: SignedIn, form: Form) => Promise<ChangeOutcome>,
  ): Promise<Response> {
    const person = signedIn(c)
    // A password that was typed is not carried through another page.
    const held = [['form_token', person.formToken]] as const
    if (!isFresh(person)) return askForProof(c, dependencies, { to: PAGE, held })
    const form = await readForm(c)
    const outcome = await orUnavailable(dependencies, act(person, form))
    if (outcome === undefined) throw new Problem('sign-in-required')
    const frame = frameOf(c, dependencies)
    if ('refused' in outcome) {
      const says =
        outcome.refused === 'locked' ? waitWords(frame, outcome.seconds) : frame.pick(outcome.says)
      return show(c, says, form)
    }
    setSessionToken(c, config, outcome.token)
    return outcome.backupCodes.length === 0
      ? back(c)
      : sendPage(c, newCodes(frame, person, outcome.backupCodes))
  }

  function newCodes(frame: Frame, person: SignedIn, codes: readonly string[]) {
    const title = frame.say('Aplikasi kode diganti', 'The authenticator app was changed')
    return (
      <ConsolePage frame={frame} person={person} title={title}>
        <BackupCodes frame={frame} codes={codes} />
        <p>
          <a class="button" href={frame.href(PAGE)}>
            {frame.say('Sudah saya simpan, lanjut', 'I have kept them, continue')}
          </a>
        </p>
      </ConsolePage>
    )
  }

  async function end(
    c: RequestContext,
    which: { readonly only: string } | { readonly allBut: string },
  ): Promise<Response> {
    const ended = endOwnSessions(dependencies, signedIn(c).id, which, actorOf(c))
    await orUnavailable(dependencies, ended)
    return back(c)
  }
}
