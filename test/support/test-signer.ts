import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Signer } from '../../src/jobs/sign-log.ts'
import { newLogKeyLine, readLogKeys } from '../../src/log-keys.ts'
import { connect, SIGNER_ROLE } from '../../src/store/database.ts'

export const TEST_ORIGIN = 'log.example/registry'

export interface TestSigner extends Signer {
  readonly folder: string
  readonly keyFile: string
  readonly publishDir: string
  close(): Promise<void>
}

/** A signer with a key and a memory of its own, publishing to a folder. */
export function openTestSigner(ownerUrl: string): TestSigner {
  const folder = mkdtempSync(join(tmpdir(), 'pastikan-signer-'))
  const keyFile = join(folder, 'log-keys')
  writeFileSync(keyFile, newLogKeyLine(TEST_ORIGIN))
  const database = connect(ownerUrl, { max: 1, timeoutMs: 0, role: SIGNER_ROLE })
  return {
    database,
    keys: readLogKeys(keyFile),
    stateFile: join(folder, 'log-checkpoint'),
    publishDir: join(folder, 'public'),
    folder,
    keyFile,
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
