import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMONSTRATION_AGENCIES } from '../../seeds/demonstration-agencies.ts'
import { day } from '../../src/domain/calendar-date.ts'
import { licenceEventRecorded, nameRecorded } from '../../src/domain/change.ts'
import { LICENCE_STATUSES } from '../../src/domain/licence.ts'
import { VERDICTS } from '../../src/domain/verdict.ts'
import { sameDayClock, TODAY } from '../support/asked.ts'
import { startTestService, type TestService } from '../support/test-service.ts'
import { problemOf } from './every-route.ts'

interface Summary {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly licence_number: string | null
  readonly valid_until: string | null
}
interface Page {
  readonly items: readonly Summary[]
  readonly next_cursor: string | null
  readonly total: number
  readonly counts: Readonly<Record<string, number>>
}

const ALL = DEMONSTRATION_AGENCIES.map(({ id }) => `agy_${id}`)
const SINCE = { effectiveOn: day('2026-11-01'), sourceId: 'src_contoh_daftar' }

let service: TestService
beforeAll(async () => {
  service = await startTestService({ parts: { clock: sameDayClock } })
})
afterAll(() => service.stop())

const ask = (path: string) => fetch(`${service.url}${path}`)

async function read<Body>(path: string): Promise<Body> {
  const response = await ask(path)
  const body = await response.text()
  expect(response.status, body).toBe(200)
  return JSON.parse(body) as Body
}

const list = (query = '') => read<Page>(`/v1/agencies${query && `?${query}`}`)

async function walk(query: string): Promise<Summary[]> {
  const found: Summary[] = []
  let cursor: string | null = null
  do {
    const page: Page = await list(`${query}${cursor === null ? '' : `&cursor=${cursor}`}`)
    found.push(...page.items)
    cursor = page.next_cursor
  } while (cursor !== null)
  return found
}

describe('the list of agencies', () => {
  test.each(['name', '-name', 'valid_until', '-valid_until'])(
    'paged by %s visits each agency once, as one page does',
    async (sort) => {
      const paged = await walk(`sort=${sort}&limit=3`)
      expect(paged.map(({ id }) => id).sort()).toEqual([...ALL].sort())
      expect(paged).toEqual((await list(`sort=${sort}&limit=100`)).items)
    },
  )

  test('is sorted as it says, agencies without an end after those with one', async () => {
    const names = (await walk('sort=name&limit=7')).map(({ name }) => name)
    expect(names).toEqual([...names].sort(new Intl.Collator('id').compare))
    expect((await walk('sort=-name&limit=7')).map(({ name }) => name)).toEqual(names.toReversed())
    const ends = (await walk('sort=valid_until&limit=7')).map((item) => item.valid_until ?? '9999')
    expect(ends).toEqual([...ends].sort())
    expect(new Set(ends).size).toBeGreaterThan(2)
  })

  test('counts each status, whichever is asked for, and lists only that', async () => {
    const { counts, total } = await list()
    expect(Object.keys(counts).sort()).toEqual([...LICENCE_STATUSES].sort())
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total)
    expect(total).toBe(ALL.length)
    for (const status of LICENCE_STATUSES) {
      const page = await list(`status=${status}&limit=100`)
      expect(page.total).toBe(counts[status])
      expect(page.items).toHaveLength(page.total)
      expect(new Set(page.items.map((item) => item.status))).toEqual(new Set([status]))
      expect(page.counts).toEqual(counts)
    }
  })

  test.each([
    ['kind=crew_manning', ['agy_contoh20'], 'one crew agency'],
    ['destination=TW', ['agy_contoh01'], 'one that names Taiwan'],
    ['destination=JP', [], 'none that names Japan'],
    ['region=32.09', ['agy_contoh01'], 'a branch that is open there'],
    ['region=32.09&on=2023-05-01', [], 'the branch was not open yet'],
    ['region=32.09&on=2023-05-02', ['agy_contoh01'], 'its first day'],
    ['region=33', [], 'nobody in Central Java'],
    ['country=MY', [], 'nobody of another country'],
    ['q=9900+0000+00011', ['agy_contoh01'], 'a number, however it is written'],
    ['q=CONTOH%2F19%2FSO%2F2025', ['agy_contoh19'], 'a number with slashes'],
    ['status=revoked&on=2026-01-28', [], 'the day before a revocation'],
    ['status=revoked&on=2026-01-29', ['agy_contoh06'], 'the day of it'],
  ])('for %s is %j: %s', async (query, ids) => {
    const { items, total } = await list(query)
    expect(items.map(({ id }) => id)).toEqual(ids)
    expect(total).toBe(ids.length)
  })

  test('searched by name has the exact one first, and the former name finds the new one', async () => {
    const { items } = await list('q=Contoh+Bahari+Sentosa')
    expect(items[0]?.id).toBe('agy_contoh01')
    expect((await list('q=Contoh+Pelita+Lama')).items[0]?.id).toBe('agy_contoh15')
  })

  test('searched by name is paged in its own order', async () => {
    const whole = await list('q=contoh+milenia+muda&limit=100')
    expect(whole.items.length).toBeGreaterThan(2)
    const paged = await walk('q=contoh+milenia+muda&limit=1')
    expect(paged).toEqual(whole.items)
  })

  test.each([
    ['cursor=abc', 'cursor'],
    [`cursor=${Buffer.from('agy_', 'utf8').toString('base64url')}`, 'cursor'],
    [`cursor=${Buffer.from("agy_x' or 1=1", 'utf8').toString('base64url')}`, 'cursor'],
    [`cursor=${'A'.repeat(101)}`, 'cursor'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=1e1', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=5&limit=6', 'limit'],
    ['status=legal', 'status'],
    ['sort=status', 'sort'],
    ['kind=bank', 'kind'],
    ['region=3', 'region'],
    ['region=32.12%27', 'region'],
    ['country=id', 'country'],
    ['q=', 'q'],
    ['q=%20%20', 'q'],
    [`q=${'a'.repeat(201)}`, 'q'],
    ['on=2026-02-30', 'on'],
  ])('refuses %s by name', async (query, parameter) => {
    const { errors } = await problemOf(await ask(`/v1/agencies?${query}`), 422)
    expect(errors).toContainEqual(expect.objectContaining({ parameter }))
  })

  test('goes on after an agency that left it while it was being read', async () => {
    const first = await list('status=licensed&sort=name&limit=2')
    const last = first.items[1]
    const rest = (await walk('status=licensed&sort=name&limit=100')).slice(2)
    await service.record(
      licenceEventRecorded(last?.id ?? '', {
        ...SINCE,
        id: 'evt_pergi',
        licenceId: (last?.id ?? '').replace('agy_', 'lic_'),
        type: 'revoked',
      }),
    )
    const next = await list(`status=licensed&sort=name&limit=100&cursor=${first.next_cursor}`)
    expect(next.items).toEqual(rest)
    expect(next.next_cursor).toBeNull()
  })

  test('ends, and fails nowhere, for a cursor to nobody', async () => {
    const nobody = Buffer.from('agy_tidakada').toString('base64url')
    expect(await list(`cursor=${nobody}`)).toMatchObject({ items: [], next_cursor: null })
  })
})

interface Detail extends Summary {
  readonly on: string
  readonly names: readonly { name: string; kind: string; from: string; until: string | null }[]
  readonly licences: readonly { status: string; sanctions: readonly { type: string }[] }[]
  readonly branches: readonly { id: string; is_open: boolean }[]
  readonly representatives: { readonly named_by_letter: number }
  readonly sources: readonly { id: string }[]
  readonly registry: { readonly demonstration: boolean; readonly entry: number }
}

describe('an agency', () => {
  test.each([
    ['2026-07-09', true, 'the day before its last'],
    ['2026-07-10', true, 'its last day open'],
    ['2026-07-11', false, 'case 27: the day after'],
  ])('on %s has its branch open: %s, %s', async (on, isOpen) => {
    const { branches } = await read<Detail>(`/v1/agencies/agy_contoh01?on=${on}`)
    expect(branches.find(({ id }) => id === 'brn_contoh01a')?.is_open).toBe(isOpen)
  })

  test('tells that it has field officers, never who', async () => {
    const response = await ask('/v1/agencies/agy_contoh01')
    const text = await response.text()
    expect(JSON.parse(text).representatives).toEqual({ named_by_letter: 1 })
    const history = await (await ask('/v1/agencies/agy_contoh01/history')).text()
    const names = DEMONSTRATION_AGENCIES.flatMap((agency) => agency.representatives ?? [])
    for (const { name } of names) {
      expect(text).not.toContain(name)
      expect(history).not.toContain(name)
    }
  })

  test('has names past and present, and its sanctions with their decree', async () => {
    const renamed = await read<Detail>('/v1/agencies/agy_contoh15')
    expect(renamed.names).toEqual([
      { name: 'PT Contoh Pelita Lama', kind: 'former', from: '2025-01-02', until: '2026-02-28' },
      { name: 'PT Contoh Cahaya Baru', kind: 'registered', from: '2026-03-01', until: null },
    ])
    const suspended = await read<Detail>('/v1/agencies/agy_contoh04')
    expect(suspended.licences).toMatchObject([
      {
        status: 'suspended_partial',
        sanctions: [
          { type: 'suspended_partial', from: '2026-09-01', scope: { destinations: ['TW'] } },
        ],
      },
    ])
    expect(suspended.registry.demonstration).toBe(true)
    expect(suspended.sources.map(({ id }) => id)).toContain('src_contoh_keputusan')
  })

  test('is told by two clocks: the day asked about, and what was known', async () => {
    const before = new Date().toISOString()
    await pause()
    await service.record(
      licenceEventRecorded('agy_contoh02', {
        ...SINCE,
        id: 'evt_duajam',
        licenceId: 'lic_contoh02',
        type: 'suspended_full',
      }),
    )
    const at = (query: string) => read<Detail>(`/v1/agencies/agy_contoh02?${query}`)
    expect((await at('')).status).toBe('suspended_full')
    expect((await at('on=2026-10-31')).status).toBe('licensed')
    expect((await at(`on=${TODAY}&known_at=${before}`)).status).toBe('licensed')
    await problemOf(await ask('/v1/agencies/agy_contoh01?known_at=2020-01-01T00:00:00Z'), 404)
  })

  test.each(['agy_tidakada', 'contoh01', 'AGY_CONTOH01', '%E0%A4%A', "agy_'--"])(
    'that does not exist is a problem: %s',
    async (id) => {
      const { status } = await ask(`/v1/agencies/${id}`)
      expect([400, 404]).toContain(status)
    },
  )
})

interface HistoryItem {
  readonly entry: number
  readonly kind: string
  readonly recorded_at: string
  readonly superseded_by: number | null
  readonly details: Readonly<Record<string, unknown>>
}

describe('the history of an agency', () => {
  const history = (id: string, query = '') =>
    read<{ items: HistoryItem[]; next_cursor: string | null; total: number }>(
      `/v1/agencies/${id}/history${query}`,
    )

  test('keeps what was corrected, with the entry that corrected it', async () => {
    const wrong = await service.record(
      nameRecorded('agy_contoh14', { ...SINCE, id: 'nam_salah', kind: 'trading', name: 'Salah' }),
    )
    const right = await service.record(
      nameRecorded('agy_contoh14', {
        ...SINCE,
        id: 'nam_betul',
        kind: 'trading',
        name: 'Betul Rekaan',
        supersedes: [wrong.firstEntry],
      }),
    )
    const { items } = await history('agy_contoh14')
    expect(items.slice(-2)).toMatchObject([
      { entry: wrong.firstEntry, kind: 'name', superseded_by: right.firstEntry },
      { entry: right.firstEntry, kind: 'name', superseded_by: null },
    ])
    const { names } = await read<Detail>('/v1/agencies/agy_contoh14')
    expect(names.map(({ name }) => name)).not.toContain('Salah')
  })

  test('is in the order of recording, each item once over all pages', async () => {
    const whole = await history('agy_contoh01')
    expect(whole.total).toBe(whole.items.length)
    expect(whole.items.map(({ entry }) => entry)).toEqual(
      whole.items.map(({ entry }) => entry).toSorted((a, b) => a - b),
    )
    const paged: HistoryItem[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof history>> = await history(
        'agy_contoh01',
        `?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
      )
      paged.push(...page.items)
      cursor = page.next_cursor
    } while (cursor !== null)
    expect(paged).toEqual(whole.items)
  })

  test('of nobody is a problem', async () => {
    await problemOf(await ask('/v1/agencies/agy_tidakada/history'), 404)
    await problemOf(await ask('/v1/agencies/agy_contoh01/history?cursor=-1'), 422)
  })
})

describe('a licence by its number', () => {
  test.each([
    ['9900000000011', 'agy_contoh01', 'as it is'],
    ['9900%200000%2000011', 'agy_contoh01', 'with spaces'],
    ['9900.0000.0001.1', 'agy_contoh01', 'with dots'],
    ['NIB%209900000000011', 'agy_contoh01', 'with its label'],
    ['99000000000110001', 'agy_contoh01', '17 digits'],
    ['CONTOH%2F18%2FUKPS%2F2025', 'agy_contoh18', 'with slashes, encoded'],
    ['CONTOH/18/UKPS/2025', 'agy_contoh18', 'with slashes as they are'],
    ['contoh%20%2F%2018%2Fukps%2F2025', 'agy_contoh18', 'in small letters, spaced'],
    ['CONTOH%2020.20%20Tahun%202025', 'agy_contoh20', 'as a decree prints it'],
  ])('%s leads to %s: %s', async (number, id) => {
    expect((await read<Detail>(`/v1/licences/${number}`)).id).toBe(id)
  })

  test.each([
    ['9900000000999', 'nobody has it'],
    ['9900000000011000', 'sixteen digits only hint'],
    ['990000000001l', 'a letter for a digit only suggests'],
    ['C0NTOH%2F18%2FUKPS%2F2025', 'a digit for a letter only suggests'],
    ['9900000000011?country=MY', 'not in that country'],
    ['9900000000011?known_at=2020-01-01T00:00:00Z', 'not known yet'],
    ['abc', 'no number'],
  ])('%s leads nowhere: %s', async (number) => {
    await problemOf(await ask(`/v1/licences/${number}`), 404)
  })
})

describe('what answers rest on', () => {
  test('sources tell their age, one by one and together', async () => {
    const { items } = await read<{ items: { id: string }[] }>('/v1/sources')
    expect(items.filter(({ id }) => id.startsWith('src_contoh'))).toMatchObject([
      { id: 'src_contoh_daftar', latest: { as_of: '2026-11-01', age_days: 23 }, is_fresh: true },
      { id: 'src_contoh_daftar_lama', latest: { age_days: 207 }, is_fresh: false },
      { id: 'src_contoh_keputusan', demonstration: true, editions: 1 },
    ])
    expect(await read('/v1/sources/src_contoh_daftar')).toEqual(items[0])
    await problemOf(await ask('/v1/sources/src_tidakada'), 404)
  })

  test('words include every status and verdict, in both languages', async () => {
    const words =
      await read<Record<string, { word: string; id: string; en: string }[]>>('/v1/vocabulary')
    const sets = Object.values(words).map((set) => set.map(({ word }) => word))
    expect(sets).toContainEqual([...LICENCE_STATUSES])
    expect(sets).toContainEqual([...VERDICTS])
  })

  test('suggestions are offers for a beginning, and none for what nobody is called', async () => {
    const { items } = await read<{ items: { agency: Summary; reason: string }[] }>(
      '/v1/suggest?q=contoh+bah',
    )
    expect(items[0]?.agency.id).toBe('agy_contoh01')
    expect(await read('/v1/suggest?q=zzzz')).toEqual({ items: [] })
    expect((await read<typeof EMPTY>('/v1/suggest?q=contoh&limit=3')).items).toHaveLength(3)
    await problemOf(await ask('/v1/suggest?q=a&limit=21'), 422)
  })
})

const EMPTY = { items: [] as unknown[] }
const pause = () => new Promise((resolve) => setTimeout(resolve, 5))
