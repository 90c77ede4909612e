import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Names the code that answers, so that no copy of an answer outlives the rules that made it. A digest
 * of the source and of what it depends on: a release number can be forgotten, this cannot.
 */
export const RELEASE = digestOfSource(import.meta.dirname)

function digestOfSource(folder: string): string {
  const digest = createHash('sha256').update(readFileSync(join(folder, '../package.json')))
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.tsx?$/.test(file)) digest.update(file).update(readFileSync(join(folder, file)))
  }
  return digest.digest('base64url').slice(0, 12)
}
