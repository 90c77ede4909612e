import { dayFormatter } from '../clock.ts'
import type { Dependencies } from '../dependencies.ts'
import { answerCheck, type CheckAnswer } from '../domain/answer-check.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { standingAnswer } from '../domain/check-standing.ts'
import type { Claim, Verdict } from '../domain/verdict.ts'
import { findCheck, type KeptCheck } from '../store/checks.ts'
import { type OpenedRegister, openRegister, type RegistryMark } from './open-register.ts'
import { type Turn, turnsSince } from './verdict-turns.ts'

type LookDependencies = Pick<Dependencies, 'register' | 'clock' | 'config' | 'database' | 'hash'>

export interface StandingAnswer {
  readonly answer: CheckAnswer
  readonly registry: RegistryMark
  readonly verdict: Verdict
  /** Confirmed then by what is not kept, so that it could not be asked again. */
  readonly notAskedAgain: readonly Claim[]
}

export interface LookedAtCheck {
  readonly kept: KeptCheck
  readonly now: StandingAnswer
  readonly turns: readonly Turn[]
}

const MILLISECONDS_A_DAY = 86_400_000

/** Checks made up to this moment count as expired. */
export function expiryOf({ clock, config }: Pick<Dependencies, 'clock' | 'config'>): Date {
  return new Date(clock.now().getTime() - config.checkRetentionDays * MILLISECONDS_A_DAY)
}

/** Undefined for a code that is wrong or expired: the two take the same path. */
export async function findCheckByCode(
  dependencies: LookDependencies,
  code: string,
): Promise<KeptCheck | undefined> {
  const { database, hash } = dependencies
  return findCheck(database, hash.of('check-code', code), expiryOf(dependencies))
}

/** The answer that a check gets now; undefined when the register cannot be read. */
export async function standingOf(
  dependencies: LookDependencies,
  kept: KeptCheck,
): Promise<StandingAnswer | undefined> {
  const opened = await openRegister(dependencies)
  return opened && standingIn(opened, kept)
}

/** Then, now, and every turn between; undefined when the register cannot be read. */
export async function lookAtCheck(
  dependencies: LookDependencies,
  kept: KeptCheck,
): Promise<LookedAtCheck | undefined> {
  const opened = await openRegister(dependencies)
  if (opened === undefined) return undefined
  const now = standingIn(opened, kept)
  const turns = await turnsSince({
    kept,
    opened,
    now: now.verdict,
    dayOf: dayFormatter(dependencies.config.timeZone),
    openAt: (at) => openRegister(dependencies, at),
    verdictIn: (at, on) => judged(at, kept, on).verdict,
  })
  return { kept, now, turns }
}

function standingIn(opened: OpenedRegister, kept: KeptCheck): StandingAnswer {
  const { view, registry, today } = opened
  const isUnchanged = view.size === kept.registrySize && today === kept.checkedOn && view.isCurrent
  if (isUnchanged && kept.registry.isCurrent) {
    return { answer: kept.answer, registry, verdict: kept.answer.verdict, notAskedAgain: [] }
  }
  return { ...judged(opened, kept, today), registry }
}

/** Judges what is kept of the question on a day: the day asked about, or a later one when that is past. */
function judged({ view, tables }: OpenedRegister, kept: KeptCheck, today: CalendarDate) {
  const { question, notAskedAgain } = kept
  const on = question.on > today ? question.on : today
  const judgedNow = answerCheck({ ...question, on, today }, view, tables)
  const answer = standingAnswer(judgedNow, notAskedAgain)
  return { answer, verdict: answer.verdict, notAskedAgain: notAskedAgain.claims }
}
