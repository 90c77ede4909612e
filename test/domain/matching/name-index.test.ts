import { describe, expect, test } from 'vitest'
import type { MatchOutcome, RegisterName } from '../../../src/domain/matching/match.ts'
import { NameIndex } from '../../../src/domain/matching/name-index.ts'

let serial = 0
function registered(name: string, more: Partial<RegisterName> = {}): RegisterName {
  serial += 1
  return {
    id: `name-${serial}`,
    agencyId: `agency-${serial}`,
    name,
    kind: 'registered',
    country: 'ID',
    ...more,
  }
}

// Invented companies: none is meant to be a real one.
const REGISTER = [
  'PT. CONTOH PURNAMA SENTOSA',
  'PT. CONTOH KARYA UTAMA',
  'PT. CONTOH KARYA SEMESTA',
  'PT. RAMBUTANJAYA LESTARI',
  'PT. KENTJANA DURIAN MANDIRI',
  'PT. SAWO PUTRI ABADI',
  'PT. LPK MANGGIS INDONESIA',
  'PT. BHAKTI SALAK RAHARJA',
  'PT. NANGKA MULIA SEJAHTERA (PELAUT)',
  'PT. BELIMBING KARYA DELIMA (BEKADE)',
  'PT. JERUK BERSAUDARA 2',
  'PT.AL-KURMA ZAITUN INTERNASIONAL',
  'PT. PEPAYA HIJAU LESTRARI RAYA',
  'PT. KEDONDONG MEGAH BARU DELIMA',
  'PT. LANGSAT MEGAH RAYA',
].map((name) => registered(name))

describe('a name typed by a village officer', () => {
  const cases: [MatchOutcome, string, string][] = [
    ['exact', 'PT. CONTOH PURNAMA SENTOSA', 'as printed'],
    ['exact', 'contoh purnama sentosa', 'case and PT do not count'],
    ['exact', 'P.T. Contoh Purnama Sentosa', 'dots in the legal form do not count'],
    ['exact', 'Perseroan Terbatas Contoh Purnama Sentosa', 'the legal form in full'],
    ['exact', 'PT Contoh Purnama Sentosa Tbk', 'Tbk says that shares are traded'],
    ['exact', 'PT Contoh Purnama Sentosa (Persero)', 'Persero says who owns the shares'],
    ['exact', 'CONTOH PURNAMA SENTOSA, PT', 'the legal form behind'],
    ['exact', 'PJTKI PT Contoh Purnama Sentosa', 'a role before the name'],
    ['exact', 'BLKLN PT Contoh Purnama Sentosa', 'its training centre'],
    ['exact', 'PT Contoh Purnama Sentosa Cabang Purworejo', 'a branch behind the name'],
    ['exact', 'Contoh Purnama Sentosa Cab. Kendal', 'a branch, abbreviated'],
    ['exact', 'BLKLN Contoh Purnama Sentosa', 'its training centre without PT'],
    ['exact', 'LPK PT Contoh Purnama Sentosa', 'the training institute of that company'],
    ['exact', 'PT LPK Manggis Indonesia', 'PT and a name that begins with LPK'],
    ['exact', 'PT Contoh Purnama Sentosa, Tangerang, Banten', 'a place behind the name'],
    ['exact', 'PT Contoh Purnama Sentosa (CPS)', 'its own initials in brackets'],
    ['exact', 'ContohPurnama Sentosa', 'a lost space'],
    ['exact', 'Rambutan Jaya Lestari', 'a space too many'],
    ['exact', 'PT Nangka Mulia Sejahtera', 'a mark of the list is no word'],
    ['exact', 'LPK Manggis Indonesia', 'LPK is a word of this name, only PT is missing'],
    ['exact', 'Al Kurma Zaitun Internasional', 'a hyphen is a space'],
    ['exact', 'PT Contoh Purnama Sentosa Ltd', 'the same legal form twice, once in English'],
    ['variant', 'Contoh Purnama Sentosa Ltd', 'the English word for the form'],
    ['variant', 'Kencana Durian Mandiri', 'the spelling of before 1972'],
    ['variant', 'Sawo Puteri Abadi', 'both spellings stand in dictionaries'],
    ['variant', 'Bakti Salak Raharja', 'a silent h'],
    ['variant', 'Nangka Mulya Sejahtera', 'y for i'],
    ['variant', 'Al Kurma Zaitun International', 'the English word'],
    ['variant', 'Contoh Purnama Sentoss', 'one slip to a neighbour key'],
    ['variant', 'Contoh Purnma Sentosa', 'one letter lost'],
    ['variant', 'Pepaya Hijau Lestari Raya', 'a letter lost leaves a word, in a long name'],
    ['similar', 'Pepaya Hijau Lestari Abadi', 'the same, and another word instead'],
    ['similar', 'Pepaya Hijau Lestari', 'the same, and a word less'],
    ['similar', 'Pepaya Hijau Lestrari Jaya', 'a letter changed makes another word'],
    ['variant', 'Kedondong Mega Baru Delima', 'an h at the end is hardly heard'],
    ['similar', 'Kedondong Meja Baru Delima', 'another letter there is'],
    ['similar', 'Langsat Mega Raya', 'an h at the end, but a short name'],
    ['variant', 'Pepata Hijau Lestrati Raya', 'two slips in two words of a long name'],
    ['similar', 'Pepata Hijau Lestrari Jaya', 'a slip and another word'],
    ['variant', 'Sentosa Contoh Purnama', 'another order, with a rare word'],
    ['variant', 'Rambutan Djaja Lestari', 'old spelling and a space'],
    ['similar', 'Contoh Purnama Sentosa Utama', 'a word more'],
    ['similar', 'Contoh Baru Purnama Sentosa', 'a word between'],
    ['similar', 'Contoh Purnama', 'a word less, and only one such company'],
    ['similar', 'Contoh Karsa Utama', 'karsa is a word of its own'],
    ['similar', 'CV Contoh Purnama Sentosa', 'another legal form is another company'],
    ['similar', 'Yayasan Contoh Purnama Sentosa', 'a foundation is another body'],
    ['similar', 'LPK Contoh Purnama Sentosa', 'a training institute is another body'],
    ['similar', 'BLK Contoh Purnama Sentosa', 'a training centre may be anyone’s'],
    ['similar', 'PT Manggis Indonesia', 'LPK is a word of the name, not of its form'],
    ['similar', 'PT Contoh Purnama Sentosa, Indonesia', 'Indonesia is a word of many names'],
    ['similar', 'PT Contoh Purnama Sentosa Jakarta', 'a place without a comma may be a word'],
    ['similar', 'Contoh Purnama Sentosa A', 'an initial more'],
    ['similar', 'Contoh Purnama Sentosa II', 'a Roman number more'],
    ['similar', 'Contoh Purnama (Sentosa Raya)', 'words in brackets are words'],
    ['similar', 'Koperasi Contoh Purnama Sentosa', 'a cooperative is another body'],
    ['similar', 'Jeruk Bersaudara 3', 'numbers are equal or different, never nearly'],
    ['similar', 'Jeruk Bersaudara', 'the number is missing'],
    ['similar', 'Contoh Purnama Sentosa 2', 'a number more'],
    ['similar', 'C0ntoh Purnama Sentosa', 'a zero for an o'],
    ['similar', 'Соntoh Purnama Sentosa', 'Cyrillic letters that look the same'],
    ['similar', 'Contoh Pumama Sentosa', 'rn and m look the same'],
    ['similar', 'Contoh Purnma Sentsoa', 'two slips, and the word left is of many names'],
    ['similar', 'CPS', 'initials belong to anyone'],
    ['similar', 'PT Bekade', 'an acronym that the register prints'],
    ['ambiguous', 'Contoh Karya', 'two companies begin so'],
    ['none', 'Gunung Melati Perdana', 'nothing like it'],
    ['none', 'PT', 'no name at all'],
    ['none', '', 'nothing'],
  ]
  const index = new NameIndex(REGISTER)

  test.each(cases)('is %s for %j: %s', (outcome, typed) => {
    expect(index.match(typed).outcome).toBe(outcome)
  })
})

describe('numbers in a name', () => {
  const index = new NameIndex(REGISTER)

  test.each([
    ['Jeruk Bersaudara II', 'a Roman number is the same number'],
    ['Jeruk Bersaudara Dua', 'a number in words is the same number'],
  ])('%j is a variant: %s', (typed) => {
    expect(index.match(typed).outcome).toBe('variant')
  })

  test('another Roman number is another company', () => {
    expect(index.match('Jeruk Bersaudara III').outcome).toBe('similar')
  })
})

describe('names of Bangladesh', () => {
  const index = new NameIndex(
    ['M/S. A.B. Overseas', 'M.S. Lily International', 'Rose Trade (Pvt.) Ltd.'].map((name) =>
      registered(name, { country: 'BD' }),
    ),
  )

  test.each([
    ['exact', 'A.B. Overseas', 'Messrs is no part of the name'],
    ['exact', 'm/s AB Overseas Ltd', 'a form that the register leaves out'],
    ['exact', 'MS Lily International', 'initials with and without dots'],
    ['similar', 'Lily International', 'initials are part of a name'],
    ['exact', 'Rose Trade', 'the form left out'],
    ['similar', 'Rose Trade International', 'a word more'],
  ])('are %s for %j: %s', (outcome, typed) => {
    expect(index.match(typed).outcome).toBe(outcome)
  })
})

describe('letters that are not what they seem', () => {
  const index = new NameIndex(REGISTER)
  const cases: [MatchOutcome, string, string, string][] = [
    ['exact', 'ＰＴ Contoh Purnama Sentosa', 'full_width', 'wide letters are the same letters'],
    ['exact', 'Contóh Purnama Sentosa', 'accent', 'an accent is typography'],
    ['variant', 'Con\u200btoh Purnama Sentosa', 'invisible', 'a hidden letter needs a second look'],
    ['similar', 'Contoh \u202eamanruP Sentosa', 'bidi_control', 'turned letters show another name'],
    ['similar', 'Соntoh Purnama Sentosa', 'look_alike_letter', 'another alphabet'],
    ['similar', 'Соntoh Purnama Sentosa', 'mixed_scripts', 'two alphabets in one word'],
  ]

  test.each(cases)('are %s at best for %j, and %s is reported: %s', (outcome, typed, signal) => {
    const match = index.match(typed)
    expect(match.outcome).toBe(outcome)
    expect(match.spoofSignals.map(({ kind }) => kind)).toContain(signal)
  })

  test('find the register’s own dirty print, with the signal', () => {
    const dirty = new NameIndex([registered('PT. КOPI HITAM SEJATI')])
    const match = dirty.match('PT. КOPI HITAM SEJATI')
    expect(match.outcome).toBe('exact')
    expect(match.spoofSignals.length).toBeGreaterThan(0)
    expect(dirty.match('PT. KOPI HITAM SEJATI').outcome).toBe('similar')
  })

  test('are shown with the place where they stand', () => {
    expect(index.match('Cоntoh').spoofSignals[0]).toMatchObject({ position: 1, character: 'о' })
  })
})

describe('several agencies', () => {
  test('with one name are ambiguous, and their cities part them', () => {
    const index = new NameIndex([
      registered('PT. SALAK EMAS', { city: 'Malang' }),
      registered('PT. SALAK EMAS', { city: 'Bogor' }),
    ])
    expect(index.match('Salak Emas')).toMatchObject({ outcome: 'ambiguous', question: 'city' })
  })

  test('with one name in one city are parted by their numbers', () => {
    const index = new NameIndex([registered('PT. SALAK EMAS'), registered('PT SALAK EMAS')])
    expect(index.match('Salak Emas')).toMatchObject({ outcome: 'ambiguous', question: 'number' })
  })

  test('that begin alike are parted by the full name', () => {
    const index = new NameIndex(REGISTER)
    expect(index.match('Contoh Karya')).toMatchObject({
      outcome: 'ambiguous',
      question: 'full_name',
    })
  })

  test('keep an exact bad record before a variant of a licensed one', () => {
    const index = new NameIndex([
      registered('PT. SALAK EMAS BHAKTI', { agencyId: 'licensed' }),
      registered('PT. SALAK EMAS BAKTI', { agencyId: 'revoked' }),
    ])
    const match = index.match('Salak Emas Bakti')
    expect(match.outcome).toBe('exact')
    expect(match.candidates.map((candidate) => [candidate.agencyId, candidate.outcome])).toEqual([
      ['revoked', 'exact'],
      ['licensed', 'variant'],
    ])
  })

  test('answer once each, with the name that fits best', () => {
    const index = new NameIndex([
      registered('PT. SALAK EMAS', { agencyId: 'one' }),
      registered('PT. SALAK PERAK', { agencyId: 'one', kind: 'former' }),
    ])
    const match = index.match('Salak Perak')
    expect(match).toMatchObject({ outcome: 'exact', candidates: [{ name: { kind: 'former' } }] })
    expect(match.candidates).toHaveLength(1)
  })

  test('never make an acronym exact, though it is a name of its own', () => {
    const index = new NameIndex([registered('BEKADE', { kind: 'acronym' })])
    expect(index.match('Bekade').outcome).toBe('similar')
  })
})

describe('an index', () => {
  test('forgets a removed name at once', () => {
    const kept = registered('PT. SALAK EMAS')
    const index = new NameIndex([kept, registered('PT. SALAK PERAK')])
    expect(index.remove(kept.id)).toBe(true)
    expect(index.remove(kept.id)).toBe(false)
    expect(index.match('Salak Emas').outcome).not.toBe('exact')
    expect(index.size).toBe(1)
  })

  test('replaces a name that is added again under the same id', () => {
    const name = registered('PT. SALAK EMAS')
    const index = new NameIndex([name])
    index.add({ ...name, name: 'PT. SALAK PERAK' })
    expect(index.match('Salak Perak').outcome).toBe('exact')
    expect(index.match('Salak Emas').outcome).not.toBe('exact')
  })

  test('leaves out names that are not eligible', () => {
    const name = registered('PT. SALAK EMAS')
    const index = new NameIndex([name])
    expect(index.match('Salak Emas', { isEligible: () => false }).outcome).toBe('none')
  })

  test('compares with the names of one country only, when told', () => {
    const index = new NameIndex([registered('Lily Overseas Ltd.', { country: 'BD' })])
    expect(index.match('Lily Overseas', { country: 'BD' }).outcome).toBe('exact')
    expect(index.match('Lily Overseas', { country: 'ID' }).outcome).toBe('none')
    expect(index.match('Lily Overseas').outcome).toBe('exact')
  })
})

describe('an explanation', () => {
  const index = new NameIndex(REGISTER)

  test('says what was taken away before comparing', () => {
    expect(index.match('PJTKI PT Contoh Purnama Sentosa Cabang Kendal').removed).toEqual([
      { kind: 'branch', text: 'cabang kendal' },
      { kind: 'role', text: 'pjtki' },
      { kind: 'legal_form', text: 'pt' },
    ])
  })

  test('names the word that is more', () => {
    expect(index.match('Contoh Purnama Sentosa Utama').candidates[0]?.words.at(-1)).toEqual({
      relation: 'extra',
      query: 'utama',
      register: '',
      moved: false,
    })
  })

  test('names the legal forms that are not the same', () => {
    expect(index.match('CV Contoh Purnama Sentosa').candidates[0]?.legalForm).toEqual({
      query: 'cv',
      register: 'pt',
      relation: 'conflict',
    })
  })
})
