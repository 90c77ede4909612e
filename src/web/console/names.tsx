import { Hono } from 'hono'
import { doubtfulNamesFinder } from '../../actions/doubtful-names.ts'
import { type OpenedRegister, openRegister } from '../../actions/open-register.ts'
import type { Dependencies } from '../../dependencies.ts'
import { agencyOnDay } from '../../domain/agency-on-day.ts'
import type { DoubtfulName } from '../../domain/matching/register-hygiene.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import { Problem } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { requireTask } from '../../signed-in.ts'
import { type Frame, frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { arrangeRows, type Column } from './arrange-rows.ts'
import { ConsolePage } from './console-page.tsx'
import { DataTable } from './data-table.tsx'
import { FilterForm, searchedFor } from './filter-form.tsx'
import { AGENCIES_PATH, NAMES_PATH } from './paths.ts'

/** Names of different agencies that an officer could take for one. */
export function consoleNameRoutes(dependencies: Dependencies) {
  const findDoubtful = doubtfulNamesFinder()
  return new Hono<RequestEnv>().get(NAMES_PATH, async (c) => {
    const person = requireTask(c, 'read_console')
    const frame = frameOf(c, dependencies)
    const { say } = frame
    const { q: typed, sort, page } = c.req.query()
    const q = searchedFor(typed)
    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    const found = await findDoubtful(opened)
    const columns = columnsOf(frame, opened)
    return sendPage(
      c,
      <ConsolePage
        frame={frame}
        person={person}
        title={say('Nama yang mirip', 'Names alike')}
        isBehind={!opened.registry.isCurrent}
      >
        <p>
          {say(
            'Dua nama milik perusahaan yang berbeda, yang oleh pencarian dapat dianggap satu. Mungkin satu perusahaan dicatat dua kali, mungkin dua perusahaan yang mudah tertukar.',
            'Two names of different companies that a search could take for one. It may be one company recorded twice, or two that are easily confused.',
          )}
        </p>
        {found === undefined ? (
          <p class="card headline">
            {say(
              'Daftarnya terlalu besar untuk dibandingkan sambil menunggu. Impor daftar menyebut nama yang mirip satu per satu.',
              'The register is too large to be compared while you wait. The import of a list names those alike one by one.',
            )}
          </p>
        ) : (
          <>
            <FilterForm
              frame={frame}
              path={NAMES_PATH}
              q={q}
              label={say('Cari di semua kolom', 'Search every column')}
            />
            <DataTable
              frame={frame}
              label={say('Pasangan nama', 'Pairs of names')}
              path={NAMES_PATH}
              asked={{ q }}
              columns={columns}
              arranged={arrangeRows(found, columns, { q, sort, page })}
              empty={say('Tidak ada nama yang mirip.', 'No names are alike.')}
            />
          </>
        )}
      </ConsolePage>,
    )
  })
}

function columnsOf(frame: Frame, { view, today }: OpenedRegister): readonly Column<DoubtfulName>[] {
  const { say } = frame
  const statusOf = (agencyId: string) => {
    const agency = view.agency(agencyId)
    if (agency === undefined) return ''
    return frame.pick(VOCABULARY.status[agencyOnDay(today, agency, view).state.status])
  }
  const hrefOf = (agencyId: string) => frame.href(`${AGENCIES_PATH}/${agencyId}`)
  return [
    {
      key: 'name',
      head: say('Nama', 'Name'),
      text: ({ name }) => name.name,
      href: ({ name }) => hrefOf(name.agencyId),
    },
    {
      key: 'status',
      head: say('Keadaan izin', 'Licence'),
      text: ({ name }) => statusOf(name.agencyId),
    },
    {
      key: 'outcome',
      head: say('Kemiripan', 'Likeness'),
      text: ({ outcome }) => frame.pick(VOCABULARY.match[outcome]),
    },
    {
      key: 'other',
      head: say('Nama yang lain', 'Other name'),
      text: ({ other }) => other.name,
      href: ({ other }) => hrefOf(other.agencyId),
    },
    {
      key: 'other_status',
      head: say('Keadaan izinnya', 'Its licence'),
      text: ({ other }) => statusOf(other.agencyId),
    },
  ]
}
