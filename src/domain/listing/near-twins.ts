// A bucket this full holds common words; going on through it would cost more than it finds.
const CHAIN_LIMIT = 256

/**
 * Finds, among many names, those one slip apart: a word after the first changed, a word added or left
 * out, one letter, words in another order, or the same letters divided otherwise. This tells a clerk
 * which rows of a list are easily confused; it never says that two names are the same.
 *
 * Linear in the number of names, where comparing all pairs is not.
 */
export class NearTwins {
  readonly #names: string[][] = []
  readonly #heads: Int32Array
  readonly #mask: number
  readonly #next: Int32Array
  readonly #nameOfEntry: Int32Array

  /** `keys` are names folded by the matcher, words apart by single spaces; found again by their index. */
  constructor(keys: Iterable<string>) {
    let entries = 0
    for (const key of keys) {
      const words = key.split(' ')
      this.#names.push(words)
      entries += placesAtMost(words.length)
    }
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, entries)))
    this.#heads = new Int32Array(size).fill(-1)
    this.#mask = size - 1
    this.#next = new Int32Array(entries)
    this.#nameOfEntry = new Int32Array(entries)

    let entry = 0
    for (const [index, words] of this.#names.entries()) {
      for (const hash of placesOf(words).filed) {
        const bucket = hash & this.#mask
        this.#next[entry] = this.#heads[bucket] ?? -1
        this.#nameOfEntry[entry] = index
        this.#heads[bucket] = entry
        entry += 1
      }
    }
  }

  /** Indexes of near twins of `key`, in order, the first `limit` found. An equal name is no twin. */
  of(key: string, limit = 3): number[] {
    const words = key.split(' ')
    const found = new Set<number>()
    for (const hash of placesOf(words).searched) {
      let entry = this.#heads[hash & this.#mask] ?? -1
      for (let steps = 0; entry !== -1 && steps < CHAIN_LIMIT && found.size < limit; steps++) {
        const index = this.#nameOfEntry[entry] ?? -1
        if (areNearTwins(words, this.#names[index] ?? [])) found.add(index)
        entry = this.#next[entry] ?? -1
      }
    }
    return [...found].sort((a, b) => a - b)
  }
}

export function areNearTwins(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const added = long.length - short.length
  if (added > 1) return short.join('') === long.join('')

  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (added === 0) {
    if (at === short.length) return false
    if (restIsEqual(short, long, at + 1, 0)) return isSlip(short, long, at)
    return areOtherwiseArranged(short, long)
  }
  if (short.length >= 2 && restIsEqual(short, long, at, 1)) return true
  return short.join('') === long.join('')
}

function restIsEqual(
  short: readonly string[],
  long: readonly string[],
  from: number,
  shift: number,
) {
  for (let i = from; i < short.length; i++) if (short[i] !== long[i + shift]) return false
  return true
}

/**
 * SUKSES ABADI ends many names: another first word makes another name, and only a letter of it,
 * where three others at one end agree, a twin. Of two words, the second alone tells no twin.
 */
function isSlip(a: readonly string[], b: readonly string[], at: number): boolean {
  const one = a[at] ?? ''
  const other = b[at] ?? ''
  if (a.length === 1) return false
  if (at > 0) return a.length >= 3 || isOneEditApart(one, other)
  // Asked first because it makes no strings: a prefix shared by many names leads here most often.
  if (!isOneEditApart(one, other)) return false
  return one.slice(0, 3) === other.slice(0, 3) || one.slice(-3) === other.slice(-3)
}

function areOtherwiseArranged(a: readonly string[], b: readonly string[]): boolean {
  if (lettersOf(a) !== lettersOf(b)) return false
  if (a.join('') === b.join('')) return true
  return [...a].sort().join(' ') === [...b].sort().join(' ')
}

function lettersOf(words: readonly string[]): number {
  let letters = 0
  for (const word of words) letters += word.length
  return letters
}

function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)
  ) {
    end++
  }
  return Math.max(a.length, b.length) - start - end <= 1
}

// Each way of being a twin has hashes of its own, so that a search meets only its own kind.
const WHOLE = 1
const SHORTENED = 2
const CHANGED = 3
const JOINED = 4
const ANY_ORDER = 5

function placesAtMost(words: number): number {
  return 2 * words + 4
}

/** Where a name is filed, and where its twins are searched: two twins share one place at least. */
function placesOf(words: readonly string[]): { filed: number[]; searched: number[] } {
  const hashes = words.map(hashOfWord)
  const changed: number[] = []
  const shortened: number[] = []
  for (let left = 0; words.length >= 2 && left < words.length; left++) {
    const rest = hashWithout(hashes, left)
    shortened.push(rest)
    if (left > 0) changed.push(mixed((rest + left) | 0, CHANGED))
  }
  if (words.length >= 2) {
    const [first = ''] = words
    const rest = shortened[0] ?? 0
    changed.push(mixed((rest + hashOfWord(first.slice(0, 3))) | 0, CHANGED))
    changed.push(mixed((rest + hashOfWord(first.slice(-3))) | 0, CHANGED))
  }
  const whole = hashWithout(hashes, -1)
  const anyOrder = mixed(
    hashes.reduce((sum, hash) => (sum + hash) | 0, 7),
    ANY_ORDER,
  )
  const both = [...changed, mixed(hashOfWord(words.join('')), JOINED), anyOrder]
  return {
    filed: [mixed(whole, WHOLE), ...shortened.map((hash) => mixed(hash, SHORTENED)), ...both],
    searched: [mixed(whole, SHORTENED), ...shortened.map((hash) => mixed(hash, WHOLE)), ...both],
  }
}

function hashWithout(hashes: readonly number[], left: number): number {
  let hash = 17
  for (let i = 0; i < hashes.length; i++) {
    if (i !== left) hash = Math.imul(hash, 31) + (hashes[i] ?? 0)
  }
  return hash | 0
}

// FNV-1a, then a final mix so that the low bits, which choose the bucket, depend on all of them.
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

function mixed(hash: number, kind: number): number {
  const salted = (hash + Math.imul(kind, 0x9e3779b1)) | 0
  const once = Math.imul(salted ^ (salted >>> 16), 0x45d9f3b)
  return (once ^ (once >>> 16)) >>> 0
}
