import { Hono } from 'hono'
import { type AgencyThen, agencyThen } from '../../actions/agency-then.ts'
import type { Dependencies } from '../../dependencies.ts'
import { registeredNameOn } from '../../domain/agency.ts'
import { agencyHistory, type HistoryItem } from '../../domain/agency-history.ts'
import { mayDo } from '../../domain/people/person.ts'
import { Problem } from '../../problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { requireTask, type SignedIn } from '../../signed-in.ts'
import { findRecorders } from '../../store/log-recorders.ts'
import { orUnavailable } from '../../store-outage.ts'
import { type Frame, frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { AgencyAnswerPage } from './agency-answer-page.tsx'
import { AgencyDifferencePage } from './agency-difference-page.tsx'
import { agencyInWords, differencesBetween } from './agency-in-words.ts'
import { AgencyRecordPage } from './agency-record-page.tsx'
import { arrangeRows } from './arrange-rows.ts'
import { factColumns } from './fact-columns.ts'
import { type Moment, type MomentReading, readMoment } from './moment.tsx'
import { AGENCIES_PATH } from './paths.ts'

/** One agency by two clocks: its record, what differs between two moments, and what was answered. */
export function consoleAgencyRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>()
    .get(`${AGENCIES_PATH}/:id`, async (c) => {
      const asked = start(c)
      const { frame, person, agencyId, query } = asked
      const reading = momentAsked(asked)
      const then = await lookedAt(agencyId, reading.moment)
      const columns = await columnsFor(asked, then)
      const { sort, page } = query
      return sendPage(
        c,
        <AgencyRecordPage
          frame={frame}
          person={person}
          agencyId={agencyId}
          title={nameOf(then, agencyId)}
          reading={reading}
          then={then}
          columns={columns}
          arranged={arrangeRows(factsOf(then, agencyId).toReversed(), columns, { sort, page })}
        />,
        statusOf(reading),
      )
    })
    .get(`${AGENCIES_PATH}/:id/perbedaan`, async (c) => {
      const asked = start(c)
      const { frame, person, agencyId, query } = asked
      const before = momentAsked(asked, '_1')
      const after = momentAsked(asked, '_2')
      const [first, second] = [
        await lookedAt(agencyId, before.moment),
        await lookedAt(agencyId, after.moment),
      ]
      const [from, until] = [first.opened.view.size, second.opened.view.size].sort((a, b) => a - b)
      const isBetween = (entry: number | null) =>
        entry !== null && entry >= (from ?? 0) && entry < (until ?? 0)
      const between = factsOf(second, agencyId).filter(
        ({ fact }) => isBetween(fact.entry) || isBetween(fact.supersededBy),
      )
      const columns = await columnsFor(asked, second)
      const { sort, page } = query
      return sendPage(
        c,
        <AgencyDifferencePage
          frame={frame}
          person={person}
          agencyId={agencyId}
          title={nameOf(second, agencyId)}
          before={before}
          after={after}
          isBehind={[first, second].some(({ opened }) => !opened.registry.isCurrent)}
          differences={differencesBetween(
            agencyInWords(frame, first, before.moment),
            agencyInWords(frame, second, after.moment),
          )}
          columns={columns}
          between={arrangeRows(between, columns, { sort, page })}
        />,
        statusOf(before, after),
      )
    })
    .get(`${AGENCIES_PATH}/:id/jawaban`, async (c) => {
      const asked = start(c)
      const { frame, person, agencyId } = asked
      const reading = momentAsked(asked)
      const then = await lookedAt(agencyId, reading.moment)
      return sendPage(
        c,
        <AgencyAnswerPage
          frame={frame}
          person={person}
          agencyId={agencyId}
          title={nameOf(then, agencyId)}
          reading={reading}
          then={then}
        />,
        statusOf(reading),
      )
    })

  function start(c: RequestContext): Asked {
    const person = requireTask(c, 'read_console')
    return {
      frame: frameOf(c, dependencies),
      person,
      agencyId: c.req.param('id') ?? '',
      query: c.req.query(),
    }
  }

  function momentAsked({ frame, query }: Asked, suffix = ''): MomentReading {
    return readMoment(frame, dependencies, {
      on: query[`on${suffix}`],
      knownAt: query[`known_at${suffix}`],
    })
  }

  async function lookedAt(agencyId: string, moment: Moment): Promise<AgencyThen> {
    const then = await agencyThen(dependencies, agencyId, moment)
    if (then === undefined) throw new Problem('registry-unavailable')
    if (then.opened.register.agencyWithHistory(agencyId) === undefined) {
      throw new Problem('agency-not-found')
    }
    return then
  }

  async function columnsFor({ frame, person, agencyId }: Asked, { opened }: AgencyThen) {
    const recorders = await orUnavailable(
      dependencies,
      findRecorders(dependencies.database, agencyId),
    )
    return factColumns({ frame, opened, recorders, mayReadTrail: mayDo(person, 'read_audit') })
  }
}

interface Asked {
  readonly frame: Frame
  readonly person: SignedIn
  readonly agencyId: string
  readonly query: Readonly<Record<string, string>>
}

function factsOf({ opened }: AgencyThen, agencyId: string): HistoryItem[] {
  const agency = opened.register.agencyWithHistory(agencyId)
  return agency === undefined ? [] : agencyHistory(agency)
}

/** By its name at the moment; by its present one where it had not been recorded yet. */
function nameOf({ seen, opened: { register, today } }: AgencyThen, agencyId: string): string {
  if (seen !== undefined) return seen.name
  const agency = register.agencyWithHistory(agencyId)
  return agency === undefined ? agencyId : registeredNameOn(agency, today)
}

function statusOf(...readings: readonly MomentReading[]): 200 | 422 {
  return readings.some(({ fault }) => fault !== null) ? 422 : 200
}
