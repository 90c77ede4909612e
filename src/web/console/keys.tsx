import { Hono } from 'hono'
import {
  endKey,
  type IssuedKey,
  issueKey,
  KEY_REFUSALS,
  type KeyOrder,
  type KeyRefusal,
  managedKeys,
  rotateKey,
  USUAL_OVERLAP_DAYS,
  USUAL_QUOTA,
} from '../../actions/manage-keys.ts'
import type { Dependencies } from '../../dependencies.ts'
import { KEY_LIMITS, KEY_SCOPES, orderFaults } from '../../domain/partner-key.ts'
import { EVERYWHERE, mayDo } from '../../domain/people/person.ts'
import { Problem } from '../../problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { actorOf, requireTask } from '../../signed-in.ts'
import { findKey, type KeptKey } from '../../store/partner-keys.ts'
import { orUnavailable } from '../../store-outage.ts'
import { type Form, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { IssuedKeyPage, type KeyFormFault, KeysPage } from './keys-page.tsx'
import { proofNeeded } from './proof.tsx'
import type { Typed } from './typed-fact.ts'

const LIST = '/konsol/kunci'

/** Keys of partners and devices: listed, issued, changed over and revoked. */
export function consoleKeyRoutes(dependencies: Dependencies) {
  async function showList(
    c: RequestContext,
    faults: readonly KeyFormFault[] = [],
    typed: Typed = NOTHING_TYPED,
  ) {
    const person = requireTask(c, 'manage_keys')
    const keys = await orUnavailable(dependencies, managedKeys(dependencies, person))
    const frame = frameOf(c, dependencies)
    return sendPage(
      c,
      <KeysPage
        frame={frame}
        person={person}
        keys={keys}
        faults={faults}
        typed={typed}
        now={dependencies.clock.now()}
      />,
      faults.length > 0 ? 422 : 200,
    )
  }

  function showIssued(c: RequestContext, issued: IssuedKey) {
    const person = requireTask(c, 'manage_keys')
    const frame = frameOf(c, dependencies)
    return sendPage(c, <IssuedKeyPage frame={frame} person={person} issued={issued} />)
  }

  /** A key that the person may manage. */
  async function mine(c: RequestContext): Promise<KeptKey> {
    const id = c.req.param('id') ?? ''
    const key = await orUnavailable(dependencies, findKey(dependencies.database, id))
    if (key === undefined) throw new Problem('key-not-found')
    requireTask(c, 'manage_keys', key.place ?? EVERYWHERE)
    return key
  }

  const withProof = proofNeeded(dependencies, 'manage_keys')
  return new Hono<RequestEnv>()
    .get(LIST, (c) => showList(c))
    .post(LIST, withProof, async (c) => {
      const form = await readForm(c)
      const order = orderIn(form)
      const faults = orderFaults(order)
      if (faults.length > 0) return showList(c, faults, form.fields)
      const person = requireTask(c, 'manage_keys')
      if (!mayDo(person, 'manage_keys', order.place ?? EVERYWHERE)) {
        return showList(c, [OUTSIDE_PLACE], form.fields)
      }
      const issued = await orUnavailable(dependencies, issueKey(dependencies, order, actorOf(c)))
      if ('refused' in issued) return showList(c, [refusalOf(issued.refused)], form.fields)
      return showIssued(c, issued)
    })
    .post(`${LIST}/:id/ganti`, withProof, async (c) => {
      const { id } = await mine(c)
      const terms = { days: KEY_LIMITS.days, overlapDays: USUAL_OVERLAP_DAYS }
      const rotated = await orUnavailable(
        dependencies,
        rotateKey(dependencies, id, terms, actorOf(c)),
      )
      if ('refused' in rotated) return showList(c, [refusalOf(rotated.refused)])
      return showIssued(c, rotated)
    })
    .post(`${LIST}/:id/cabut`, async (c) => {
      const { id } = await mine(c)
      const refused = await orUnavailable(dependencies, endKey(dependencies, id, actorOf(c)))
      if (refused !== undefined) return showList(c, [refusalOf(refused.refused)])
      return c.redirect(frameOf(c, dependencies).href(LIST), 303)
    })
}

const NOTHING_TYPED: Typed = new URLSearchParams({
  quota: String(USUAL_QUOTA),
  days: String(KEY_LIMITS.days),
})

const refusalOf = (refused: KeyRefusal): KeyFormFault => ({ says: KEY_REFUSALS[refused] })

const OUTSIDE_PLACE: KeyFormFault = {
  field: 'place',
  says: {
    id: 'Peran Anda tidak mencakup wilayah ini. Kunci tanpa wilayah memerlukan peran untuk seluruhnya.',
    en: 'Your role does not cover this place. A key without a place takes a role for all of them.',
  },
}

function orderIn({ text, fields }: Form): KeyOrder {
  const given = fields.getAll('scope')
  const region = text('region')
  const country = text('country').toUpperCase()
  return {
    partner: text('partner'),
    scopes: KEY_SCOPES.filter((scope) => given.includes(scope)),
    place: country === '' && region === '' ? null : { country, region: region || null },
    quotaPerMinute: within(text('quota'), KEY_LIMITS.quotaPerMinute, USUAL_QUOTA),
    days: within(text('days'), KEY_LIMITS.days, KEY_LIMITS.days),
    isTest: fields.has('test'),
  }
}

/** What a number field of the form holds: the browser keeps it within its bounds, and so do we. */
function within(typed: string, most: number, usual: number): number {
  const number = /^\d{1,6}$/.test(typed) ? Number(typed) : usual
  return Math.min(most, Math.max(1, number))
}
