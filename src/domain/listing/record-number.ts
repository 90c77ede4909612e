import type { Agency } from '../agency.ts'
import { addDays } from '../calendar-date.ts'
import { identifierRecorded, licenceNumberRecorded } from '../change.ts'
import type { LicenceKind } from '../licence.ts'
import type { ListRow } from './list-row.ts'
import type { ReadNumber } from './matching.ts'
import type { ListRecording, RecordedRow } from './record-list.ts'
import { latestNumber, nibOf } from './registered-agency.ts'

// Where to look, never a proof: such a number in the register would answer for any like it.
const NO_LICENCE_NUMBER = ['unknown', 'nib_malformed']

/** Who holds or held each number and NIB: a list may not give one to a second agency. */
export class NumbersTaken {
  readonly #holders = new Map<string, string>()
  readonly #kind: LicenceKind

  constructor(kind: LicenceKind) {
    this.#kind = kind
  }

  add(agency: Agency): void {
    for (const { kind, normalised } of agency.identifiers) {
      if (kind === 'nib') this.#holders.set(`nib:${normalised}`, agency.id)
    }
    for (const { kind, numbers } of agency.licences) {
      for (const number of numbers) {
        if (number.nib !== null && isLicenceNumber(number)) {
          this.#holders.set(`nib:${number.nib}`, agency.id)
        }
        if (kind === this.#kind) this.#holders.set(keyOf(number), agency.id)
      }
    }
  }

  isTakenFromAnother({ number }: ListRow, agencyId: string): boolean {
    return number !== undefined && this.#keys(number).some((key) => this.#isOthers(key, agencyId))
  }

  /** Takes a number for `agencyId`; false when it is held or was held already, by whomever. */
  take(number: ReadNumber, agencyId: string): boolean {
    if (this.isTakenFromAnother({ number } as ListRow, agencyId)) return false
    if (this.#holders.has(keyOf(number))) return false
    for (const key of this.#keys(number)) this.#holders.set(key, agencyId)
    return true
  }

  #isOthers(key: string, agencyId: string): boolean {
    const holder = this.#holders.get(key)
    return holder !== undefined && holder !== agencyId
  }

  #keys(number: ReadNumber): string[] {
    if (!isLicenceNumber(number)) return []
    return [keyOf(number), ...(number.nib === undefined ? [] : [`nib:${number.nib}`])]
  }
}

export function isLicenceNumber({ schema }: { schema: string }): boolean {
  return !NO_LICENCE_NUMBER.includes(schema)
}

function keyOf({ schema, normalised }: { schema: string; normalised: string }): string {
  return `=${schema}:${normalised}`
}

/** The number of the row, in the place of the one before. `agency` is only an id while it is new. */
export function recordNumber(
  { number }: ListRow,
  agency: Agency | string,
  licenceId: string,
  { asOf, sourceId, country, licenceKind: kind, taken }: ListRecording,
  { changes, findings }: RecordedRow,
): void {
  if (number === undefined) return
  if (!isLicenceNumber(number)) {
    findings.push({ code: 'number_is_no_licence_number', detail: number.asWritten })
    return
  }
  const known = typeof agency === 'string' ? undefined : agency
  const agencyId = known?.id ?? String(agency)
  const licence = known?.licences.find(({ id }) => id === licenceId)
  const before = licence && latestNumber(licence)
  if (before !== undefined && before.effectiveOn > asOf) {
    findings.push({ code: 'newer_in_register', detail: number.asWritten })
    return
  }
  if (!taken.take(number, agencyId)) {
    findings.push({ code: 'number_held_already', detail: number.asWritten })
    return
  }

  const isCorrection = before?.effectiveOn === asOf
  if (before !== undefined && !isCorrection && before.lastDay === null) {
    const { printed, schema, normalised, nib } = before
    changes.push(
      licenceNumberRecorded(agencyId, {
        effectiveOn: before.effectiveOn,
        lastDay: addDays(asOf, -1),
        sourceId,
        supersedes: [before.entry],
        licenceId,
        country,
        kind,
        printed,
        schema,
        normalised,
        nib,
      }),
    )
  }
  const { asWritten: printed, schema, normalised, nib } = number
  changes.push(
    licenceNumberRecorded(agencyId, {
      effectiveOn: asOf,
      sourceId,
      supersedes: isCorrection && before !== undefined ? [before.entry] : [],
      licenceId,
      country,
      kind,
      printed: printed.trim(),
      schema,
      normalised,
      nib: nib ?? null,
    }),
  )
  const nibBefore = known && nibOf(known)
  // A company that holds another NIB already is left as it is: two numbers of one are its own matter.
  if (nib !== undefined && nibBefore === undefined) {
    const since = { effectiveOn: asOf, sourceId }
    changes.push(
      identifierRecorded(agencyId, { ...since, kind: 'nib', printed: nib, normalised: nib }),
    )
  }
}
