import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedChanges } from '../../seeds/seed-changes.ts'
import { createApp } from '../../src/app.ts'
import type { Dependencies } from '../../src/dependencies.ts'
import type { Change } from '../../src/domain/change.ts'
import { EMPTY_EDGE } from '../../src/domain/evidence/frontier.ts'
import { startImportRunner } from '../../src/jobs/import-runner.ts'
import { signLog } from '../../src/jobs/sign-log.ts'
import { createLog } from '../../src/log.ts'
import { LiveRegister } from '../../src/register/live-register.ts'
import { openSecrets } from '../../src/secrets.ts'
import { serve } from '../../src/serve.ts'
import { commitText } from '../../src/store/commit-text.ts'
import { connect, type Database } from '../../src/store/database.ts'
import { type Recorded, recordChanges } from '../../src/store/record-changes.ts'
import { openHeadProbe } from '../../src/store/registry-head.ts'
import { bareDependencies } from './bare-dependencies.ts'
import { createTestDatabase, type TestDatabase } from './template-database.ts'
import { openTestSigner } from './test-signer.ts'

export interface TestService {
  readonly url: string
  readonly database: Database
  readonly testDatabase: TestDatabase
  readonly dependencies: Dependencies
  /** Records as one officer, or fails the test. */
  record(...changes: readonly Change[]): Promise<Recorded>
  stop(): Promise<void>
}

/** The whole service on a private copy of the database, with the demonstration register. */
export async function startTestService(
  options: {
    readonly environment?: Readonly<Record<string, string>>
    readonly parts?: Partial<Dependencies>
    readonly changes?: readonly Change[]
    /** Whether the log is signed once what is recorded at the start is there. */
    readonly isSigned?: boolean
    /** The way by which the register reaches the database; recording always goes straight. */
    readonly reach?: (serviceUrl: string) => string | Promise<string>
  } = {},
): Promise<TestService> {
  const testDatabase = await createTestDatabase()
  const database = connect(testDatabase.serviceUrl)
  const record = async (...changes: readonly Change[]) => {
    const recorded = await recordChanges(database, 'officer', changes)
    if ('refused' in recorded) throw new Error(recorded.refused)
    return recorded
  }
  const seed = seedChanges((text) => commitText(text, 'demonstration'))
  await record(...(options.changes ?? seed))
  if (options.isSigned === true) await signOnce(testDatabase.ownerUrl)
  const registerUrl = await (options.reach?.(testDatabase.serviceUrl) ?? testDatabase.serviceUrl)
  const registerDatabase = connect(registerUrl)
  const register = new LiveRegister({
    database: registerDatabase,
    probe: openHeadProbe(registerUrl),
    onFault: () => {},
  })
  const folder = mkdtempSync(join(tmpdir(), 'pastikan-keys-'))
  const secrets = await openSecrets(
    { checkHashKey: undefined, receiptKeyFile: undefined, databaseUrl: undefined },
    folder,
    () => {},
  )
  rmSync(folder, { recursive: true })
  const imports = startImportRunner({
    databaseUrl: testDatabase.serviceUrl,
    database,
    log: createLog('silent'),
  })
  const dependencies = bareDependencies(options.environment, {
    register,
    database,
    ...secrets,
    imports,
    ...options.parts,
  })
  const service = await serve(createApp(dependencies), dependencies)
  return {
    url: service.url,
    database,
    testDatabase,
    dependencies,
    record,
    stop: async () => {
      await Promise.all([service.stop(), imports.stop()])
      await register.close()
      await Promise.all([registerDatabase.close(), database.close()])
      await testDatabase.drop()
    },
  }
}

async function signOnce(ownerUrl: string): Promise<void> {
  const signer = openTestSigner(ownerUrl)
  await signLog(signer, EMPTY_EDGE)
  await signer.close()
}
