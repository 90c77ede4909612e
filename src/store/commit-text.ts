import { createHash, randomBytes } from 'node:crypto'
import type { CommittedText } from '../domain/change.ts'

/** Stands in the log for a text about a person. A 32-byte salt, or the one given for invented data. */
export function commitText(text: string, salt = randomBytes(32).toString('hex')): CommittedText {
  return { text, salt, commitment: createHash('sha256').update(salt).update(text).digest('hex') }
}
