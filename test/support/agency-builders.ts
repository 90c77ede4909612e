import {
  type Agency,
  type AgencyContact,
  type AgencyName,
  asKnown,
  type Licence,
  type LicenceNumber,
  type Listing,
  type NameKind,
} from '../../src/domain/agency.ts'
import { addDays, type CalendarDate, day } from '../../src/domain/calendar-date.ts'
import type { Fact } from '../../src/domain/fact.ts'
import type {
  AgencyKind,
  LicenceEvent,
  LicenceEventType,
  LicenceKind,
  SuspensionScope,
} from '../../src/domain/licence.ts'
import { readLicenceNumber } from '../../src/domain/matching/licence-number.ts'
import { NameIndex } from '../../src/domain/matching/name-index.ts'
import type { NumberHolder, RegisterView } from '../../src/domain/register-view.ts'
import type { Source, SourceEdition, SourceKind } from '../../src/domain/source.ts'

/** The source of every built fact unless it names another: see `authorityList`. */
export const LIST = 'src_list'

export interface FactOptions {
  readonly entry?: number
  readonly supersededBy?: number
  readonly lastDay?: string
  readonly source?: string
}

let serial = 0
function nextId(prefix: string): string {
  serial += 1
  return `${prefix}_${serial}`
}

function fact(effectiveOn: string, options: FactOptions): Fact {
  return {
    entry: options.entry ?? 0,
    supersededBy: options.supersededBy ?? null,
    effectiveOn: day(effectiveOn),
    lastDay: options.lastDay === undefined ? null : day(options.lastDay),
    sourceId: options.source ?? LIST,
  }
}

type EventOptions = FactOptions &
  Partial<Pick<LicenceEvent, 'id' | 'scope' | 'instrument' | 'lifts' | 'corrects'>> & {
    readonly validUntil?: string
    readonly announcedOn?: string
  }

function event(type: LicenceEventType, on: string, options: EventOptions = {}): LicenceEvent {
  return {
    ...fact(on, options),
    id: options.id ?? nextId('evt'),
    type,
    validUntil: options.validUntil === undefined ? null : day(options.validUntil),
    validityBasis: options.validUntil === undefined ? null : 'printed',
    autoRenewing: null,
    scope: options.scope ?? null,
    instrument: options.instrument ?? null,
    announcedOn: options.announcedOn === undefined ? null : day(options.announcedOn),
    lifts: options.lifts ?? null,
    corrects: options.corrects ?? null,
  }
}

export const granted = (on: string, options?: EventOptions) => event('granted', on, options)
export const renewed = (on: string, options?: EventOptions) => event('renewed', on, options)
export const warned = (on: string, options?: EventOptions) => event('warned', on, options)
export const suspendedFull = (on: string, options?: EventOptions) =>
  event('suspended_full', on, options)
export const suspendedPartly = (on: string, scope: SuspensionScope, options?: EventOptions) =>
  event('suspended_partial', on, { ...options, scope })
export const lifted = (on: string, options?: EventOptions) => event('lifted', on, options)
export const lapsed = (on: string, options?: EventOptions) => event('lapsed', on, options)
export const revoked = (on: string, options?: EventOptions) => event('revoked', on, options)
export const surrendered = (on: string, options?: EventOptions) => event('surrendered', on, options)
export const corrected = (on: string, corrects: string, options?: EventOptions) =>
  event('corrected', on, { ...options, corrects })

export const listed = (on: string, options: FactOptions = {}): Listing => ({
  ...fact(on, options),
  state: 'listed',
})
export const missing = (on: string, options: FactOptions = {}): Listing => ({
  ...fact(on, options),
  state: 'missing',
})

export interface LicenceOptions {
  readonly id?: string
  readonly kind?: LicenceKind
  readonly entry?: number
  readonly numbers?: readonly string[]
  readonly events?: readonly LicenceEvent[]
  readonly listings?: readonly Listing[]
}

export function licence(options: LicenceOptions = {}): Licence {
  return {
    id: options.id ?? nextId('lic'),
    kind: options.kind ?? 'sip3mi',
    entry: options.entry ?? 0,
    numbers: (options.numbers ?? []).map(printedNumber),
    events: options.events ?? [granted('2020-03-01')],
    listings: options.listings ?? [listed('2026-09-01')],
  }
}

function printedNumber(printed: string): LicenceNumber {
  const read = readLicenceNumber(printed, 'ID')
  return {
    ...fact('2020-03-01', {}),
    printed,
    schema: read?.schema ?? 'unknown',
    normalised: read?.normalised ?? '',
    nib: read?.nib ?? null,
  }
}

export const registeredName = (name: string, from: string, options: FactOptions = {}) =>
  nameOf('registered', name, from, options)
export const formerName = (name: string, from: string, options: FactOptions = {}) =>
  nameOf('former', name, from, options)
export const tradingName = (name: string, from: string, options: FactOptions = {}) =>
  nameOf('trading', name, from, options)

function nameOf(kind: NameKind, name: string, from: string, options: FactOptions): AgencyName {
  return { ...fact(from, options), id: nextId('nam'), kind, name }
}

export interface AgencyOptions extends LicenceOptions {
  readonly id?: string
  readonly kindOfAgency?: AgencyKind
  /** Other names; the first argument is the registered one. */
  readonly names?: readonly AgencyName[]
  /** Instead of the one licence that the other options describe. */
  readonly licences?: readonly Licence[]
  /** E.164. */
  readonly phones?: readonly string[]
}

/** An agency with one SIP3MI, granted in 2020 and listed, unless told otherwise. */
export function agency(name: string, options: AgencyOptions = {}): Agency {
  const { id = nextId('agy'), kindOfAgency = 'p3mi' } = options
  const { kind = LICENCE_OF[kindOfAgency], ...of } = options
  return {
    id,
    country: 'ID',
    kind: kindOfAgency,
    regionCode: null,
    entry: options.entry ?? 0,
    names: [registeredName(name, '2010-01-01'), ...(options.names ?? [])],
    identifiers: [],
    licences: options.licences ?? [licence({ ...of, kind, id: `lic_of_${id}` })],
    branches: [],
    contacts: (options.phones ?? []).map(phone),
    representatives: [],
    destinations: [],
  }
}

const LICENCE_OF: Readonly<Record<AgencyKind, LicenceKind>> = {
  p3mi: 'sip3mi',
  own_company: 'own_company_permit',
  apprenticeship_sender: 'so_permit',
  crew_manning: 'sip3mi',
}

function phone(e164: string): AgencyContact {
  return {
    ...fact('2020-03-01', {}),
    kind: 'phone',
    value: e164,
    normalised: e164,
    branchId: null,
  }
}

interface SourceOptions {
  readonly freshForDays?: number
  readonly demonstration?: boolean
  readonly entry?: number
}

export function source(
  id: string,
  kind: SourceKind,
  editions: readonly SourceEdition[],
  options: SourceOptions = {},
): Source {
  return {
    id,
    entry: options.entry ?? 0,
    publisher: 'Dinas Percontohan',
    title: `Sumber contoh ${id}`,
    kind,
    instrument: null,
    issuedOn: null,
    url: null,
    freshForDays: options.freshForDays ?? 30,
    demonstration: options.demonstration ?? false,
    editions,
  }
}

export function edition(
  asOf: string,
  options: { readonly retrievedOn?: string; readonly entry?: number } = {},
): SourceEdition {
  return {
    entry: options.entry ?? 0,
    supersededBy: null,
    asOf: day(asOf),
    retrievedOn: day(options.retrievedOn ?? asOf),
    rows: null,
    sha256: null,
  }
}

/** An authority's list, with one edition as of each of the days. */
export function authorityList(days: readonly string[], options: SourceOptions = {}): Source {
  return source(
    LIST,
    'authority_list',
    days.map((asOf) => edition(asOf)),
    options,
  )
}

interface ViewOptions {
  readonly size?: number
  readonly isCurrent?: boolean
}

/** A register over plain arrays, with the real reading of names and numbers. */
export function registerOf(
  all: readonly Agency[],
  sources: readonly Source[],
  { size = 1000, isCurrent = true }: ViewOptions = {},
): RegisterView {
  const agencies = all.flatMap((one) => asKnown(one, size) ?? [])
  const byId = new Map(agencies.map((one) => [one.id, one]))
  const sourceById = new Map(sources.map((one) => [one.id, one]))
  const names = new NameIndex(
    agencies.flatMap(({ id, country, names: own }) =>
      own.map(({ id: nameId, name, kind }) => ({ id: nameId, agencyId: id, name, kind, country })),
    ),
  )
  return {
    size,
    isCurrent,
    agency: (id) => byId.get(id),
    source: (id) => sourceById.get(id),
    matchName: (name, country) => names.match(name, country === undefined ? {} : { country }),
    holdersOfPhone: (e164) =>
      agencies
        .filter(({ contacts }) => contacts.some(({ normalised }) => normalised === e164))
        .map(({ id }) => id),
    holdersOfNumber: (read, country) =>
      agencies
        .filter((one) => country === undefined || one.country === country)
        .flatMap(({ id, licences }) =>
          licences.flatMap(({ id: licenceId, numbers }) =>
            numbers.slice(0, 1).flatMap((number): NumberHolder[] => {
              const outcome =
                number.normalised === read.normalised
                  ? 'exact'
                  : read.nib !== undefined && number.nib === read.nib
                    ? 'same_nib'
                    : readLicenceNumber(number.printed, 'ID')?.lossy === read.lossy
                      ? 'suggested'
                      : null
              return outcome === null ? [] : [{ agencyId: id, licenceId, outcome }]
            }),
          ),
        ),
  }
}

export function daysAfter(from: CalendarDate, days: number): CalendarDate {
  return addDays(from, days)
}
