import { describe, expect, test } from 'vitest'
import { EVERYWHERE, mayDo, type Person, type Place } from '../../../src/domain/people/person.ts'
import type { Role, Task } from '../../../src/domain/people/role.ts'

const INDONESIA: Place = { country: 'ID', region: null }
const WEST_JAVA: Place = { country: 'ID', region: '32' }
const INDRAMAYU: Place = { country: 'ID', region: '32.12' }
const BANDUNG: Place = { country: 'ID', region: '32.04' }
const BANTEN: Place = { country: 'ID', region: '36' }
const NEPAL: Place = { country: 'NP', region: null }

const having = (role: Role, place: Place): Person => ({
  id: 'per_1',
  name: 'Siti',
  grants: [{ role, ...place }],
})

describe('what a person may do', () => {
  const cases: [boolean, Role, Place, Task, Place | undefined, string][] = [
    [true, 'recorder', INDRAMAYU, 'record', INDRAMAYU, 'it is their own district'],
    [true, 'recorder', WEST_JAVA, 'record', INDRAMAYU, 'a province covers its districts'],
    [true, 'recorder', INDONESIA, 'record', BANTEN, 'a country covers its provinces'],
    [true, 'recorder', EVERYWHERE, 'record', NEPAL, 'they are bound to no place'],
    [true, 'recorder', INDRAMAYU, 'record', undefined, 'somewhere is enough to open the page'],
    [false, 'recorder', INDRAMAYU, 'record', BANDUNG, 'it is another district'],
    [false, 'recorder', INDRAMAYU, 'record', WEST_JAVA, 'a district does not cover its province'],
    [false, 'recorder', WEST_JAVA, 'record', INDONESIA, 'the fact is of the whole country'],
    [false, 'recorder', { country: 'ID', region: '3' }, 'record', WEST_JAVA, '3 is not part of 32'],
    [false, 'recorder', INDONESIA, 'record', NEPAL, 'it is another country'],
    [false, 'recorder', INDONESIA, 'record', EVERYWHERE, 'what is of no country needs no bound'],
    [false, 'recorder', INDONESIA, 'approve', INDONESIA, 'recording is not approving'],
    [true, 'approver', INDONESIA, 'record', INDONESIA, 'approvers record too'],
    [
      false,
      'administrator',
      EVERYWHERE,
      'record',
      INDONESIA,
      'administrators keep people, not facts',
    ],
    [false, 'administrator', EVERYWHERE, 'approve', INDONESIA, 'administrators approve no facts'],
    [false, 'reader', EVERYWHERE, 'read_audit', undefined, 'only auditors read who did what'],
    [true, 'auditor', EVERYWHERE, 'read_audit', undefined, 'it is what they are for'],
  ]

  test.each(cases)(
    'is %s for a %s of %j to %s at %j: %s',
    (allowed, role, of, task, at, _reason) => {
      expect(mayDo(having(role, of), task, at)).toBe(allowed)
    },
  )

  test('is nothing without a grant', () => {
    expect(mayDo({ id: 'per_1', name: 'Siti', grants: [] }, 'read_console')).toBe(false)
  })
})
