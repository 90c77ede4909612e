import { NameIndex } from '../../../src/domain/matching/name-index.ts'
import { wordsOf } from './measure.ts'
import { TRUE_VARIANTS } from './mutators.ts'
import { Random } from './random.ts'
import { quantile } from './statistics.ts'
import { syntheticRegister } from './synthetic-register.ts'

export interface ScaleFigures {
  readonly names: number
  readonly buildSeconds: number
  /** Heap and typed arrays of the index alone, without the names it was built from. */
  readonly megabytes: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** The same fixed work after each query: how fast, and how disturbed, this machine was. */
  readonly fixedP50: number
  readonly fixedP99: number
}

const QUERIES = 1500

/** Time of a query on one core, in process, over invented names; queries are true variants. */
export function measureScale(sizes: readonly number[]): readonly ScaleFigures[] {
  return sizes.map((size) => {
    const register = syntheticRegister(size, 7)
    globalThis.gc?.()
    const before = memory()
    const from = performance.now()
    const index = new NameIndex(register)
    const buildSeconds = (performance.now() - from) / 1000
    globalThis.gc?.()
    const megabytes = memory() - before

    const random = new Random(11)
    const other = {
      words: [],
      oneLetterAway: new Map<string, string[]>(),
      oneLetterMore: new Map<string, string[]>(),
    }
    const times: number[] = []
    const fixed: number[] = []
    for (let asked = 0; asked < QUERIES + 300; asked += 1) {
      const name = random.pick(register)
      const text = random.pick(TRUE_VARIANTS).mutate(wordsOf(name.name), random, other) ?? name.name
      const start = performance.now()
      index.match(text, { country: 'ID' })
      const answered = performance.now()
      fixedWork()
      const worked = performance.now()
      // The first few hundred warm the compiler up.
      if (asked < 300) continue
      times.push(answered - start)
      fixed.push(worked - answered)
    }
    fixed.sort((a, b) => a - b)
    times.sort((a, b) => a - b)
    return {
      names: size,
      buildSeconds,
      megabytes,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      p99: quantile(times, 0.99),
      fixedP50: quantile(fixed, 0.5),
      fixedP99: quantile(fixed, 0.99),
    }
  })
}

/** 200,000 multiplications, about a quarter of a millisecond on an idle core of 2024. */
function fixedWork(): number {
  let hash = 1
  for (let at = 0; at < 200_000; at += 1) hash = Math.imul(hash ^ at, 16777619)
  return hash
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1_000_000
}
