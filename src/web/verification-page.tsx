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
      {reading !== null && <Result frame={frame} reading={reading} />}
      <form class="check" method="post" action={frame.href('/verifikasi')} id="verifikasi">
        <label for="receipt">
          {say('Tempelkan tulisan tanda terima', 'Paste the text of the receipt')}
        </label>
        <textarea id="receipt" name="receipt" rows={6} maxlength={8192} required></textarea>
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
        <p class="headline">
          {say(
            'Tanda terima ini asli, tidak diubah, dan masih berlaku. Isinya:',
            'This receipt is authentic, unaltered and still valid. It says:',
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
