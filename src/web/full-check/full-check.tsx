import { Hono } from 'hono'
import { receiptOf } from '../../actions/issue-receipt.ts'
import { lookAtCheck } from '../../actions/look-at-check.ts'
import { openRegister } from '../../actions/open-register.ts'
import { type CheckInput, type CheckOutcome, runCheck } from '../../actions/run-check.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { canonicalJson, type JsonValue } from '../../domain/canonical-json.ts'
import { printedCheckCode, readCheckCode } from '../../domain/check-code.ts'
import { Problem } from '../../problem.ts'
import type { RequestContext, RequestEnv } from '../../request-context.ts'
import { answeredOnce } from '../answered-once.ts'
import { type Frame, frameOf } from '../frame.ts'
import { sendPage } from '../page.tsx'
import { type CheckFinder, qrOf } from '../receipt.tsx'
import { FullAnswerPage } from './full-answer-page.tsx'
import { moved, type Screen } from './moved.ts'
import { FULL_CHECK, StepPage } from './step-page.tsx'
import { newTyped, type ReadCheck, readForm } from './typed-check.ts'

interface FromOtherDoors {
  readonly finder: CheckFinder
  readonly readCheck: ReadCheck
}

/** The full check for people: screens that advance by POST, and the answer at its code. */
export function fullCheckPageRoutes(
  dependencies: Dependencies,
  { finder, readCheck }: FromOtherDoors,
) {
  return new Hono<RequestEnv>()
    .get(FULL_CHECK, (c) =>
      show(c, dependencies, { step: 'recruiter', typed: newTyped(), faults: new Map() }),
    )
    .post(FULL_CHECK, async (c) => {
      const next = moved(readForm(await c.req.text()), readCheck)
      if (!('ask' in next)) return show(c, dependencies, next)
      const frame = frameOf(c, dependencies)
      const outcome = await askOnce(dependencies, frame, next.ask, next.typed.key)
      if ('refused' in outcome) {
        const { ask: _ask, ...screen } = next
        return show(c, dependencies, { ...screen, trouble: NOT_LOOKED }, 503)
      }
      c.set('verdict', outcome.answer.verdict)
      return c.redirect(frame.href(`${FULL_CHECK}/${printedCheckCode(outcome.code)}`), 303)
    })
    .get(`${FULL_CHECK}/:code`, async (c) => {
      const frame = frameOf(c, dependencies)
      const typed = c.req.param('code')
      const kept = await finder.find(c, typed)
      const looked = await lookAtCheck(dependencies, kept)
      if (looked === undefined) throw new Problem('registry-unavailable')
      const { receipt } = await receiptOf(dependencies, kept, looked.now)
      c.set('verdict', looked.now.verdict)
      return sendPage(
        c,
        <FullAnswerPage
          frame={frame}
          code={readCheckCode(typed) ?? ''}
          looked={looked}
          receipt={receipt}
          qr={await qrOf(receipt, dependencies)}
        />,
      )
    })
}

/** Shows a screen: 422 where something on it has to be corrected first. */
async function show(
  c: RequestContext,
  dependencies: Dependencies,
  screen: Screen,
  status: 200 | 422 | 503 = screen.faults.size > 0 || screen.trouble !== undefined ? 422 : 200,
): Promise<Response> {
  const frame = frameOf(c, dependencies)
  const opened = await openRegister(dependencies)
  const destinations = new Set(opened?.rows.destinations().map(({ destination }) => destination))
  return sendPage(
    c,
    <StepPage
      context={{
        frame,
        ...screen,
        trouble: screen.trouble ?? null,
        destinations: [...destinations],
        address: frame.href(FULL_CHECK),
      }}
    />,
    status,
    status === 503 ? { 'Retry-After': '1' } : {},
  )
}

/**
 * Asks under the form's own key and what it asks: pressing twice keeps one check, and a form that
 * was gone back to and changed asks anew.
 */
function askOnce(
  dependencies: Dependencies,
  { language }: Frame,
  input: CheckInput,
  formKey: string,
): Promise<CheckOutcome> {
  const key = `${formKey} ${canonicalJson(input as unknown as JsonValue)}`
  const idempotency = { key, scope: FULL_CHECK }
  return answeredOnce(() => runCheck(dependencies, { input, language, idempotency }))
}

const NOT_LOOKED: Bilingual = {
  id: 'Kami belum dapat melihat daftar. Ini bukan jawaban tentang siapa pun. Yang Anda isi masih ada: coba tekan “Periksa sekarang” sebentar lagi. Jangan membayar atau berangkat sebelum ada jawaban.',
  en: 'We cannot see the register just now. This says nothing about anyone. What you filled in is still here: press “Check now” again in a while. Do not pay or leave before there is an answer.',
}
