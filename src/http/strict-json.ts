import { type InputFault, Problem } from '../problem.ts'
import { pointerTo } from './input.ts'

const MOST_DEPTH = 20
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
const UNSTORABLE = /[\0\p{Surrogate}]/u

/**
 * Refuses what `JSON.parse` takes and we do not: nesting deeper than 20, a key given twice (the
 * last one would win: `revoked` then `active`), keys that reach a prototype, and characters that
 * PostgreSQL cannot hold. Throws a Problem.
 */
export function refuseLooseJson(text: string): void {
  if (exceedsDepth(text)) {
    throw unreadable(
      `Bersarang lebih dari ${MOST_DEPTH} tingkat.`,
      `Nested deeper than ${MOST_DEPTH}.`,
    )
  }
  try {
    JSON.parse(text)
  } catch {
    throw unreadable('Isi permintaan bukan JSON yang utuh.', 'The body is not whole JSON.')
  }
  refuseKeys(text)
}

function exceedsDepth(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') at = endOfString(text, at)
    else if (character === '{' || character === '[') {
      if (++depth > MOST_DEPTH) return true
    } else if (character === '}' || character === ']') depth--
  }
  return false
}

interface Level {
  /** Keys seen so far; null in a list. */
  readonly keys: Set<string> | null
  step: string | number
}

// Reads JSON known to be whole, so that a string followed by a colon is a key and nothing else is.
function refuseKeys(text: string): void {
  const levels: Level[] = []
  const faults: InputFault[] = []
  for (let at = 0; at < text.length; at++) {
    const level = levels.at(-1)
    switch (text[at]) {
      case '{':
        levels.push({ keys: new Set(), step: '' })
        break
      case '[':
        levels.push({ keys: null, step: 0 })
        break
      case '}':
      case ']':
        levels.pop()
        break
      case ',':
        if (level && typeof level.step === 'number') level.step++
        break
      case '"': {
        const end = endOfString(text, at)
        const value = stringAt(text, at, end)
        at = end
        if (!level?.keys || !isFollowedByColon(text, end + 1)) break
        level.step = value
        const pointer = () => pointerTo(levels.map(({ step }) => step))
        if (level.keys.has(value)) {
          throw unreadable(`Kunci ganda: ${pointer()}`, `A key is given twice: ${pointer()}`)
        }
        level.keys.add(value)
        if (PROTOTYPE_KEYS.has(value)) {
          faults.push({
            pointer: pointer(),
            detail: { id: 'Tidak dikenal di sini.', en: 'Not known here.' },
          })
        }
      }
    }
  }
  if (faults.length > 0) throw new Problem('input-invalid', { errors: faults.slice(0, 50) })
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return text.length
}

function stringAt(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end)
  const value = raw.includes('\\') ? (JSON.parse(text.slice(start, end + 1)) as string) : raw
  if (UNSTORABLE.test(value)) {
    throw unreadable('Ada karakter yang tidak sah.', 'It holds a character that is not valid.')
  }
  return value
}

function isFollowedByColon(text: string, start: number): boolean {
  let at = start
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\t' || text[at] === '\r') at++
  return text[at] === ':'
}

function unreadable(id: string, en: string): Problem {
  return new Problem('request-unreadable', { detail: { id, en } })
}
