import { fileURLToPath } from 'node:url'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import type { Dependencies } from '../src/dependencies.ts'
import { day } from '../src/domain/calendar-date.ts'
import { openApiDocument } from '../src/http/openapi.ts'
import { createLog } from '../src/log.ts'

export const committedDocument = fileURLToPath(new URL('openapi.json', import.meta.url))

/** The document of the routes as they are, as the committed file holds it. Nothing is asked of a database. */
export function currentDocument(): string {
  // Routes are mounted and never called: nothing reads the clock, the register or the database.
  const dependencies = {
    config: readConfig({}),
    clock: { now: () => new Date(0), today: () => day('1970-01-01') },
    log: createLog('silent'),
    imports: { run: () => {} },
    readiness: [],
    lifecycle: { isStopping: false },
  } satisfies Omit<
    Dependencies,
    'register' | 'database' | 'hash' | 'receiptKeys' | 'keys' | 'keyUses'
  >
  const app = createApp(dependencies as unknown as Dependencies)
  return `${JSON.stringify(openApiDocument(app), null, 2)}\n`
}
