import type { Browser, Page } from 'playwright-core'
import { insist, openPage, PICTURES, printIt, URL, walkEverywhere } from './browser.ts'

// Drives the quick check's pages at two widths, with and without JavaScript, and keeps pictures.
async function walk(browser: Browser, width: number, hasScript: boolean): Promise<void> {
  const { context, page, complaints, picture } = await openPage(browser, width, hasScript)

  await page.goto(`${URL}/`)
  await picture('start')
  if (hasScript) await tryTypeAhead(page, `${PICTURES}/suggest-${width}.png`)

  await page.fill('#q', 'PT Contoh Bahari Sentoso')
  await page.click('.box button')
  await page.waitForURL(/\/periksa/)
  insist(/pastikan/i.test((await page.textContent('h1')) ?? ''), 'a slip is not confirmed yet')
  await picture('candidate')

  await page.click('.candidate .button')
  await page.waitForURL(/licence=/)
  insist((await page.textContent('h1')) === 'Tercatat berizin', 'the candidate is licensed')
  await picture('legal')
  if (width === 320 && hasScript) await printIt(page, 'legal')

  await page.click('.card h2 a')
  await page.waitForURL(/\/perusahaan\//)
  await picture('agency')

  for (const [name, q] of [
    ['caution', '9900000000042'],
    ['not-legal', '9900000000066'],
    ['conflict', 'PT Contoh Bahari Sentosa 9900000000035'],
    ['ambiguous', 'PT Contoh Milenia Muda'],
    ['phone', '021 0000 0101'],
  ] as const) {
    await page.goto(`${URL}/periksa?${new URLSearchParams({ q })}`)
    await picture(name)
    if (width === 320 && hasScript) await printIt(page, name)
  }
  for (const [name, path] of [
    ['list', '/perusahaan'],
    ['examples', '/sandbox'],
    ['english', '/periksa?q=PT+Contoh+Bahari+Gemilang&lang=en'],
  ] as const) {
    await page.goto(`${URL}${path}`)
    await picture(name)
  }
  insist(complaints.length === 0, `the console is silent (${complaints.join('; ')})`)

  await page.goto(`${URL}/no/such/page`)
  await picture('absent')
  await context.close()
}

async function tryTypeAhead(page: Page, picture: string): Promise<void> {
  const box = page.locator('#q')
  await box.pressSequentially('contoh milenia')
  await page.waitForSelector('#saran [role=option]')
  await page.screenshot({ path: picture })
  insist((await box.getAttribute('aria-expanded')) === 'true', 'the list is announced as open')
  await box.press('ArrowDown')
  const active = await box.getAttribute('aria-activedescendant')
  insist(active === 'saran-0', 'the arrow chooses the first name')
  const offered = (await page.textContent(`#${active}`)) ?? ''
  await box.press('Enter')
  insist((await box.inputValue()) === offered, 'Enter takes the chosen name and asks nothing yet')
  await box.pressSequentially('x')
  await page.waitForTimeout(500)
  await box.press('Escape')
  insist((await box.getAttribute('aria-expanded')) === 'false', 'Escape closes the list')
}

await walkEverywhere(walk)
