import { Hono } from 'hono'
import {
  compareAnew,
  decideImport,
  decideRow,
  proposeImport,
  undoImport,
  withdrawImport,
} from '../../actions/list-imports.ts'
import { openRegister } from '../../actions/open-register.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import {
  type ImportRow,
  ROW_DECISIONS,
  type RowDecision,
} from '../../domain/listing/list-import.ts'
import type { Task } from '../../domain/people/role.ts'
import type { ProposalDecision } from '../../domain/recording/proposal.ts'
import { type ImportRefusal, importProblem, importRefusal } from '../../import-refusal.ts'
import { PROBLEMS, Problem } from '../../problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { actorOf, requireTask } from '../../signed-in.ts'
import {
  findImport,
  findImportRow,
  type KeptImport,
  listImportRows,
} from '../../store/list-imports.ts'
import { namesOf } from '../../store/people.ts'
import { orUnavailable } from '../../store-outage.ts'
import { type Form, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { type PageStatus, sendPage } from '../page.tsx'
import type { ImportContent } from './import-content.ts'
import { readSettings } from './import-file.tsx'
import { ImportPage } from './import-page.tsx'
import { ImportRowPage } from './import-row-page.tsx'
import { readPosition, readRowsAsked, type ShownRows } from './import-rows.tsx'
import { IMPORTS_PATH } from './paths.ts'
import { proofNeeded } from './proof.tsx'
import { LONGEST_REASON, wordsOf } from './recording.tsx'

const ROWS_A_PAGE = 50
const MOST_BESIDE = 4

const DECISIONS: readonly (readonly [part: string, ProposalDecision, Task])[] = [
  ['setujui', 'approved', 'approve'],
  ['tolak', 'declined', 'approve'],
  ['tarik', 'withdrawn', 'record'],
]

type Outcome = { readonly import: KeptImport } | { readonly refused: ImportRefusal }

/** One import, its rows, and every step that people take with it. */
export function oneImportPageRoutes(dependencies: Dependencies) {
  const { database } = dependencies
  const path = `${IMPORTS_PATH}/:id`
  const routes = new Hono<RequestEnv>()
    .get(path, (c) => showImport(c))
    .get(`${path}/baris/:line`, (c) => showRow(c))
    .post(`${path}/kolom`, async (c) => {
      const asked = askedOf(c, 'record')
      const settings = readSettings(await readForm(c), await kept(c))
      return after(c, compareAnew(dependencies, { ...asked, settings }))
    })
    .post(`${path}/bandingkan`, (c) => after(c, compareAnew(dependencies, askedOf(c, 'record'))))
    .post(`${path}/usulkan`, async (c) => {
      const asked = askedOf(c, 'record')
      const reason = reasonIn(await readForm(c))
      const { undoes } = await kept(c)
      if (undoes !== null && reason === null) return showImport(c, NO_REASON_TO_UNDO, 422)
      return after(c, proposeImport(dependencies, { ...asked, reason }))
    })
    .post(`${path}/batalkan`, (c) => after(c, withdrawImport(dependencies, askedOf(c, 'record'))))
    .post(`${path}/tarik-kembali`, (c) => after(c, undoImport(dependencies, askedOf(c, 'record'))))
    .post(`${path}/baris/:line`, async (c) => {
      const asked = askedOf(c, 'record')
      const { back, lang: _lang, ...query } = c.req.query()
      const line = lineOf(c)
      const form = await readForm(c)
      const decision = decisionIn(form)
      const deciding = decideRow(dependencies, { ...asked, line, decision })
      const outcome = await orUnavailable(dependencies, deciding)
      if ('refused' in outcome) {
        return back === 'row'
          ? showRow(
              c,
              troubleOf(outcome.refused),
              statusOf(outcome.refused),
              outcome.refused === 'unknown_agency' ? form.text('agency_id') : '',
            )
          : showImport(c, troubleOf(outcome.refused), statusOf(outcome.refused))
      }
      const { href } = frameOf(c, dependencies)
      const at = `${IMPORTS_PATH}/${asked.importId}`
      const to = back === 'row' ? href(`${at}/baris/${line}`, { saved: 'true' }) : href(at, query)
      return c.redirect(to, 303)
    })
  for (const [part, decision, task] of DECISIONS) {
    if (decision === 'approved') routes.post(`${path}/${part}`, proofNeeded(dependencies, task))
    routes.post(`${path}/${part}`, async (c) => {
      const asked = askedOf(c, task)
      const form = await readForm(c)
      const reason = reasonIn(form)
      const digest = form.text('digest') || null
      if (decision === 'declined' && reason === null) return showImport(c, NO_REASON, 422)
      return after(c, decideImport(dependencies, { ...asked, decision, reason, digest }))
    })
  }
  return routes

  function askedOf(c: RequestContext, task: Task) {
    return { person: requireTask(c, task), actor: actorOf(c), importId: c.req.param('id') ?? '' }
  }

  async function kept(c: RequestContext): Promise<KeptImport> {
    const finding = findImport(database, c.req.param('id') ?? '')
    const found = await orUnavailable(dependencies, finding)
    if (found === undefined) throw new Problem('import-not-found')
    return found
  }

  /** The import's page, or why nothing was done on it. */
  async function after(c: RequestContext, acting: Promise<Outcome>): Promise<Response> {
    const outcome = await orUnavailable(dependencies, acting)
    if ('refused' in outcome) {
      return showImport(c, troubleOf(outcome.refused), statusOf(outcome.refused))
    }
    const { href } = frameOf(c, dependencies)
    return c.redirect(href(`${IMPORTS_PATH}/${outcome.import.id}`), 303)
  }

  async function contentOf(
    c: RequestContext,
    trouble: Bilingual | null,
    others: readonly (string | null)[] = [],
  ): Promise<ImportContent> {
    const person = requireTask(c, 'read_console')
    const found = await kept(c)
    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    const decided = found.rounds.flatMap(({ proposedBy, decision }) => [
      proposedBy,
      ...(decision === null ? [] : [decision.by]),
    ])
    const ids = [found.createdBy, ...decided, ...others].filter((id) => id !== null)
    return {
      frame: frameOf(c, dependencies),
      person,
      opened,
      kept: found,
      names: await orUnavailable(dependencies, namesOf(database, ids)),
      trouble,
    }
  }

  async function showImport(
    c: RequestContext,
    trouble: Bilingual | null = null,
    status: PageStatus = 200,
  ): Promise<Response> {
    const content = await contentOf(c, trouble)
    const { comparison, progress } = content.kept
    const shown = comparison === null || progress !== null ? null : await rowsShown(c)
    return sendPage(c, <ImportPage {...content} shown={shown} />, status)
  }

  async function rowsShown(c: RequestContext): Promise<ShownRows> {
    const query = c.req.query()
    const asked = readRowsAsked(query)
    const after = readPosition(query)
    const { rows, total } = await orUnavailable(
      dependencies,
      listImportRows(database, c.req.param('id') ?? '', {
        class: asked.class,
        needsLook: asked.look && true,
        decided: asked.decided && asked.decided === 'true',
        dirt: asked.dirt,
        text: asked.q,
        after,
        limit: ROWS_A_PAGE + 1,
      }),
    )
    const page = rows.slice(0, ROWS_A_PAGE)
    const next = rows.length > ROWS_A_PAGE ? (page.at(-1)?.position ?? null) : null
    return { asked, rows: page, total, after, next }
  }

  async function showRow(
    c: RequestContext,
    trouble: Bilingual | null = null,
    status: PageStatus = 200,
    typedAgencyId = '',
  ): Promise<Response> {
    const importId = c.req.param('id') ?? ''
    const line = lineOf(c)
    const row = await orUnavailable(dependencies, findImportRow(database, importId, line))
    if (row === undefined) throw new Problem('not-found')
    const { rows } = await orUnavailable(
      dependencies,
      listImportRows(database, importId, {
        needsLook: true,
        decided: false,
        after: row.position,
        limit: 1,
      }),
    )
    const content = await contentOf(c, trouble, [row.decidedBy])
    return sendPage(
      c,
      <ImportRowPage
        {...content}
        row={{ ...row, line }}
        others={await rowsBeside(importId, row)}
        nextLine={rows[0]?.line ?? null}
        typedAgencyId={typedAgencyId}
        isDecided={c.req.query('saved') === 'true'}
      />,
      status,
    )
  }

  async function rowsBeside(importId: string, row: ImportRow): Promise<readonly ImportRow[]> {
    const named = [row.duplicateOf, ...row.dirt.map(({ otherLine }) => otherLine)]
    const lines = [...new Set(named.filter((line) => line != null))].slice(0, MOST_BESIDE)
    const found = await orUnavailable(
      dependencies,
      Promise.all(lines.map((line) => findImportRow(database, importId, line))),
    )
    return found.filter((one) => one !== undefined)
  }
}

function lineOf(c: RequestContext): number {
  const line = c.req.param('line') ?? ''
  if (!/^\d{1,8}$/.test(line)) throw new Problem('not-found')
  return Number(line)
}

function reasonIn({ text }: Form): string | null {
  return text('reason').slice(0, LONGEST_REASON) || null
}

function decisionIn({ text }: Form): RowDecision | null {
  const is = ROW_DECISIONS.find((word) => word === text('is'))
  if (is === undefined) return null
  return is === 'is_agency' ? { is, agencyId: text('agency_id') } : { is }
}

function troubleOf(refused: ImportRefusal): Bilingual {
  return importRefusal(refused).says ?? wordsOf(importProblem(refused))
}

function statusOf(refused: ImportRefusal): PageStatus {
  return PROBLEMS[importProblem(refused).kind].status
}

const NO_REASON: Bilingual = {
  id: 'Tulis alasan menolaknya, agar yang mengusulkan tahu.',
  en: 'Say why it is declined, so that who proposed it knows.',
}

const NO_REASON_TO_UNDO: Bilingual = {
  id: 'Tulis alasan menariknya kembali, agar orang kedua tahu.',
  en: 'Say why it is taken back, so that the second person knows.',
}
