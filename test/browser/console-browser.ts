import { existsSync, mkdirSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { ARGUMENTS, CHROMIUM, insist, PICTURES, SMALLEST_TARGET, say } from './browser.ts'

/** The address that `npm run person -- create-administrator` printed. */
export const INVITATION = process.env.PASTIKAN_INVITATION ?? ''

/** Keeps a picture at two widths, and insists that the page fits both. */
export async function picture(page: Page, name: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 740 })
    const [wide, small] = (await page.evaluate(`(() => {
      const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
      const targets = document.querySelectorAll(
        'button, .button, input:not([type=hidden], [type=radio], [type=checkbox]), .choice, select, summary, .tap, .top-link, .bottom-link')
      const small = [...targets].filter((target) => {
        const { height, width } = target.getBoundingClientRect()
        return width > 0 && height < ${SMALLEST_TARGET}
      })
      return [wide, small.map((target) => target.outerHTML.slice(0, 80))]
    })()`)) as [number, string[]]
    await page.screenshot({ path: `${PICTURES}/console-${name}-${width}.png`, fullPage: true })
    insist(wide <= 0, `${name} at ${width} scrolls sideways by ${wide} pixels`)
    insist(small.length === 0, `${name} at ${width} has small targets: ${small.join(' ')}`)
  }
}

/** A page whose browser has an authenticator that verifies its user. */
export async function pageWithAuthenticator(browser: Browser): Promise<[Page, BrowserContext]> {
  const context = await browser.newContext({ locale: 'id-ID' })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return [page, context]
}

/** Walks with the invitation; says so where there is no browser or none was given. */
export async function walkConsole(walk: (browser: Browser) => Promise<void>): Promise<void> {
  if (!existsSync(CHROMIUM) || INVITATION === '') {
    say(
      INVITATION === ''
        ? 'Left out: set PASTIKAN_INVITATION.'
        : `Left out: there is no ${CHROMIUM}.`,
    )
    return
  }
  mkdirSync(PICTURES, { recursive: true })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS })
  try {
    await walk(browser)
  } finally {
    await browser.close()
  }
}
