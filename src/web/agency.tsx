import { Hono } from 'hono'
import { openRegister } from '../actions/open-register.ts'
import type { Dependencies } from '../dependencies.ts'
import { isCalendarDate } from '../domain/calendar-date.ts'
import { Problem } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { AgencyPage } from './agency-page.tsx'
import { frameOf } from './frame.ts'
import { sendPage } from './page.tsx'

export function agencyPageRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get('/perusahaan/:id', async (c) => {
    const on = c.req.query('on')
    if (on !== undefined && !isCalendarDate(on)) throw new Problem('input-invalid')
    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    const askedId = c.req.param('id')
    const agency = opened.view.agency(askedId)
    if (agency === undefined) throw new Problem('agency-not-found')
    return sendPage(
      c,
      <AgencyPage
        frame={frameOf(c, dependencies)}
        askedId={askedId}
        agency={agency}
        on={on ?? opened.today}
        opened={opened}
      />,
    )
  })
}
