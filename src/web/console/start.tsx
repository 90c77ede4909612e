import { Hono } from 'hono'
import type { Dependencies } from '../../dependencies.ts'
import type { RequestEnv } from '../../request-context.ts'
import { signedIn } from '../../signed-in.ts'
import { frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { ConsolePage } from './console-page.tsx'

/** The first page after signing in. */
export function consoleStartRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get('/konsol', (c) => {
    const frame = frameOf(c, dependencies)
    const person = signedIn(c)
    return sendPage(
      c,
      <ConsolePage frame={frame} person={person} title={frame.say('Konsol', 'Console')}>
        <p>
          {frame.say(`Anda masuk sebagai ${person.name}.`, `You are signed in as ${person.name}.`)}
        </p>
      </ConsolePage>,
    )
  })
}
