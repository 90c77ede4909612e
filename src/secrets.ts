import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { type KeyedHash, keyedHash } from './keyed-hash.ts'
import {
  keepReceiptKeyFile,
  keepSecretFile,
  type ReceiptKeys,
  readReceiptKeys,
} from './receipt-keys.ts'
import { StartRefusal } from './store/start-refusal.ts'

export interface Secrets {
  readonly hash: KeyedHash
  readonly receiptKeys: ReceiptKeys
}

type SecretSettings = Pick<Config, 'checkHashKey' | 'receiptKeyFile' | 'databaseUrl'>

/**
 * The keys that the database must not hold: as configured, else made once in `folder`. With a
 * database of one's own several services may share it, so what was made here is told in one line.
 */
export async function openSecrets(
  { checkHashKey, receiptKeyFile, databaseUrl }: SecretSettings,
  folder: string,
  say: (line: string) => void,
): Promise<Secrets> {
  const keyFile = receiptKeyFile ?? join(folder, 'receipt-keys.json')
  const hash = openKeyedHash({ checkHashKey }, folder)
  if (receiptKeyFile === undefined) {
    makeFolder(folder)
    keepReceiptKeyFile(keyFile)
  }
  const missing = [
    ...(checkHashKey === undefined ? ['CHECK_HASH_KEY'] : []),
    ...(receiptKeyFile === undefined ? ['RECEIPT_KEY_FILE'] : []),
  ]
  if (databaseUrl !== undefined && missing.length > 0) {
    say(
      `Keys for check codes and receipts are kept in ${folder}: where several services share the database, set ${missing.join(' and ')} alike for all of them.`,
    )
  }
  return { hash, receiptKeys: await readReceiptKeys(keyFile) }
}

/** The key of the hashes alone, for who needs no other. */
export function openKeyedHash(
  { checkHashKey }: Pick<Config, 'checkHashKey'>,
  folder: string,
): KeyedHash {
  if (checkHashKey !== undefined) return keyedHash(checkHashKey)
  const file = join(folder, 'check-hash-key')
  makeFolder(folder)
  keepSecretFile(file, () => randomBytes(32).toString('base64url'))
  return keyedHash(readSecret(file))
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartRefusal(
      `The folder ${folder} for the service's keys cannot be made (${code}): set DATA_DIR to one that can, or CHECK_HASH_KEY and RECEIPT_KEY_FILE.`,
    )
  }
}

function readSecret(file: string): string {
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= 32) return secret
  throw new StartRefusal(`${file} does not hold the key that the service wrote there.`)
}
