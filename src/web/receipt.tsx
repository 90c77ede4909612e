import { Hono } from 'hono'
import qrcode from 'qrcode'
import { issueReceipt } from '../actions/issue-receipt.ts'
import type { Dependencies } from '../dependencies.ts'
import { printedCheckCode, readCheckCode } from '../domain/check-code.ts'
import { Problem } from '../problem.ts'
import { verifyReceipt } from '../receipt.ts'
import type { RequestContext, RequestEnv } from '../request-context.ts'
import type { KeptCheck } from '../store/checks.ts'
import { frameOf } from './frame.ts'
import { FULL_CHECK } from './full-check/step-page.tsx'
import { sendPage } from './page.tsx'
import { ReceiptPage } from './receipt-page.tsx'
import { VerificationPage } from './verification-page.tsx'

/** Finds checks by code, within limits that make guessing hopeless. Throws a Problem. */
export interface CheckFinder {
  find(c: RequestContext, typed: string): Promise<KeptCheck>
}

/** Receipts for people: the page of one, and the page that verifies any. */
export function receiptPageRoutes(dependencies: Dependencies, finder: CheckFinder) {
  const { clock } = dependencies
  return new Hono<RequestEnv>()
    .get('/tanda-terima/:code', async (c) => {
      const frame = frameOf(c, dependencies)
      const typed = c.req.param('code')
      const kept = await finder.find(c, typed)
      const issued = await issueReceipt(dependencies, kept)
      if (issued === undefined) throw new Problem('registry-unavailable')
      c.set('verdict', issued.payload.verdict)
      const qr = await qrOf(issued.receipt, dependencies)
      const code = readCheckCode(typed) ?? ''
      return sendPage(c, <ReceiptPage frame={frame} code={code} issued={issued} qr={qr} />)
    })
    .get('/verifikasi', (c) =>
      sendPage(c, <VerificationPage frame={frameOf(c, dependencies)} reading={null} />),
    )
    .post('/verifikasi', async (c) => {
      const frame = frameOf(c, dependencies)
      const sent = new URLSearchParams(await c.req.text())
      const code = readCheckCode(sent.get('code') ?? '')
      if (code !== undefined) {
        return c.redirect(frame.href(`${FULL_CHECK}/${printedCheckCode(code)}`), 303)
      }
      if (sent.has('code')) throw new Problem('check-not-found')
      const text = sent.get('receipt')?.trim() ?? ''
      const reading = await verifyReceipt(text, dependencies.receiptKeys.published, clock.now())
      return sendPage(c, <VerificationPage frame={frame} reading={reading} />)
    })
}

/** A receipt as a QR code, in SVG. */
export function qrOf(receipt: string, { config }: Pick<Dependencies, 'config'>): Promise<string> {
  // Behind # a browser sends nothing, so the receipt reaches no log on its way.
  const link = config.publicUrl === undefined ? '' : `${config.publicUrl}/verifikasi#`
  return qrcode.toString(`${link}${receipt}`, {
    type: 'svg',
    errorCorrectionLevel: 'L',
    margin: 4,
  })
}
