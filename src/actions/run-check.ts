import { randomBytes } from 'node:crypto'
import type { Dependencies } from '../dependencies.ts'
import { answerCheck, type CheckAnswer } from '../domain/answer-check.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { canonicalJson, type JsonValue } from '../domain/canonical-json.ts'
import { checkCodeOf } from '../domain/check-code.ts'
import type { CheckQuestion, RecruiterClaim } from '../domain/check-question.ts'
import { inOneMessage, notAskedAgain } from '../domain/check-standing.ts'
import { isCompanyName, keptQuestion } from '../domain/kept-question.ts'
import type { RegisterView } from '../domain/register-view.ts'
import { holderHashOf, type KeyedHash } from '../keyed-hash.ts'
import type { Language } from '../language.ts'
import { findUsedKey, type KeptCheck, saveCheck } from '../store/checks.ts'
import { idempotencySince, oneAtATime } from './one-at-a-time.ts'
import { type OpenedRegister, openRegister, type RegistryMark } from './open-register.ts'
import { readPhone } from './read-phone.ts'

/** The question as a caller brings it: today is the day when none is given, telephones are as typed. */
export type CheckInput = Omit<CheckQuestion, 'on' | 'today' | 'recruiter'> & {
  readonly on?: CalendarDate
  readonly recruiter?: Omit<RecruiterClaim, 'phone'> & { readonly phone?: string }
}

export interface CheckRequest {
  readonly input: CheckInput
  readonly language: Language
  /** What the caller calls this request, and who the caller is: keys of two callers never meet. */
  readonly idempotency?: { readonly key: string; readonly scope: string }
}

export type CheckOutcome =
  | { readonly code: string; readonly answer: CheckAnswer; readonly registry: RegistryMark }
  | { readonly refused: 'key_reused' | 'in_flight' | 'unavailable' }

type RunDependencies = Pick<
  Dependencies,
  'register' | 'clock' | 'config' | 'database' | 'hash' | 'log'
>

/** Judges the whole claim, keeps it without persons, and gives its code. Never a verdict that is not kept. */
export async function runCheck(
  dependencies: RunDependencies,
  request: CheckRequest,
): Promise<CheckOutcome> {
  const { hash } = dependencies
  const { idempotency } = request
  if (idempotency === undefined) return judgeAndKeep(dependencies, request, null)

  const keyHash = hash.of('idempotency-key', `${idempotency.scope}\0${idempotency.key}`)
  const bodyHash = hash.of('check-body', canonicalJson(request.input as unknown as JsonValue))
  return oneAtATime(keyHash, async () => {
    const repeated = await repeatedAnswer(dependencies, keyHash, bodyHash)
    return repeated ?? judgeAndKeep(dependencies, request, { keyHash, bodyHash })
  })
}

interface KeyClaim {
  readonly keyHash: string
  readonly bodyHash: string
}

async function judgeAndKeep(
  dependencies: RunDependencies,
  { input, language }: CheckRequest,
  claim: KeyClaim | null,
): Promise<CheckOutcome> {
  const { clock, config, database, hash } = dependencies
  const opened = await openRegister(dependencies)
  if (opened === undefined) return { refused: 'unavailable' }
  const question = questionOf(input, opened.today, config.country, hash)
  const answer = lessTypedNames(
    answerCheck(question, opened.view, opened.tables),
    question,
    opened.view,
  )
  const codeSeed = randomBytes(16).toString('base64url')
  const code = codeFrom(codeSeed, dependencies)
  const check = keptCheck(question, answer, opened, {
    codeHash: hash.of('check-code', code),
    checkedAt: clock.now(),
    language,
  })
  const isSaved = await attempt(dependencies, () =>
    saveCheck(database, check, claim === null ? null : { ...claim, codeSeed }),
  )
  if (isSaved === undefined) return { refused: 'unavailable' }
  if (isSaved) return { code, answer, registry: opened.registry }
  // Another process was faster with the same key: its answer counts.
  const winner = claim && (await repeatedAnswer(dependencies, claim.keyHash, claim.bodyHash))
  return winner ?? { refused: 'in_flight' }
}

async function repeatedAnswer(
  dependencies: RunDependencies,
  keyHash: string,
  bodyHash: string,
): Promise<CheckOutcome | undefined> {
  const { clock, database } = dependencies
  const since = idempotencySince(clock.now())
  const found = await attempt(dependencies, async () => ({
    used: await findUsedKey(database, keyHash, since),
  }))
  if (found === undefined) return { refused: 'unavailable' }
  const { used } = found
  if (used === undefined) return undefined
  if (used.bodyHash !== bodyHash) return { refused: 'key_reused' }
  const { answer, registry } = used.check
  return { code: codeFrom(used.codeSeed, dependencies), answer, registry }
}

/** Undefined when the database fails: then there is no answer either. */
async function attempt<Value>(
  { log }: Pick<Dependencies, 'log'>,
  act: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await act()
  } catch (error) {
    log.error({ err: error }, 'keeping a check')
    return undefined
  }
}

// Whoever has the database but not the key cannot tell the code from its seed.
function codeFrom(seed: string, { hash }: Pick<Dependencies, 'hash'>): string {
  return checkCodeOf(hash.bytes('check-code', `seed\0${seed}`))
}

function questionOf(
  input: CheckInput,
  today: CalendarDate,
  country: string,
  hash: KeyedHash,
): CheckQuestion {
  const { on, recruiter, documents, ...rest } = input
  const nik = input.worker?.nik
  const holderHash = nik === undefined ? undefined : holderHashOf(hash, nik)
  return {
    ...rest,
    on: on ?? today,
    today,
    ...(recruiter !== undefined && {
      recruiter: recruiterOf(recruiter, input.country ?? country),
    }),
    ...(documents !== undefined && {
      documents:
        holderHash === undefined ? documents : documents.map((one) => ({ ...one, holderHash })),
    }),
  }
}

function recruiterOf(
  { phone, ...rest }: NonNullable<CheckInput['recruiter']>,
  country: string,
): RecruiterClaim {
  if (phone === undefined) return rest
  return { ...rest, phone: { asWritten: phone, e164: readPhone(phone, country)?.e164 ?? null } }
}

/** An answer quotes the words of a name only where the name is a company's. */
function lessTypedNames(
  answer: CheckAnswer,
  { recruiter, country }: CheckQuestion,
  register: RegisterView,
): CheckAnswer {
  const { match } = answer
  if (match === null || recruiter?.name === undefined) return answer
  if (isCompanyName(recruiter.name, recruiter, country, register)) return answer
  const { question: _question, ...rest } = match
  const { headline } = answer
  return {
    ...answer,
    // The short message begins with the name as typed where no agency is settled.
    text160: { id: inOneMessage(headline.id), en: inOneMessage(headline.en) },
    match: {
      ...rest,
      explanation: match.explanation.map((feature) => ({ ...feature, words: [] })),
      spoofSignals: [],
      removed: [],
    },
    candidates: answer.candidates.map((candidate) => ({
      ...candidate,
      differences: [],
      compared: null,
    })),
  }
}

function keptCheck(
  question: CheckQuestion,
  answer: CheckAnswer,
  { view, tables, registry, today }: OpenedRegister,
  more: Pick<KeptCheck, 'codeHash' | 'checkedAt' | 'language'>,
): KeptCheck {
  const kept = keptQuestion(question, view)
  return {
    ...more,
    checkedOn: today,
    question: kept,
    answer,
    registry,
    registrySize: view.size,
    notAskedAgain: notAskedAgain(answer, answerCheck({ ...kept, today }, view, tables)),
  }
}
