import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import postgres from 'postgres'
import { day } from '../../src/domain/calendar-date.ts'
import {
  agencyRecorded,
  type Change,
  editionRecorded,
  licenceEventRecorded,
  licenceListingRecorded,
  licenceNumberRecorded,
  licenceRecorded,
  nameRecorded,
  sourceRecorded,
} from '../../src/domain/change.ts'
import { connect } from '../../src/store/database.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { syntheticRegister } from './matching/synthetic-register.ts'
import type { BenchServer, SameBytes } from './quick-check-server.ts'

const AGENCIES = Number(process.env.BENCH_AGENCIES ?? 1_000)
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const CONNECTIONS = 32
/** The service runs more code than its baselines: after four seconds it is still being compiled. */
const WARM_UP_SECONDS = 10
// What Node writes by itself, into every answer.
const OF_NODE = new Set(['connection', 'content-length', 'date', 'keep-alive'])
const RESULTS = fileURLToPath(new URL('../../bench-results', import.meta.url))

interface Round {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Processor time of the server for one request, in microseconds: what noise disturbs least. */
  readonly cpuMicros: number
  readonly failures: number
}

interface Running {
  readonly child: ChildProcess
  readonly url: string
  readonly readyMs: number
}

const children: ChildProcess[] = []
const folder = mkdtempSync(join(tmpdir(), 'pastikan-bench-'))
chmodSync(folder, 0o711)
const database = await openDatabase(
  { databaseUrl: undefined, databaseOwnerUrl: undefined, dataDir: join(folder, 'data') },
  () => {},
)
try {
  await fill(database.serviceUrl, database.ownerUrl)
  await run(database.serviceUrl)
} finally {
  for (const child of children) child.kill()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function fill(serviceUrl: string, ownerUrl: string): Promise<void> {
  const store = connect(serviceUrl, { timeoutMs: 60_000 })
  const today = new Date().toISOString().slice(0, 10)
  const sourceId = 'src_bench'
  const changes: Change[] = [
    sourceRecorded({
      id: sourceId,
      publisher: 'benchmark (invented)',
      title: 'Invented list',
      kind: 'demonstration',
      freshForDays: 30,
      demonstration: true,
    }),
    editionRecorded({ sourceId, asOf: day(today), retrievedOn: day(today) }),
  ]
  for (const { id, name, number } of agencies()) {
    const since = { effectiveOn: day('2025-01-02'), sourceId }
    const licenceId = `lic_${id}`
    changes.push(
      agencyRecorded({ id: `agy_${id}`, country: 'ID', kind: 'p3mi', regionCode: '32.12' }),
      nameRecorded(`agy_${id}`, { ...since, id: `nam_${id}`, kind: 'registered', name }),
      licenceRecorded(`agy_${id}`, { id: licenceId, kind: 'sip3mi' }),
      licenceNumberRecorded(`agy_${id}`, {
        ...since,
        licenceId,
        country: 'ID',
        kind: 'sip3mi',
        printed: number,
        schema: 'nib',
        normalised: number,
        nib: number,
      }),
      licenceEventRecorded(`agy_${id}`, { ...since, licenceId, id: `evt_${id}`, type: 'granted' }),
      licenceListingRecorded(`agy_${id}`, { ...since, licenceId, state: 'listed' }),
    )
  }
  const recorded = await recordChanges(store, 'bench', changes)
  await store.close()
  if ('refused' in recorded) throw new Error(recorded.refused)

  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await owner`create extension if not exists pg_trgm`
  await owner`create index on agency_names using gin (name gin_trgm_ops)`
  await owner`analyze`
  await owner.end()
}

function agencies() {
  return syntheticRegister(AGENCIES, 20_261_124).map(({ name }, at) => ({
    id: `bench${at}`,
    name,
    number: String(9_900_000_000_000 + at),
  }))
}

async function run(serviceUrl: string): Promise<void> {
  const all = agencies()
  const byNumber = all.slice(0, 200).map(({ number }) => `/v1/verify?licence=${number}`)
  const misspelt = all
    .slice(0, 200)
    .map(({ name }) => `/v1/verify?name=${encodeURIComponent(misspell(name))}`)

  const service = await start('service', serviceUrl)
  const bytes = await bytesOf(service.url + byNumber[0])
  const bare = await start('bare', serviceUrl, bytes)
  const body = await start('body', serviceUrl, bytes)
  const query = await start('query', serviceUrl, bytes)
  const trgm = await start('trgm', serviceUrl, bytes)

  const numbers = await alternate(byNumber, { service, bare, body, query })
  const names = await alternate(misspelt, { service, trgm })
  const { rss } = await ask(service.child)

  const results = {
    measured: 'GET /v1/verify',
    agencies: AGENCIES,
    connections: CONNECTIONS,
    seconds: SECONDS,
    rounds: ROUNDS,
    cores: cpus().length,
    node: process.version,
    byNumber: numbers,
    byMisspeltName: names,
    ratios: {
      numberToBareHono: ratio(numbers, 'service', 'bare'),
      numberToBareHonoBodyOnly: ratio(numbers, 'service', 'body'),
      numberToPreparedQuery: ratio(numbers, 'service', 'query'),
      nameToTrigramQuery: ratio(names, 'service', 'trgm'),
    },
    serviceMemoryMb: Math.round(rss / 1_048_576),
    registerReadyMs: Math.round(service.readyMs),
  }
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(join(RESULTS, 'quick-check.json'), `${JSON.stringify(results, null, 2)}\n`)
  print(results)
}

/** One letter left out in the middle of the longest word: what a typing hand does. */
function misspell(name: string): string {
  const words = name.split(' ')
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '')
  const middle = Math.floor(longest.length / 2)
  return words
    .map((word) => (word === longest ? word.slice(0, middle) + word.slice(middle + 1) : word))
    .join(' ')
}

async function bytesOf(url: string): Promise<SameBytes> {
  const answer = await fetch(url)
  const headers = [...answer.headers].filter(([name]) => !OF_NODE.has(name))
  return { headers: Object.fromEntries(headers), body: await answer.text() }
}

async function start(kind: BenchServer, databaseUrl: string, bytes?: SameBytes): Promise<Running> {
  const child = fork(
    fileURLToPath(new URL('quick-check-server.ts', import.meta.url)),
    [kind, databaseUrl, JSON.stringify(bytes ?? {})],
    { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  children.push(child)
  const [{ port, readyMs }] = (await once(child, 'message')) as [{ port: number; readyMs: number }]
  return { child, url: `http://127.0.0.1:${port}`, readyMs }
}

async function ask(child: ChildProcess): Promise<{ cpu: NodeJS.CpuUsage; rss: number }> {
  child.send('usage')
  const [usage] = await once(child, 'message')
  return usage
}

/** Each server in turn, several times over, so that what slows the machine slows them alike. */
async function alternate<Name extends string>(
  paths: readonly string[],
  servers: Readonly<Record<Name, Running>>,
): Promise<Record<Name, Round>> {
  const rounds = new Map<Name, Round[]>()
  const names = Object.keys(servers) as Name[]
  for (const name of names) await load(servers[name], paths, WARM_UP_SECONDS)
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      rounds.set(name, [...(rounds.get(name) ?? []), await load(servers[name], paths, SECONDS)])
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(rounds.get(name) ?? [])])) as Record<
    Name,
    Round
  >
}

async function load(
  { url, child }: Running,
  paths: readonly string[],
  seconds: number,
): Promise<Round> {
  const before = (await ask(child)).cpu
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: paths.map((path) => ({ method: 'GET', path })),
  })
  const after = (await ask(child)).cpu
  const spent = after.user + after.system - before.user - before.system
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpuMicros: spent / result.requests.total,
    failures: result.non2xx + result.errors + result.timeouts,
  }
}

function median(rounds: readonly Round[]): Round {
  const of = (value: (round: Round) => number) =>
    rounds.map(value).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? Number.NaN
  return {
    perSecond: of(({ perSecond }) => perSecond),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    cpuMicros: of(({ cpuMicros }) => cpuMicros),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
  }
}

function ratio<Name extends string>(
  rounds: Readonly<Record<Name, Round>>,
  ours: Name,
  baseline: Name,
): { throughput: number; processorTime: number } {
  return {
    throughput: rounds[ours].perSecond / rounds[baseline].perSecond,
    processorTime: rounds[baseline].cpuMicros / rounds[ours].cpuMicros,
  }
}

function print(results: {
  byNumber: Record<string, Round>
  byMisspeltName: Record<string, Round>
  ratios: Record<string, { throughput: number; processorTime: number }>
  serviceMemoryMb: number
  registerReadyMs: number
}): void {
  const line = (text: string) => process.stdout.write(`${text}\n`)
  line(
    `quick check, ${AGENCIES} agencies, ${CONNECTIONS} connections, median of ${ROUNDS} × ${SECONDS} s`,
  )
  line('question    server     requests/s   p50 ms   p99 ms   cpu µs   failures')
  for (const [question, servers] of [
    ['number', results.byNumber],
    ['misspelt', results.byMisspeltName],
  ] as const) {
    for (const [name, round] of Object.entries(servers)) {
      line(
        `${question.padEnd(11)} ${name.padEnd(10)} ${round.perSecond.toFixed(0).padStart(10)} ${round.p50.toFixed(1).padStart(8)} ${round.p99.toFixed(1).padStart(8)} ${round.cpuMicros.toFixed(1).padStart(8)} ${String(round.failures).padStart(10)}`,
      )
    }
  }
  line('ratio                       by throughput   by processor time   goal')
  const goals: Record<string, string> = {
    numberToBareHono: '≥ 0.6',
    numberToBareHonoBodyOnly: '',
    numberToPreparedQuery: '≥ 2',
    nameToTrigramQuery: '≥ 8',
  }
  for (const [name, { throughput, processorTime }] of Object.entries(results.ratios)) {
    line(
      `${name.padEnd(27)} ${throughput.toFixed(2).padStart(13)} ${processorTime.toFixed(2).padStart(19)}   ${goals[name]}`,
    )
  }
  line(`service: ${results.serviceMemoryMb} MB, register read in ${results.registerReadyMs} ms`)
}
