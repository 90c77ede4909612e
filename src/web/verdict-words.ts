import type { Claim, Verdict } from '../domain/verdict.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import type { Frame } from './frame.ts'
import { capitalised } from './sentence-case.ts'

const OF_THE_RECRUITER: ReadonlySet<Claim> = new Set([
  'agency',
  'branch',
  'representative',
  'channel',
])

/** The verdict as a page says it. Good news names what is on record: no word approves a departure. */
export function verdictInWords(frame: Frame, verdict: Verdict, covers: readonly Claim[]): string {
  const { say } = frame
  if (verdict === 'legal') {
    return covers.every((claim) => OF_THE_RECRUITER.has(claim))
      ? say('Tercatat berizin', 'Licensed on record')
      : say('Tercatat sesuai', 'Confirmed on record')
  }
  return capitalised(frame.pick(VOCABULARY.verdict[verdict]))
}
