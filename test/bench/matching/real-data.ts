import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { RegisterName } from '../../../src/domain/matching/match.ts'

const FOLDER = new URL('../../../../shared/data/', import.meta.url)

export interface Mention {
  readonly asWritten: string
  /** Empty when an authority or a newspaper said that it is no licensed agency. */
  readonly trueAgency: string
  readonly kind: string
  readonly labelBasis: string
}

/** False where the folder of real data is absent; measuring is then left out. */
export function hasRealData(): boolean {
  return existsSync(FOLDER)
}

function rows(file: string): Record<string, string>[] {
  return parse(readFileSync(new URL(file, FOLDER)), { columns: true, skip_empty_lines: true })
}

/** Names of the complaint form's list; fragments and entries that are no agency are dropped. */
export function cleanedNames(): { readonly names: readonly string[]; readonly dropped: number } {
  const all = rows('p3mi-names.csv')
  const kept = all.filter(({ note = '' }) => !/fragment|NOT a recruitment/.test(note))
  return { names: kept.map((row) => row['name']!), dropped: all.length - kept.length }
}

export function otherNames(): readonly string[] {
  return rows('p3mi-other-names.csv').map((row) => row['name']!)
}

export function registerNames(): readonly string[] {
  return rows('p3mi-register-2026-09-17.csv').map((row) => row['name']!)
}

export function registerNumbers(): readonly string[] {
  return rows('p3mi-register-2026-09-17.csv').flatMap((row) => row['licence_no'] || [])
}

export function bangladeshNames(): readonly string[] {
  return rows('bangladesh-recruiting-agencies.csv').map((row) => row['name']!)
}

export function bangladeshNumbers(): readonly string[] {
  return rows('bangladesh-recruiting-agencies.csv').flatMap((row) => row['rl_no'] || [])
}

export function mentions(): readonly Mention[] {
  return rows('mentions-dev.csv').map((row) => ({
    asWritten: row['as_written']!,
    trueAgency: row['true_agency']!,
    kind: row['kind']!,
    labelBasis: row['label_basis']!,
  }))
}

/** One agency a distinct name: what is printed twice is one agency. */
export function asRegister(names: readonly string[], country: string): readonly RegisterName[] {
  const seen = new Set<string>()
  return names.flatMap((name) => {
    const key = name
      .toLowerCase()
      .replace(/^pt\b\.?\s*|,?\s*pt\.?$/g, '')
      .replace(/[^a-z0-9]/g, '')
    if (seen.has(key)) return []
    seen.add(key)
    return [{ id: key, agencyId: key, name, kind: 'registered' as const, country }]
  })
}
