import type { LetterFold } from './country-pack.ts'

export type FoldTable = ReadonlyMap<string, readonly LetterFold[]>

/** Longest rule first, by first letter, so that one pass over the word is enough. */
export function foldTable(folds: readonly LetterFold[]): FoldTable {
  const table = new Map<string, LetterFold[]>()
  for (const fold of folds) {
    const first = fold.from[0]!
    const rules = table.get(first)
    if (rules === undefined) table.set(first, [fold])
    else rules.push(fold)
  }
  for (const rules of table.values()) rules.sort((a, b) => b.from.length - a.from.length)
  return table
}

/** The word with every rule applied once from the left, and doubled letters made single. */
export function applyFolds(word: string, table: FoldTable): string {
  let folded = ''
  for (let at = 0; at < word.length; ) {
    const rule = ruleAt(word, at, table)
    const piece = rule === undefined ? word[at]! : rule.to
    for (const letter of piece) {
      const doubled = folded.endsWith(letter) && (letter < '0' || letter > '9')
      if (!doubled) folded += letter
    }
    at += rule === undefined ? 1 : rule.from.length
  }
  return folded
}

function ruleAt(word: string, at: number, table: FoldTable): LetterFold | undefined {
  const rules = table.get(word[at]!)
  if (rules === undefined) return undefined
  for (const rule of rules) {
    if (!word.startsWith(rule.from, at)) continue
    if (rule.after !== undefined && !isKind(word[at - 1], rule.after)) continue
    if (rule.before !== undefined && !isKind(word[at + rule.from.length], rule.before)) continue
    return rule
  }
  return undefined
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
