const CHAIN_LIMIT = 256

/**
 * Finds, among many names, those one slip apart: one word changed, added or left out, words in
 * another order, or the same letters divided otherwise. This tells a clerk which rows of a list are
 * easily confused; it never says that two names are the same.
 *
 * Linear in the number of names (100,000 take about a second), where comparing all pairs is not.
 */
export class NearTwins {
  readonly #names: string[][] = []
  readonly #heads: Int32Array
  readonly #mask: number
  readonly #next: number[] = []
  readonly #nameOfEntry: number[] = []

  /** `keys` are names folded by the matcher, words apart by single spaces; found again by their index. */
  constructor(keys: Iterable<string>) {
    for (const key of keys) this.#names.push(key.split(' '))
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, this.#names.length * 8)))
    this.#heads = new Int32Array(size).fill(-1)
    this.#mask = size - 1
    for (const [index, words] of this.#names.entries()) {
      for (const hash of hashesOf(words)) {
        const bucket = hash & this.#mask
        this.#next.push(this.#heads[bucket] ?? -1)
        this.#nameOfEntry.push(index)
        this.#heads[bucket] = this.#next.length - 1
      }
    }
  }

  /** Indexes of near twins of `key`, in order, at most `limit`. A name equal to `key` is no twin. */
  of(key: string, limit = 3): number[] {
    const words = key.split(' ')
    const found = new Set<number>()
    for (const hash of hashesOf(words)) {
      let entry = this.#heads[hash & this.#mask] ?? -1
      for (let steps = 0; entry !== -1 && steps < CHAIN_LIMIT; steps++) {
        const index = this.#nameOfEntry[entry] ?? -1
        if (!found.has(index) && areNearTwins(words, this.#names[index] ?? [])) found.add(index)
        entry = this.#next[entry] ?? -1
      }
    }
    return [...found].sort((a, b) => a - b).slice(0, limit)
  }
}

export function areNearTwins(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === long.length) {
    const differing = short.flatMap((word, i) => (word === long[i] ? [] : [i]))
    if (differing.length === 0) return false
    if (differing.length === 1) {
      const at = differing[0] ?? 0
      return short.length >= 3 || isOneEditApart(short[at] ?? '', long[at] ?? '')
    }
  }
  if (short.join('') === long.join('')) return true
  if (short.length === long.length) {
    return [...short].sort().join(' ') === [...long].sort().join(' ')
  }
  if (long.length !== short.length + 1 || short.length < 2) return false
  const at = short.findIndex((word, i) => word !== long[i])
  if (at === -1) return true
  return short.slice(at).every((word, i) => word === long[at + i + 1])
}

function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}

/** Equal for two near twins in at least one place: whole, each word left out, letters only, any order. */
function hashesOf(words: readonly string[]): Set<number> {
  const wordHashes = words.map(hashOfWord)
  const hashes = new Set<number>()
  const hashWithout = (left: number) => {
    let hash = 17
    for (const [i, wordHash] of wordHashes.entries()) {
      if (i !== left) hash = Math.imul(hash, 31) + wordHash
    }
    return mixed(hash)
  }
  hashes.add(hashWithout(-1))
  if (words.length >= 2) for (let i = 0; i < words.length; i++) hashes.add(hashWithout(i))
  hashes.add(mixed(hashOfWord(words.join(''))))
  hashes.add(mixed(wordHashes.reduce((sum, hash) => (sum + hash) | 0, 7)))
  return hashes
}

// FNV-1a, then a final mix so that the low bits, which choose the bucket, depend on all of them.
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return (once ^ (once >>> 16)) >>> 0
}
