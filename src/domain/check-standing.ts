import type { CheckAnswer } from './answer-check.ts'
import type { Finding } from './finding.ts'
import { type Claim, EFFECTS, VERDICTS, type Verdict } from './verdict.ts'
import { VOCABULARY } from './vocabulary.ts'

/**
 * What a look at a kept question needs to know of the whole one: what was found against it that only
 * a person's data showed, and which claims only that data confirmed.
 */
export interface NotAskedAgain {
  readonly findings: readonly Finding[]
  readonly claims: readonly Claim[]
}

/** Compares the answer to the whole question with that to what is kept of it. */
export function notAskedAgain(whole: CheckAnswer, kept: CheckAnswer): NotAskedAgain {
  const found = new Set(kept.findings.map(({ code }) => code))
  const covered = new Set(kept.covers)
  return {
    findings: whole.findings.filter(({ code, effect }) => effect !== 'none' && !found.has(code)),
    claims: whole.covers.filter((claim) => !covered.has(claim)),
  }
}

/**
 * The answer to a kept question with what was found before: bad news stays, good news about a person
 * is not repeated. The verdict is that of all findings together, since one more finding can only
 * worsen a verdict.
 */
export function standingAnswer(judged: CheckAnswer, { findings }: NotAskedAgain): CheckAnswer {
  if (findings.length === 0) return judged
  const all = [...findings, ...judged.findings].sort(
    (a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect),
  )
  const verdict = findings.reduce<Verdict>(
    (worst, { effect }) => (effect === 'none' ? worst : worse(worst, effect)),
    judged.verdict,
  )
  if (verdict === judged.verdict) return { ...judged, findings: all }
  const leading = all.find(({ effect }) => effect === verdict)!
  const word = VOCABULARY.verdict[verdict]
  const says = {
    id: `${sentence(word.id)}: ${leading.says.id}`,
    en: `${sentence(word.en)}: ${leading.says.en}`,
  }
  return {
    ...judged,
    verdict,
    findings: all,
    headline: says,
    text160: { id: inOneMessage(says.id), en: inOneMessage(says.en) },
  }
}

/** True while nothing that weighs has changed: then the whole answer still stands as it was given. */
export function standsAsGiven(was: CheckAnswer, now: CheckAnswer): boolean {
  const weighing = ({ findings }: CheckAnswer) =>
    new Set(findings.flatMap(({ code, effect }) => (effect === 'none' ? [] : [code])))
  const [before, after] = [weighing(was), weighing(now)]
  return (
    was.verdict === now.verdict &&
    before.size === after.size &&
    [...before].every((code) => after.has(code))
  )
}

function worse(a: Verdict, b: Verdict): Verdict {
  return VERDICTS.indexOf(a) <= VERDICTS.indexOf(b) ? a : b
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const SHORT_MESSAGE = 160

/** Cut to what one text message holds. */
export function inOneMessage(text: string): string {
  return text.length <= SHORT_MESSAGE ? text : `${text.slice(0, SHORT_MESSAGE - 3)}...`
}
