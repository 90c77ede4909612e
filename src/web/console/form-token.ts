import type { MiddlewareHandler } from 'hono'
import { areEqualSecrets } from '../../equal-secrets.ts'
import { Problem } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { signedIn } from '../../signed-in.ts'
import { readForm } from '../form.ts'

/** Refuses a form of the console that does not carry the token of the session it is sent in. */
export function formTokenNeeded(): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    if (c.req.method === 'POST') {
      const form = await readForm(c)
      if (!areEqualSecrets(form.text('form_token'), signedIn(c).formToken))
        throw new Problem('other-site')
    }
    await next()
  }
}
