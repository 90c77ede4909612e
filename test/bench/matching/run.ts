import { mkdirSync, writeFileSync } from 'node:fs'
import { NameIndex } from '../../../src/domain/matching/name-index.ts'
import { fuseBaseline, measureBaseline, miniSearchBaseline, trigramBaseline } from './baselines.ts'
import { ask, generatedQueries, mentionQueries, wordsOf } from './measure.ts'
import {
  asRegister,
  bangladeshNames,
  cleanedNames,
  hasRealData,
  mentions,
  otherNames,
  registerNames,
} from './real-data.ts'
import { figuresOf, print, type Report } from './report.ts'
import { measureScale } from './scale.ts'
import { leaveEachOut, numberFigures } from './whole-registers.ts'

const SEED = 20261124

if (!hasRealData()) {
  process.stdout.write(
    'Left out: ../shared/data is absent, so nothing was measured on real names. Only speed follows.\n',
  )
}

const report: Report = { seed: SEED, sections: [] }
if (hasRealData()) {
  const { names, dropped } = cleanedNames()
  const wanted = new Set(mentions().map((mention) => mention.trueAgency))
  const others = otherNames().filter((name) => wanted.has(name))
  const register = asRegister([...names, ...others], 'ID')
  const index = new NameIndex(register)
  const moreWords = [...registerNames(), ...otherNames()].flatMap(wordsOf)
  process.stdout.write(
    `Register: ${register.length} names (${dropped} rows dropped as fragments or no agency). ` +
      'Rules were tuned on one half of the agencies; the table is of the other half.\n',
  )

  const queries = generatedQueries(register, 'report', SEED, moreWords)
  const answers = ask(index, queries)
  report.sections.push(figuresOf('generated, Indonesia', answers))
  report.sections.push(
    figuresOf('real mentions, both halves', ask(index, mentionQueries(register, 'all'))),
  )
  report.sections.push(
    figuresOf('real mentions, report half', ask(index, mentionQueries(register, 'report'))),
  )

  const bangladesh = asRegister(bangladeshNames(), 'BD')
  const inBangladesh = ask(new NameIndex(bangladesh), generatedQueries(bangladesh, 'all', SEED))
  report.sections.push(figuresOf('generated, Bangladesh', inBangladesh))

  report.leftOut = [
    leaveEachOut('drop-down list', register),
    leaveEachOut('register copy of 2026-09-17', asRegister(registerNames(), 'ID')),
    leaveEachOut('Bangladesh', bangladesh),
  ]
  report.numbers = numberFigures()

  const ranked = queries.filter((query) => query.set === 'variant' || query.set === 'negative')
  const sample = ranked.filter((query, at) => at % 3 === 0 && query.kind !== 'another legal form')
  report.baselines = [
    await measureBaseline(fuseBaseline(register), sample),
    await measureBaseline(miniSearchBaseline(register), sample),
  ]
  const url = process.env.BENCH_DATABASE_URL
  if (url === undefined) {
    report.baselineLeftOut = 'pg_trgm is left out: BENCH_DATABASE_URL names no PostgreSQL server.'
  } else {
    report.baselines.push(await measureBaseline(await trigramBaseline(register, url), sample))
  }
}
report.scale = measureScale(
  process.argv.includes('--million') ? [1000, 50_000, 1_000_000] : [1000, 50_000],
)

print(report)
mkdirSync('bench-results', { recursive: true })
writeFileSync('bench-results/matching.json', `${JSON.stringify(report, null, 2)}\n`)
