import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '../../src/domain/people/role.ts'
import { sameDayClock } from '../support/asked.ts'
import { expectDocumented } from '../support/documented.ts'
import { GENERATED } from '../support/generated-requests.ts'
import { issuedKey } from '../support/issued-key.ts'
import { signInAs } from '../support/signed-in.ts'
import { startTestService, type TestService } from '../support/test-service.ts'

const REQUESTS_AN_OPERATION = 40
const LONGEST_ADDRESS = 12_000

let service: TestService
let rights: Readonly<Record<string, Readonly<Record<string, string>>>> = {}
beforeAll(async () => {
  service = await startTestService({ parts: { clock: sameDayClock }, isSigned: true })
  const { cookie } = await signInAs(service, { roles: ROLES.map((role) => ({ role })) })
  const { headers } = await issuedKey(service, {
    scopes: ['checks', 'issued_documents', 'verify'],
    quotaPerMinute: 60_000,
  })
  rights = { session: { Cookie: cookie, Origin: service.url }, partnerKey: headers }
})
afterAll(() => service.stop())

describe('R45, R63: requests made from the OpenAPI document, by who may do everything', () => {
  test.each(GENERATED)(
    '$operationId is answered as documented, and never fails on our side',
    async ({ method, path, needs = '', requests }) => {
      await fc.assert(
        fc.asyncProperty(requests, async ({ address, headers, body }) => {
          if (address.length > LONGEST_ADDRESS) return
          const asked = `${method} ${address} ${body}`
          const response = await fetch(`${service.url}${address}`, {
            method: method.toUpperCase(),
            headers: {
              ...headers,
              ...rights[needs],
              ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
          })
          expect(response.status, asked).toBeLessThan(500)
          await expectDocumented(path, response, method, asked)
        }),
        { numRuns: REQUESTS_AN_OPERATION },
      )
    },
  )
})
