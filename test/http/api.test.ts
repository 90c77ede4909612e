import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../../src/app.ts'
import { ROLES } from '../../src/domain/people/role.ts'
import { openApiDocument } from '../../src/http/openapi.ts'
import { bareDependencies } from '../support/bare-dependencies.ts'
import { signInAs } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { everyRoute } from './every-route.ts'

let service: TestService
let cookie = ''
beforeAll(async () => {
  service = await startTestService()
  const session = await signInAs(service, { roles: ROLES.map((role) => ({ role })) })
  cookie = session.cookie
})
afterAll(() => service.stop())

everyRoute({
  document: openApiDocument(createApp(bareDependencies())),
  url: () => service.url,
  session: () => ({ Cookie: cookie, Origin: service.url }),
  pathParameters: { id: 'agy_contoh01', number: '9900000000011', role_id: '1' },
  queries: { verifyRecruiter: 'licence=9900000000011', suggestAgencies: 'q=contoh' },
})
