import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import postgres from 'postgres'
import type { RegisterName } from '../../../src/domain/matching/match.ts'
import type { Query } from './measure.ts'

/** What a ranker without outcome classes answers: who is first, who is in five, how like. */
export interface Ranked {
  readonly agencyIds: readonly string[]
  /** The first one's likeness; higher is liker. */
  readonly score: number
}

export interface Baseline {
  readonly name: string
  rank(text: string): Promise<Ranked>
  close(): Promise<void>
}

/** The legal form is taken off for all of them, or they would do worse. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /\b(p\.t\.|pt\.?|perseroan terbatas|tbk|persero|pjtki|pptkis|blkln)(?=\s|,|\)|$)/g,
      ' ',
    )
    .replace(/[^a-z0-9\u0400-\u04ff]+/g, ' ')
    .trim()
}

export function fuseBaseline(register: readonly RegisterName[]): Baseline {
  const items = register.map((name) => ({ id: name.agencyId, text: plain(name.name) }))
  const fuse = new Fuse(items, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.6,
  })
  return {
    name: 'Fuse.js 7.5.0 (ignoreLocation, 0.6)',
    async rank(text) {
      const found = fuse.search(plain(text), { limit: 5 })
      return { agencyIds: found.map(({ item }) => item.id), score: 1 - (found[0]?.score ?? 1) }
    },
    async close() {},
  }
}

export function miniSearchBaseline(register: readonly RegisterName[]): Baseline {
  const search = new MiniSearch({ fields: ['text'], searchOptions: { fuzzy: 0.2, prefix: true } })
  search.addAll(register.map((name) => ({ id: name.agencyId, text: plain(name.name) })))
  return {
    name: 'MiniSearch 7.2.0 (fuzzy 0.2, prefix)',
    async rank(text) {
      const found = search.search(plain(text)).slice(0, 5)
      return { agencyIds: found.map(({ id }) => String(id)), score: found[0]?.score ?? 0 }
    },
    async close() {},
  }
}

/** pg_trgm's similarity on the server of `BENCH_DATABASE_URL`, in a temporary table. */
export async function trigramBaseline(
  register: readonly RegisterName[],
  url: string,
): Promise<Baseline> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  await sql`create extension if not exists pg_trgm`
  await sql`create temporary table bench_name (id text primary key, text text not null)`
  for (let from = 0; from < register.length; from += 1000) {
    const rows = register
      .slice(from, from + 1000)
      .map((name) => ({ id: name.agencyId, text: plain(name.name) }))
    await sql`insert into bench_name ${sql(rows)}`
  }
  const [version] = await sql<
    { version: string }[]
  >`select current_setting('server_version') as version`
  return {
    name: `pg_trgm similarity (PostgreSQL ${version?.version})`,
    async rank(text) {
      const query = plain(text)
      const found = await sql<{ id: string; score: number }[]>`
        select id, similarity(text, ${query}) as score from bench_name
        order by similarity(text, ${query}) desc, id limit 5`
      return { agencyIds: found.map(({ id }) => id), score: found[0]?.score ?? 0 }
    },
    async close() {
      await sql.end()
    },
  }
}

export interface BaselineFigures {
  readonly name: string
  readonly first: number
  readonly inFive: number
  /** Share of true variants above the lowest threshold that lets 1 % of the negatives through. */
  readonly sameAtOnePercent: number
  /** Share of negatives called the same at the threshold that keeps 90 % of true variants. */
  readonly falseAtNinetyPercent: number
  readonly medianMilliseconds: number
}

/** Left-out queries are skipped: the baselines cannot forget a name cheaply. */
export async function measureBaseline(
  baseline: Baseline,
  queries: readonly Query[],
): Promise<BaselineFigures> {
  const truths: { score: number; rank: number }[] = []
  const falses: number[] = []
  const times: number[] = []
  for (const query of queries) {
    const from = performance.now()
    const { agencyIds, score } = await baseline.rank(query.text)
    times.push(performance.now() - from)
    if (query.agencyId === undefined) falses.push(score)
    else truths.push({ score, rank: agencyIds.indexOf(query.agencyId) })
  }
  await baseline.close()
  falses.sort((a, b) => b - a)
  times.sort((a, b) => a - b)
  const threshold = falses[Math.floor(falses.length * 0.01)] ?? 0
  const right = truths.filter(({ rank }) => rank === 0).map(({ score }) => score)
  right.sort((a, b) => b - a)
  const ninety = right[Math.floor(truths.length * 0.9)]
  return {
    name: baseline.name,
    first: right.length / truths.length,
    inFive: truths.filter(({ rank }) => rank >= 0).length / truths.length,
    sameAtOnePercent: right.filter((score) => score > threshold).length / truths.length,
    falseAtNinetyPercent:
      ninety === undefined ? 1 : falses.filter((score) => score >= ninety).length / falses.length,
    medianMilliseconds: times[times.length >> 1] ?? 0,
  }
}
