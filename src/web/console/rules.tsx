import { Hono } from 'hono'
import { type OpenedRegister, openRegister } from '../../actions/open-register.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { type DatedRow, isInForce } from '../../domain/rule-tables/dated-row.ts'
import { readTypedDay } from '../../domain/typed-day.ts'
import { Problem } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { requireTask } from '../../signed-in.ts'
import { type Frame, frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { arrangeRows, type Column } from './arrange-rows.ts'
import { ConsolePage } from './console-page.tsx'
import { DataTable } from './data-table.tsx'
import { Choice, FilterForm, searchedFor } from './filter-form.tsx'
import { RULES_PATH } from './paths.ts'
import { groundColumns } from './rule-columns.ts'
import type { RuleTable } from './rule-table.ts'
import { RULE_TABLES } from './rule-tables.ts'

const STATES = ['in_force', 'coming', 'ended', 'all'] as const
type State = (typeof STATES)[number]

const IS: Readonly<Record<State, (row: DatedRow, on: CalendarDate) => boolean>> = {
  in_force: isInForce,
  coming: ({ validFrom }, on) => validFrom > on,
  ended: ({ validUntil }, on) => validUntil !== null && validUntil < on,
  all: () => true,
}

/** The dated rows that answers rest on, one page a table. */
export function consoleRuleRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>()
    .get(RULES_PATH, async (c) => {
      const person = requireTask(c, 'read_console')
      const frame = frameOf(c, dependencies)
      const opened = await openedRegister()
      return sendPage(
        c,
        <ConsolePage
          frame={frame}
          person={person}
          title={frame.say('Aturan', 'Rules')}
          isBehind={!opened.registry.isCurrent}
        >
          <ul class="rows">
            {RULE_TABLES.map((table) => (
              <li>
                <a class="row" href={frame.href(`${RULES_PATH}/${table.slug}`)}>
                  <strong>{frame.pick(table.title)}</strong>
                  <span>{rowCountInWords(frame, table, opened)}</span>
                </a>
              </li>
            ))}
          </ul>
        </ConsolePage>,
      )
    })
    .get(`${RULES_PATH}/:table`, async (c) => {
      const person = requireTask(c, 'read_console')
      const table = RULE_TABLES.find(({ slug }) => slug === c.req.param('table'))
      if (table === undefined) throw new Problem('not-found')
      const frame = frameOf(c, dependencies)
      const { say } = frame
      const query = c.req.query()
      const q = searchedFor(query.q)
      const opened = await openedRegister()
      const typedOn = readTypedDay(query.on ?? '')
      const on = typedOn ?? opened.today
      const state = STATES.find((word) => word === query.state) ?? 'in_force'
      const rows = opened.rows[table.rows]().filter((row) => IS[state](row, on))
      const columns = [
        ...(table.columns({ frame, opened, on }) as readonly Column<DatedRow>[]),
        ...groundColumns({ frame, opened, on }),
      ]
      const path = `${RULES_PATH}/${table.slug}`
      return sendPage(
        c,
        <ConsolePage
          frame={frame}
          person={person}
          title={frame.pick(table.title)}
          isBehind={!opened.registry.isCurrent}
        >
          <FilterForm
            frame={frame}
            path={path}
            q={q}
            label={say('Cari di semua kolom', 'Search every column')}
          >
            <Choice
              id="state"
              label={say('Masa berlaku', 'Term')}
              any={say('berlaku pada hari itu', 'in force on the day')}
              options={[
                ['coming', say('belum berlaku', 'not yet in force')],
                ['ended', say('sudah berakhir', 'ended')],
                ['all', say('semua', 'all')],
              ]}
              chosen={state}
            />
            <div class="field">
              <label for="on">{say('Hari', 'Day')}</label>
              <input id="on" name="on" type="text" value={frame.day(on)} autocomplete="off" />
            </div>
          </FilterForm>
          <DataTable
            frame={frame}
            label={frame.pick(table.title)}
            path={path}
            asked={{ q, state, on: typedOn }}
            columns={columns}
            arranged={arrangeRows(rows, columns, { q, sort: query.sort, page: query.page })}
            empty={say(
              'Tidak ada baris yang cocok. Tanpa baris yang berlaku, jawaban tidak dapat dipastikan.',
              'No row matches. Where no row is in force, an answer cannot be confirmed.',
            )}
          />
        </ConsolePage>,
      )
    })

  async function openedRegister(): Promise<OpenedRegister> {
    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    return opened
  }
}

function rowCountInWords(
  { say }: Frame,
  { rows }: Pick<RuleTable, 'rows'>,
  { rows: tables, today }: OpenedRegister,
): string {
  const all: readonly DatedRow[] = tables[rows]()
  const count = all.filter((row) => isInForce(row, today)).length
  return say(
    `${count} baris berlaku hari ini, ${all.length} seluruhnya`,
    `${count} rows in force today, ${all.length} in all`,
  )
}
