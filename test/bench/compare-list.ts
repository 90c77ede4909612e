import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '../../src/domain/calendar-date.ts'
import { compareList } from '../../src/domain/listing/compare-list.ts'
import { readListDay } from '../../src/domain/listing/list-day.ts'
import { type ListRow, readListRow } from '../../src/domain/listing/list-row.ts'
import { openListFile } from '../../src/jobs/list-file.ts'
import { matchingOver, registered } from '../support/listed.ts'
import { largeList, writeLargeCsv, writeLargeWorkbook } from './large-list.ts'

// Reads a list of 100,000 rows and compares it with a register of as many agencies, of which one
// row in a hundred is another. Prints seconds for each step and the peak memory of the process.
const [format = 'csv', rowsWanted = '100000', known = 'known'] = process.argv.slice(2)
const rowCount = Number(rowsWanted)
const folder = await mkdtemp(join(tmpdir(), 'compare-list-'))
const path = join(folder, `list.${format}`)
if (format === 'xlsx') await writeLargeWorkbook(path, rowCount)
else await writeLargeCsv(path, rowCount)

const state = [...largeList(known === 'known' ? rowCount : 0)].slice(1).map((cells, i) => {
  const [name = '', number = '', address = '', city = '', phone = '', until = ''] = cells
  const isOther = i % 100 === 0
  return registered(String(i), isOther ? `${name} LAMA` : name, number, {
    address,
    region: city,
    phones: [phone],
    validUntil: readListDay(until) ?? null,
    inSource: i % 1000 === 1 ? 'missing' : 'listed',
  })
})

let since = performance.now()
const lap = (step: string) => {
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  process.stdout.write(`${step.padEnd(28)}${seconds.padStart(7)} s\n`)
  since = performance.now()
}

const matching = matchingOver(state)
const file = await openListFile(path)
const rows: ListRow[] = []
for await (const { line, cells } of file.rows()) {
  const { readLicenceNumber } = matching
  rows.push(readListRow(cells, { country: 'ID', line, readLicenceNumber }))
}
lap(`read ${rows.length} rows (${format})`)
const { counts } = compareList(rows, state, { country: 'ID', asOf: day('2026-09-17'), matching })
lap(`compare with ${state.length}`)
const peak = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(`${'peak memory'.padEnd(28)}${String(peak).padStart(7)} MB\n`)
process.stdout.write(`${JSON.stringify(counts)}\n`)
await rm(folder, { recursive: true })
