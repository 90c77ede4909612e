import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { type OpenedRegister, openRegister } from '../../actions/open-register.ts'
import { type RecordFactOutcome, recordFact } from '../../actions/record-fact.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { RECORDABLE } from '../../domain/recording/catalogue.ts'
import type { FactKind } from '../../domain/recording/fact-kind.ts'
import { PROBLEMS, Problem } from '../../problem.ts'
import { recordingProblem } from '../../recording-problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { actorOf, requireTask } from '../../signed-in.ts'
import { findEntries } from '../../store/log-entries.ts'
import { orUnavailable } from '../../store-outage.ts'
import { answeredOnce } from '../answered-once.ts'
import { type Form, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { type PageStatus, sendPage } from '../page.tsx'
import { FactFormPage, type HeldForm } from './fact-form-page.tsx'
import { RecordPage } from './record-page.tsx'
import { RecordedPage } from './recorded-page.tsx'
import { RECORD_PATH } from './recording-paths.ts'
import { subjectName } from './subject-name.ts'
import {
  type FieldFaults,
  type ReadFact,
  readTypedFact,
  type Typed,
  typedOf,
} from './typed-fact.ts'

export type Refusal = Extract<RecordFactOutcome, { readonly refused: string }>

/** Recording by forms: what is worse counts at once, the rest waits. */
export function recordingPageRoutes(dependencies: Dependencies, readFact: ReadFact) {
  return new Hono<RequestEnv>()
    .get(RECORD_PATH, (c) => {
      const person = requireTask(c, 'record')
      const frame = frameOf(c, dependencies)
      const { lang: _lang, ...given } = c.req.query()
      return sendPage(c, <RecordPage frame={frame} person={person} given={given} />)
    })
    .get(`${RECORD_PATH}/:path`, async (c) => {
      requireTask(c, 'record')
      const kind = kindAt(c)
      return showForm(c, kind, await givenTo(c, kind))
    })
    .post(`${RECORD_PATH}/:path`, async (c) => {
      const person = requireTask(c, 'record')
      const kind = kindAt(c)
      const form = await readForm(c)
      const read = readTypedFact(kind, form.fields, readFact)
      if ('faults' in read) return showForm(c, kind, form.fields, { faults: read.faults })
      const held = heldIn(c, form)
      const outcome = await orUnavailable(
        dependencies,
        answeredOnce(() => recordFact(dependencies, { ...held, ...read, person, kind: kind.kind })),
      )
      if ('refused' in outcome) return showRefused(c, kind, form, outcome)
      const frame = frameOf(c, dependencies)
      return sendPage(c, <RecordedPage frame={frame} person={person} done={outcome} />)
    })

  function kindAt(c: RequestContext): FactKind {
    const kind = RECORDABLE.find(({ path }) => path === c.req.param('path'))
    if (kind === undefined) throw new Problem('not-found')
    return kind
  }

  /** What a form holds when it is opened: what its address says, or the fact to be corrected. */
  async function givenTo(c: RequestContext, kind: FactKind): Promise<Typed> {
    const query = new URLSearchParams(c.req.query())
    const corrects = query.get('corrects') ?? ''
    if (!/^\d{1,15}$/.test(corrects) || kind.fields.corrects === undefined) return query
    const [found] = await orUnavailable(
      dependencies,
      findEntries(dependencies.database, [Number(corrects)]),
    )
    if (found?.kind !== kind.kind || found.retracts) throw new Problem('subject-not-found')
    return typedOf(kind, found.row, found.entry)
  }

  function showRefused(c: RequestContext, kind: FactKind, form: Form, refusal: Refusal) {
    if (refusal.refused === 'faults') {
      const faults = new Map(refusal.faults.map(({ field, says }) => [field, says]))
      return showForm(c, kind, form.fields, { faults })
    }
    const problem = recordingProblem(refusal)
    const trouble = refusal.refused === 'changed_since_read' ? CHANGED : wordsOf(problem)
    const { status } = PROBLEMS[problem.kind]
    return showForm(c, kind, form.fields, { trouble, status })
  }

  async function showForm(
    c: RequestContext,
    kind: FactKind,
    typed: Typed,
    {
      faults = new Map(),
      trouble = null,
      status = faults.size > 0 ? 422 : 200,
    }: { faults?: FieldFaults; trouble?: Bilingual | null; status?: PageStatus } = {},
  ): Promise<Response> {
    const person = requireTask(c, 'record')
    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    return sendPage(
      c,
      <FactFormPage
        frame={frameOf(c, dependencies)}
        person={person}
        kind={kind}
        typed={typed}
        faults={faults}
        trouble={trouble}
        sources={[...opened.register.sources()].sort((a, b) => a.title.localeCompare(b.title))}
        about={aboutIn(opened, typed)}
        held={newlyHeld(opened)}
      />,
      status,
    )
  }
}

export const LONGEST_REASON = 500

const CHANGED: Bilingual = {
  id: 'Catatan ini berubah sejak Anda membuka formulir, jadi belum ada yang tercatat. Isian Anda masih ada: lihat dulu catatannya sekarang, lalu tekan Catat lagi bila masih benar.',
  en: 'The record has changed since you opened the form, so nothing was recorded. What you typed is still here: look at the record as it is now, then press Record again if it is still right.',
}

/** What a form that is opened now holds unseen. */
export function newlyHeld({ view }: OpenedRegister): HeldForm {
  return { ofLog: view.size - 1, key: randomUUID() }
}

/** What a form held unseen, as the recording actions take it. */
export function heldIn(c: RequestContext, form: Form) {
  const entry = form.text('entry')
  const key = form.text('key')
  if (!/^\d{1,15}$/.test(entry) || key === '') throw new Problem('request-unreadable')
  return {
    actor: actorOf(c),
    lastEntry: { ofLog: Number(entry) },
    idempotency: { key, scope: actorOf(c).id ?? '' },
  }
}

function aboutIn(opened: OpenedRegister, typed: Typed): { id: string; name: string } | undefined {
  const licenceId = typed.get('licence_id')?.trim()
  const holder =
    licenceId === undefined || licenceId === ''
      ? undefined
      : [...opened.register.agencies()].find(({ licences }) =>
          licences.some(({ id }) => id === licenceId),
        )
  const id = holder?.id ?? typed.get('agency_id')?.trim() ?? ''
  const name = subjectName(opened, id)
  return name === undefined ? undefined : { id, name }
}

export function wordsOf({ members: { detail }, kind }: Problem): Bilingual {
  if (detail === undefined) return PROBLEMS[kind].title
  return typeof detail === 'string' ? { id: detail, en: detail } : detail
}
