import { existsSync, mkdirSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

// Real browsers need a service with the demonstration register: PASTIKAN_URL, or http://127.0.0.1:3000.
export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
export const URL = process.env.PASTIKAN_URL ?? 'http://127.0.0.1:3000'
export const PICTURES = 'bench-results'
const WIDTHS = [320, 1280] as const
/** A5 less its margins, in CSS pixels. */
const PAPER = { width: 491, height: 725 }
export const ARGUMENTS = [
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
export const SMALLEST_TARGET = 40

export const say = (line: string) => process.stdout.write(`${line}\n`)

export function insist(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`Not so: ${what}`)
}

export type Walk = (browser: Browser, width: number, hasScript: boolean) => Promise<void>

/** Walks at each width, with and without JavaScript; says so where there is no browser. */
export async function walkEverywhere(walk: Walk): Promise<void> {
  if (!existsSync(CHROMIUM)) {
    say(`Left out: there is no ${CHROMIUM}.`)
    return
  }
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
}

interface OpenedPage {
  readonly context: BrowserContext
  readonly page: Page
  /** What the console complained of, such as a breach of the content policy. */
  readonly complaints: string[]
  /** Looks at the layout and keeps a picture. */
  picture(name: string): Promise<void>
}

export async function openPage(
  browser: Browser,
  width: number,
  hasScript: boolean,
): Promise<OpenedPage> {
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
  return { context, page, complaints, picture }
}

/** Nothing wider than the screen, and every link and field outside a sentence large enough to touch. */
async function insistOnLayout(page: Page, where: string): Promise<void> {
  const [wide, small] = (await page.evaluate(`(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const targets = document.querySelectorAll(
      'button:not(.unseen), .button, input:not([type=hidden], [type=radio], [type=checkbox]), .choice, select, textarea, summary, .row, .tap, .call, .top-link, .bottom-link')
    const small = [...targets].filter((target) => {
      const { height, width } = target.getBoundingClientRect()
      return width > 0 && height < ${SMALLEST_TARGET} && innerWidth < 500
    })
    return [wide, small.map((target) => target.outerHTML.slice(0, 80))]
  })()`)) as [number, string[]]
  insist(wide <= 0, `${where} scrolls sideways by ${wide} pixels`)
  insist(small.length === 0, `${where} has small targets: ${small.join(' ')}`)
}

/** Prints, and insists that nothing is wider than the paper and that it takes at most `mostPages`. */
export async function printIt(page: Page, name: string, mostPages = 1): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  await page.screenshot({ path: `${PICTURES}/${name}-paper.png`, fullPage: true })
  const wide = await page.evaluate('document.documentElement.scrollWidth')
  insist(Number(wide) <= PAPER.width, `${name} is no wider than the paper`)
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 320, height: 740 })
  const pdf = await page.pdf({
    path: `${PICTURES}/${name}-a5.pdf`,
    preferCSSPageSize: true,
    printBackground: false,
  })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  say(`  ${name} on paper: ${pages} page(s) of A5`)
  insist(pages <= mostPages, `${name} takes at most ${mostPages} page(s) of A5, not ${pages}`)
}
