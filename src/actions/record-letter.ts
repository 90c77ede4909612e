import { randomUUID } from 'node:crypto'
import type { Dependencies } from '../dependencies.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { canonicalJson, type JsonValue } from '../domain/canonical-json.ts'
import type { Change } from '../domain/change.ts'
import { type IssuedDocumentType, issuedDocumentRecorded } from '../domain/change-rules.ts'
import type { PartnerKey } from '../domain/partner-key.ts'
import { covers } from '../domain/people/person.ts'
import { holderHashOf } from '../keyed-hash.ts'
import { commitText } from '../store/commit-text.ts'
import type { KeptLetter } from '../store/issued-documents.ts'
import { type RecordOutcome, type RefusedRecord, recordChanges } from '../store/record-changes.ts'
import { findRecordedByKey, recordOnce } from '../store/record-once.ts'
import { idempotencySince, oneAtATime } from './one-at-a-time.ts'

export type LetterDependencies = Pick<
  Dependencies,
  'database' | 'register' | 'clock' | 'config' | 'hash'
>

/** A letter as its office brings it. */
export interface LetterInput {
  readonly documentType: IssuedDocumentType
  readonly number: string
  readonly issuerRegion: string
  readonly issuedOn: CalendarDate
  /** Used for a keyed hash alone, and kept nowhere. */
  readonly holderNik?: string
  readonly sourceId: string
}

export interface RecordedLetter {
  readonly letter: Omit<KeptLetter, 'number' | 'holderHash'> & { readonly hasHolder: boolean }
  readonly recordedAt: Date
}

export type LetterRefusal =
  | RefusedRecord
  | 'outside_place'
  | 'unknown_source'
  | 'key_reused'
  | 'in_flight'
  | 'not_found'
  | 'withdrawn_already'
  | 'before_issue'
export type LetterOutcome = RecordedLetter | { readonly refused: LetterRefusal }

interface LetterRequest {
  readonly input: LetterInput
  readonly by: PartnerKey
  /** What the caller calls this request, and who the caller is: keys of two callers never meet. */
  readonly idempotency?: { readonly key: string; readonly scope: string } | undefined
}

/** Records a letter that an office issued. With a key, a repeated request records nothing again. */
export async function recordLetter(
  dependencies: LetterDependencies,
  { input, by, idempotency }: LetterRequest,
): Promise<LetterOutcome> {
  const { database, clock, hash } = dependencies
  const refused = await refusalOf(dependencies, input, by)
  if (refused !== undefined) return { refused }
  const letter = { ...keptLetter(input, hash), id: `isd_${shortId()}` }
  const change = letterChange(letter)
  if (idempotency === undefined) {
    return recordedLetter(letter, await recordChanges(database, recorderOf(by), [change]))
  }

  const keyHash = hash.of('idempotency-key', `letter\0${idempotency.scope}\0${idempotency.key}`)
  const bodyHash = hash.of('letter-body', canonicalJson(input as unknown as JsonValue))
  return oneAtATime(keyHash, async () => {
    const since = idempotencySince(clock.now())
    const repeated = async (): Promise<LetterOutcome | undefined> => {
      const found = await findRecordedByKey(database, keyHash, since)
      if (found === undefined) return undefined
      if (found.bodyHash !== bodyHash) return { refused: 'key_reused' }
      return {
        ...recordedAs({ ...letter, id: found.subject, entry: found.firstEntry }),
        recordedAt: found.recordedAt,
      }
    }
    const before = await repeated()
    if (before !== undefined) return before
    const claim = { keyHash, bodyHash, usedAt: clock.now() }
    const outcome = await recordOnce(database, recorderOf(by), change, claim)
    if ('refused' in outcome && outcome.refused === 'key_used') {
      return (await repeated()) ?? { refused: 'in_flight' }
    }
    return recordedLetter(letter, outcome as RecordOutcome)
  })
}

/** Why a key may not record this letter; undefined when it may. */
export async function refusalOf(
  { register, config }: Pick<LetterDependencies, 'register' | 'config'>,
  { issuerRegion, sourceId }: Pick<LetterInput, 'issuerRegion' | 'sourceId'>,
  { place }: PartnerKey,
): Promise<'outside_place' | 'unknown_source' | undefined> {
  const issuer = { country: config.country, region: issuerRegion }
  if (place === null || !covers(place, issuer)) return 'outside_place'
  const opened = await register.open()
  return opened?.view.source(sourceId) === undefined ? 'unknown_source' : undefined
}

/** The key under which the registry's log knows who recorded. */
export function recorderOf({ id }: PartnerKey): string {
  return `key:${id}`
}

type LetterToRecord = Omit<KeptLetter, 'entry'>

export function keptLetter(
  { holderNik, ...rest }: LetterInput,
  hash: LetterDependencies['hash'],
): Omit<LetterToRecord, 'id'> {
  const holderHash = holderNik === undefined ? null : (holderHashOf(hash, holderNik) ?? null)
  return { ...rest, holderHash, withdrawnOn: null }
}

export function letterChange(letter: LetterToRecord, supersedes: readonly number[] = []): Change {
  const { number, holderHash, ...rest } = letter
  return issuedDocumentRecorded({
    ...rest,
    number: commitText(number),
    holder: holderHash === null ? null : commitText(holderHash),
    validFrom: letter.issuedOn,
    validUntil: null,
    instrument: null,
    instrumentOn: null,
    url: null,
    confidence: 'statement',
    supersedes,
  })
}

export function recordedLetter(letter: LetterToRecord, outcome: RecordOutcome): LetterOutcome {
  if ('refused' in outcome) return outcome
  return {
    ...recordedAs({ ...letter, entry: outcome.firstEntry }),
    recordedAt: new Date(outcome.recordedAt),
  }
}

function recordedAs({ number: _number, holderHash, ...letter }: KeptLetter) {
  return { letter: { ...letter, hasHolder: holderHash !== null } }
}

function shortId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 24)
}
