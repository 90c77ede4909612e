import type { MiddlewareHandler } from 'hono'
import type { Caller } from './actions/people/caller.ts'
import { actorAt } from './actions/people/caller.ts'
import { formTokenOf, personOf } from './actions/people/session.ts'
import type { Dependencies } from './dependencies.ts'
import type { Actor } from './domain/people/audit-event.ts'
import { mayDo, type Person, type Place } from './domain/people/person.ts'
import { isFreshProof } from './domain/people/proof.ts'
import type { Task } from './domain/people/role.ts'
import { addressOf } from './http/client-address.ts'
import { isFromOwnPage } from './own-origin.ts'
import { Problem } from './problem.ts'
import type { RequestContext, RequestEnv } from './request-context.ts'
import { sessionTokenIn } from './session-cookie.ts'
import { orUnavailable } from './store-outage.ts'

/** Who makes a request. */
export interface SignedIn extends Person {
  /** `ses_…`, never the token. */
  readonly sessionId: string
  readonly email: string
  /** When the second factor was last proven in this session. */
  readonly provenAt: Date | null
  readonly address: string
  /** What the forms of this session carry. */
  readonly formToken: string
}

/**
 * Before everything that only people who are signed in may do: nothing behind it can be reached
 * without a session, and nothing changed from another site's page.
 */
export function signInNeeded(
  dependencies: Dependencies,
  /** What answers a form of this service whose session has ended. */
  orElse?: (c: RequestContext) => Promise<Response>,
): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    refuseOtherSites(c, dependencies)
    const person = await sessionOf(c, dependencies)
    if (person !== undefined) return next()
    if (orElse === undefined) throw new Problem('sign-in-required')
    return orElse(c)
  }
}

/** Who makes the request, if anybody is signed in. */
export async function sessionOf(
  c: RequestContext,
  dependencies: Dependencies,
): Promise<SignedIn | undefined> {
  const token = sessionTokenIn(c, dependencies.config)
  if (token === undefined) return undefined
  const open = await orUnavailable(dependencies, personOf(dependencies, token))
  const person = open && {
    ...open,
    address: addressOf(c.env.incoming, dependencies.config),
    formToken: formTokenOf(dependencies, open.sessionId),
  }
  c.set('signedIn', person)
  return person
}

const CHANGES_NOTHING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Throws for a request that would change something and was not made by a page of this service. */
export function refuseOtherSites(
  c: RequestContext,
  { config }: Pick<Dependencies, 'config'>,
): void {
  if (CHANGES_NOTHING.has(c.env.incoming.method ?? '')) return
  if (!isFromOwnPage(c.env.incoming, config)) throw new Problem('other-site')
}

/** The person who makes the request. Throws where nobody is signed in. */
export function signedIn(c: RequestContext): SignedIn {
  const person = c.get('signedIn')
  if (person === undefined) throw new Problem('sign-in-required')
  return person
}

/** The person who makes the request, if they may do `task` for what is kept at `place`, or anywhere. */
export function requireTask(c: RequestContext, task: Task, place?: Place): SignedIn {
  const person = signedIn(c)
  if (!mayDo(person, task, place)) throw new Problem('not-allowed')
  return person
}

/** Throws unless the second factor was proven in this session a few minutes ago at most. */
export function requireProof(c: RequestContext, { clock }: Pick<Dependencies, 'clock'>): void {
  if (!isFreshProof(signedIn(c).provenAt, clock.now())) throw new Problem('step-up-needed')
}

/** To spread into a route of the API that is for everybody who is signed in. */
export const NEEDS_SIGN_IN = { security: [{ session: [] }] }

/**
 * To spread into a route of the API that needs a task: it is asked before the input is looked at, and
 * the OpenAPI document says it. Where the place matters, ask `requireTask` again with it.
 */
export function needs(task: Task) {
  const middleware: MiddlewareHandler<RequestEnv> = async (c, next) => {
    requireTask(c, task)
    await next()
  }
  return { ...NEEDS_SIGN_IN, middleware, 'x-task': task }
}

/** The signed-in person as the one who acts. */
export function actorOf(c: RequestContext): Actor {
  const person = signedIn(c)
  return actorAt({ address: person.address, requestId: c.get('requestId') }, person)
}

export function callerOf(c: RequestContext, { config }: Pick<Dependencies, 'config'>): Caller {
  return {
    address: addressOf(c.env.incoming, config),
    userAgent: c.env.incoming.headers['user-agent']?.slice(0, LONGEST_USER_AGENT) ?? '',
    requestId: c.get('requestId'),
  }
}

const LONGEST_USER_AGENT = 200
