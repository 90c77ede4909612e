import { Hono } from 'hono'
import { sendList } from '../../actions/list-imports.ts'
import { openRegister } from '../../actions/open-register.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { AGENCY_KINDS } from '../../domain/licence.ts'
import { IMPORT_STATES } from '../../domain/listing/list-import.ts'
import { readTypedDay } from '../../domain/typed-day.ts'
import { importPlace, readImportPlace } from '../../import-place.ts'
import { importProblem, importRefusal } from '../../import-refusal.ts'
import { PROBLEMS, Problem } from '../../problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { actorOf, requireTask } from '../../signed-in.ts'
import { findRememberedColumns, listImports } from '../../store/list-imports.ts'
import { namesOf } from '../../store/people.ts'
import { orUnavailable } from '../../store-outage.ts'
import { type Form, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { type PageStatus, sendPage } from '../page.tsx'
import { ImportsPage } from './imports-page.tsx'
import { IMPORTS_PATH } from './paths.ts'
import { wordsOf } from './recording.tsx'
import type { SEND_FIELDS } from './send-list-form.tsx'
import type { FieldFaults, Typed } from './typed-fact.ts'

const ROWS_A_PAGE = 50
const LONGEST_FILE_NAME = 255

const NOTHING_TYPED: Typed = new URLSearchParams({ kind: 'p3mi' })

/** The lists that were sent, and sending one. */
export function importPageRoutes(dependencies: Dependencies) {
  const { clock, config, database } = dependencies
  return new Hono<RequestEnv>()
    .get(IMPORTS_PATH, (c) => showImports(c))
    .post(IMPORTS_PATH, async (c) => {
      const person = requireTask(c, 'record')
      const form = await readForm(c)
      const read = readSent(form, clock.today())
      if ('faults' in read) return showImports(c, form.fields, read.faults, 422)
      const { file, ...given } = read
      const remembered = findRememberedColumns(database, given.sourceId)
      const outcome = await orUnavailable(
        dependencies,
        sendList(dependencies, {
          person,
          actor: actorOf(c),
          bytes: new Uint8Array(await file.arrayBuffer()),
          fileName: file.name.slice(0, LONGEST_FILE_NAME),
          request: {
            ...given,
            country: config.country,
            columns: await orUnavailable(dependencies, remembered),
            sheet: null,
            acceptMissing: false,
          },
        }),
      )
      if ('refused' in outcome) {
        const problem = importProblem(outcome.refused)
        const { field, says = wordsOf(problem) } = importRefusal(outcome.refused)
        if (field === undefined) throw problem
        return showImports(c, form.fields, new Map([[field, says]]), PROBLEMS[problem.kind].status)
      }
      const { href } = frameOf(c, dependencies)
      return c.redirect(href(`${IMPORTS_PATH}/${outcome.import.id}`), 303)
    })

  async function showImports(
    c: RequestContext,
    typed: Typed = NOTHING_TYPED,
    faults: FieldFaults = new Map(),
    status: PageStatus = 200,
  ): Promise<Response> {
    const person = requireTask(c, 'read_console')
    const query = c.req.query()
    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    const state = IMPORT_STATES.find((one) => one === query.state)
    const source = opened.view.source(query.source ?? '')?.id
    const found = await orUnavailable(
      dependencies,
      listImports(database, {
        state,
        sourceId: source,
        after: readImportPlace(query.after ?? ''),
        limit: ROWS_A_PAGE + 1,
      }),
    )
    const imports = found.slice(0, ROWS_A_PAGE)
    const last = imports.at(-1)
    const ids = imports.map(({ createdBy }) => createdBy)
    return sendPage(
      c,
      <ImportsPage
        frame={frameOf(c, dependencies)}
        person={person}
        opened={opened}
        imports={imports}
        names={await orUnavailable(dependencies, namesOf(database, ids))}
        state={state}
        source={source}
        next={found.length > ROWS_A_PAGE && last !== undefined ? importPlace(last) : null}
        typed={typed}
        faults={faults}
      />,
      status,
    )
  }
}

function readSent(form: Form, today: CalendarDate) {
  const faults = new Map<string, Bilingual>()
  const file = form.file('file')
  if (file === undefined) faults.set('file', NO_FILE)
  const sourceId = form.text('source_id')
  if (sourceId === '') faults.set('source_id', NEEDED)
  const typedDay = (name: keyof typeof SEND_FIELDS) => {
    const typed = form.text(name)
    const read = readTypedDay(typed)
    if (read === undefined) faults.set(name, typed === '' ? NEEDED : NO_DAY)
    return read
  }
  const asOf = typedDay('as_of')
  const retrievedOn = form.text('retrieved_on') === '' ? today : typedDay('retrieved_on')
  const kind = AGENCY_KINDS.find((word) => word === form.text('kind'))
  if (kind === undefined) faults.set('kind', NEEDED)
  const isRead =
    file !== undefined && asOf !== undefined && retrievedOn !== undefined && kind !== undefined
  return isRead && faults.size === 0 ? { file, sourceId, asOf, retrievedOn, kind } : { faults }
}

const NEEDED: Bilingual = { id: 'Wajib diisi.', en: 'Needed.' }
const NO_FILE: Bilingual = { id: 'Pilih berkasnya.', en: 'Choose the file.' }
const NO_DAY: Bilingual = {
  id: 'Ini bukan tanggal. Contoh: 24/11/2026.',
  en: 'This is no day. For instance: 24/11/2026.',
}
