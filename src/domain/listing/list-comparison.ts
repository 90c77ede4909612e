import type { CalendarDate } from '../calendar-date.ts'
import type { Dirt, DirtCode } from './dirt.ts'
import type { ListRow } from './list-row.ts'

/** What a row of a list means for the register. */
export const ROW_CLASSES = [
  'new',
  'changed',
  'unchanged',
  'reappeared',
  'conflict',
  'duplicate',
  'refused',
] as const

export type RowClass = (typeof ROW_CLASSES)[number]

export const CHANGED_FIELDS = [
  'listed',
  'name',
  'number',
  'validUntil',
  'phones',
  'region',
  'address',
] as const

export type ChangedField = (typeof CHANGED_FIELDS)[number]

export type FieldChange = { field: ChangedField; before: string | null; after: string | null }

/** Why a row contradicts the register or the rest of the list. */
export const CONFLICT_REASONS = {
  number_of_another_agency: {
    id: 'Nomor ini milik perusahaan lain dalam registri.',
    en: 'The number belongs to another agency of the register.',
  },
  number_and_name_of_two_agencies: {
    id: 'Nomor dan nama ini milik dua perusahaan yang berbeda dalam registri.',
    en: 'The number and the name belong to two different agencies of the register.',
  },
  number_under_two_names: {
    id: 'Daftar ini menulis nomor yang sama untuk nama yang berbeda.',
    en: 'The list has this number under different names.',
  },
  name_with_two_numbers: {
    id: 'Daftar ini menulis nama yang sama dengan nomor yang berbeda.',
    en: 'The list has this name with different numbers.',
  },
  name_of_several_agencies: {
    id: 'Beberapa perusahaan dalam registri memakai nama ini, dan nomornya tidak menentukan.',
    en: 'Several agencies of the register have this name, and the number does not decide.',
  },
} as const

export type ConflictReason = keyof typeof CONFLICT_REASONS

export type ComparedRow = {
  row: ListRow
  class: RowClass
  /** The agency the row speaks of, or, in a conflict, the one it contradicts. */
  agencyId: string | null
  changes: FieldChange[]
  /** Faults of the row alone and beside the other rows and the register. */
  dirt: Dirt[]
  /** For `duplicate`: the line of the row that is kept. */
  duplicateOf?: number
  conflict?: { reason: ConflictReason; agencyName: string | null }
}

/** An agency this source listed before and no longer lists. A finding: it revokes nothing. */
export type MissingAgency = {
  agencyId: string
  name: string
  number: string | null
  /** A row that has the agency's number or name all the same, but is refused or in conflict. */
  seenOnLine?: number
}

export const LIST_WARNINGS = {
  many_missing: {
    id: 'Lebih dari seperlima perusahaan yang dulu terdaftar tidak ada lagi: daftar mungkin terpotong.',
    en: 'More than a fifth of the agencies listed before are gone: the list may be cut off.',
  },
  names_not_looked_up: {
    id: 'Terlalu banyak nama untuk dicari satu per satu: kemiripan hanya diperiksa per kata.',
    en: 'Too many names to look each up: likeness was checked word by word only.',
  },
  no_usable_row: {
    id: 'Tidak ada baris yang dapat dipakai.',
    en: 'No row can be used.',
  },
} as const

export type ListWarning = { code: keyof typeof LIST_WARNINGS; detail: string }

export type ListComparison = {
  country: string
  asOf: CalendarDate
  rows: ComparedRow[]
  missing: MissingAgency[]
  counts: Record<RowClass, number>
  dirtCounts: Partial<Record<DirtCode, number>>
  warnings: ListWarning[]
}
