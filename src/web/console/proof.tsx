import type { MiddlewareHandler } from 'hono'
import {
  type GivenFactor,
  type ProofRefused,
  proveAgain,
  waysToProve,
} from '../../actions/people/prove.ts'
import type { Dependencies } from '../../dependencies.ts'
import { isFreshProof } from '../../domain/people/proof.ts'
import type { Task } from '../../domain/people/role.ts'
import { ownOrigin } from '../../own-origin.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { setSessionToken } from '../../session-cookie.ts'
import { actorOf, requireTask, signedIn } from '../../signed-in.ts'
import { orUnavailable } from '../../store-outage.ts'
import { type Form, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { PROOF_FIELDS, ProofPage } from './proof-page.tsx'

/**
 * Stands before what a stolen session must not do. Goes on when the second factor was proven lately,
 * or is proven with this very form; asks for it otherwise, on a page that holds what was typed and
 * sends it on.
 */
export function proofNeeded(
  dependencies: Dependencies,
  task: Task | null,
  isNeededFor: (form: Form) => boolean = () => true,
): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    const person = task === null ? signedIn(c) : requireTask(c, task)
    const form = await readForm(c)
    if (isFreshProof(person.provenAt, dependencies.clock.now()) || !isNeededFor(form)) {
      return next()
    }
    const given = givenIn(form, ownOrigin(c.env.incoming, dependencies.config))
    const held = [...form.fields].filter(([name]) => !PROOF_FIELDS.has(name))
    if (given === undefined) return askForProof(c, dependencies, { to: c.req.path, held })
    const outcome = await orUnavailable(
      dependencies,
      proveAgain(dependencies, person, given, actorOf(c)),
    )
    if ('refused' in outcome) {
      return askForProof(c, dependencies, { to: c.req.path, held, refused: outcome })
    }
    setSessionToken(c, dependencies.config, outcome.token)
    c.set('signedIn', { ...person, provenAt: outcome.provenAt })
    return next()
  }
}

export async function askForProof(
  c: RequestContext,
  dependencies: Dependencies,
  asked: {
    /** Where the form goes with the proof. */
    readonly to: string
    /** The fields that go with it. */
    readonly held: readonly (readonly [string, string])[]
    readonly refused?: ProofRefused
  },
): Promise<Response> {
  const person = signedIn(c)
  const origin = ownOrigin(c.env.incoming, dependencies.config)
  const ways = await orUnavailable(dependencies, waysToProve(dependencies, person, origin))
  const page = <ProofPage frame={frameOf(c, dependencies)} person={person} ways={ways} {...asked} />
  return asked.refused?.refused === 'locked'
    ? sendPage(c, page, 429, { 'Retry-After': String(asked.refused.seconds) })
    : sendPage(c, page, 403)
}

function givenIn(form: Form, origin = ''): GivenFactor | undefined {
  const passkey = form.text('credential')
  if (passkey !== '') return { passkey, origin }
  return form.fields.has('proof_code') ? { code: form.text('proof_code') } : undefined
}
