import { canonicalJson, type JsonValue } from '../canonical-json.ts'

export type FactRow = { readonly [column: string]: JsonValue }

/** What the body of a log entry says. */
export interface LogEntry {
  readonly idx: number
  /** The table that holds the fact. */
  readonly kind: string
  readonly subject: string
  /** The fact's columns, but for those of a person, whose salted hashes stand in their place. */
  readonly row: FactRow
  readonly recordedAt: string
  readonly recordedBy: string
  readonly supersedes: readonly number[]
  /** True where facts are taken back and nothing takes their place. */
  readonly retracts: boolean
}

const MEMBERS = 'entry,fact,recorded_at,recorded_by'
const FACT_MEMBERS = 'kind,row,subject'
const INSTANT = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

/** Undefined for a body that the registry would not have written. */
export function readLogEntry(body: string): LogEntry | undefined {
  const entry = canonicalObject(body)
  const fact = asObject(entry?.fact)
  const row = asObject(fact?.row)
  if (entry === undefined || fact === undefined || row === undefined) return undefined
  const { entry: idx, recorded_at: recordedAt, recorded_by: recordedBy, supersedes = [] } = entry
  const { kind, subject } = fact
  const members = Object.keys(entry).filter((key) => key !== 'supersedes')
  if (members.join() !== MEMBERS || Object.keys(fact).join() !== FACT_MEMBERS) return undefined
  if (!isPlace(idx) || typeof kind !== 'string' || typeof subject !== 'string') return undefined
  if (typeof recordedAt !== 'string' || !INSTANT.test(recordedAt)) return undefined
  if (typeof recordedBy !== 'string' || !Array.isArray(supersedes)) return undefined
  if (!supersedes.every((old) => isPlace(old) && old < idx)) return undefined
  return {
    idx,
    kind,
    subject,
    row,
    recordedAt,
    recordedBy,
    supersedes,
    retracts: Object.keys(row).join() === 'retracts',
  }
}

function canonicalObject(body: string): FactRow | undefined {
  try {
    const value = JSON.parse(body)
    return canonicalJson(value) === body ? asObject(value) : undefined
  } catch {
    return undefined
  }
}

function asObject(value: JsonValue | undefined): FactRow | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as FactRow)
    : undefined
}

const isPlace = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0
