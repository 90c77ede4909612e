import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../../src/app.ts'
import { ROLES } from '../../src/domain/people/role.ts'
import { openApiDocument } from '../../src/http/openapi.ts'
import { bareDependencies } from '../support/bare-dependencies.ts'
import { issuedKey } from '../support/issued-key.ts'
import { signInAs } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { everyRoute } from './every-route.ts'

let service: TestService
let cookie = ''
let key: Readonly<Record<string, string>> = {}
beforeAll(async () => {
  service = await startTestService({ isSigned: true })
  const session = await signInAs(service, { roles: ROLES.map((role) => ({ role })) })
  cookie = session.cookie
  const { headers } = await issuedKey(service, {
    scopes: ['checks', 'issued_documents', 'verify'],
    quotaPerMinute: 60_000,
  })
  key = headers
})
afterAll(() => service.stop())

everyRoute({
  document: openApiDocument(createApp(bareDependencies())),
  url: () => service.url,
  session: () => ({ Cookie: cookie, Origin: service.url }),
  key: () => key,
  pathParameters: {
    type: 'family_permission',
    id: 'agy_contoh01',
    number: '9900000000011',
    entry: '0',
    level: '0',
    place: '000',
    role_id: '1',
    line: '1',
  },
  queries: {
    verifyRecruiter: 'licence=9900000000011',
    suggestAgencies: 'q=contoh',
    findIssuedDocument: 'region=32.12.99.2001&issued_in=2026',
    proveLogConsistency: 'from=1',
  },
})
