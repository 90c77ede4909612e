import { setTimeout as pause } from 'node:timers/promises'
import type { TestSession } from '../support/signed-in.ts'
import { textOf } from './page-at.ts'

const MOST_TRIES = 50

/** A page of the console as a browser gets it, once the service has caught up with what was recorded. */
export async function consoleAt({ agent }: Pick<TestSession, 'agent'>, path: string) {
  for (let tries = 0; ; tries += 1) {
    const { text: html, status, headers } = await agent.get(path).set('Accept', 'text/html')
    const isBehind = html.includes('mungkin tertinggal') || html.includes('may be behind')
    if (!isBehind || tries === MOST_TRIES) return { html, text: textOf(html), status, headers }
    await pause(100)
  }
}
