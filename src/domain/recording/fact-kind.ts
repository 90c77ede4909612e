import type { Agency, Licence } from '../agency.ts'
import type { Bilingual } from '../bilingual.ts'
import type { Change, CommittedText } from '../change.ts'
import type { Place } from '../people/person.ts'
import type { Before } from './before.ts'
import type { AnyBody, BodyOf, Fields } from './field.ts'

/** One field that is understood and wrong. */
export interface Fault {
  readonly field: string
  readonly says: Bilingual
}

/** Something the recorder should look at, which forbids nothing. */
export interface Warning {
  readonly code: 'name_like_another'
  readonly says: Bilingual
  readonly agencyId: string
}

/** What a body asks for: the changes, where they belong, and whose record must not have changed. */
export interface Draft {
  readonly changes: readonly Change[]
  readonly place: Place
  readonly warnings?: readonly Warning[]
}

/** What a draft may look at and make use of. */
export interface Desk extends Before {
  /** The country of the registry, whose rules its tables hold. */
  readonly country: string
  newId(prefix: string): string
  commit(text: string): CommittedText
  /** E.164, or undefined for what is no telephone number. */
  readPhone(text: string, country: string): string | undefined
  licence(id: string): { readonly agency: Agency; readonly licence: Licence } | undefined
}

export interface FactKind {
  /** The table, and the kind of its log entries. */
  readonly kind: string
  /** Last part of its address. */
  readonly path: string
  readonly title: Bilingual
  readonly fields: Fields
  /** True where each body makes a subject of its own, which nobody can have changed meanwhile. */
  readonly makesSubject: boolean
  draft(body: AnyBody, desk: Desk): Draft | readonly Fault[]
}

/** A kind whose draft knows the types of its fields. */
export function factKind<const Of extends Fields>(
  kind: Omit<FactKind, 'fields' | 'draft' | 'makesSubject'> & {
    readonly fields: Of
    readonly makesSubject?: boolean
    draft(body: BodyOf<Of>, desk: Desk): Draft | readonly Fault[]
  },
): FactKind {
  return { makesSubject: false, ...kind } as unknown as FactKind
}

export function isRefused(drafted: Draft | readonly Fault[]): drafted is readonly Fault[] {
  return Array.isArray(drafted)
}
