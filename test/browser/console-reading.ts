import { TOTP } from 'otpauth'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { insist, openPage, say, URL, walkEverywhere } from './browser.ts'

// Drives the console as an administrator who accepts an invitation and signs in with both factors:
// PASTIKAN_INVITATION is the address that `npm run person -- create-administrator` prints.
const INVITATION = process.env.PASTIKAN_INVITATION
const PASSWORD = 'kuda makan rumput hijau'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
let cookies: Cookies | undefined

async function signedInCookies(browser: Browser, invitation: string): Promise<Cookies> {
  const { context, page, picture } = await openPage(browser, 1280, true)
  await page.goto(invitation)
  await page.waitForSelector('#password')
  const secret = ((await page.textContent('.secret')) ?? '').replaceAll(' ', '')
  const code = () => new TOTP({ secret }).generate()
  const email = await page.inputValue('#email')
  await page.fill('#password', PASSWORD)
  await page.fill('#code', code())
  await page.click('form[action^="/undangan/kata-sandi"] button')
  await page.waitForSelector('.codes')
  await picture('invitation-accepted')
  await context.clearCookies()

  await page.goto(`${URL}/konsol`)
  await page.waitForURL(/\/masuk/)
  await page.fill('#email', email)
  await page.fill('#password', PASSWORD)
  await page.click('main form button[type=submit]')
  await page.waitForSelector('#code')
  // A code is taken once: the next one is awaited.
  await page.waitForTimeout(30_500)
  await page.fill('#code', code())
  await page.click('main form button[type=submit]')
  await page.waitForURL(/\/konsol/)
  const found = await context.cookies()
  await context.close()
  return found
}

async function walk(browser: Browser, width: number, hasScript: boolean): Promise<void> {
  cookies ??= await signedInCookies(browser, INVITATION ?? '')
  const { context, page, complaints, picture } = await openPage(browser, width, hasScript)
  await context.addCookies(cookies)

  for (const [name, path] of [
    ['console', '/konsol'],
    ['console-companies', '/konsol/perusahaan'],
    ['console-companies-english', '/konsol/perusahaan?sort=-status&lang=en'],
    ['console-companies-none', '/konsol/perusahaan?q=Zzyzx+Qwpl'],
    ['console-company', '/konsol/perusahaan/agy_contoh01'],
    ['console-company-then', '/konsol/perusahaan/agy_contoh01?known_at=1-1-2020'],
    ['console-difference', '/konsol/perusahaan/agy_contoh06/perbedaan?on_1=1-1-2026'],
    ['console-answer', '/konsol/perusahaan/agy_contoh06/jawaban'],
    ['console-sources', '/konsol/sumber'],
    ['console-rules', '/konsol/aturan'],
    ['console-permits', '/konsol/aturan/izin-merekrut'],
    ['console-destinations', '/konsol/aturan/negara-tujuan?state=all'],
    ['console-names', '/konsol/nama-mirip'],
    ['console-imports', '/konsol/impor'],
  ] as const) {
    await page.goto(`${URL}${path}`)
    await picture(name)
  }
  if (hasScript) await tryKeys(page)
  insist(complaints.length === 0, `the console is silent (${complaints.join('; ')})`)
  await context.close()
}

async function tryKeys(page: Page): Promise<void> {
  const focused = () => page.evaluate<string>('document.activeElement.id')
  const row = () => page.evaluate<number>('document.activeElement.closest("tr")?.rowIndex ?? 0')
  const leave = () => page.evaluate('document.activeElement.blur()')
  await page.goto(`${URL}/konsol/perusahaan`)
  await page.keyboard.press('/')
  insist((await focused()) === 'cari', '/ leads to the filter')
  await page.keyboard.press('j')
  insist((await page.inputValue('#cari')) === 'j', 'a letter typed into the filter stays there')
  await leave()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  insist((await row()) === 2, 'j goes down a row')
  await page.keyboard.press('k')
  insist((await row()) === 1, 'k goes up a row')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.waitForURL(/\/konsol\/sumber/)
  await page.uncheck('#pintasan-hidup')
  await leave()
  await page.keyboard.press('/')
  insist((await focused()) !== 'cari', 'keys that are switched off do nothing')
  await page.check('#pintasan-hidup')
}

if (INVITATION === undefined) say('Left out: there is no PASTIKAN_INVITATION.')
else await walkEverywhere(walk)
