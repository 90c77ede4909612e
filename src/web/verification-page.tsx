import { RECEIPT_REFUSALS, type ReceiptReading } from '../receipt.ts'
import { ASSET_ADDRESS } from './assets.ts'
import type { Frame } from './frame.ts'
import { Page } from './page.tsx'
import { ReceiptFacts } from './receipt-page.tsx'

/** A receipt is pasted here and verified. Without JavaScript too; a script only fills in what was scanned. */
export function VerificationPage({
  frame,
  reading,
}: {
  frame: Frame
  reading: ReceiptReading | null
}) {
  const { say } = frame
  return (
    <Page frame={frame} title={say('Verifikasi tanda terima', 'Verify a receipt')}>
      {reading === null ? (
        <>
          <h1>{say('Verifikasi tanda terima', 'Verify a receipt')}</h1>
          <p>
            {say(
              'Pindai gambar kotak-kotak pada tanda terima dengan kamera telepon. Bila tidak bisa, pakai salah satu cara di bawah.',
              'Scan the picture of squares on the receipt with a telephone’s camera. If that does not work, use one of the ways below.',
            )}
          </p>
        </>
      ) : (
        <Result frame={frame} reading={reading} />
      )}
      <form class="check group" method="post" action={frame.href('/verifikasi')}>
        <h2>{say('Dengan kode pemeriksaan', 'By the code of the check')}</h2>
        <div class="field">
          <label for="code">{say('Kode, 16 huruf dan angka', 'Code, 16 letters and digits')}</label>
          <input
            id="code"
            name="code"
            type="text"
            maxlength={40}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            required
          />
        </div>
        <button type="submit">{say('Lihat jawabannya', 'See the answer')}</button>
      </form>
      <form class="check group" method="post" action={frame.href('/verifikasi')} id="verifikasi">
        <h2>{say('Dengan tulisan tanda terima', 'By the text of the receipt')}</h2>
        <div class="field">
          <label for="receipt">
            {say('Tempelkan tulisan tanda terima', 'Paste the text of the receipt')}
          </label>
          <textarea id="receipt" name="receipt" rows={6} maxlength={8192} required></textarea>
        </div>
        <button type="submit">{say('Verifikasi', 'Verify')}</button>
      </form>
      <script src={ASSET_ADDRESS['scanned.js']} defer></script>
    </Page>
  )
}

function Result({ frame, reading }: { frame: Frame; reading: ReceiptReading }) {
  const { say } = frame
  if (!('refused' in reading)) {
    return (
      <article class="answer receipt">
        <p class="genuine" role="status">
          <strong>
            {say(
              'Tanda terima ini asli, tidak diubah, dan masih berlaku.',
              'This receipt is authentic, unaltered and still valid.',
            )}
          </strong>{' '}
          {say(
            'Asli berarti dibuat oleh Pastikan. Bacalah jawabannya:',
            'Authentic means that Pastikan made it. Read what it answers:',
          )}
        </p>
        <ReceiptFacts frame={frame} payload={reading.payload} />
      </article>
    )
  }
  // Past its end good news proves nothing any more; bad news stays.
  const isBadNews = reading.refused === 'expired' && reading.payload?.verdict === 'not_legal'
  return (
    <article class="answer receipt" role="alert">
      <h1>{say('Tanda terima ini tidak dapat diterima', 'This receipt cannot be accepted')}</h1>
      <p class="headline">{frame.pick(RECEIPT_REFUSALS[reading.refused])}</p>
      {isBadNews && reading.payload && <ReceiptFacts frame={frame} payload={reading.payload} />}
    </article>
  )
}
