import type { Clock } from '../../src/clock.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { WireAnswer } from '../../src/http/answer.ts'

/** The day on which the tests of the demonstration register ask. */
export const TODAY = day('2026-11-24')

/** It is always the same day, but now is now: facts are recorded by the database's own clock. */
export const sameDayClock: Clock = { now: () => new Date(), today: () => TODAY }

export type Question = Readonly<Record<string, string>>

/** Asks the quick check over HTTP and expects an answer. */
export async function verify(
  url: string,
  question: Question,
  headers: Readonly<Record<string, string>> = {},
): Promise<WireAnswer> {
  const response = await fetch(`${url}/v1/verify?${new URLSearchParams(question)}`, { headers })
  const body = await response.text()
  if (response.status !== 200) throw new Error(`${response.status} for a quick check: ${body}`)
  return JSON.parse(body) as WireAnswer
}

/** What decides: the verdict, the agency that it is about, and every finding, the gravest first. */
export function decided({ verdict, agency, match, findings }: WireAnswer) {
  return {
    verdict,
    agency: agency?.id ?? null,
    match: match.outcome,
    findings: findings.map(({ code }) => code),
  }
}
