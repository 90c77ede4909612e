import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { ROLES, TASKS_OF_ROLE, type Task } from '../../../src/domain/people/role.ts'
import { openApiDocument } from '../../../src/http/openapi.ts'
import { bareDependencies } from '../../support/bare-dependencies.ts'
import { signInAs, type TestSession } from '../../support/signed-in.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'

/** What each call behind the sign-in needs; null: nothing but being signed in. One line a call. */
const NEEDED: Readonly<Record<string, Task | null>> = {
  getMe: null,
  listPartnerKeys: 'manage_keys',
  issuePartnerKey: 'manage_keys',
  rotatePartnerKey: 'manage_keys',
  revokePartnerKey: 'manage_keys',
  recordAgencies: 'record',
  recordAgencyNames: 'record',
  recordAgencyIdentifiers: 'record',
  recordAgencyContacts: 'record',
  recordBranches: 'record',
  recordRepresentatives: 'record',
  recordAuthorisedDestinations: 'record',
  recordLicences: 'record',
  recordLicenceNumbers: 'record',
  recordLicenceEvents: 'record',
  recordLicenceListings: 'record',
  recordAgencyMerges: 'record',
  recordRecruitmentPermits: 'record',
  recordJobOrders: 'record',
  recordForeignPartners: 'record',
  recordDestinationRules: 'record',
  recordAgeLimits: 'record',
  recordDocumentRequirements: 'record',
  recordFeeRules: 'record',
  recordAssistanceOffices: 'record',
  recordCompleteTables: 'record',
  recordSources: 'record',
  recordSourceEditions: 'record',
  recordRetraction: 'record',
  getSubject: 'read_console',
  approveProposal: 'approve',
  declineProposal: 'approve',
  withdrawProposal: 'record',
  searchProposals: 'read_console',
  getProposal: 'read_console',
  renewProposal: 'record',
  getSessionProof: null,
  proveSession: null,
  createImport: 'record',
  searchImports: 'read_console',
  getImport: 'read_console',
  searchImportRows: 'read_console',
  decideImportRow: 'record',
  undecideImportRow: 'record',
  changeImport: 'record',
  compareImport: 'record',
  proposeImport: 'record',
  approveImport: 'approve',
  declineImport: 'approve',
  withdrawImport: 'record',
  giveUpImport: 'record',
  undoImport: 'record',
  listOwnSessions: null,
  endOwnSession: null,
  endOtherSessions: null,
  listPeople: 'manage_people',
  getPerson: 'manage_people',
  createInvitation: 'manage_people',
  grantRole: 'manage_people',
  endRole: 'manage_people',
  disablePerson: 'manage_people',
  enablePerson: 'manage_people',
  resetSecondFactor: 'manage_people',
  listAuditEvents: 'read_audit',
  exportAuditEvents: 'read_audit',
}

interface Guarded {
  readonly operationId: string
  readonly method: string
  readonly path: string
  readonly task: unknown
  readonly hasBody: boolean
}

const GUARDED: readonly Guarded[] = Object.entries(
  openApiDocument(createApp(bareDependencies())).paths ?? {},
)
  .filter(([path]) => path.startsWith('/v1/admin/'))
  .flatMap(([path, item]) =>
    Object.entries(item as Record<string, Record<string, unknown>>).map(([method, operation]) => ({
      operationId: String(operation.operationId),
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, '1'),
      task: operation['x-task'] ?? null,
      hasBody: operation.requestBody !== undefined,
    })),
  )

let service: TestService
const sessions = new Map<string, TestSession>()
beforeAll(async () => {
  service = await startTestService()
  for (const role of ROLES) sessions.set(role, await signInAs(service, { roles: [{ role }] }))
  sessions.set('nobody', await signInAs(service))
})
afterAll(() => service.stop())

const ask = ({ method, path, hasBody }: Guarded, cookie?: string) =>
  fetch(`${service.url}${path}`, {
    method,
    headers: {
      Origin: service.url,
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(hasBody ? { body: '{"no_such_field":1}' } : {}),
  })

test('R39: every call behind the sign-in is in this table, with the task that it says it needs', () => {
  const said = Object.fromEntries(GUARDED.map(({ operationId, task }) => [operationId, task]))
  expect(said).toEqual(NEEDED)
})

describe.each(GUARDED.map((guarded) => [guarded.operationId, guarded] as const))(
  '%s',
  (operationId, guarded) => {
    test('is 401 for who is signed out, whatever is sent', async () => {
      expect((await ask(guarded)).status).toBe(401)
      expect((await ask(guarded, 'pastikan=forged')).status).toBe(401)
    })

    test.each([...ROLES, 'nobody'] as const)(
      'is answered or refused to a %s by role',
      async (who) => {
        // Ending their own session would leave nobody for the calls that follow.
        const cookie = sessions.get(who)?.cookie ?? ''
        const { status } = await ask(guarded, cookie)
        const task = NEEDED[operationId] ?? null
        const tasks: readonly Task[] = who === 'nobody' ? [] : TASKS_OF_ROLE[who]
        if (task === null || tasks.includes(task)) expect([401, 403]).not.toContain(status)
        else expect(status).toBe(403)
      },
    )
  },
)
