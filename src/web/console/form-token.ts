import type { MiddlewareHandler } from 'hono'
import type { Dependencies } from '../../dependencies.ts'
import { areEqualSecrets } from '../../equal-secrets.ts'
import type { RequestEnv } from '../../request-context.ts'
import { signedIn } from '../../signed-in.ts'
import { readForm } from '../form.ts'
import { confirmForm } from './held-form.tsx'

/** Does nothing with a form of the console that does not carry the token of the session it is sent in. */
export function formTokenNeeded(
  dependencies: Pick<Dependencies, 'config'>,
): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    if (c.req.method === 'POST') {
      const form = await readForm(c)
      const person = signedIn(c)
      if (!areEqualSecrets(form.text('form_token'), person.formToken)) {
        return confirmForm(c, dependencies, person, form)
      }
    }
    return next()
  }
}
