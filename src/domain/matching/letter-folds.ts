import type { LetterFold } from './country-pack.ts'

/** The rules for each first letter, by its code. */
export type FoldTable = readonly (readonly LetterFold[])[]

const LAST_PLAIN = 127
const NO_RULES: readonly LetterFold[] = []

/** Longest rule first, by first letter, so that one pass over the word is enough. */
export function foldTable(folds: readonly LetterFold[]): FoldTable {
  return Array.from({ length: LAST_PLAIN + 1 }, (_, code) => {
    const rules = folds.filter(({ from }) => from.charCodeAt(0) === code)
    return rules.length === 0 ? NO_RULES : rules.sort((a, b) => b.from.length - a.from.length)
  })
}

/** The word with every rule applied once from the left, and doubled letters made single. */
export function applyFolds(word: string, table: FoldTable): string {
  let folded = ''
  // Most words stay as they are, so letters are copied in runs and only where one changes.
  let runFrom = 0
  let last = -1
  for (let at = 0; at < word.length; ) {
    const code = word.charCodeAt(at)
    const rule = ruleAt(word, at, code, table)
    if (rule === undefined) {
      if (code === last && !isDigit(code)) {
        folded += word.slice(runFrom, at)
        runFrom = at + 1
      }
      last = code
      at += 1
      continue
    }
    folded += word.slice(runFrom, at)
    at += rule.from.length
    runFrom = at
    for (let letter = 0; letter < rule.to.length; letter += 1) {
      const put = rule.to.charCodeAt(letter)
      if (put !== last) folded += rule.to[letter]
      last = put
    }
  }
  return runFrom === 0 ? word : folded + word.slice(runFrom)
}

function ruleAt(word: string, at: number, code: number, table: FoldTable): LetterFold | undefined {
  const rules = code > LAST_PLAIN ? NO_RULES : table[code]!
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index]!
    const { from, after, before } = rule
    if (from.length > 1 && !word.startsWith(from, at)) continue
    if (after !== undefined && !isKind(word[at - 1], after)) continue
    if (before !== undefined && !isKind(word[at + from.length], before)) continue
    return rule
  }
  return undefined
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

type Neighbour = 'vowel' | 'consonant' | 'start' | 'end' | 'r'

function isKind(letter: string | undefined, kind: Neighbour): boolean {
  if (kind === 'end' || kind === 'start') return letter === undefined
  if (letter === undefined) return false
  if (kind === 'r') return letter === 'r'
  return isVowel(letter) === (kind === 'vowel')
}

export function isVowel(letter: string): boolean {
  return letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u'
}
