import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts'
import { AGENCY_KINDS, type AgencyKind } from '../domain/licence.ts'
import { LIST_COLUMNS, type ListColumn } from '../domain/listing/list-column.ts'
import { connect } from '../store/database.ts'
import { openDatabaseBeside } from '../store/open-database.ts'
import { hasApprover } from '../store/rights.ts'
import { StartRefusal } from '../store/start-refusal.ts'
import { type ImportListOptions, type ImportStep, importList } from './import-list.ts'
import { importText, linesLeftOut, writeImportJson } from './import-report.ts'
import { ListFileRefused } from './list-file-refused.ts'
import { proposeList } from './propose-list.ts'

const USAGE = `usage: npm run import -- --source src_… --as-of YYYY-MM-DD [options] FILE

  --source ID          the source whose list this is, for instance src_kp2mi_p3mi
  --as-of DAY          the day of the list
  --apply              record it; without, only a report is made. Where people keep the register,
                       it waits in the console for one of them to approve it
  --kind KIND          ${AGENCY_KINDS.join(', ')} (p3mi unless told)
  --country CODE       ID unless told
  --columns MAP        headings of the file, for instance name=Perusahaan,licence=Nomor
                       (${LIST_COLUMNS.join(', ')})
  --sheet NAME         the sheet of a workbook; its first visible one unless told
  --retrieved-on DAY   today unless told
  --json FILE          write the report as JSON too
  --rows N             rows printed of each kind
  --by WHO             who records, as the log will say
  --accept-missing     record although more than a fifth of the listed agencies are gone

  for a source that is not in the register yet
  --publisher NAME --title TITLE [--url URL] [--fresh-for-days N]`

class UsageError extends Error {
  override readonly name = 'UsageError'
}

type Arguments = Omit<ImportListOptions, 'retrievedOn'> & {
  retrievedOn: CalendarDate
  json: string | undefined
  rows: number | undefined
}

function readArguments(argv: string[], today: CalendarDate): Arguments {
  const text = { type: 'string' } as const
  const { values, positionals } = parse(() =>
    parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        source: text,
        'as-of': text,
        apply: { type: 'boolean', default: false },
        kind: { ...text, default: 'p3mi' },
        country: { ...text, default: 'ID' },
        columns: text,
        sheet: text,
        'retrieved-on': text,
        json: text,
        rows: text,
        by: { ...text, default: 'import' },
        'accept-missing': { type: 'boolean', default: false },
        publisher: text,
        title: text,
        url: text,
        'fresh-for-days': { ...text, default: '30' },
      },
    }),
  )
  const [file, ...others] = positionals
  if (file === undefined) throw new UsageError('FILE is missing')
  if (others.length > 0) throw new UsageError(`one FILE only, not also ${others.join(', ')}`)

  const retrievedOn =
    values['retrieved-on'] === undefined ? today : dayOf('--retrieved-on', values['retrieved-on'])
  if (retrievedOn > today) throw new UsageError(`--retrieved-on ${retrievedOn} lies in the future`)
  const asOf = dayOf('--as-of', values['as-of'])
  if (asOf > today) throw new UsageError(`--as-of ${asOf} lies in the future`)
  const { publisher, title, url, columns, sheet, json } = values
  if ((publisher === undefined) !== (title === undefined)) {
    throw new UsageError('--publisher and --title go together')
  }
  if (url !== undefined && !URL.canParse(url)) throw new UsageError(`--url ${url} is no address`)
  if (json !== undefined && !existsSync(dirname(json))) {
    throw new UsageError(`--json ${json}: its folder does not exist`)
  }
  return {
    file,
    sourceId: shaped(
      '--source',
      values.source,
      /^src_[a-z0-9_]{1,60}$/,
      'an id such as src_kp2mi_p3mi',
    ),
    asOf,
    retrievedOn,
    country: shaped('--country', values.country, /^[A-Z]{2}$/, 'two capital letters, such as ID'),
    kind: kindOf(values.kind),
    apply: values.apply,
    recordedBy: shaped('--by', values.by, /^[a-z0-9_:.-]{1,80}$/, 'small letters, digits and _:.-'),
    acceptMissing: values['accept-missing'],
    json,
    rows: values.rows === undefined ? undefined : numberOf('--rows', values.rows),
    ...(columns === undefined ? {} : { columns: columnsOf(columns) }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(publisher === undefined || title === undefined
      ? {}
      : {
          newSource: {
            publisher,
            title,
            ...(url === undefined ? {} : { url }),
            freshForDays: numberOf('--fresh-for-days', values['fresh-for-days']),
          },
        }),
  }
}

function parse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0])
  }
}

function shaped(option: string, value: string | undefined, shape: RegExp, expects: string): string {
  if (value === undefined) throw new UsageError(`${option} is missing: ${expects}`)
  if (!shape.test(value)) throw new UsageError(`${option} ${value} is not ${expects}`)
  return value
}

function dayOf(option: string, value: string | undefined): CalendarDate {
  if (value === undefined) throw new UsageError(`${option} is missing: a day such as 2026-09-17`)
  if (!isCalendarDate(value))
    throw new UsageError(`${option} ${value} is no day such as 2026-09-17`)
  return value
}

function numberOf(option: string, value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw new UsageError(`${option} ${value} is no whole number`)
  return Number(value)
}

function kindOf(value: string): AgencyKind {
  const kind = AGENCY_KINDS.find((each) => each === value)
  if (kind === undefined) {
    throw new UsageError(`--kind ${value} is not one of ${AGENCY_KINDS.join(', ')}`)
  }
  return kind
}

function columnsOf(map: string): Partial<Record<ListColumn, string>> {
  const columns: Partial<Record<ListColumn, string>> = {}
  for (const part of map.split(',')) {
    const at = part.indexOf('=')
    const column = LIST_COLUMNS.find((each) => each === part.slice(0, at).trim())
    const heading = part.slice(at + 1).trim()
    if (at === -1 || column === undefined || heading === '') {
      throw new UsageError(
        `--columns ${part} is not column=heading; the columns are ${LIST_COLUMNS.join(', ')}`,
      )
    }
    columns[column] = heading
  }
  return columns
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

function tellProgress(step: ImportStep, done: number, total: number | null): void {
  if (step === 'reading') tell(`Read ${done} rows.`)
  if (step === 'staging') tell(`Staged ${done} changes.`)
  if (step === 'recording') tell(`Recording ${total} changes in one statement.`)
}

/** 0 when all is recorded or told; 1 when refused or when rows were left to a person; 2 for wrong use. */
async function run(): Promise<number> {
  const config = readConfig(process.env)
  const today = systemClock(config.timeZone).today()
  const { json, rows, ...options } = readArguments(process.argv.slice(2), today)
  const { serviceUrl, stop } = await openDatabaseBeside(config, tell)
  const end = () => void stop().finally(() => process.exit(130))
  process.once('SIGINT', end).once('SIGTERM', end)
  const database = connect(serviceUrl, { max: 2, timeoutMs: 0 })
  try {
    if (options.apply && (await hasApprover(database))) {
      const done = await proposeList(database, options)
      tell(
        'proposed' in done
          ? `Nothing is recorded yet: ${done.changeCount} changes wait for a second person at /konsol/impor/${done.proposed}.`
          : `Nothing was recorded: ${done.refused}.${done.importId === undefined ? '' : ` What was found is at /konsol/impor/${done.importId}.`}`,
      )
      return 'proposed' in done ? 0 : 1
    }
    const done = await importList({ database, progress: tellProgress }, options)
    for (const line of importText(done, rows)) process.stdout.write(`${line}\n`)
    if (json !== undefined) await writeImportJson(json, done)
    return done.outcome.is === 'refused' || linesLeftOut(done).length > 0 ? 1 : 0
  } finally {
    await database.close()
    await stop()
  }
}

try {
  process.exitCode = await run()
} catch (error) {
  if (error instanceof UsageError) {
    tell(`${error.message}\n\n${USAGE}`)
    process.exitCode = 2
  } else if (error instanceof ListFileRefused || error instanceof StartRefusal) {
    tell(error.message)
    process.exitCode = 1
  } else {
    // A failed query would print the values that it was given.
    const { code, message } = error as { code?: string; message?: string }
    tell(
      `The import failed and recorded nothing (${code ?? 'no code'}): ${(message ?? '').split('\n')[0]}`,
    )
    process.exitCode = 1
  }
}
