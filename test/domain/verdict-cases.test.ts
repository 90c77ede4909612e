import { describe, expect, test } from 'vitest'
import { type Answer, answerQuickCheck } from '../../src/domain/answer.ts'
import { day } from '../../src/domain/calendar-date.ts'
import type { QuickQuestion } from '../../src/domain/quick-question.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import {
  agency,
  authorityList,
  edition,
  formerName,
  granted,
  lapsed,
  licence,
  lifted,
  listed,
  missing,
  registeredName,
  registerOf,
  renewed,
  revoked,
  source,
  surrendered,
  suspendedFull,
  suspendedPartly,
  tradingName,
  warned,
} from '../support/agency-builders.ts'

// Every company, number and decree is invented.
const TODAY = '2026-11-24'
const GRANT = granted('2020-03-01')
const DECREE = 'src_decree'
const NEWS = 'src_news'

const SOURCES = [
  authorityList(['2026-09-01', '2026-11-22']),
  source(DECREE, 'decree', [edition('2026-11-23')]),
  source(NEWS, 'official_statement', [edition('2026-11-23')]),
  source('src_old', 'authority_list', [edition('2026-09-25', { retrievedOn: '2026-11-22' })]),
]

const AGENCIES = [
  agency('PT. SALAK PURNAMA SENTOSA', {
    id: 'salak',
    numbers: ['9120000000011'],
    phones: ['+622155500011'],
  }),
  agency('PT. NANGKA KARYA UTAMA', {
    id: 'nangka',
    numbers: ['9120000000022'],
    phones: ['+622155500022'],
  }),
  agency('PT. KURMA MUDA MAKMUR', { id: 'kurma-makmur', numbers: ['9120000000033'] }),
  agency('PT. KURMA MUDA MANDIRI', { id: 'kurma-mandiri', numbers: ['9120000000044'] }),
  agency('PT. SUKUN BERAKHIR LESTARI', {
    numbers: ['9120000000055'],
    events: [granted('2021-11-24', { validUntil: '2026-11-23' }), lapsed('2026-11-24')],
  }),
  agency('PT. KELENGKENG DILEPAS LESTARI', {
    numbers: ['9120000000066'],
    events: [granted('2021-10-02', { validUntil: '2026-10-01' })],
    listings: [listed('2026-09-01'), missing('2026-11-22')],
  }),
  agency('PT. SAWO DIPANJANGKAN ABADI', {
    numbers: ['9120000000077'],
    events: [granted('2021-11-21', { validUntil: '2026-11-20' })],
  }),
  agency('PT. DUKU LAMA ABADI', {
    numbers: ['9120000000088'],
    events: [granted('2021-11-24', { validUntil: '2026-11-23', source: 'src_old' })],
    listings: [listed('2026-09-25', { source: 'src_old' })],
  }),
  agency('PT. JERUK BERHENTI SENTOSA', {
    numbers: ['9120000000099'],
    phones: ['+622155500099'],
    events: [GRANT, suspendedFull('2026-11-01', { source: DECREE, instrument: 'SK Contoh 10' })],
  }),
  agency('PT. LECI SEBAGIAN SENTOSA', {
    numbers: ['9120000000101'],
    events: [GRANT, suspendedPartly('2026-11-01', { destinations: ['TW'] }, { source: DECREE })],
  }),
  agency('PT. MANGGIS PULIH RAHARJA', {
    numbers: ['9120000000112'],
    events: [
      GRANT,
      suspendedFull('2026-08-01', { source: DECREE }),
      lifted('2026-11-23', { source: DECREE, instrument: 'SK Contoh 11' }),
    ],
  }),
  agency('PT. MARKISA BERITA RAHARJA', {
    numbers: ['9120000000123'],
    events: [
      GRANT,
      suspendedFull('2026-08-01', { source: DECREE }),
      lifted('2026-11-23', { source: NEWS }),
    ],
  }),
  agency('PT. DURIAN DICABUT MANDIRI', {
    id: 'durian',
    numbers: ['9120000000134'],
    events: [GRANT, revoked('2026-01-29', { source: DECREE, announcedOn: '2026-02-04' })],
    listings: [listed('2025-09-01'), missing('2026-02-10')],
  }),
  agency('PT. DURIYAN DICABUT MANDIRI JAYA', { numbers: ['9120000000135'] }),
  agency('PT. PEPAYA NAMA BARU', {
    id: 'pepaya',
    numbers: ['9120000000145'],
    names: [formerName('PT. PISANG NAMA LAMA', '2012-01-01', { lastDay: '2024-05-31' })],
  }),
  agency('PT. RAMBUTAN ASLI INDONESIA', {
    numbers: ['9120000000156'],
    names: [tradingName('RAMBUTAN KERJA DUNIA', '2020-01-01')],
  }),
  agency('PT. DURIAN PENERUS MANDIRI', { numbers: ['9120000000167'] }),
  agency('PT. CEMPEDAK TANPA NOMOR', { numbers: [''] }),
  agency('PT. BELIMBING TANPA NOMOR', { numbers: [] }),
  agency('PT. JAMBU DAFTAR LAMA', {
    numbers: ['9120000000178'],
    events: [granted('2020-03-01', { source: 'src_old' })],
    listings: [listed('2026-09-25', { source: 'src_old' })],
  }),
  agency('PT. TERATAI HILANG DAFTAR', {
    numbers: ['9120000000189'],
    listings: [listed('2026-09-01'), missing('2026-11-22')],
  }),
  agency('PT. SRIKAYA DIPERINGATKAN', {
    numbers: ['9120000000190'],
    events: [GRANT, warned('2026-10-01', { source: DECREE })],
  }),
  agency('PT. KEDONDONG MENGEMBALIKAN', {
    numbers: ['9120000000201'],
    events: [GRANT, surrendered('2026-10-01', { source: DECREE })],
  }),
  agency('PT. ALPUKAT KARYAWAN SENDIRI', {
    numbers: ['9120000000212'],
    kindOfAgency: 'own_company',
  }),
  agency('PT. SIRSAK MAGANG JEPANG', {
    numbers: ['2/385/HK.13/XII/2019'],
    kindOfAgency: 'apprenticeship_sender',
  }),
  agency('PT. KELAPA AWAK KAPAL', {
    numbers: ['SIUKAK/12/2024'],
    kindOfAgency: 'crew_manning',
    kind: 'siukak',
  }),
  agency('PT. ANGGUR TANPA IZIN', { licences: [] }),
  agency('PT. MELATI BELUM TERBIT', {
    numbers: ['9120000000223'],
    events: [granted('2026-12-01')],
    listings: [],
  }),
  agency('PT. KENARI IZIN BARU', {
    id: 'kenari',
    licences: [
      licence({
        numbers: ['9120000000234'],
        events: [granted('2012-01-01'), revoked('2017-01-01')],
      }),
      licence({ numbers: ['9120000000245'], events: [granted('2021-01-01')] }),
    ],
  }),
]

const register = registerOf(AGENCIES, SOURCES)

type Asked = Omit<QuickQuestion, 'on' | 'today' | 'phone'> & {
  readonly phone?: string
  readonly on?: string
}

function ask({ phone, on = TODAY, ...asked }: Asked, view = register): Answer {
  return answerQuickCheck(
    {
      ...asked,
      ...(phone !== undefined && {
        phone: { asWritten: phone, e164: phone.startsWith('+') ? phone : null },
      }),
      on: day(on),
      today: day(TODAY),
    },
    view,
  )
}

type Row = [string, Asked, Verdict, string, string]

describe('the answer to a situation at the desk', () => {
  // biome-ignore format: one situation a line
  const rows: Row[] = [
    ['1', { name: 'Salak Purnama Sentosa', licence: '9120000000011' }, 'legal', 'agency.licensed', 'name and number are of one licensed agency'],
    ['1', { licence: '912.0000.0000-11' }, 'legal', 'agency.licensed', 'the number alone identifies it'],
    ['1', { name: 'PT Salak Purnama Sentosa' }, 'legal', 'agency.licensed', 'the exact name of one agency only'],
    ['3', { licence: '91200000000110001' }, 'legal', 'agency.licensed', 'seventeen digits are the same NIB with a serial'],
    ['3', { licence: '9120000000011001' }, 'caution', 'agency.number_malformed', 'sixteen digits: one is missing'],
    ['3', { licence: '9120000000011001', name: 'PT Salak Purnama Sentosa' }, 'caution', 'agency.number_malformed', 'the right name does not repair the number'],
    ['3', { licence: '9120000000011001', name: 'PT Nangka Karya Utama' }, 'cannot_confirm', 'agency.number_malformed_unknown', 'a malformed number is no ground for a conflict'],
    ['3', { licence: '912000000001' }, 'cannot_confirm', 'agency.number_malformed_unknown', 'twelve digits lead nowhere'],
    ['3', { licence: '912000000OO11' }, 'cannot_confirm', 'agency.number_suggested', 'an O read as 0 only suggests'],
    ['5', { name: 'PT Salak Purnama Sentosa', licence: '9120000000022' }, 'not_legal', 'agency.name_number_conflict', 'the number belongs to another agency'],
    ['5', { name: 'PT Zamrud Xilofon Quantum', licence: '9120000000022' }, 'not_legal', 'agency.name_number_conflict', 'an unknown name borrows a number'],
    ['5', { name: 'PT Nangka Karya Usaha', licence: '9120000000022' }, 'cannot_confirm', 'agency.number_name_similar', 'one word differs from the holder’s name'],
    ['5', { name: 'PT Durian Dicabut Mandiri Raya', licence: '9120000000134' }, 'not_legal', 'agency.revoked', 'bad news of the number’s holder is told though the name differs'],
    ['5', { name: 'PT Salak Purnama Sentoss', licence: '9120000000011' }, 'caution', 'agency.name_written_differently', 'the holder’s name with one slip'],
    ['6', { licence: '8120000000999' }, 'cannot_confirm', 'agency.number_not_on_file', 'a NIB that is not on file proves nothing, either way'],
    ['6', { licence: '8120000000999', name: 'PT Salak Purnama Sentosa' }, 'cannot_confirm', 'agency.number_not_on_file', 'a licensed name does not make an unknown number good'],
    ['6', { licence: '8120000000999', name: 'PT Durian Dicabut Mandiri' }, 'not_legal', 'agency.revoked', 'the exact name is of a revoked agency'],
    ['7', { name: 'PT Zamrud Xilofon Quantum' }, 'cannot_confirm', 'agency.name_not_found', 'typing error, new name or revoked: not found is not illegal'],
    ['8', { name: 'PT Nangka Karya Utamo' }, 'cannot_confirm', 'agency.name_similar', 'a letter off in a common word'],
    ['8', { name: 'PT Salak Purnama Sentoss' }, 'cannot_confirm', 'agency.name_variant', 'a slip is confirmed by a person, never by us'],
    ['9', { name: 'Kurma Muda' }, 'cannot_confirm', 'agency.name_ambiguous', 'two licensed twins'],
    ['11', { licence: '9120000000055' }, 'not_legal', 'agency.expired_lapsed', 'ended yesterday, and the authority says so'],
    ['11', { licence: '9120000000066' }, 'not_legal', 'agency.expired_dropped', 'ended, and the later list dropped it'],
    ['12', { licence: '9120000000077' }, 'caution', 'agency.expired_still_listed', 'ended, but the later list still carries it'],
    ['13', { licence: '9120000000088' }, 'cannot_confirm', 'agency.expired_unconfirmed', 'ended, and the list is sixty days old'],
    ['15', { licence: '9120000000099' }, 'not_legal', 'agency.suspended_full', 'no activity is allowed'],
    ['17', { licence: '9120000000101' }, 'caution', 'agency.suspended_partial', 'in or out of scope is for the full check'],
    ['20', { licence: '9120000000112' }, 'legal', 'agency.licensed', 'lifted by decree yesterday'],
    ['22', { licence: '9120000000134', on: '2026-02-02' }, 'not_legal', 'agency.revoked', 'the decree’s day counts, not the press’s'],
    ['23', { licence: '9120000000134', on: '2025-09-10' }, 'legal', 'agency.licensed', 'licensed at the time of the act'],
    ['25', { name: 'PT Pisang Nama Lama', licence: '9120000000145' }, 'legal', 'agency.licensed', 'an old name with the same NIB'],
    ['25', { name: 'PT Pisang Nama Lama' }, 'legal', 'agency.licensed', 'an old name that one agency only had'],
    ['25', { name: 'Rambutan Kerja Dunia' }, 'legal', 'agency.licensed', 'a trade name of one agency'],
    ['26', { name: 'PT Durian Penerus Mandiri' }, 'legal', 'agency.licensed', 'no guilt by resemblance to a revoked company'],
    ['33', { name: 'PT Salak Purnama Sentosa', phone: '+6281200000000' }, 'caution', 'channel.not_registered', 'a real name from an unknown telephone'],
    ['33', { licence: '9120000000011', phone: '+622155500022' }, 'caution', 'channel.registered_to_other', 'the telephone is another agency’s'],
    ['33', { licence: '9120000000011', phone: '+622155500011' }, 'legal', 'agency.licensed', 'the telephone is on record'],
    ['33', { phone: '+622155500011' }, 'cannot_confirm', 'agency.phone_is_no_proof', 'a telephone proves nobody'],
    ['33', { phone: '+6281200000000' }, 'cannot_confirm', 'agency.phone_unknown', 'an unknown telephone'],
    ['33', { phone: 'besok' }, 'cannot_confirm', 'agency.phone_unreadable', 'no telephone number at all'],
    ['33', { licence: '9120000000022', phone: 'besok' }, 'caution', 'channel.unreadable', 'what cannot be read cannot be confirmed'],
    ['46', { licence: '9120000000123' }, 'cannot_confirm', 'agency.lifted_by_news_only', 'news of a lifting without a decree'],
    ['61', { name: 'PT Sirsak Magang Jepang' }, 'caution', 'agency.apprenticeship_only', 'apprentices are no migrant workers'],
    ['66', { name: 'PT Kelapa Awak Kapal' }, 'caution', 'agency.crew_permit_contested', 'two ministries claim the permit'],
    ['72', { name: 'PT Cempedak Tanpa Nomor' }, 'cannot_confirm', 'agency.no_number_on_record', 'listed with an empty number'],
    ['72', { name: 'PT Belimbing Tanpa Nomor' }, 'cannot_confirm', 'agency.no_number_on_record', 'listed without a number'],
    ['74', { licence: '9120000000178' }, 'cannot_confirm', 'agency.source_stale', 'fetched lately, but as of sixty days ago'],
    ['74', { licence: '9120000000189' }, 'cannot_confirm', 'agency.missing_from_list', 'vanished from the list is no revocation'],
    ['74', { licence: '9120000000011', on: '2026-12-23' }, 'cannot_confirm', 'agency.source_stale', 'no list of today tells what holds in a month'],
    ['–', { licence: '9120000000011', on: '2026-11-25' }, 'caution', 'agency.day_not_yet_come', 'tomorrow is not known today'],
    ['–', { licence: '9120000000190' }, 'caution', 'agency.warned', 'a written warning'],
    ['–', { licence: '9120000000201' }, 'not_legal', 'agency.surrendered', 'given back'],
    ['–', { licence: '9120000000212' }, 'caution', 'agency.own_company_only', 'its own staff only'],
    ['–', { name: 'PT Anggur Tanpa Izin' }, 'cannot_confirm', 'agency.no_licence_on_record', 'an agency without a licence on record'],
    ['–', { licence: '9120000000223' }, 'cannot_confirm', 'agency.not_yet_licensed', 'before the first grant on record nothing is known'],
    ['–', { licence: '9120000000234' }, 'caution', 'agency.number_of_other_licence', 'the number of an old licence of a licensed agency'],
    ['–', { name: 'PT Durian Dicabut Mandiri' }, 'not_legal', 'agency.revoked', 'an exact revoked name outranks a licensed look-alike'],
    ['–', { licence: 'tidak ada' }, 'cannot_confirm', 'agency.number_unreadable', 'no digits and no name'],
    ['–', { name: 'PT' }, 'cannot_confirm', 'agency.name_unreadable', 'a legal form is no name'],
    ['–', { name: '---' }, 'cannot_confirm', 'agency.name_unreadable', 'no letters'],
    ['–', { name: 'PJTKI PT' }, 'cannot_confirm', 'agency.name_unreadable', 'a role and a legal form are no name'],
    ['–', { name: 'P3MI' }, 'cannot_confirm', 'agency.name_unreadable', 'a role is no name'],
    ['–', { name: 'P.T. (P3MI)' }, 'cannot_confirm', 'agency.name_unreadable', 'nor is it however it is written'],
    ['–', { name: 'P.T.' }, 'cannot_confirm', 'agency.name_unreadable', 'a legal form with its dots'],
    ['–', { name: '\uff30\uff34' }, 'cannot_confirm', 'agency.name_unreadable', 'a legal form in full-width letters'],
    ['–', { name: 'PT (PELAUT)' }, 'cannot_confirm', 'agency.name_unreadable', 'a list’s mark is no name'],
    ['–', { name: 'PT kantor cabang' }, 'cannot_confirm', 'agency.name_unreadable', 'a branch of nobody'],
    ['–', { name: 'PT Cabang Mangga' }, 'cannot_confirm', 'agency.name_not_found', 'one word that says something is a name'],
    ['–', { name: 'PT', licence: '9120000000011' }, 'caution', 'agency.name_left_out', 'a legal form beside a good number'],
    ['–', { name: '  ', licence: '' }, 'cannot_confirm', 'agency.nothing_asked', 'blank is not asked'],
    ['–', { name: 'PT S\u0430lak Purnama Sentosa', licence: '9120000000011' }, 'cannot_confirm', 'agency.number_name_similar', 'a Cyrillic letter in the name'],
    ['–', { name: 'PT S\u0430lak Purnama Sentosa' }, 'cannot_confirm', 'agency.name_similar', 'a Cyrillic letter and no number'],
    ['–', { name: 'PT \uff33alak Purnama Sentosa' }, 'caution', 'agency.name_has_unusual_letters', 'a full-width letter in the name'],
    ['–', { name: 'PT S\u00e1lak Purnama Sentosa' }, 'caution', 'agency.name_has_unusual_letters', 'an accent that the register does not print'],
    ['–', { licence: '9120000000011', on: '2004-10-17' }, 'cannot_confirm', 'agency.no_rule_for_day', 'before the oldest law that we hold'],
    ['–', { licence: '9120000000011', on: '2019-12-31' }, 'cannot_confirm', 'agency.not_yet_licensed', 'the day before the grant'],
    ['–', { licence: '9120000000011', on: '2020-03-01' }, 'legal', 'agency.licensed', 'the day of the grant'],
  ]

  test.each(rows)('%s: %j is %s by %s: %s', (_number, asked, verdict, code, _reason) => {
    const answer = ask(asked)
    expect([answer.verdict, answer.findings[0]?.code]).toEqual([verdict, code])
  })
})

describe('the answer about the recruiter', () => {
  const codesOf = (answer: Answer) => answer.findings.map(({ code }) => code)

  test('says that nothing but the licence was checked, also when it is good', () => {
    const answer = ask({ licence: '9120000000011' })
    expect(answer.covers).toEqual(['agency'])
    expect(answer.notCovered).toContain('recruitment_permit')
    expect(answer.notCovered).toContain('channel')
    expect(answer.headline.id).toBe(
      'PT. SALAK PURNAMA SENTOSA tercatat berizin pada 24 November 2026. Lowongannya belum diperiksa.',
    )
    expect(answer.text160.id).toBe(
      'TERCATAT BERIZIN. PT. SALAK PURNAMA SENTOSA. Lowongan BELUM diperiksa. Tanya Disnaker.',
    )
    expect(answer.nextSteps.map(({ code }) => code)).toEqual(['check_placement', 'ask_disnaker'])
  })

  test('names source, age and law', () => {
    const [finding] = ask({ licence: '9120000000011' }).findings
    expect(finding).toMatchObject({
      claim: 'agency',
      outcome: 'confirmed',
      effect: 'none',
      source: { id: 'src_list', retrievedOn: '2026-11-22', ageDays: 2 },
      params: { confirmed_on: '2026-11-22' },
    })
    expect(finding?.basis.map(({ instrument }) => instrument)).toEqual(['UU 18/2017', 'PP 59/2021'])
  })

  test('cites the law of the day asked about', () => {
    const events = [granted('2010-01-01')]
    const old = registerOf([agency('PT. DELIMA', { numbers: ['9120000000301'], events })], SOURCES)
    const [finding] = ask({ licence: '9120000000301', on: '2017-11-21' }, old).findings
    expect(finding?.basis.map(({ instrument }) => instrument)).toEqual(['UU 39/2004'])
  })

  test('shows both parties of a conflict as candidates and accuses neither', () => {
    const answer = ask({ name: 'PT Salak Purnama Sentosa', licence: '9120000000022' })
    expect(answer.agency).toBeNull()
    expect(answer.candidates.map(({ id, why }) => [id, why])).toEqual([
      ['nangka', 'number'],
      ['salak', 'name'],
    ])
    expect(answer.match.outcome).toBe('none')
    expect(answer.headline.id).toBe(
      'Tidak sah seperti yang disebut: nama dan nomor izin tidak cocok.',
    )
    expect(JSON.stringify(answer)).not.toMatch(/penipu|fraud/i)
  })

  test('offers the twins of an ambiguous name and the question that separates them', () => {
    const answer = ask({ name: 'Kurma Muda' })
    expect(answer.candidates.map(({ id }) => id).sort()).toEqual(['kurma-makmur', 'kurma-mandiri'])
    expect(answer.match.question).toBe('full_name')
    expect(answer.nextSteps.map(({ code }) => code)).toContain('ask_full_name')
  })

  test('names the word that differs from the holder’s name', () => {
    const answer = ask({ name: 'PT Nangka Karya Usaha', licence: '9120000000022' })
    expect(answer.findings[0]?.says.id).toMatch(/“UTAMA”.*“USAHA”/)
    expect(
      answer.candidates[0]?.differences.map(({ query, register: listed }) => query + listed),
    ).toEqual(['utama', 'usaha'])
  })

  test('tells what a number alone is worth', () => {
    expect(codesOf(ask({ licence: '8120000000999' }))).toEqual([
      'agency.number_not_on_file',
      'agency.nib_proves_nothing',
    ])
  })

  test('offers the agency of an exact name whose number is not on file, and does not answer with it', () => {
    const answer = ask({ licence: '8120000000999', name: 'PT Salak Purnama Sentosa' })
    expect(answer.agency).toBeNull()
    expect(answer.candidates).toMatchObject([{ id: 'salak', outcome: 'exact', why: 'name' }])
    expect(codesOf(answer)).not.toContain('agency.licensed')
  })

  test('tells since when, by which decree and when it was announced', () => {
    const [finding] = ask({ licence: '9120000000134' }).findings
    expect(finding?.says.id).toBe(
      'Izinnya dicabut sejak 29 Januari 2026, diumumkan 4 Februari 2026.',
    )
    expect(finding?.params).toMatchObject({ since: '2026-01-29', announced_on: '2026-02-04' })
    const suspended = ask({ licence: '9120000000099' }).findings[0]
    expect(suspended?.says.en).toBe(
      'All its activities are suspended since 1 November 2026 (SK Contoh 10).',
    )
  })

  test('tells the scope of a partial suspension', () => {
    const [finding] = ask({ licence: '9120000000101' }).findings
    expect(finding?.says.id).toContain(': Taiwan.')
    expect(finding?.says.id).not.toContain('TW')
    expect(finding?.params).toMatchObject({ destinations: ['TW'] })
  })

  test('keeps the history of a lifted suspension in a note', () => {
    const answer = ask({ licence: '9120000000112' })
    expect(codesOf(answer)).toEqual(['agency.licensed', 'agency.sanction_lifted'])
  })

  test('warns of what happened after the day asked about', () => {
    const answer = ask({ licence: '9120000000134', on: '2026-01-28' })
    expect(answer.verdict).toBe('cannot_confirm')
    const earlier = ask({ licence: '9120000000134', on: '2025-09-10' })
    expect(codesOf(earlier)).toContain('agency.changed_since')
  })

  test('tells the present name of an agency that was asked for by an old one', () => {
    const answer = ask({ name: 'PT Pisang Nama Lama', licence: '9120000000145' })
    expect(answer.agency?.name).toBe('PT. PEPAYA NAMA BARU')
    expect(answer.findings.find(({ code }) => code === 'agency.now_named')?.says.id).toBe(
      'PT. PISANG NAMA LAMA sekarang bernama PT. PEPAYA NAMA BARU.',
    )
    expect(answer.match).toMatchObject({ outcome: 'exact', by: ['licence', 'name'] })
  })

  test('gives the registered telephone to call back, never the one that was typed', () => {
    const answer = ask({ name: 'PT Salak Purnama Sentosa', phone: '+6281200000000' })
    expect(answer.covers).toEqual(['agency', 'channel'])
    expect(answer.nextSteps.find(({ code }) => code === 'call_registered_phone')?.contact).toBe(
      '+622155500011',
    )
    expect(JSON.stringify(answer)).not.toContain('6281200000000')
  })

  test('does not cover a telephone that nothing on record could be compared with', () => {
    const answer = ask({ name: 'PT Kurma Muda Makmur', phone: '+6281200000000' })
    expect(answer.covers).toEqual(['agency'])
    expect(answer.notCovered).toContain('channel')
    expect(codesOf(answer)).toContain('channel.none_on_record')
  })

  test('turns good news into doubt, and keeps bad news, when the register is not current', () => {
    const cut = registerOf(AGENCIES, SOURCES, { isCurrent: false })
    expect(ask({ licence: '9120000000011' }, cut)).toMatchObject({
      verdict: 'cannot_confirm',
      findings: [{ code: 'registry.not_current', outcome: 'stale' }, { code: 'agency.licensed' }],
    })
    expect(ask({ licence: '9120000000134' }, cut).verdict).toBe('not_legal')
  })

  test('is what was known then, when asked for an earlier state of the log', () => {
    const events = [granted('2020-03-01'), revoked('2026-01-29', { source: DECREE, entry: 50 })]
    const one = agency('PT. DUKU', { numbers: ['9120000000312'], events })
    const verdictAt = (size: number) =>
      ask({ licence: '9120000000312' }, registerOf([one], SOURCES, { size })).verdict
    expect([verdictAt(50), verdictAt(51)]).toEqual(['legal', 'not_legal'])
  })

  test('does not know an agency before it was recorded', () => {
    const one = agency('PT. DUKU', { numbers: ['9120000000312'], entry: 70 })
    const view = registerOf([one], SOURCES, { size: 70 })
    expect(ask({ licence: '9120000000312' }, view).findings[0]?.code).toBe(
      'agency.number_not_on_file',
    )
  })

  test('is renewed as it was granted', () => {
    const events = [
      granted('2020-03-01', { validUntil: '2025-02-28' }),
      renewed('2025-03-01', { validUntil: '2030-02-28' }),
    ]
    const view = registerOf([agency('PT. DUKU', { numbers: ['9120000000312'], events })], SOURCES)
    expect(ask({ licence: '9120000000312' }, view)).toMatchObject({
      verdict: 'legal',
      agency: { validUntil: '2030-02-28' },
    })
  })

  test('is marked as invented when it rests on invented data', () => {
    const invented = [authorityList(['2026-11-22'], { demonstration: true })]
    const view = registerOf([agency('PT. DUKU', { numbers: ['9120000000312'] })], invented)
    expect(ask({ licence: '9120000000312' }, view).demonstration).toBe(true)
    expect(ask({ name: 'PT Dukku' }, view).demonstration).toBe(true)
    expect(ask({ licence: '9120000000011' }).demonstration).toBe(false)
  })

  test('is doubtful when one number is of two agencies, until the name tells them apart', () => {
    const twice = ['PT. DUKU MANIS ABADI', 'PT. LECI ASAM ABADI'].map((name) =>
      agency(name, { numbers: ['9120000000312'] }),
    )
    const view = registerOf(twice, SOURCES)
    expect(ask({ licence: '9120000000312' }, view)).toMatchObject({
      verdict: 'cannot_confirm',
      match: { outcome: 'ambiguous' },
      candidates: [{ why: 'number' }, { why: 'number' }],
    })
    const named = ask({ licence: '9120000000312', name: 'PT Leci Asam Abadi' }, view)
    expect(named).toMatchObject({ verdict: 'legal', agency: { name: 'PT. LECI ASAM ABADI' } })
  })

  test('uses the name that the company has from the day of its change', () => {
    const names = [registeredName('PT. LECI BARU', '2026-11-24')]
    const one = agency('PT. DUKU LAMA', { numbers: ['9120000000312'], names })
    const view = registerOf(
      [
        {
          ...one,
          names: one.names.map((name, at) =>
            at === 0 ? { ...name, lastDay: day('2026-11-23') } : name,
          ),
        },
      ],
      SOURCES,
    )
    const nameOn = (on: string) => ask({ licence: '9120000000312', on }, view).agency?.name
    expect([nameOn('2026-11-23'), nameOn('2026-11-24')]).toEqual(['PT. DUKU LAMA', 'PT. LECI BARU'])
  })

  test('cuts a long name in a short message, and never the verdict', () => {
    const long =
      'PT. SALAK PURNAMA SENTOSA NUSANTARA MANDIRI ABADI SEJAHTERA RAYA ÍNTERNASIONAL INDONESIA'
    const events = [granted('2020-03-01'), suspendedFull('2026-11-01')]
    const view = registerOf([agency(long, { numbers: ['9120000000312'], events })], SOURCES)
    const { text160 } = ask({ licence: '9120000000312' }, view)
    expect(text160.id).toBe(
      'TIDAK SAH. PT. SALAK PURNAMA SENTOSA NUSANTARA MANDIRI ABADI SEJAHTERA..: seluruh kegiatannya sedang dihentikan. Jangan bayar atau berangkat. Tanya Disnaker.',
    )
    expect(text160.en.length).toBeLessThanOrEqual(160)
  })

  test('is never good while letters only look the same, even as the register prints them', () => {
    const printed = 'PT. S\u0430WO KELABU UTARA'
    const view = registerOf([agency(printed, { numbers: ['9120000000312'] })], SOURCES)
    expect(ask({ name: printed }, view)).toMatchObject({
      verdict: 'caution',
      match: { outcome: 'exact' },
      findings: [{ code: 'agency.name_hides_letters' }, { code: 'agency.licensed' }],
    })
  })

  test('warns of characters that cannot be seen in a name and in a number', () => {
    const name = 'PT Salak\u200b Purnama Sentosa'
    const hidden = ask({ name, licence: '91200\u200b00000011' })
    expect(hidden.verdict).toBe('caution')
    expect(codesOf(hidden)).toEqual(
      expect.arrayContaining([
        'agency.name_has_invisible_characters',
        'agency.number_has_odd_characters',
      ]),
    )
  })
})
