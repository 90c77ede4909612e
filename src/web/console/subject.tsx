import { Hono } from 'hono'
import { openRegister } from '../../actions/open-register.ts'
import type { Dependencies } from '../../dependencies.ts'
import { Problem } from '../../problem.ts'
import type { RequestEnv } from '../../request-context.ts'
import { requireTask } from '../../signed-in.ts'
import { listSubjectEntries } from '../../store/log-entries.ts'
import { orUnavailable } from '../../store-outage.ts'
import { frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { newlyHeld } from './recording.tsx'
import { SUBJECT_PATH } from './recording-paths.ts'
import { SubjectPage } from './subject-page.tsx'

const MOST_ENTRIES = 500

/** What is recorded of one subject, to be corrected or taken back. */
export function subjectPageRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get(`${SUBJECT_PATH}/:id`, async (c) => {
    const person = requireTask(c, 'read_console')
    const subject = c.req.param('id')
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
      />,
    )
  })
}
