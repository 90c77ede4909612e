import { Hono } from 'hono'
import { type DecideOutcome, decideProposal, renewProposal } from '../../actions/decide-proposal.ts'
import { lookAtProposal } from '../../actions/look-at-proposal.ts'
import { openRegister } from '../../actions/open-register.ts'
import type { RecordFactOutcome } from '../../actions/record-fact.ts'
import { auditFirst } from '../../audit-first.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import type { Task } from '../../domain/people/role.ts'
import type { ProposalDecision } from '../../domain/recording/proposal.ts'
import { PROBLEMS, Problem } from '../../problem.ts'
import { recordingProblem } from '../../recording-problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { requireTask } from '../../signed-in.ts'
import { countImportsToLookAt } from '../../store/list-imports.ts'
import { namesOf } from '../../store/people.ts'
import { findProposal, listProposals } from '../../store/proposals.ts'
import { orUnavailable } from '../../store-outage.ts'
import { answeredOnce } from '../answered-once.ts'
import { readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { type PageStatus, sendPage } from '../page.tsx'
import { proofNeeded } from './proof.tsx'
import { ProposalPage } from './proposal-page.tsx'
import { PROPOSAL_VIEWS, ProposalsPage } from './proposals-page.tsx'
import { RecordedPage } from './recorded-page.tsx'
import { heldIn, LONGEST_REASON, newlyHeld, wordsOf } from './recording.tsx'
import { PROPOSALS_PATH } from './recording-paths.ts'

const ROWS_A_PAGE = 50

const DECISIONS: readonly (readonly [string, ProposalDecision, Task])[] = [
  ['setujui', 'approved', 'approve'],
  ['tolak', 'declined', 'approve'],
  ['tarik', 'withdrawn', 'record'],
]

type Refusal = Extract<DecideOutcome | RecordFactOutcome, { readonly refused: string }>

/** What waits for a second person, and what they decide. */
export function proposalPageRoutes(dependencies: Dependencies) {
  const { database, clock } = dependencies
  const routes = new Hono<RequestEnv>()
    .get(PROPOSALS_PATH, async (c) => {
      const person = requireTask(c, 'read_console')
      const { state, after } = c.req.query()
      const view = PROPOSAL_VIEWS.find((one) => one === state) ?? 'waiting'
      const from = after && (await orUnavailable(dependencies, findProposal(database, after)))
      const found = await orUnavailable(
        dependencies,
        listProposals(database, {
          ...(view === 'mine' ? { proposedBy: person.id } : { state: view }),
          after: from || undefined,
          limit: ROWS_A_PAGE + 1,
        }),
      )
      const imports = await orUnavailable(dependencies, countImportsToLookAt(database))
      const proposals = found.slice(0, ROWS_A_PAGE)
      const opened = await openRegister(dependencies)
      if (opened === undefined) throw new Problem('registry-unavailable')
      const ids = proposals.map(({ proposedBy }) => proposedBy)
      return sendPage(
        c,
        <ProposalsPage
          frame={frameOf(c, dependencies)}
          person={person}
          view={view}
          proposals={proposals}
          waitingImports={imports.proposed}
          names={await orUnavailable(dependencies, namesOf(database, ids))}
          opened={opened}
          now={clock.now()}
          next={found.length > ROWS_A_PAGE ? proposals.at(-1)!.id : null}
        />,
      )
    })
    .get(`${PROPOSALS_PATH}/:id`, (c) => showProposal(c))
    .post(`${PROPOSALS_PATH}/:id/perbarui`, async (c) => {
      const person = requireTask(c, 'record')
      const request = {
        ...heldIn(c, await readForm(c)),
        person,
        proposalId: c.req.param('id'),
      }
      const outcome = await orUnavailable(
        dependencies,
        answeredOnce(() => renewProposal(dependencies, request)),
      )
      if ('refused' in outcome) return showRefused(c, outcome)
      const frame = frameOf(c, dependencies)
      return sendPage(c, <RecordedPage frame={frame} person={person} done={outcome} />)
    })
  for (const [part, decision, task] of DECISIONS) {
    const path = `${PROPOSALS_PATH}/:id/${part}` as const
    if (decision === 'approved') routes.post(path, proofNeeded(dependencies, task))
    routes.post(path, async (c) => {
      const person = requireTask(c, task)
      const form = await readForm(c)
      const { actor, idempotency } = heldIn(c, form)
      const proposalId = c.req.param('id')
      const reason = form.text('reason').slice(0, LONGEST_REASON) || null
      if (decision === 'declined' && reason === null) return showProposal(c, NO_REASON, 422)
      const request = { person, actor, proposalId, decision, reason, idempotency }
      const outcome = await orUnavailable(
        dependencies,
        answeredOnce(() => decideProposal(dependencies, request)),
      )
      if ('refused' in outcome) return showRefused(c, outcome)
      return c.redirect(frameOf(c, dependencies).href(`${PROPOSALS_PATH}/${proposalId}`), 303)
    })
  }
  return routes

  /** The proposal as it is now, with why nothing was done. */
  function showRefused(c: RequestContext, refusal: Refusal): Promise<Response> {
    const problem = recordingProblem(refusal)
    const trouble = refusal.refused === 'changed_since_read' ? CHANGED : wordsOf(problem)
    return showProposal(c, trouble, PROBLEMS[problem.kind].status)
  }

  async function showProposal(
    c: RequestContext,
    trouble: Bilingual | null = null,
    status: PageStatus = 200,
  ): Promise<Response> {
    const person = requireTask(c, 'read_console')
    const id = c.req.param('id') ?? ''
    const looked = await orUnavailable(dependencies, lookAtProposal(dependencies, id))
    if (looked === undefined) throw new Problem('proposal-not-found')
    const opened = await openRegister(dependencies)
    if ('refused' in looked || opened === undefined) throw new Problem('registry-unavailable')
    const { proposal } = looked
    if (proposal.changes.some((change) => change.private !== undefined)) {
      await auditFirst(c, dependencies, 'proposal.read', id)
    }
    const ids = [proposal.proposedBy, ...(proposal.decided === null ? [] : [proposal.decided.by])]
    return sendPage(
      c,
      <ProposalPage
        frame={frameOf(c, dependencies)}
        person={person}
        looked={looked}
        opened={opened}
        names={await orUnavailable(dependencies, namesOf(database, ids))}
        now={clock.now()}
        held={newlyHeld(opened)}
        trouble={trouble}
      />,
      status,
    )
  }
}

const NO_REASON: Bilingual = {
  id: 'Tulis alasan menolaknya, agar yang mengusulkan tahu.',
  en: 'Say why it is declined, so that who proposed it knows.',
}

const CHANGED: Bilingual = {
  id: 'Catatannya berubah sejak usulan ini dibuat, jadi belum ada yang berlaku. Yang mengusulkan dapat memperbaruinya.',
  en: 'The record has changed since this was proposed, so nothing was applied. Who proposed it may renew it.',
}
