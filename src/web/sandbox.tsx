import { Hono } from 'hono'
import { DEMONSTRATION_AGENCIES } from '../../seeds/demonstration-agencies.ts'
import { openRegister } from '../actions/open-register.ts'
import type { Dependencies } from '../dependencies.ts'
import type { RequestEnv } from '../request-context.ts'
import { frameOf } from './frame.ts'
import { sendPage } from './page.tsx'
import { SandboxPage } from './sandbox-page.tsx'

export function sandboxRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get('/sandbox', async (c) => {
    const opened = await openRegister(dependencies)
    const isLoaded =
      opened === undefined ||
      DEMONSTRATION_AGENCIES.every(({ id }) => opened.view.agency(`agy_${id}`) !== undefined)
    return sendPage(c, <SandboxPage frame={frameOf(c, dependencies)} isLoaded={isLoaded} />)
  })
}
