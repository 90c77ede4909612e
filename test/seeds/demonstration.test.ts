import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { demonstrationChanges } from '../../seeds/demonstration.ts'
import { DEMONSTRATION_AGENCIES } from '../../seeds/demonstration-agencies.ts'
import { commitText } from '../../src/store/commit-text.ts'

const changes = () => demonstrationChanges((name) => commitText(name, 'demonstration'))

describe('the demonstration register', () => {
  test('is the same every time, and as it was published: a changed seed is a changed promise', () => {
    const digest = createHash('sha256').update(JSON.stringify(changes())).digest('hex')
    expect(JSON.stringify(changes())).toBe(JSON.stringify(changes()))
    expect(digest).toBe('6d9a9449d4a666928a473c66a15c1b3fbfb78c782a9b1a648a9a36a4f43dbaad')
  })

  test('is marked as invented wherever it says something', () => {
    const sources = changes()
      .filter(({ kind }) => kind === 'sources')
      .map(({ fact }) => JSON.parse(fact).row)
    expect(sources.length).toBeGreaterThan(0)
    for (const source of sources) {
      expect(source).toMatchObject({ demonstration: true, kind: 'demonstration' })
    }
    const known = new Set(sources.map(({ id }) => id))
    for (const { fact } of changes()) {
      const { row } = JSON.parse(fact)
      if (row.source_id !== undefined) expect(known).toContain(row.source_id)
    }
  })

  test('cannot be mistaken for anybody: numbers of no register, telephones of nobody', () => {
    for (const { name, number, phone } of DEMONSTRATION_AGENCIES) {
      expect(name).toContain('Contoh')
      if (number !== undefined) expect(number).toMatch(/^99\d{11}(\d{4})?$|^CONTOH/)
      if (phone !== undefined) expect(phone).toMatch(/^\+62210000\d{4}$/)
    }
  })

  test('gives no two subjects one number, name or id', () => {
    for (const key of ['id', 'name', 'number', 'phone'] as const) {
      const given = DEMONSTRATION_AGENCIES.flatMap((agency) => agency[key] ?? [])
      expect(new Set(given).size, key).toBe(given.length)
    }
  })
})
