import { dayFormatter } from '../clock.ts'
import type { Dependencies } from '../dependencies.ts'
import { type Answer, answerQuickCheck } from '../domain/answer.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import {
  markOpened,
  type OpenedRegister,
  openRegister,
  type RegistryMark,
} from './open-register.ts'
import { readPhone } from './read-phone.ts'

/** The quick check as it is typed: at least one of name, licence and phone. */
export interface QuickCheckInput {
  readonly name?: string | undefined
  readonly licence?: string | undefined
  readonly phone?: string | undefined
  readonly country?: string | undefined
  /** Today when absent, or the day of `knownAt`. */
  readonly on?: CalendarDate | undefined
  readonly knownAt?: Date | undefined
}

export interface QuickCheck {
  /** Everything that the answer depends on besides the question: equal versions, equal answers. */
  readonly version: string
  readonly registry: RegistryMark
  /** Judges; call it once it is known that the answer is wanted. */
  answer(input: QuickCheckInput): Answer
}

type Needed = Pick<Dependencies, 'register' | 'clock' | 'config'>

/** Opens the register for quick checks; undefined when there is nothing to answer from. */
export async function openQuickCheck(
  dependencies: Needed,
  knownAt?: Date,
): Promise<QuickCheck | undefined> {
  return quickCheckOf(await openRegister(dependencies, knownAt), dependencies, knownAt)
}

/** `openQuickCheck` for many who ask at once: those who share a head check share its quick check. */
export function sharedQuickCheck(dependencies: Needed): () => Promise<QuickCheck | undefined> {
  const { register, clock } = dependencies
  let shared: ReturnType<typeof register.open> | undefined
  let check: Promise<QuickCheck | undefined> = Promise.resolve(undefined)
  return () => {
    const opened = register.open()
    if (opened !== shared) {
      shared = opened
      check = opened.then((found) => quickCheckOf(markOpened(found, clock), dependencies))
    }
    return check
  }
}

function quickCheckOf(
  opened: OpenedRegister | undefined,
  { config }: Pick<Needed, 'config'>,
  knownAt?: Date,
): QuickCheck | undefined {
  if (opened === undefined) return undefined
  const { view, registry, today, version } = opened
  return {
    version,
    registry,
    answer: ({ name, licence, phone, country, on }) =>
      answerQuickCheck(
        {
          ...(name === undefined ? {} : { name }),
          ...(licence === undefined ? {} : { licence }),
          ...(phone === undefined
            ? {}
            : {
                phone: {
                  asWritten: phone,
                  e164: readPhone(phone, country ?? config.country)?.e164 ?? null,
                },
              }),
          ...(country === undefined ? {} : { country }),
          on: on ?? (knownAt === undefined ? today : dayFormatter(config.timeZone)(knownAt)),
          today,
        },
        view,
      ),
  }
}
