import { Hono } from 'hono'
import type { Dependencies } from '../dependencies.ts'
import type { RequestEnv } from '../request-context.ts'
import { frameOf } from './frame.ts'
import { sendPage } from './page.tsx'
import { StartPage } from './start-page.tsx'

export function startRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get('/', (c) =>
    sendPage(c, <StartPage frame={frameOf(c, dependencies)} />),
  )
}
