import type { Browser, Page } from 'playwright-core'
import { insist, openPage, printIt, URL, walkEverywhere } from './browser.ts'

// Drives the full check step by step at two widths, with and without JavaScript, and once by keyboard
// alone, and keeps pictures.
const MOST_PAGES_OF_AN_ANSWER = 3

async function walk(browser: Browser, width: number, hasScript: boolean): Promise<void> {
  const { context, page, complaints, picture } = await openPage(browser, width, hasScript)
  const press = async (to: string) => {
    await page.click(`.stepwise button[value="${to}"]:not(.unseen)`)
    await page.waitForLoadState()
  }
  const title = () => page.textContent('h1')

  await page.goto(`${URL}/periksa?q=PT+Contoh+Bahari+Sentosa`)
  await page.click('.onward button')
  await picture('full-recruiter')
  const name = page.locator('[name="recruiter.name"]')
  insist((await name.inputValue()) === 'PT Contoh Bahari Sentosa', 'the recruiter came along')
  await page.click('.language')
  await page.waitForURL(/lang=en/)
  insist((await name.inputValue()) === 'PT Contoh Bahari Sentosa', 'English keeps what was typed')
  await picture('full-english')
  await page.click('.language')
  await page.waitForURL(/lang=id/)
  await press('next')

  await page.selectOption('[name="placement.destination"]', 'TW')
  await page.fill('[name="placement.recruitment_permit.number"]', 'CONTOH/SIP2MI/01/2026')
  await page.fill('[name="placement.fee.amount"]', '5 juta')
  await page.fill('[name="placement.departs_on"]', '31/13/2026')
  await press('next')
  await picture('full-fault')
  const departs = page.locator('[name="placement.departs_on"]')
  insist((await departs.inputValue()) === '31/13/2026', 'what was typed is kept')
  await page.click('.faults a')
  const isAtField = await departs.evaluate((field) => field === field.ownerDocument.activeElement)
  insist(isAtField, 'the summary’s link leads to the field')
  await departs.fill('31/12/2026')
  await press('next')

  await picture('full-worker')
  await page.fill('[name="worker.birth_date"]', '07031999')
  for (const type of ['passport', 'family_permission', 'identity_card']) {
    await page.selectOption('#add', type)
    await press('add')
  }
  await page.fill('[name="documents.0.expires_on"]', '01-01-2027')
  await press('remove.2')
  await picture('full-papers')
  await press('next')
  await picture('full-summary')
  await press('answer')
  await page.waitForURL(/periksa-lengkap\/\w{4}-/)
  insist(/pastikan/i.test((await title()) ?? ''), 'papers that were not seen leave it unconfirmed')
  await page.reload()
  await picture('full-answer')
  const isPrinting = width === 320 && hasScript
  if (isPrinting) await printIt(page, 'full-answer', MOST_PAGES_OF_AN_ANSWER)
  insist((await page.isVisible('#cetak')) === hasScript, 'only a script shows its button')

  const code = (await page.textContent('.code')) ?? ''
  await page.click('.qr-links a')
  await picture('receipt')
  if (isPrinting) await printIt(page, 'receipt')
  await page.click('.qr summary')
  const receipt = await page.inputValue('.qr textarea')
  await page.goto(`${URL}/verifikasi`)
  await picture('verification')
  await page.fill('#code', code.toLowerCase())
  await page.press('#code', 'Enter')
  await page.waitForURL(/periksa-lengkap\/\w{4}-/)
  await page.goto(`${URL}/verifikasi`)
  await page.fill('#receipt', receipt)
  await page.click('#verifikasi button')
  await page.waitForSelector('.genuine')
  await picture('verified')
  if (isPrinting) await printIt(page, 'verified')
  await page.fill('#receipt', `${receipt.slice(0, -6)}AAAAAA`)
  await page.click('#verifikasi button')
  await page.waitForSelector('.receipt[role=alert]')
  await picture('refused')

  // A browser notes every 422 as an error of the network.
  const grave = complaints.filter((text) => !text.includes('status of 422'))
  insist(grave.length === 0, `the console is silent (${grave.join('; ')})`)
  if (hasScript && width === 1280) await walkByKeyboard(page)
  await context.close()
}

async function walkByKeyboard(page: Page): Promise<void> {
  const { keyboard } = page
  const focused = () =>
    page.evaluate('document.activeElement?.name || document.activeElement?.id') as Promise<string>
  const tabTo = async (name: string) => {
    for (let left = 60; (await focused()) !== name; left--) {
      insist(left > 0, `Tab reaches ${name}`)
      await keyboard.press('Tab')
    }
  }
  const onTo = (heading: string) => page.waitForSelector(`h1:has-text("${heading}")`)

  await page.goto(`${URL}/periksa-lengkap`)
  await tabTo('recruiter.kind')
  await keyboard.press('ArrowDown')
  await tabTo('recruiter.licence')
  await keyboard.type('9900000000011')
  await keyboard.press('Enter')
  await onTo('Pekerjaan')
  await tabTo('placement.destination')
  await keyboard.type('Taiw')
  await tabTo('placement.departs_on')
  await keyboard.type('besok')
  await keyboard.press('Enter')
  await page.waitForSelector('.faults')
  const isAtFaults = await page.evaluate(
    `document.activeElement?.classList.contains('faults') ?? false`,
  )
  insist(isAtFaults === true, 'the faults have the focus')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await tabTo('placement.departs_on')
  await keyboard.press('Control+A')
  await keyboard.type('31/12/2026')
  await keyboard.press('Enter')
  await onTo('berangkat')
  await tabTo('add')
  await keyboard.type('paspor')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await tabTo('to')
  await keyboard.press('Enter')
  await page.waitForSelector('[name="documents.0.number"]')
  await tabTo('documents.0.number')
  await keyboard.type('X9988776')
  await keyboard.press('Enter')
  await onTo('Sudah benar')
  insist(/Taiwan/.test((await page.textContent('main')) ?? ''), 'a key chose the destination')
  await page.locator('.actions button').first().focus()
  await keyboard.press('Enter')
  await page.waitForURL(/periksa-lengkap\/\w{4}-/)
}

await walkEverywhere(walk)
