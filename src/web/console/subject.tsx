import { Hono } from 'hono'
import { openRegister } from '../../actions/open-register.ts'
import { RETRACTION, recordFact } from '../../actions/record-fact.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { PROBLEMS, Problem } from '../../problem.ts'
import { recordingProblem } from '../../recording-problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { requireTask } from '../../signed-in.ts'
import { listSubjectEntries } from '../../store/log-entries.ts'
import { orUnavailable } from '../../store-outage.ts'
import { answeredOnce } from '../answered-once.ts'
import { readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { type PageStatus, sendPage } from '../page.tsx'
import { RecordedPage } from './recorded-page.tsx'
import { heldIn, LONGEST_REASON, newlyHeld, type Refusal, wordsOf } from './recording.tsx'
import { RECORD_PATH, SUBJECT_PATH } from './recording-paths.ts'
import { type RefusedRetraction, SubjectPage } from './subject-page.tsx'

const MOST_ENTRIES = 500

/** What is recorded of one subject, to be corrected or taken back. */
export function subjectPageRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>()
    .get(SUBJECT_PATH, (c) => {
      requireTask(c, 'read_console')
      const id = c.req.query('id')?.trim() ?? ''
      const at = id === '' ? RECORD_PATH : `${SUBJECT_PATH}/${encodeURIComponent(id)}`
      return c.redirect(frameOf(c, dependencies).href(at), 303)
    })
    .get(`${SUBJECT_PATH}/:id`, (c) => showSubject(c, c.req.param('id')))
    .post(`${SUBJECT_PATH}/:id/cabut`, async (c) => {
      const person = requireTask(c, 'record')
      const form = await readForm(c)
      const entry = /^\d{1,15}$/.test(form.text('retracted')) ? Number(form.text('retracted')) : -1
      const reason = form.text('reason').slice(0, LONGEST_REASON)
      const request = {
        ...heldIn(c, form),
        person,
        kind: RETRACTION,
        body: { kind: form.text('kind'), entry },
        reason: reason || null,
      }
      const outcome = await orUnavailable(
        dependencies,
        answeredOnce(() => recordFact(dependencies, request)),
      )
      if ('refused' in outcome) {
        const { status } = PROBLEMS[recordingProblem(outcome).kind]
        const refused = { entry, reason, trouble: troubleOf(outcome) }
        return showSubject(c, c.req.param('id'), refused, status)
      }
      const frame = frameOf(c, dependencies)
      return sendPage(c, <RecordedPage frame={frame} person={person} done={outcome} />)
    })

  async function showSubject(
    c: RequestContext,
    subject: string,
    refused: RefusedRetraction | null = null,
    status: PageStatus = 200,
  ): Promise<Response> {
    const person = requireTask(c, 'read_console')
    const opened = await openRegister(dependencies)
    if (opened === undefined) throw new Problem('registry-unavailable')
    const entries = await orUnavailable(
      dependencies,
      listSubjectEntries(dependencies.database, subject, MOST_ENTRIES),
    )
    if (entries.length === 0) throw new Problem('subject-not-found')
    return sendPage(
      c,
      <SubjectPage
        frame={frameOf(c, dependencies)}
        person={person}
        subject={subject}
        entries={entries}
        opened={opened}
        held={newlyHeld(opened)}
        refused={refused}
      />,
      status,
    )
  }
}

function troubleOf(refusal: Refusal): Bilingual {
  if (refusal.refused === 'changed_since_read') return CHANGED
  const [fault] = refusal.refused === 'faults' ? refusal.faults : []
  return fault?.says ?? wordsOf(recordingProblem(refusal))
}

const CHANGED: Bilingual = {
  id: 'Catatan ini berubah sejak Anda membuka halamannya, jadi belum ada yang dicabut. Lihat dulu catatannya sekarang, lalu tekan Cabut pencatatan lagi bila masih benar.',
  en: 'The record has changed since you opened its page, so nothing was taken back. Look at the record as it is now, then press Take back again if it is still right.',
}
