import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { IssuedReceipt } from '../actions/issue-receipt.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { printedCheckCode } from '../domain/check-code.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import type { ReceiptPayload } from '../receipt.ts'
import type { Frame } from './frame.ts'
import { Page } from './page.tsx'
import { PrintButton } from './print-button.tsx'
import { Shape } from './shape.tsx'
import { verdictInWords } from './verdict-words.ts'

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
      keeps="check"
    >
      <article class="answer receipt">
        <ReceiptFacts
          frame={frame}
          payload={payload}
          headline={frame.pick(standing.answer.headline)}
        />
        <ReceiptCode frame={frame} code={code} receipt={receipt} qr={qr}>
          <a class="tap" href={frame.href(`/periksa-lengkap/${printedCheckCode(code)}`)}>
            {say('Jawaban lengkapnya', 'The whole answer')}
          </a>
        </ReceiptCode>
        <PrintButton frame={frame} />
      </article>
    </Page>
  )
}

interface ReceiptCodeContent {
  readonly frame: Frame
  readonly code: string
  readonly receipt: string
  readonly qr: string
  /** Where else this check can be looked at. */
  readonly children: Child
}

/** The code by which a check is found again, and its receipt to be scanned. */
export function ReceiptCode({ frame, code, receipt, qr, children }: ReceiptCodeContent) {
  const { say } = frame
  return (
    <section class="qr" aria-labelledby="kode">
      <h2 id="kode">{say('Tanda terima', 'Receipt')}</h2>
      <div class="qr-parts">
        {raw(qr)}
        <div>
          <p>{say('Kode pemeriksaan ini:', 'Code of this check:')}</p>
          <p class="code">{printedCheckCode(code)}</p>
          <p>
            {say(
              'Dengan kode ini siapa saja dapat melihat jawabannya lagi. Pindai gambarnya untuk memastikan tanda tangannya.',
              'With this code anyone can see the answer again. Scan the picture to verify its signature.',
            )}
          </p>
          <p class="qr-links">
            {children}
            <a class="tap" href={frame.href('/verifikasi')}>
              {say('Halaman verifikasi', 'Verification page')}
            </a>
          </p>
        </div>
      </div>
      <details>
        <summary>{say('Tulisan tanda terima', 'Text of the receipt')}</summary>
        <textarea readonly rows={6} aria-label={say('Tulisan tanda terima', 'Text')}>
          {receipt}
        </textarea>
      </details>
    </section>
  )
}

interface FactsContent {
  readonly frame: Frame
  readonly payload: ReceiptPayload
  /** Why, where the check itself is at hand: a receipt does not say. */
  readonly headline?: string
}

/** What a receipt says, whoever shows it. */
export function ReceiptFacts({ frame, payload, headline }: FactsContent) {
  const { say, pick } = frame
  const { verdict, agency, registry } = payload
  const claims = (list: ReceiptPayload['covers']) =>
    list.map((claim) => pick(VOCABULARY.claim[claim])).join(', ') || say('tidak ada', 'none')
  return (
    <>
      <div class={`verdict is-${verdict}`}>
        <Shape of={verdict} />
        <h1>{verdictInWords(frame, verdict, payload.covers)}</h1>
      </div>
      {headline !== undefined && <p class="headline">{headline}</p>}
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
          <dd>{frame.day(payload.on as CalendarDate)}</dd>
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
