import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openApiDocument } from '../../src/http/openapi.ts'
import { bareDependencies } from '../support/bare-dependencies.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { everyRoute } from './every-route.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService({ isSigned: true })
})
afterAll(() => service.stop())

everyRoute({
  document: openApiDocument(createApp(bareDependencies())),
  url: () => service.url,
  pathParameters: {
    id: 'agy_contoh01',
    number: '9900000000011',
    entry: '0',
    level: '0',
    place: '000',
  },
  queries: {
    verifyRecruiter: 'licence=9900000000011',
    suggestAgencies: 'q=contoh',
    proveLogConsistency: 'from=1',
  },
})
