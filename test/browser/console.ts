import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { insist, say } from './browser.ts'
import { INVITATION, pageWithAuthenticator, picture, walkConsole } from './console-browser.ts'

// Walks from the first administrator's invitation to the trail, in a real browser. It needs a running
// service and the address that `npm run person -- create-administrator` printed: PASTIKAN_INVITATION.
const PASSWORD = 'sepeda tua di bukit kapur'
const SECONDS_A_STEP = 30

function codeOf(secret: string, stepsLater = 0): string {
  const timestamp = Date.now() + stepsLater * SECONDS_A_STEP * 1000
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

const secretOn = async (page: Page) =>
  ((await page.textContent('.secret')) ?? '').replace(/\s/g, '')
const heading = async (page: Page) => (await page.textContent('h1')) ?? ''

async function signOut(page: Page): Promise<void> {
  await page.click('.console-person button')
  await page.waitForURL(/\/masuk/)
}

async function walk(browser: Browser): Promise<void> {
  const [page] = await pageWithAuthenticator(browser)
  const { origin } = new URL(INVITATION)

  await page.goto(INVITATION)
  await page.waitForSelector('.qr-code svg')
  insist(!page.url().includes('#'), 'the secret of the invitation has left the address')
  await picture(page, 'invitation')
  const secret = await secretOn(page)
  await page.fill('#password', PASSWORD)
  await page.fill('#code', codeOf(secret))
  await page.click('text=Simpan dan masuk')
  await page.waitForSelector('.codes')
  await picture(page, 'backup-codes')
  await page.click('text=Sudah saya simpan')
  await page.waitForURL(/\/konsol$/)
  await picture(page, 'start')
  say('The invitation was accepted with a password and an authenticator app.')

  const email = await page.goto(`${origin}/konsol/akun`).then(() => page.textContent('dd >> nth=1'))
  await signOut(page)
  await page.goto(`${origin}/konsol/orang`)
  await page.waitForURL(/\/masuk\?lanjut=/)
  await picture(page, 'sign-in')
  await page.fill('#email', email ?? '')
  await page.fill('#password', 'bukan kata sandinya')
  await page.click('text=Lanjut')
  await page.waitForSelector('.faults')
  await page.fill('#email', email ?? '')
  await page.fill('#password', PASSWORD)
  await page.click('text=Lanjut')
  await page.waitForURL(/\/masuk\/kode/)
  await picture(page, 'second-factor')
  await page.fill('#code', codeOf(secret, 1))
  await page.click('button[type=submit]')
  await page.waitForURL(/\/konsol\/orang$/)
  say('Signed in with password and code, and led back to the page that was asked for.')

  await page.goto(`${origin}/konsol/akun`)
  await picture(page, 'account')
  await page.click('text=Tambah kunci sandi')
  await page.waitForSelector('text=belum dipakai')
  await signOut(page)
  await page.click('text=Masuk dengan kunci sandi')
  await page.waitForURL(/\/konsol$/)
  await page.goto(`${origin}/konsol/akun`)
  insist((await page.textContent('main'))?.includes('terakhir dipakai') === true, 'it was used')
  say('A passkey was added, and signed in with.')

  await page.goto(`${origin}/konsol/orang`)
  await page.fill('#email', `kuwu${Date.now()}@contoh.example`)
  await page.fill('#name', 'Kuwu Contoh')
  await page.selectOption('#role', 'auditor')
  await page.fill('#country', 'ID')
  await page.click('text=Undang >> nth=-1')
  await page.waitForSelector('.card.secret')
  await picture(page, 'invited')
  const address = (await page.textContent('.card.secret')) ?? ''

  const [other, context] = await pageWithAuthenticator(browser)
  await other.goto(address.trim())
  await other.click('text=Buat kunci sandi')
  await other.waitForURL(/\/konsol$/)
  insist((await heading(other)) === 'Konsol', 'the passkey opens the console')
  insist(
    (await other.locator('a:text-is("Orang")').count()) === 0,
    'an auditor sees no page of people',
  )
  await other.click('text=Jejak')
  await other.waitForSelector('td:has-text("menambah kunci sandi")')
  await picture(other, 'trail')
  await context.close()
  say('A second person accepted their invitation with a passkey alone.')

  await page.click('text=Ke orang ini')
  await page.waitForSelector('text=pemeriksa jejak')
  await picture(page, 'person')
  await page.goto(`${origin}/konsol/orang`)
  await picture(page, 'people')
  await page.goto(`${origin}/konsol/jejak`)
  insist(
    (await page.textContent('main'))?.includes('tidak mengizinkan') === true,
    'no trail for them',
  )
}

async function walkWithoutScript(browser: Browser): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' })
  const page = await context.newPage()
  const { origin, hash } = new URL(INVITATION)
  await page.goto(`${origin}/undangan`)
  await page.fill('#token', hash.slice(1))
  await page.click('button[type=submit]')
  insist((await page.textContent('main'))?.includes('sudah dipakai') === true, 'it opens only once')
  await page.goto(`${origin}/masuk`)
  insist(!(await page.isVisible('text=Masuk dengan kunci sandi')), 'no passkey without a script')
  await context.close()
}

await walkConsole(async (browser) => {
  await walk(browser)
  await walkWithoutScript(browser)
})
