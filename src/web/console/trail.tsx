import { Hono } from 'hono'
import { auditPage, givenIn } from '../../actions/people/read-audit.ts'
import { auditFirst } from '../../audit-first.ts'
import type { Dependencies } from '../../dependencies.ts'
import { isCalendarDate } from '../../domain/calendar-date.ts'
import { AUDIT_ACTIONS } from '../../domain/people/audit-event.ts'
import type { RequestEnv } from '../../request-context.ts'
import { requireTask } from '../../signed-in.ts'
import { orUnavailable } from '../../store-outage.ts'
import { frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { TrailPage } from './trail-page.tsx'

const ROWS_A_PAGE = 50
const LONGEST = 100

/** Who did what, for auditors. */
export function trailRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get('/konsol/jejak', async (c) => {
    const person = requireTask(c, 'read_audit')
    const query = c.req.query()
    // By characters: half of one could not be written down.
    const text = (name: string) =>
      [...(query[name]?.trim() ?? '')].slice(0, LONGEST).join('') || undefined
    const day = (name: string) => {
      const typed = query[name] ?? ''
      return isCalendarDate(typed) ? typed : undefined
    }
    const filter = {
      actor: text('actor'),
      action: AUDIT_ACTIONS.find((word) => word === query.action),
      subject: text('subject'),
      from: day('from'),
      until: day('until'),
    }
    const before = /^\d{1,15}$/.test(query.after ?? '') ? Number(query.after) : undefined
    await auditFirst(c, dependencies, 'audit.read', null, givenIn(filter))
    const found = await orUnavailable(
      dependencies,
      auditPage(dependencies, person, filter, before, ROWS_A_PAGE),
    )
    return sendPage(
      c,
      <TrailPage
        frame={frameOf(c, dependencies)}
        person={person}
        filter={filter}
        found={found}
        isFirst={before === undefined}
      />,
    )
  })
}
