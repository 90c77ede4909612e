import { checkCodeOf, printedCheckCode, readCheckCode } from '../check-code.ts'

export const BACKUP_CODES = 10

/** A backup code as people keep it on paper; letters and groups as in a check's code. */
export function backupCodeOf(bytes: Uint8Array): string {
  return printedCheckCode(checkCodeOf(bytes))
}

/** The code that was meant; undefined for what is none, for instance a code of an authenticator app. */
export function readBackupCode(typed: string): string | undefined {
  return readCheckCode(typed)
}
