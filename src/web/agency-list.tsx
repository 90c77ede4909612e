import { Hono } from 'hono'
import { listAgencies } from '../actions/list-agencies.ts'
import { openRegister } from '../actions/open-register.ts'
import type { Dependencies } from '../dependencies.ts'
import { LICENCE_STATUSES } from '../domain/licence.ts'
import { Problem } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { AgencyListPage } from './agency-list-page.tsx'
import { frameOf } from './frame.ts'
import { sendPage } from './page.tsx'

const ROWS_A_PAGE = 20
const LONGEST_SEARCH = 200

export function agencyListRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get('/perusahaan', async (c) => {
    const { q: typed, status: wanted, after } = c.req.query()
    const q = typed?.trim().slice(0, LONGEST_SEARCH) || undefined
    const status = LICENCE_STATUSES.find((word) => word === wanted)
    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    const { register, view, today } = opened
    const found = listAgencies(register.agencies(), view, today, {
      q,
      status,
      after,
      sort: 'name',
      limit: ROWS_A_PAGE,
    })
    return sendPage(
      c,
      <AgencyListPage
        frame={frameOf(c, dependencies)}
        found={found}
        q={q}
        status={status}
        isFirst={after === undefined}
      />,
    )
  })
}
