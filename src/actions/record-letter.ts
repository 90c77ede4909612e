import { randomUUID } from 'node:crypto'
import type { Dependencies } from '../dependencies.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { JsonValue } from '../domain/canonical-json.ts'
import type { Change } from '../domain/change.ts'
import { type IssuedDocumentType, issuedDocumentRecorded } from '../domain/change-rules.ts'
import type { PartnerKey } from '../domain/partner-key.ts'
import { covers } from '../domain/people/person.ts'
import { holderHashOf } from '../keyed-hash.ts'
import { commitText } from '../store/commit-text.ts'
import type { KeptLetter } from '../store/issued-documents.ts'
import { findEntries } from '../store/log-entries.ts'
import type { Recorded, RefusedRecord } from '../store/record-changes.ts'
import { recordOnce } from '../store/recording-keys.ts'
import { type IdempotencyKey, once } from './once.ts'

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
  readonly idempotency?: IdempotencyKey | undefined
}

/** Records a letter that an office issued. With a key, a repeated request records nothing again. */
export async function recordLetter(
  dependencies: LetterDependencies,
  { input, by, idempotency }: LetterRequest,
): Promise<LetterOutcome> {
  const { database, hash } = dependencies
  const refused = await refusalOf(dependencies, input, by)
  if (refused !== undefined) return { refused }
  const letter = { ...keptLetter(input, hash), id: `isd_${shortId()}` }
  return once<LetterOutcome>(
    dependencies,
    idempotency,
    { issued_document: input as unknown as JsonValue },
    async (claim) => {
      const key = claim({ letter: letter.id })
      const changes = [letterChange(letter)]
      const outcome = await recordOnce(database, recorderOf(by), changes, null, key, null)
      return 'refused' in outcome ? outcome : recordedLetter(letter, outcome)
    },
    async ({ outcome, firstEntry }) => {
      const [found] = await findEntries(database, [firstEntry!])
      const { letter: id } = outcome as { letter: string }
      return recordedLetter(
        { ...letter, id },
        { firstEntry: firstEntry!, recordedAt: found!.recordedAt },
      )
    },
  )
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

export function recordedLetter(
  { number: _number, holderHash, ...letter }: LetterToRecord,
  { firstEntry, recordedAt }: Pick<Recorded, 'firstEntry' | 'recordedAt'>,
): RecordedLetter {
  return {
    letter: { ...letter, entry: firstEntry, hasHolder: holderHash !== null },
    recordedAt: new Date(recordedAt),
  }
}

function shortId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 24)
}
