import type { Hono } from 'hono'
import type { RequestEnv } from '../request-context.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The methods that some route of `app` answers at a path: none when nothing is there. */
export function methodsOf(app: Hono<RequestEnv>): (path: string) => readonly string[] {
  return (path) => {
    const methods = METHODS.filter((method) =>
      app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
    )
    if (methods.length === 0) return []
    return [
      ...methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : method)),
      'OPTIONS',
    ]
  }
}
