import { describe, expect, test } from 'vitest'
import { readTypedQuestion, type TypedQuestion } from '../../src/domain/typed-question.ts'

describe('what is typed into the one box', () => {
  const cases: [string, TypedQuestion, string][] = [
    ['PT Contoh Bahari', { name: 'PT Contoh Bahari' }, 'letters are a name'],
    ['  ', {}, 'nothing is typed'],
    ['9900000000011', { licence: '9900000000011' }, 'a business number has thirteen digits'],
    ['9900 0000 00011', { licence: '9900 0000 00011' }, 'spaces group digits'],
    ['99000000000280001', { licence: '99000000000280001' }, 'seventeen digits'],
    ['9900000000000011', { licence: '9900000000000011' }, 'a malformed number is still a number'],
    ['0220000000011', { licence: '0220000000011' }, 'a business number may begin with 0'],
    ['12345678', { licence: '12345678' }, 'no telephone begins so'],
    ['0812 0000 101', { phone: '0812 0000 101' }, 'telephones begin with 0'],
    ['(021) 0000-0101', { phone: '(021) 0000-0101' }, 'brackets belong to telephones'],
    ['+62 21 0000 0101', { phone: '+62 21 0000 0101' }, 'only telephones have a plus'],
    ['+6281200001019', { phone: '+6281200001019' }, 'thirteen digits, but with a plus'],
    ['6281200001019', { phone: '6281200001019' }, 'as messengers show it, thirteen digits'],
    [
      'PT Contoh Bahari 9900000000011',
      { name: 'PT Contoh Bahari', licence: '9900000000011' },
      'name and number are asked together',
    ],
    [
      'PT Contoh Bahari, No. NIB: 9900000000011',
      { name: 'PT Contoh Bahari', licence: '9900000000011' },
      'what the number is called is no part of the name',
    ],
    [
      'PT Contoh Bahari HP 0812 0000 101',
      { name: 'PT Contoh Bahari', phone: '0812 0000 101' },
      'name and telephone',
    ],
    [
      '9900000000011 021 0000 0101',
      { licence: '9900000000011', phone: '021 0000 0101' },
      'two numbers with a space between',
    ],
    [
      'PT Contoh 9900000000011 +62 21 0000 0101',
      { name: 'PT Contoh', licence: '9900000000011', phone: '+62 21 0000 0101' },
      'all three',
    ],
    ['NIB 9900000000011', { licence: '9900000000011' }, 'a label alone is no name'],
    ['CONTOH/18/UKPS/2025', { licence: 'CONTOH/18/UKPS/2025' }, 'slashes make a decree'],
    ['CONTOH 20.20 Tahun 2025', { licence: 'CONTOH 20.20 Tahun 2025' }, 'so does a year'],
    ['PT Contoh 21', { name: 'PT Contoh 21' }, 'a name may end in a number'],
    ['PT Contoh Abadi 2005', { name: 'PT Contoh Abadi 2005' }, 'or in a year'],
    [
      '9900000000011 9900000000035',
      { licence: '9900000000011 9900000000035' },
      'two licences cannot be asked at once, so it is read as one that is unknown',
    ],
  ]

  test.each(cases)('%j is %j', (typed, question, _reason) => {
    expect(readTypedQuestion(typed, 'ID')).toEqual(question)
  })

  // The time that a test may take is the bound: what blows up takes minutes.
  test('is read whole however many separators run on', () => {
    const hostile = `1${' -'.repeat(5_000)}x`
    expect(Object.values(readTypedQuestion(hostile, 'ID'))).toEqual([hostile])
  })
})
