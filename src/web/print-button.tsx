import { ASSET_ADDRESS } from './assets.ts'
import type { Frame } from './frame.ts'

/** Shown by its script only: without one the browser's own menu prints. */
export function PrintButton({ frame }: { frame: Frame }) {
  return (
    <>
      <button class="printing" type="button" id="cetak" hidden>
        {frame.say('Cetak halaman ini', 'Print this page')}
      </button>
      <script src={ASSET_ADDRESS['print.js']} defer></script>
    </>
  )
}
