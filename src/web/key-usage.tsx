import { Hono } from 'hono'
import { keyUsage } from '../actions/key-usage.ts'
import type { Dependencies } from '../dependencies.ts'
import { readKeyText } from '../key-text.ts'
import { Problem } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { orUnavailable } from '../store-outage.ts'
import { readForm } from './form.ts'
import { frameOf } from './frame.ts'
import { KeyUsagePage } from './key-usage-page.tsx'
import { sendPage } from './page.tsx'

/** The use of a key, for who holds it. The key comes in a form's body, never in an address. */
export function keyUsagePageRoutes(dependencies: Dependencies) {
  const { keys } = dependencies
  return new Hono<RequestEnv>()
    .get('/pemakaian', (c) => sendPage(c, <KeyUsagePage frame={frameOf(c, dependencies)} />))
    .post('/pemakaian', async (c) => {
      const frame = frameOf(c, dependencies)
      const read = readKeyText((await readForm(c)).text('key'))
      const key = read === undefined ? null : await keys.find(read)
      if (key === undefined) throw new Problem('service-unavailable')
      const usage =
        key === null ? undefined : await orUnavailable(dependencies, keyUsage(dependencies, key.id))
      if (usage === undefined) return sendPage(c, <KeyUsagePage frame={frame} isRefused />, 401)
      return sendPage(c, <KeyUsagePage frame={frame} usage={usage} />)
    })
}
