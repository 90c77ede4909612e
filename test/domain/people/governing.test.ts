import { expect, test } from 'vitest'
import { csvLine } from '../../../src/domain/csv.ts'
import { readEmail } from '../../../src/domain/people/email.ts'
import { mayGovern, roleRefusal } from '../../../src/domain/people/governing.ts'
import { passwordFault } from '../../../src/domain/people/password-rule.ts'
import { EVERYWHERE, type Person, type Place } from '../../../src/domain/people/person.ts'

const WEST_JAVA: Place = { country: 'ID', region: '32' }
const administratorOf = (place: Place): Person => ({
  id: 'per_a',
  name: 'Ibu Contoh',
  grants: [{ role: 'administrator', ...place }],
})

test.each([
  ['own_role', EVERYWHERE, 'per_a', WEST_JAVA, 'nobody gives a role to themselves'],
  [undefined, EVERYWHERE, 'per_b', WEST_JAVA, 'they are bound to no place'],
  [undefined, WEST_JAVA, 'per_b', { country: 'ID', region: '32.12' }, 'a district of theirs'],
  ['outside_place', WEST_JAVA, 'per_b', { country: 'ID', region: null }, 'a whole country'],
  ['outside_place', WEST_JAVA, 'per_b', EVERYWHERE, 'everywhere'],
] as [string | undefined, Place, string, Place, string][])(
  'giving a role is %s: of %j to %s for %j, %s',
  (refusal, of, personId, place, _reason) => {
    expect(roleRefusal(administratorOf(of), personId, place)).toBe(refusal)
  },
)

test('a person is governed by whom covers all of their roles', () => {
  const held = [
    { role: 'reader', country: 'ID', region: '32.12' },
    { role: 'reader', country: 'ID', region: '36' },
  ] as const
  expect(mayGovern(administratorOf(WEST_JAVA), held)).toBe(false)
  expect(mayGovern(administratorOf(WEST_JAVA), held.slice(0, 1))).toBe(true)
  expect(mayGovern(administratorOf(WEST_JAVA), [])).toBe(true)
})

const HOLDER = { email: 'siti.contoh@contoh.example', name: 'Siti Contoh' }

test.each([
  [false, 'kuda makan rumput hijau', 'four words'],
  [false, '🦜🐢🐟🐝🌾🍚🍋🥥🌶️🧂🫖🪔', 'counted in characters'],
  [true, 'sebelas hrf', 'eleven characters'],
  [true, 'aaaaaaaaaaaaaaaa', 'one letter'],
  [true, 'siti.contoh@contoh.example', 'their own address'],
  [true, 'Siti Contoh Pastikan', 'their name and ours'],
  [true, `${'a'.repeat(200)}bcdef`, 'longer than any'],
])('a password is refused (%s): %s, %s', (isRefused, password, _reason) => {
  expect(passwordFault(password, HOLDER) !== undefined).toBe(isRefused)
})

test.each([
  [' Siti@Contoh.Example ', 'siti@contoh.example'],
  ['siti@contoh', undefined],
  ['siti', undefined],
  ['a@b@contoh.example', undefined],
  ['a b@contoh.example', undefined],
  ['siti\u200b@contoh.example', undefined],
  ['si\u00adti@contoh.example', undefined],
  [`${'a'.repeat(65)}@contoh.example`, undefined],
])('an address %j is read as %j', (typed, read) => {
  expect(readEmail(typed)).toBe(read)
})

test('a line of CSV is quoted, and holds no formula', () => {
  const cells = ['a', 'b,c', 'd"e', 'f\ng', '=1+1', '+1', '-1', '@x', '\tx', 7, true, null]
  expect(csvLine(cells)).toBe(`a,"b,c","d""e","f\ng",'=1+1,'+1,'-1,'@x,'\tx,7,true,\r\n`)
})

// Excel splits at semicolons where the comma is decimal, as in Indonesia, and then takes quotes within a line as text.
test.each([
  ['Budi;=HYPERLINK("x")', `"Budi;'=HYPERLINK(""x"")"`],
  ['Budi; @x', `Budi; '@x`],
  ['=1;+1', `'=1;'+1`],
  ['a\n-1', `"a\n'-1"`],
  ['{"q":"x;=1+1;"}', `"{""q"":""x;'=1+1;""}"`],
  ['a; b-c', 'a; b-c'],
])('a cell %j holds no formula where semicolons separate cells', (cell, line) => {
  expect(csvLine([cell])).toBe(`${line}\r\n`)
})
