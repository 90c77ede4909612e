import { raw } from 'hono/html'
import type { IssuedReceipt } from '../actions/issue-receipt.ts'
import { printedCheckCode } from '../domain/check-code.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import type { ReceiptPayload } from '../receipt.ts'
import type { Frame } from './frame.ts'
import { Page } from './page.tsx'
import { Shape } from './shape.tsx'

interface ReceiptContent {
  readonly frame: Frame
  readonly code: string
  readonly issued: IssuedReceipt
  /** The QR code as SVG, made by us from the receipt alone. */
  readonly qr: string
}

/** One A5 page: what the answer is now, with the signed receipt as a QR code. */
export function ReceiptPage({ frame, code, issued, qr }: ReceiptContent) {
  const { say } = frame
  const { payload, receipt, standing } = issued
  return (
    <Page
      frame={frame}
      title={say('Tanda terima', 'Receipt')}
      demonstration={payload.demonstration}
    >
      <article class="answer receipt">
        <ReceiptFacts frame={frame} payload={payload} />
        <p class="headline">{frame.pick(standing.answer.headline)}</p>
        <section class="qr" aria-labelledby="kode">
          <h2 id="kode">{say('Pastikan tanda terima ini', 'Verify this receipt')}</h2>
          {raw(qr)}
          <p>
            {say(
              'Pindai untuk memeriksa tanda tangannya, atau lihat jawaban terbaru dengan kode:',
              'Scan to verify its signature, or see the present answer with the code:',
            )}{' '}
            <strong>{printedCheckCode(code)}</strong>
          </p>
          <details>
            <summary>{say('Tulisan tanda terima', 'Text of the receipt')}</summary>
            <textarea readonly rows={6} aria-label={say('Tulisan tanda terima', 'Text')}>
              {receipt}
            </textarea>
          </details>
          <p>
            <a class="tap" href={frame.href('/verifikasi')}>
              {say('Halaman verifikasi', 'Verification page')}
            </a>
          </p>
        </section>
      </article>
    </Page>
  )
}

/** What a receipt says, whoever shows it. */
export function ReceiptFacts({ frame, payload }: { frame: Frame; payload: ReceiptPayload }) {
  const { say, pick } = frame
  const { verdict, agency, registry } = payload
  const claims = (list: ReceiptPayload['covers']) =>
    list.map((claim) => pick(VOCABULARY.claim[claim])).join(', ') || say('tidak ada', 'none')
  return (
    <>
      <div class={`verdict is-${verdict}`}>
        <Shape of={verdict} />
        <h1>{pick(VOCABULARY.verdict[verdict])}</h1>
      </div>
      <section class="card">
        <dl>
          <dt>{say('Perusahaan', 'Company')}</dt>
          <dd>{agency?.name ?? say('tidak ada yang dipastikan', 'none was settled')}</dd>
          {agency && (
            <>
              <dt>{say('Nomor izin', 'Licence number')}</dt>
              <dd>{agency.licence_number ?? say('tidak tercatat', 'not on record')}</dd>
              <dt>{say('Keadaan izin', 'Licence')}</dt>
              <dd>{pick(VOCABULARY.status[agency.status])}</dd>
            </>
          )}
          <dt>{say('Yang diperiksa', 'Checked')}</dt>
          <dd>{claims(payload.covers)}</dd>
          <dt>{say('BELUM diperiksa', 'NOT checked')}</dt>
          <dd>{claims(payload.not_covered)}</dd>
          <dt>{say('Untuk hari', 'For the day')}</dt>
          <dd>{payload.on}</dd>
          <dt>{say('Dibuat', 'Made')}</dt>
          <dd>{frame.instant(new Date(payload.iat * 1000))}</dd>
          <dt>{say('Berlaku sampai', 'Valid until')}</dt>
          <dd>{frame.instant(new Date(payload.exp * 1000))}</dd>
          <dt>{say('Catatan daftar', 'Registry entry')}</dt>
          <dd>{registry.entry ?? '-'}</dd>
        </dl>
      </section>
    </>
  )
}
