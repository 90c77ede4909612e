import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type LogKeys, newLogKeyLine, readLogKeys } from '../log-keys.ts'
import { keepSecretFile } from '../receipt-keys.ts'

export interface SignerFiles {
  readonly keys: LogKeys
  readonly stateFile: string
  /** True when the key was made just now. */
  readonly isNew: boolean
}

/** The signer's keys and its memory: as configured, else kept in `folder`, where a first key is made. */
export function openSignerFiles(
  {
    logKeyFile,
    logStateFile,
    logOrigin,
  }: Pick<Config, 'logKeyFile' | 'logStateFile' | 'logOrigin'>,
  folder: string,
): SignerFiles {
  const keyFile = logKeyFile ?? join(folder, 'log-keys')
  const isNew = !existsSync(keyFile)
  if (logKeyFile === undefined) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    keepSecretFile(keyFile, () => newLogKeyLine(logOrigin))
  }
  return {
    keys: readLogKeys(keyFile),
    stateFile: logStateFile ?? join(folder, 'log-checkpoint'),
    isNew,
  }
}
