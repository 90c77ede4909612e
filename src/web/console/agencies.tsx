import { Hono } from 'hono'
import { listAgencies } from '../../actions/list-agencies.ts'
import { type OpenedRegister, openRegister } from '../../actions/open-register.ts'
import type { Dependencies } from '../../dependencies.ts'
import { newestEntryOf } from '../../domain/agency-history.ts'
import type { AgencyOnDay } from '../../domain/agency-on-day.ts'
import { ENDS_WITHIN_DAYS, endsWithin, hasLeftItsList } from '../../domain/attention.ts'
import { AGENCY_KINDS, LICENCE_STATUSES } from '../../domain/licence.ts'
import { regionName } from '../../domain/regions/region.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import { Problem } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { requireTask } from '../../signed-in.ts'
import { type Frame, frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { statusInWords } from '../status-words.ts'
import { arrangeRows, type Column } from './arrange-rows.ts'
import { ConsolePage } from './console-page.tsx'
import { DataTable } from './data-table.tsx'
import { Choice, FilterForm, searchedFor } from './filter-form.tsx'
import { AGENCIES_PATH } from './paths.ts'

/** Every agency of the register, for who keeps it. */
export function consoleAgencyListRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get(AGENCIES_PATH, async (c) => {
    const person = requireTask(c, 'read_console')
    const frame = frameOf(c, dependencies)
    const query = c.req.query()
    const q = searchedFor(query.q)
    const region = /^\d{2}(\.\d{2})?$/.test(query.region ?? '') ? query.region : undefined
    const status = LICENCE_STATUSES.find((word) => word === query.status)
    const kind = AGENCY_KINDS.find((word) => word === query.kind)
    const ends = ENDS_WITHIN_DAYS.find((days) => String(days) === query.ends)
    const isMissing = query.list === 'missing'
    const asked = {
      q,
      status,
      kind,
      region,
      ends: ends === undefined ? undefined : String(ends),
      list: isMissing ? 'missing' : undefined,
    }

    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    const { register, view, today } = opened
    const { items, counts } = listAgencies(register.agencies(), view, today, {
      q,
      status,
      kind,
      region,
      sort: 'name',
      limit: Number.POSITIVE_INFINITY,
    })
    const wanted = items.filter(
      (seen) =>
        (ends === undefined || endsWithin(seen, today, ends)) &&
        (!isMissing || hasLeftItsList(seen)),
    )
    const columns = columnsOf(frame, opened)
    const { say } = frame
    const all = say('semua', 'all')
    return sendPage(
      c,
      <ConsolePage
        frame={frame}
        person={person}
        title={say('Perusahaan', 'Companies')}
        isBehind={!opened.registry.isCurrent}
      >
        <FilterForm
          frame={frame}
          path={AGENCIES_PATH}
          q={q}
          label={say('Nama atau nomor izin', 'Name or licence number')}
        >
          <Choice
            id="status"
            label={say('Keadaan izin', 'Licence')}
            any={all}
            options={LICENCE_STATUSES.map((word) => [
              word,
              `${frame.pick(VOCABULARY.status[word])} (${counts[word] ?? 0})`,
            ])}
            chosen={status}
          />
          <Choice
            id="kind"
            label={say('Jenis', 'Kind')}
            any={all}
            options={AGENCY_KINDS.map((word) => [word, frame.pick(VOCABULARY.agency_kind[word])])}
            chosen={kind}
          />
          <Choice
            id="region"
            label={say('Wilayah kantor atau cabang', 'Region of an office or branch')}
            any={all}
            options={regionsOf(opened)}
            chosen={region}
          />
          <Choice
            id="ends"
            label={say('Masa izin berakhir', 'Licence ends')}
            any={say('kapan pun', 'at any time')}
            options={ENDS_WITHIN_DAYS.map((days) => [
              String(days),
              say(`dalam ${days} hari`, `within ${days} days`),
            ])}
            chosen={asked.ends}
          />
          <Choice
            id="list"
            label={say('Daftar terbaru', 'Newest list')}
            any={say('tercantum atau tidak', 'on it or not')}
            options={[['missing', say('tidak tercantum lagi', 'no longer on it')]]}
            chosen={asked.list}
          />
        </FilterForm>
        <DataTable
          frame={frame}
          label={say('Daftar perusahaan', 'Companies')}
          path={AGENCIES_PATH}
          asked={asked}
          columns={columns}
          arranged={arrangeRows(wanted, columns, { sort: query.sort, page: query.page })}
          empty={say(
            'Tidak ada yang cocok. Ini belum berarti perusahaan itu tidak sah.',
            'Nothing matches. This does not mean that the company is illegal.',
          )}
        />
      </ConsolePage>,
    )
  })
}

/** Every province and regency of an office or branch on record, by its name. */
function regionsOf({ register }: OpenedRegister): [code: string, words: string][] {
  const found = new Map<string, string>()
  for (const { country, regionCode, branches } of register.agencies()) {
    for (const code of [regionCode, ...branches.map((branch) => branch.regionCode)]) {
      if (code === null) continue
      for (const part of [code.slice(0, 2), code]) {
        found.set(part, `${part} ${regionName(country, part) ?? ''}`.trim())
      }
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

function columnsOf(
  frame: Frame,
  { register, registry }: OpenedRegister,
): readonly Column<AgencyOnDay>[] {
  const { say } = frame
  const changedAt = ({ agency }: AgencyOnDay) => {
    const kept = register.agencyWithHistory(agency.id) ?? agency
    return register.entryTime(newestEntryOf(kept)) ?? registry.asOf
  }
  return [
    {
      key: 'name',
      head: say('Nama', 'Name'),
      text: ({ name }) => name,
      href: ({ agency }) => frame.href(`${AGENCIES_PATH}/${agency.id}`),
    },
    {
      key: 'number',
      head: say('Nomor izin', 'Licence number'),
      text: ({ number }) => number?.printed ?? '',
      order: ({ number }) => number?.printed ?? null,
    },
    {
      key: 'status',
      head: say('Keadaan izin', 'Licence'),
      text: (seen) => statusInWords(frame, seen),
      order: ({ state }) => LICENCE_STATUSES.indexOf(state.status),
    },
    {
      key: 'valid_until',
      head: say('Berlaku sampai', 'Valid until'),
      text: ({ state }) => (state.validUntil === null ? '' : frame.day(state.validUntil)),
      order: ({ state }) => state.validUntil,
    },
    {
      key: 'kind',
      head: say('Jenis', 'Kind'),
      text: ({ agency }) => frame.pick(VOCABULARY.agency_kind[agency.kind]),
    },
    {
      key: 'region',
      head: say('Wilayah', 'Region'),
      text: ({ agency: { country, regionCode } }) =>
        regionName(country, regionCode) ?? regionCode ?? '',
    },
    {
      key: 'changed',
      head: say('Terakhir dicatat', 'Last recorded'),
      text: (seen) => frame.instant(changedAt(seen)),
      order: (seen) => changedAt(seen).getTime(),
    },
  ]
}
