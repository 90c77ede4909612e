import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import postgres from 'postgres'
import { seedChanges } from '../../seeds/seed-changes.ts'
import { createApp } from '../../src/app.ts'
import { answerQuickCheck } from '../../src/domain/answer.ts'
import { answerCheck } from '../../src/domain/answer-check.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { CheckQuestion } from '../../src/domain/check-question.ts'
import { keptQuestion } from '../../src/domain/kept-question.ts'
import { LiveRegister } from '../../src/register/live-register.ts'
import { openSecrets } from '../../src/secrets.ts'
import { serve } from '../../src/serve.ts'
import { commitText } from '../../src/store/commit-text.ts'
import { connect } from '../../src/store/database.ts'
import { startEmbeddedDatabase } from '../../src/store/embedded-database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { recordChanges } from '../../src/store/record-changes.ts'
import { openHeadProbe } from '../../src/store/registry-head.ts'
import { bareDependencies } from '../support/bare-dependencies.ts'

// Full checks a second beside quick checks, in one run on one core each way: the judging alone, and
// the whole service over HTTP, where a full check is also kept.
const ROUNDS = 3
const JUDGING_MS = 2_000
const SERVING_SECONDS = 5
const CONNECTIONS = 16

const today = day('2026-11-24')
const QUESTION: CheckQuestion = {
  on: today,
  today,
  recruiter: { name: 'PT Contoh Bahari Sentosa', licence: '9900000000011' },
  placement: { destination: 'TW', position: 'Perawat lansia', departsOn: day('2027-01-10') },
  worker: { birthDate: day('1999-03-07'), sex: 'female' },
  documents: [{ type: 'passport', expiresOn: day('2030-01-01') }],
}
const BODY = JSON.stringify({
  recruiter: QUESTION.recruiter,
  placement: { destination: 'TW', position: 'Perawat lansia', departs_on: '2027-01-10' },
  worker: { birth_date: '1999-03-07', sex: 'female' },
  documents: [{ type: 'passport', expires_on: '2030-01-01' }],
})

const folder = mkdtempSync(join(tmpdir(), 'pastikan-bench-'))
chmodSync(folder, 0o711)
const embedded = await startEmbeddedDatabase({
  dataDir: folder,
  defaultDataDir: folder,
  log: () => {},
})
await migrate(embedded.ownerUrl)
const owner = postgres(embedded.ownerUrl, { max: 1, onnotice: () => {} })
await owner`grant pastikan_service to pastikan_app`
await owner.end()
const database = connect(embedded.serviceUrl)
await recordChanges(
  database,
  'seed',
  seedChanges((text) => commitText(text, 'demonstration')),
)
const register = new LiveRegister({
  database,
  probe: openHeadProbe(embedded.serviceUrl),
  onFault: (error) => process.stderr.write(`${error}\n`),
})
const opened = await register.open()
if (opened === undefined) throw new Error('the register could not be read')
const { view, tables } = opened

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

function judging(act: () => unknown): number {
  const until = performance.now() + JUDGING_MS
  let done = 0
  const startedAt = performance.now()
  while (performance.now() < until) for (let at = 0; at < 20; at++, done++) act()
  return (done * 1000) / (performance.now() - startedAt)
}

const judges = {
  'quick check, judged': () => answerQuickCheck({ ...QUESTION.recruiter, on: today, today }, view),
  'full check, judged': () => answerCheck(QUESTION, view, tables),
  'full check, judged for keeping': () => {
    answerCheck(QUESTION, view, tables)
    answerCheck({ ...keptQuestion(QUESTION, view), today }, view, tables)
  },
}
const rates: Record<string, number[]> = {}
for (const act of Object.values(judges)) judging(act)
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, act] of Object.entries(judges)) {
    rates[name] = [...(rates[name] ?? []), judging(act)]
  }
}

const dependencies = bareDependencies(
  { MAX_IN_FLIGHT: '10000' },
  {
    register,
    database,
    ...(await openSecrets(
      { checkHashKey: undefined, receiptKeyFile: undefined, databaseUrl: undefined },
      folder,
      () => {},
    )),
  },
)
const service = await serve(createApp(dependencies), dependencies)
const requests = {
  'quick check, served': { method: 'GET', path: '/v1/verify?licence=9900000000011' },
  'full check, served and kept': {
    method: 'POST',
    path: '/v1/checks',
    headers: { 'content-type': 'application/json' },
    body: BODY,
  },
} as const
let failures = 0
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, request] of Object.entries(requests)) {
    const result = await autocannon({
      url: service.url,
      connections: CONNECTIONS,
      duration: SERVING_SECONDS,
      requests: [request],
    })
    failures += result.non2xx + result.errors
    rates[name] = [...(rates[name] ?? []), result.requests.average]
  }
}
process.stdout.write(`medians of ${ROUNDS} rounds, ${failures} failures\n`)
for (const [name, values] of Object.entries(rates)) {
  process.stdout.write(`${name.padEnd(32)} ${median(values).toFixed(0).padStart(8)} a second\n`)
}
await service.stop()
await register.close()
await database.close()
await embedded.stop()
rmSync(folder, { recursive: true, force: true })
