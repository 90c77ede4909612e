import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sameDayClock, TODAY, verify } from '../../support/asked.ts'
import { type Recorder, recorderOf } from '../../support/recorder.ts'
import { startTestService, type TestService } from '../../support/test-service.ts'
import { textOf } from '../../web/page-at.ts'

const SOURCE = 'src_contoh_keputusan'
const KEPT = { id: 'agy_contoh16', number: '9900000000165', name: 'PT Contoh Milenia Muda Makmur' }
const DUPLICATE = {
  id: 'agy_contoh17',
  number: '9900000000172',
  name: 'PT Contoh Milenia Muda Mandiri',
}
/** As the agency’s record tells it. */
const MERGED = { id: DUPLICATE.id, into: KEPT.id, since: TODAY, source_id: SOURCE }

let service: TestService
let recorder: Recorder
let second: Recorder
beforeAll(async () => {
  service = await startTestService({ parts: { clock: sameDayClock } })
  recorder = await recorderOf(service, { role: 'approver' })
  second = await recorderOf(service, { role: 'approver' })
})
afterAll(() => service.stop())

/** Records by two persons and tells the entry. */
async function byTwo(path: string, body: object, subject: string): Promise<number> {
  const proposed = await recorder.record(path, body, subject)
  expect(proposed.status).toBe(202)
  const decided = await second.decide(proposed.body.proposal.id, 'approval')
  expect(decided.status).toBe(200)
  return decided.body.decided.entry
}

async function takeBackMerge(): Promise<number> {
  const { entries } = (await recorder.get(`/v1/admin/subjects/${DUPLICATE.id}`)).body
  const { entry } = entries.findLast(({ kind }: { kind: string }) => kind === 'agency_merges')
  return byTwo('retractions', { kind: 'agency_merges', entry }, DUPLICATE.id)
}

const MERGE = {
  duplicate_id: DUPLICATE.id,
  kept_id: KEPT.id,
  effective_on: TODAY,
  source_id: SOURCE,
}

/** The public answers before and after that the second person is shown. */
async function shownOf(proposalId: string) {
  const { answers } = (await second.get(`/v1/admin/proposals/${proposalId}`)).body
  return [answers.before.verdict, answers.after.verdict]
}

const agencyOf = async (id: string) => (await recorder.get(`/v1/agencies/${id}`)).body
/** A busy machine may answer from a register that is a moment behind, and says so. */
const soon = (ask: () => Promise<unknown>) => expect.poll(ask, { timeout: 10_000 })

describe('a duplicate that is merged', () => {
  let before = ''

  test('keeps its id, its names and its numbers, which all lead to the agency that is kept', async () => {
    const asked = { licence: DUPLICATE.number }
    expect(await verify(service.url, asked)).toMatchObject({ agency: { id: DUPLICATE.id } })
    before = new Date().toISOString()
    await byTwo('agency-merges', MERGE, DUPLICATE.id)
    for (const id of [KEPT.id, DUPLICATE.id]) {
      await soon(() => agencyOf(id)).toMatchObject({ id: KEPT.id, asked_id: id, merges: [MERGED] })
    }
    const { sources } = await agencyOf(DUPLICATE.id)
    expect(sources.map((source: { id: string }) => source.id)).toContain(SOURCE)
    for (const question of [asked, { name: DUPLICATE.name }, { name: KEPT.name }]) {
      const answer = await verify(service.url, question)
      expect([answer.match.outcome, answer.agency?.id]).toEqual(['exact', KEPT.id])
    }
    const listed = (await recorder.get('/v1/agencies?q=Milenia')).body.items
    expect(listed.map((one: { id: string }) => one.id)).toEqual([KEPT.id])
  })

  test('says so on its pages: which record it leads to, since when, by which source', async () => {
    const merged = {
      id: `${DUPLICATE.name} (${DUPLICATE.id}) digabungkan ke ${KEPT.name} (${KEPT.id}) sejak 24 November 2026, menurut Keputusan contoh`,
      en: `${DUPLICATE.name} (${DUPLICATE.id}) was merged into ${KEPT.name} (${KEPT.id}) on 24 November 2026, by Keputusan contoh`,
    }
    const notice = {
      id: `Catatan yang diminta, ${DUPLICATE.name} (${DUPLICATE.id}), sudah digabungkan ke ${KEPT.name} (${KEPT.id}).`,
      en: `The record that was asked for, ${DUPLICATE.name} (${DUPLICATE.id}), was merged into ${KEPT.name} (${KEPT.id}).`,
    }
    for (const path of ['/perusahaan', '/konsol/perusahaan']) {
      for (const language of ['id', 'en'] as const) {
        const pageOf = async (id: string) =>
          textOf((await recorder.get(`${path}/${id}?lang=${language}`)).text)
        const [kept, duplicate] = [await pageOf(KEPT.id), await pageOf(DUPLICATE.id)]
        for (const text of [kept, duplicate]) expect(text).toContain(merged[language])
        expect(duplicate).toContain(notice[language])
        expect(kept).not.toContain(notice[language])
      }
    }
  })

  test('is merged no second time', async () => {
    const again = await recorder.record('agency-merges', MERGE, DUPLICATE.id)
    expect(again.body.errors).toMatchObject([{ pointer: '/duplicate_id' }])
    const round = { ...MERGE, duplicate_id: KEPT.id, kept_id: DUPLICATE.id }
    const circle = await recorder.record('agency-merges', round, KEPT.id)
    expect(circle.body.errors).toMatchObject([{ pointer: '/kept_id' }])
  })

  test('counts with the worse status of the two until it is corrected', async () => {
    expect((await agencyOf(KEPT.id)).status).toBe('licensed')
    const body = {
      licence_id: 'lic_contoh17',
      type: 'suspended_full',
      effective_on: TODAY,
      source_id: SOURCE,
    }
    expect((await recorder.record('licence-events', body, DUPLICATE.id)).status).toBe(201)
    for (const licence of [KEPT.number, DUPLICATE.number]) {
      const answer = await verify(service.url, { licence })
      expect(answer).toMatchObject({ verdict: 'not_legal', agency: { id: KEPT.id } })
    }
  })

  test('stays apart for whoever asks what was known before', async () => {
    const { body } = await recorder.get(`/v1/agencies/${DUPLICATE.id}?known_at=${before}`)
    expect(body).toMatchObject({ id: DUPLICATE.id, merges: [] })
  })

  test('is split by taking the merge back', async () => {
    await takeBackMerge()
    await soon(() => agencyOf(DUPLICATE.id)).toMatchObject({ id: DUPLICATE.id, merges: [] })
    await soon(() => verify(service.url, { licence: KEPT.number })).toMatchObject({
      agency: { id: KEPT.id, status: 'licensed' },
    })
    await soon(() => verify(service.url, { name: DUPLICATE.name })).toMatchObject({
      verdict: 'not_legal',
      agency: { id: DUPLICATE.id },
    })
  })
})

describe('a stored check', () => {
  test('tells the merge that turned its answer, and the split that turned it back', async () => {
    const body = { recruiter: { licence: KEPT.number } }
    const { code, verdict } = (await recorder.post('/v1/checks').send(body)).body
    const turns = async () =>
      (await recorder.get(`/v1/checks/${code}`)).body.turns.map(
        ({ from, to, entry }: { from: string; to: string; entry: number }) => [from, to, entry],
      )
    const merged = await byTwo('agency-merges', MERGE, DUPLICATE.id)
    await soon(turns).toEqual([[verdict, 'not_legal', merged]])
    const split = await takeBackMerge()
    await soon(turns).toEqual([
      [verdict, 'not_legal', merged],
      ['not_legal', verdict, split],
    ])
  })
})

test('who approves a merge, or takes one back, is shown what the public is answered', async () => {
  const [good, revoked] = ['agy_contoh01', 'agy_contoh06']
  const merge = { ...MERGE, duplicate_id: good, kept_id: revoked }
  const merging = (await recorder.record('agency-merges', merge, good)).body.proposal.id
  expect(await shownOf(merging)).toEqual(['legal', 'not_legal'])
  const { entry } = (await second.decide(merging, 'approval')).body.decided
  await soon(() => agencyOf(good)).toMatchObject({ id: revoked })
  const back = await recorder.record('retractions', { kind: 'agency_merges', entry }, good)
  expect(await shownOf(back.body.proposal.id)).toEqual(['not_legal', 'legal'])
})
