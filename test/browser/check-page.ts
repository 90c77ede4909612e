import { existsSync, mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

// Drives the pages in a real browser at two widths, with and without JavaScript, and keeps pictures.
// It needs a service with the demonstration register: PASTIKAN_URL, or http://127.0.0.1:3000.
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const URL = process.env.PASTIKAN_URL ?? 'http://127.0.0.1:3000'
const PICTURES = 'bench-results'
const WIDTHS = [320, 1280] as const
/** A5 less its margins, in CSS pixels. */
const PAPER = { width: 491, height: 725 }
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** WCAG 2.2 asks for 24 CSS pixels at least; fingers on a cheap phone want more. */
const SMALLEST_TARGET = 40

const say = (line: string) => process.stdout.write(`${line}\n`)

function insist(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`Not so: ${what}`)
}

async function walk(browser: Browser, width: number, hasScript: boolean): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    javaScriptEnabled: hasScript,
    locale: 'id-ID',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const picture = async (name: string) => {
    await insistOnLayout(page, `${name} at ${width}`)
    if (hasScript) {
      await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true })
    }
  }

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

/** Nothing wider than the screen, and every link and field outside a sentence large enough to touch. */
async function insistOnLayout(page: Page, where: string): Promise<void> {
  const [wide, small] = (await page.evaluate(`(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const targets = document.querySelectorAll(
      'button, .button, input:not([type=hidden]), select, summary, .row, .tap, .call, .top-link, .bottom-link')
    const small = [...targets].filter((target) => {
      const { height, width } = target.getBoundingClientRect()
      return width > 0 && height < ${SMALLEST_TARGET} && innerWidth < 500
    })
    return [wide, small.map((target) => target.outerHTML.slice(0, 80))]
  })()`)) as [number, string[]]
  insist(wide <= 0, `${where} scrolls sideways by ${wide} pixels`)
  insist(small.length === 0, `${where} has small targets: ${small.join(' ')}`)
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

async function printIt(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  await page.screenshot({ path: `${PICTURES}/${name}-paper.png`, fullPage: true })
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 320, height: 740 })
  const pdf = await page.pdf({
    path: `${PICTURES}/${name}-a5.pdf`,
    preferCSSPageSize: true,
    printBackground: false,
  })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  say(`  ${name} on paper: ${pages} page(s) of A5`)
  insist(pages === 1, `${name} is printed on one page of A5, not ${pages}`)
}

if (existsSync(CHROMIUM)) {
  mkdirSync(PICTURES, { recursive: true })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS })
  try {
    for (const width of WIDTHS) {
      for (const hasScript of [true, false]) {
        say(`${width} pixels, ${hasScript ? 'with' : 'without'} JavaScript`)
        await walk(browser, width, hasScript)
      }
    }
  } finally {
    await browser.close()
  }
} else {
  say(`Left out: there is no ${CHROMIUM}.`)
}
