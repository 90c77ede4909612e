import { Hono } from 'hono'
import { type Invited, invite } from '../../actions/people/invite.ts'
import {
  disable,
  enable,
  giveRole,
  type RightsResult,
  resetFactors,
  takeRole,
} from '../../actions/people/rights.ts'
import { auditFirst } from '../../audit-first.ts'
import type { Dependencies } from '../../dependencies.ts'
import { giveNeedsProof } from '../../domain/people/proof.ts'
import { ownOrigin } from '../../own-origin.ts'
import { Problem } from '../../problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { rightsProblem } from '../../rights-problem.ts'
import { actorOf, requireTask, type SignedIn } from '../../signed-in.ts'
import { findPerson, listPeople } from '../../store/people.ts'
import { orUnavailable } from '../../store-outage.ts'
import { type Form, readForm } from '../form.ts'
import { type Frame, frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import type { FormFault } from './form-faults.tsx'
import { PeoplePage } from './people-page.tsx'
import { InvitedPage, PersonPage } from './person-page.tsx'
import { proofNeeded } from './proof.tsx'
import { readRoleFields, roleFault } from './role-fields.tsx'
import type { Typed } from './typed-fact.ts'

const PAGE = '/konsol/orang'
const ROWS_A_PAGE = 50
const LONGEST_NAME = 100

/** People and their roles, for administrators. */
export function peoplePageRoutes(dependencies: Dependencies) {
  const { database, config } = dependencies
  const withProof = proofNeeded(dependencies, 'manage_people')
  const withProofOfRole = proofNeeded(dependencies, 'manage_people', (form) => {
    const role = readRoleFields(form)
    return 'role' in role && giveNeedsProof([role])
  })
  return new Hono<RequestEnv>()
    .get(PAGE, (c) => showPeople(c))
    .post(PAGE, withProofOfRole, async (c) => {
      const administrator = requireTask(c, 'manage_people')
      const form = await readForm(c)
      const frame = frameOf(c, dependencies)
      const email = form.text('email')
      const name = form.text('name').slice(0, LONGEST_NAME)
      const role = readRoleFields(form)
      if ('faulty' in role) return showPeople(c, roleFault(frame, role.faulty), form.fields)
      if (name === '') return showPeople(c, nameFault(frame), form.fields)
      const invited = await orUnavailable(
        dependencies,
        invite(dependencies, { email, name, roles: [role] }, administrator, actorOf(c)),
      )
      return 'refused' in invited
        ? showPeople(c, refusalFault(frame, invited.refused), form.fields)
        : showInvitation(c, administrator, invited)
    })
    .get(`${PAGE}/:id`, (c) => showPerson(c))
    .post(`${PAGE}/:id/peran`, withProofOfRole, (c) =>
      change(c, (id, administrator, form) => {
        const role = readRoleFields(form)
        return 'faulty' in role
          ? roleFault(frameOf(c, dependencies), role.faulty)
          : giveRole(dependencies, id, role, administrator, actorOf(c))
      }),
    )
    .post(`${PAGE}/:id/cabut`, (c) =>
      change(c, (id, administrator, form) =>
        takeRole(dependencies, id, Number(form.text('grant')), administrator, actorOf(c)),
      ),
    )
    .post(`${PAGE}/:id/nonaktifkan`, (c) =>
      change(c, (id, administrator) => disable(dependencies, id, administrator, actorOf(c))),
    )
    .post(`${PAGE}/:id/aktifkan`, withProof, (c) =>
      change(c, (id, administrator) => enable(dependencies, id, administrator, actorOf(c))),
    )
    .post(`${PAGE}/:id/atur-ulang`, withProof, async (c) => {
      const administrator = requireTask(c, 'manage_people')
      const invited = await orUnavailable(
        dependencies,
        resetFactors(dependencies, c.req.param('id'), administrator, actorOf(c)),
      )
      return 'refused' in invited
        ? showPerson(c, refusalFault(frameOf(c, dependencies), invited.refused))
        : showInvitation(c, administrator, invited)
    })

  async function change(
    c: RequestContext,
    act: (
      personId: string,
      administrator: SignedIn,
      form: Form,
    ) => Promise<RightsResult> | FormFault,
  ): Promise<Response> {
    const administrator = requireTask(c, 'manage_people')
    const personId = c.req.param('id') ?? ''
    const form = await readForm(c)
    const typed = form.fields.has('role') ? form.fields : undefined
    const acted = act(personId, administrator, form)
    if ('says' in acted) return showPerson(c, acted, typed)
    const result = await orUnavailable(dependencies, acted)
    const frame = frameOf(c, dependencies)
    return result === 'done' || result === 'unchanged'
      ? c.redirect(frame.href(`${PAGE}/${personId}`), 303)
      : showPerson(c, refusalFault(frame, result), typed)
  }

  async function showPeople(
    c: RequestContext,
    fault?: FormFault,
    typed?: Typed,
  ): Promise<Response> {
    const person = requireTask(c, 'manage_people')
    const { q: sought, after } = c.req.query()
    const q = sought?.trim().slice(0, LONGEST_NAME) || undefined
    await auditFirst(c, dependencies, 'people.read', null)
    const found = await orUnavailable(
      dependencies,
      listPeople(database, { q, after, limit: ROWS_A_PAGE + 1 }),
    )
    const people = found.slice(0, ROWS_A_PAGE)
    return sendPage(
      c,
      <PeoplePage
        frame={frameOf(c, dependencies)}
        person={person}
        people={people}
        q={q}
        next={found.length > ROWS_A_PAGE ? (people.at(-1)?.email ?? null) : null}
        isFirst={after === undefined}
        fault={fault}
        typed={typed}
      />,
      fault === undefined ? 200 : 422,
    )
  }

  async function showPerson(
    c: RequestContext,
    fault?: FormFault,
    typed?: Typed,
  ): Promise<Response> {
    const person = requireTask(c, 'manage_people')
    const id = c.req.param('id') ?? ''
    await auditFirst(c, dependencies, 'people.read', id)
    const shown = await orUnavailable(dependencies, findPerson(database, { id }))
    if (shown === undefined) throw new Problem('person-not-found')
    return sendPage(
      c,
      <PersonPage
        frame={frameOf(c, dependencies)}
        person={person}
        shown={shown}
        fault={fault}
        typed={typed}
      />,
      fault === undefined ? 200 : 422,
    )
  }

  function showInvitation(c: RequestContext, person: SignedIn, invited: Invited): Response {
    const origin = ownOrigin(c.env.incoming, config) ?? ''
    return sendPage(
      c,
      <InvitedPage
        frame={frameOf(c, dependencies)}
        person={person}
        personId={invited.personId}
        address={`${origin}/undangan#${invited.token}`}
        until={invited.expiresAt}
      />,
    )
  }
}

function nameFault({ say }: Frame): FormFault {
  return {
    at: { id: 'name', label: say('Nama', 'Name') },
    says: say('Isi namanya.', 'Give a name.'),
  }
}

function refusalFault(frame: Frame, refused: Parameters<typeof rightsProblem>[0]): FormFault {
  const problem = rightsProblem(refused)
  const { detail = problem.message } = problem.members
  const says = typeof detail === 'string' ? detail : detail[frame.language]
  if (refused === 'email_taken' || refused === 'email_unreadable') {
    return { at: { id: 'email', label: frame.say('Alamat surel', 'E-mail address') }, says }
  }
  if (refused === 'outside_place') {
    return { at: { id: 'region', label: frame.say('Wilayah', 'Place') }, says }
  }
  return { says }
}
