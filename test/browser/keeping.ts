import type { Browser, Page } from 'playwright-core'
import { insist, say } from './browser.ts'
import { INVITATION, pageWithAuthenticator, picture, walkConsole } from './console-browser.ts'

// From the first administrator to a published list, its undoing, and a revocation that the next
// lookup knows, in a real browser. It needs a service with the demonstration register, just started.
const SOURCE = 'src_contoh_daftar'
const LIST = `nama perusahaan,no izin,telepon,berlaku sampai
PT Jenggala Purnama Raya,9900000000912,021-5550111,2029-12-31
PT Wirasena Abadi Karsa,9900000000929,021-5550112,2029-12-31
PT Jenggala Purnama Jaya,9900000000936,021-5550113,2029-12-31
`
/** Today as people write it, in the registry's time zone. */
const TODAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Jakarta' }).format(new Date())
const { origin } = new URL(INVITATION === '' ? 'http://127.0.0.1:3000' : INVITATION)

const verdictOf = async (licence: string) => {
  const answer = await fetch(`${origin}/v1/verify?licence=${licence}`)
  return ((await answer.json()) as { verdict: string }).verdict
}

async function accept(page: Page, invitation: string): Promise<void> {
  await page.goto(invitation)
  await page.click('text=Buat kunci sandi')
  await page.waitForURL(/\/konsol$/)
}

async function invite(page: Page, name: string, role: string): Promise<string> {
  await page.goto(`${origin}/konsol/orang`)
  await page.fill('#email', `${role}${Date.now()}@contoh.example`)
  await page.fill('#name', name)
  await page.selectOption('#role', role)
  await page.fill('#country', 'ID')
  await page.click('button:text-is("Undang")')
  await page.waitForSelector('.card.secret')
  return ((await page.textContent('.card.secret')) ?? '').trim()
}

/** The import's page once nothing works on it any more; it renews itself. */
async function settled(page: Page, state: string): Promise<void> {
  await page.waitForSelector(`dd strong:text-is("${state}")`, { timeout: 120_000 })
}

async function walk(browser: Browser): Promise<void> {
  const [administrator] = await pageWithAuthenticator(browser)
  await accept(administrator, INVITATION)
  const [recorder] = await pageWithAuthenticator(browser)
  const [approver] = await pageWithAuthenticator(browser)
  await accept(recorder, await invite(administrator, 'Pencatat Contoh', 'recorder'))
  await accept(approver, await invite(administrator, 'Penyetuju Contoh', 'approver'))
  say('The first administrator invited a recorder and an approver.')

  await recorder.goto(`${origin}/konsol/impor`)
  await picture(recorder, 'imports-empty')
  await recorder.selectOption('#source_id', SOURCE)
  await recorder.fill('#as_of', TODAY)
  await recorder.setInputFiles('#file', {
    name: 'daftar.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(LIST),
  })
  await picture(recorder, 'imports-filled')
  await recorder.click('button:text-is("Kirim dan bandingkan")')
  await recorder.waitForURL(/\/konsol\/impor\/imp_/)
  await settled(recorder, 'sudah dibandingkan')
  await picture(recorder, 'import-compared')
  await recorder.click('.wide-table a >> nth=0')
  await recorder.waitForURL(/\/baris\//)
  await picture(recorder, 'import-row')
  await recorder.goBack()
  say('A list was sent and compared in the background.')

  // The demonstration's own agencies are not on it.
  await recorder.check('input[name="accept_missing"]')
  await recorder.click('button:text-is("Bandingkan lagi")')
  await recorder.waitForSelector('#reason', { timeout: 120_000 })
  await recorder.fill('#reason', 'Daftar resmi bulan ini.')
  await recorder.click('button:text-is("Usulkan")')
  await settled(recorder, 'menunggu orang kedua')
  const address = recorder.url()
  insist(
    !(await recorder.isVisible('button:text-is("Setujui dan catat")')),
    'who proposed is not asked to approve',
  )
  await picture(recorder, 'import-proposed')
  insist((await verdictOf('9900000000912')) !== 'legal', 'nothing counts before the second person')

  await approver.goto(`${origin}/konsol`)
  await picture(approver, 'start-with-import')
  await approver.goto(address)
  await picture(approver, 'import-to-approve')
  await approver.click('button:text-is("Setujui dan catat")')
  await settled(approver, 'tercatat')
  await picture(approver, 'import-published')
  insist((await verdictOf('9900000000912')) === 'legal', 'what was published counts')
  insist((await verdictOf('9900000000929')) === 'legal', 'all of it')
  say('The second person approved, the list was published, and lookups know it.')

  const licence = await licenceOf('9900000000929')
  await recorder.goto(`${origin}/konsol/catat/licence-events?licence_id=${licence}`)
  await recorder.selectOption('#type', 'revoked')
  await recorder.fill('#effective_on', TODAY)
  await recorder.fill('#instrument', 'SK Contoh 929')
  await recorder.selectOption('#source_id', 'src_contoh_keputusan')
  await picture(recorder, 'revocation')
  await recorder.click('button:text-is("Catat")')
  await recorder.waitForSelector('text=langsung berlaku')
  insist((await verdictOf('9900000000929')) === 'not_legal', 'a revocation counts at once')
  say('One person recorded a revocation, and the next lookup said so.')

  await recorder.goto(address)
  await recorder.click('button:text-is("Siapkan penarikan dengan koreksi")')
  await settled(recorder, 'sudah dibandingkan')
  await picture(recorder, 'undoing')
  await recorder.fill('#reason', 'Daftarnya keliru.')
  await recorder.click('button:text-is("Usulkan")')
  await settled(recorder, 'menunggu orang kedua')
  await approver.goto(recorder.url())
  await approver.click('button:text-is("Setujui dan catat")')
  await settled(approver, 'tercatat')
  insist((await verdictOf('9900000000912')) !== 'legal', 'what was taken back no longer counts')
  insist((await verdictOf('9900000000929')) === 'not_legal', 'the revocation is left as it was')
  say('The list was taken back by two persons; the revocation stands.')
}

async function licenceOf(number: string): Promise<string> {
  const answer = await fetch(`${origin}/v1/licences/${number}`)
  const { licences } = (await answer.json()) as { licences: { id: string }[] }
  return licences[0]?.id ?? ''
}

await walkConsole(walk)
