import { readLicenceNumber } from '../../../src/domain/matching/licence-number.ts'
import type { RegisterName } from '../../../src/domain/matching/match.ts'
import { NameIndex } from '../../../src/domain/matching/name-index.ts'
import { findDoubtfulNames } from '../../../src/domain/matching/register-hygiene.ts'
import { bangladeshNumbers, registerNumbers } from './real-data.ts'

export interface LeftOutFigures {
  readonly register: string
  readonly names: number
  readonly exact: number
  readonly variant: number
  readonly pairs: readonly string[]
}

/** Each name against the register without it: what is left is a duplicate or a false match. */
export function leaveEachOut(register: string, names: readonly RegisterName[]): LeftOutFigures {
  const findings = findDoubtfulNames(new NameIndex(names), names)
  return {
    register,
    names: names.length,
    exact: findings.filter(({ outcome }) => outcome === 'exact').length,
    variant: findings.filter(({ outcome }) => outcome === 'variant').length,
    pairs: findings.map(({ name, other, outcome }) => `${outcome}: ${name.name} = ${other.name}`),
  }
}

export interface NumberFigures {
  readonly register: string
  readonly numbers: number
  readonly unread: number
  /** Different prints with one lossless form. */
  readonly losslessCollisions: number
  readonly lossyCollisions: number
}

export function numberFigures(): readonly NumberFigures[] {
  return [
    figures('Indonesia', registerNumbers(), 'ID'),
    figures('Bangladesh', bangladeshNumbers(), 'BD'),
  ]
}

function figures(register: string, prints: readonly string[], country: string): NumberFigures {
  const distinct = [...new Set(prints)]
  const read = distinct.flatMap((print) => readLicenceNumber(print, country) ?? [])
  return {
    register,
    numbers: distinct.length,
    unread: distinct.length - read.length,
    losslessCollisions: read.length - new Set(read.map(({ normalised }) => normalised)).size,
    lossyCollisions: read.length - new Set(read.map(({ lossy }) => lossy)).size,
  }
}
