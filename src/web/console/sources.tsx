import { Hono } from 'hono'
import { type OpenedRegister, openRegister } from '../../actions/open-register.ts'
import type { Dependencies } from '../../dependencies.ts'
import { latestEdition, type Source } from '../../domain/source.ts'
import { daysLeft } from '../../domain/source-age.ts'
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
import { SOURCES_PATH } from './paths.ts'

/** Every source of the register, and for how long what it says still counts. */
export function consoleSourceRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get(SOURCES_PATH, async (c) => {
    const person = requireTask(c, 'read_console')
    const frame = frameOf(c, dependencies)
    const { q: typed, sort = 'left', page } = c.req.query()
    const q = searchedFor(typed)
    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    const columns = columnsOf(frame, opened)
    const { say } = frame
    return sendPage(
      c,
      <ConsolePage
        frame={frame}
        person={person}
        title={say('Sumber', 'Sources')}
        isBehind={!opened.registry.isCurrent}
      >
        <FilterForm
          frame={frame}
          path={SOURCES_PATH}
          q={q}
          label={say('Cari di semua kolom', 'Search every column')}
        />
        <DataTable
          frame={frame}
          label={say('Daftar sumber', 'Sources')}
          path={SOURCES_PATH}
          asked={{ q }}
          columns={columns}
          arranged={arrangeRows([...opened.register.sources()], columns, { q, sort, page })}
          empty={say('Tidak ada yang cocok.', 'Nothing matches.')}
        />
      </ConsolePage>,
    )
  })
}

function columnsOf(frame: Frame, { view, today }: OpenedRegister): readonly Column<Source>[] {
  const { say } = frame
  const editionOf = (source: Source) => latestEdition(source, view.size)
  const leftOf = (source: Source) => daysLeft(source, today, view.size)
  return [
    { key: 'title', head: say('Judul', 'Title'), text: ({ title }) => title },
    { key: 'publisher', head: say('Penerbit', 'Publisher'), text: ({ publisher }) => publisher },
    {
      key: 'kind',
      head: say('Jenis', 'Kind'),
      text: ({ kind }) => frame.pick(VOCABULARY.source_kind[kind]),
    },
    {
      key: 'left',
      head: say('Kesegaran', 'Freshness'),
      text: (source) => freshnessInWords(frame, leftOf(source)),
      order: leftOf,
    },
    {
      key: 'as_of',
      head: say('Keadaan per', 'As of'),
      text: (source) => {
        const day = editionOf(source)?.asOf ?? source.issuedOn
        return day === null ? '' : frame.day(day)
      },
      order: (source) => editionOf(source)?.asOf ?? source.issuedOn,
    },
    {
      key: 'retrieved',
      head: say('Diambil', 'Retrieved'),
      text: (source) => {
        const edition = editionOf(source)
        return edition === undefined ? '' : frame.day(edition.retrievedOn)
      },
      order: (source) => editionOf(source)?.retrievedOn ?? null,
    },
    {
      key: 'editions',
      head: say('Terbitan', 'Editions'),
      text: ({ editions }) => String(editions.length),
      order: ({ editions }) => editions.length,
    },
  ]
}

/** Days left until a source is stale, as people say it. */
export function freshnessInWords({ say }: Frame, left: number | null): string {
  if (left === null) return say('belum pernah diambil', 'never retrieved')
  if (left < 0) {
    return say(`lewat ${-left} hari: sudah lama`, `stale for ${-left} ${daysWord(-left)}`)
  }
  return left === 0
    ? say('hari terakhir segar', 'its last fresh day')
    : say(`segar ${left} hari lagi`, `fresh for ${left} more ${daysWord(left)}`)
}

function daysWord(days: number): string {
  return days === 1 ? 'day' : 'days'
}
