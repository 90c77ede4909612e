import { Hono } from 'hono'
import { listAgencies } from '../../actions/list-agencies.ts'
import { openRegister } from '../../actions/open-register.ts'
import type { Dependencies } from '../../dependencies.ts'
import { addDays } from '../../domain/calendar-date.ts'
import { mayDo } from '../../domain/people/person.ts'
import { Problem } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { signedIn } from '../../signed-in.ts'
import { countChecks } from '../../store/checks.ts'
import { countImportsToLookAt } from '../../store/list-imports.ts'
import { countWaitingProposals } from '../../store/proposals.ts'
import { orUnavailable } from '../../store-outage.ts'
import { frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { ConsolePage } from './console-page.tsx'
import { CHART_DAYS, Dashboard } from './dashboard.tsx'

/** The first page after signing in: what needs attention, for those who may read the console. */
export function consoleStartRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get('/konsol', async (c) => {
    const frame = frameOf(c, dependencies)
    const { say } = frame
    const person = signedIn(c)
    if (!mayDo(person, 'read_console')) {
      return sendPage(
        c,
        <ConsolePage frame={frame} person={person} title={say('Konsol', 'Console')}>
          <p>
            {say(
              `Anda masuk sebagai ${person.name}, tetapi belum diberi peran. Mintalah kepada administrator.`,
              `You are signed in as ${person.name}, but have no role yet. Ask an administrator.`,
            )}
          </p>
        </ConsolePage>,
      )
    }
    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    const { register, view, today } = opened
    const { database } = dependencies
    const [counts, waiting, imports] = await orUnavailable(
      dependencies,
      Promise.all([
        countChecks(database, addDays(today, 1 - CHART_DAYS)),
        countWaitingProposals(database),
        countImportsToLookAt(database),
      ]),
    )
    const { items } = listAgencies(register.agencies(), view, today, {
      sort: 'name',
      limit: Number.POSITIVE_INFINITY,
    })
    return sendPage(
      c,
      <Dashboard
        frame={frame}
        person={person}
        opened={opened}
        agencies={items}
        counts={counts}
        waiting={waiting}
        imports={imports}
      />,
    )
  })
}
