import { Hono } from 'hono'
import { openQuickCheck } from '../actions/quick-check.ts'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'
import { AnswerPage } from './answer-page.tsx'
import { readQuestion } from './asked-question.ts'
import { frameOf } from './frame.ts'
import { sendPage } from './page.tsx'
import { StartPage } from './start-page.tsx'

const LONGEST_TYPED_BEFORE = 200

/** The quick check as a page. Nothing of it is kept by a browser or named to another site. */
export function checkRoutes(dependencies: Dependencies) {
  return new Hono<RequestEnv>().get('/periksa', async (c) => {
    const frame = frameOf(c, dependencies)
    const query = c.req.query()
    const reading = readQuestion(query, dependencies.config.country, frame)
    if ('faults' in reading) return sendPage(c, <StartPage frame={frame} {...reading} />, 422)

    const check = await openQuickCheck(dependencies)
    if (check === undefined) throw new Problem('registry-unavailable')
    const answer = check.answer(reading.asked)
    c.set('verdict', answer.verdict)
    const typedBefore = query.typed?.trim().slice(0, LONGEST_TYPED_BEFORE) || null
    return sendPage(
      c,
      <AnswerPage
        frame={frame}
        answer={answer}
        asked={reading.asked}
        typedBefore={typedBefore}
        registry={check.registry}
        country={dependencies.config.country}
      />,
    )
  })
}
