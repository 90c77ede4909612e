import type { AgencySituation } from '../agency-situation.ts'
import type { Bilingual } from '../bilingual.ts'
import { dayInWords } from '../bilingual.ts'
import {
  type LicenceEvent,
  type LicenceStatus,
  STATUSES_IN_FORCE,
  type SuspensionScope,
} from '../licence.ts'
import { placeName } from '../place-name.ts'
import type { Source, SourceKind } from '../source.ts'
import { VOCABULARY } from '../vocabulary.ts'
import {
  ALWAYS,
  APPRENTICES_ARE_NO_MIGRANT_WORKERS,
  CREW_IS_COVERED,
  CREW_UNDER_SIP3MI,
  GOVERNMENT_LICENSES,
  LICENCE_BY_ACT_OF_2004,
  LICENCE_BY_ACT_OF_2017,
  OWN_COMPANY_PLACEMENT,
  RENEWAL_BY_ACT_OF_2017,
  REVOCATION_BY_MINISTER,
  SINCE_FIRST_LAW,
  SUSPENSION_BY_DIRECTOR_GENERAL,
  VALIDITY_OF_2025,
  WARNING_BY_DIRECTOR_GENERAL,
} from './instruments.ts'
import type { Params, Rule } from './rule.ts'

type AgencyRule = Rule<AgencySituation>

const LICENCE_LAW = [LICENCE_BY_ACT_OF_2004, LICENCE_BY_ACT_OF_2017, GOVERNMENT_LICENSES]
const TERM_LAW = [RENEWAL_BY_ACT_OF_2017, VALIDITY_OF_2025]

const COMMON = { claim: 'agency', inForce: SINCE_FIRST_LAW } as const
const BAD = {
  ...COMMON,
  outcome: 'contradicted',
  effect: 'not_legal',
  needs: ['licence_events'],
  source: becauseSource,
  params: becauseParams,
} as const

export const LICENCE_RULES: readonly AgencyRule[] = [
  {
    ...BAD,
    code: 'agency.revoked',
    states: {
      id: 'Izin perusahaan ini sudah dicabut, jadi tidak boleh menempatkan pekerja migran.',
      en: 'This company’s licence was revoked, so it may not place migrant workers.',
    },
    says: (situation) => since(situation, 'Izinnya dicabut', 'Its licence was revoked'),
    brief: { id: 'izinnya sudah dicabut', en: 'its licence was revoked' },
    basis: [...LICENCE_LAW, REVOCATION_BY_MINISTER],
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) => statusIs(situation, 'revoked'),
  },
  {
    ...BAD,
    code: 'agency.suspended_full',
    states: {
      id: 'Seluruh kegiatan perusahaan ini sedang dihentikan sementara. Selama itu tidak boleh ada perekrutan, seleksi, atau pengurusan dokumen.',
      en: 'All activities of this company are suspended. Meanwhile it may not recruit, select or process documents.',
    },
    says: (situation) =>
      since(
        situation,
        'Seluruh kegiatannya dihentikan sementara',
        'All its activities are suspended',
      ),
    brief: { id: 'seluruh kegiatannya sedang dihentikan', en: 'all its activities are suspended' },
    basis: [SUSPENSION_BY_DIRECTOR_GENERAL],
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) => statusIs(situation, 'suspended_full'),
  },
  {
    ...BAD,
    code: 'agency.surrendered',
    states: {
      id: 'Izin perusahaan ini sudah dikembalikan atas permintaannya sendiri.',
      en: 'This company gave its licence back.',
    },
    says: (situation) => since(situation, 'Izinnya dikembalikan', 'Its licence was given back'),
    brief: { id: 'izinnya sudah dikembalikan', en: 'its licence was given back' },
    basis: LICENCE_LAW,
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) => statusIs(situation, 'surrendered'),
  },
  {
    ...BAD,
    code: 'agency.expired_lapsed',
    states: {
      id: 'Masa berlaku izin perusahaan ini sudah habis, dan instansi yang berwenang menyatakan izinnya berakhir.',
      en: 'This company’s licence has run out, and the authority states that it ended.',
    },
    says: (situation) =>
      ended(
        situation,
        'Instansi yang berwenang menyatakan izinnya berakhir.',
        'The authority states that it ended.',
      ),
    brief: { id: 'izinnya sudah berakhir', en: 'its licence has ended' },
    basis: TERM_LAW,
    steps: ['do_not_pay', 'ask_current_licence'],
    applies: (situation) => expiry(situation) === 'lapsed',
  },
  {
    ...BAD,
    code: 'agency.expired_dropped',
    states: {
      id: 'Masa berlaku izin perusahaan ini sudah habis, dan daftar resmi yang lebih baru tidak lagi memuatnya.',
      en: 'This company’s licence has run out, and a later official list no longer carries it.',
    },
    says: (situation) =>
      ended(
        situation,
        'Daftar resmi yang lebih baru tidak lagi memuatnya.',
        'A later official list no longer carries it.',
      ),
    brief: {
      id: 'izinnya habis dan tidak lagi di daftar',
      en: 'its licence ran out and left the list',
    },
    basis: TERM_LAW,
    steps: ['do_not_pay', 'ask_current_licence'],
    applies: (situation) => expiry(situation) === 'dropped',
    source: ({ subject }) => subject!.confirmation.droppedAfterTerm,
  },
  {
    ...COMMON,
    code: 'agency.expired_unconfirmed',
    outcome: 'stale',
    effect: 'cannot_confirm',
    states: {
      id: 'Masa berlaku yang tercetak pada izin perusahaan ini sudah lewat, dan belum ada daftar resmi yang lebih baru untuk memastikan perpanjangannya.',
      en: 'The printed end of this company’s licence has passed, and no later official list tells whether it was renewed.',
    },
    says: (situation) =>
      ended(
        situation,
        'Belum ada daftar resmi yang lebih baru untuk memastikan perpanjangannya.',
        'No later official list tells whether it was renewed.',
      ),
    brief: {
      id: 'masa berlaku izinnya sudah lewat',
      en: 'the printed end of its licence has passed',
    },
    basis: TERM_LAW,
    needs: ['licence_events', 'listings'],
    steps: ['do_not_pay', 'ask_current_licence'],
    applies: (situation) => isSettled(situation) && expiry(situation) === 'unconfirmed',
    source: ({ subject }) => subject!.confirmation.source,
    params: becauseParams,
  },
  {
    ...COMMON,
    code: 'agency.expired_still_listed',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Masa berlaku yang tercetak sudah lewat, tetapi daftar resmi yang lebih baru masih memuat perusahaan ini. Mungkin izinnya diperpanjang otomatis; surat perpanjangannya belum terlihat.',
      en: 'The printed end has passed, but a later official list still carries this company. Perhaps it was extended by itself; the renewal was not seen.',
    },
    says: (situation) =>
      ended(
        situation,
        'Daftar resmi yang lebih baru masih memuatnya; surat perpanjangannya belum terlihat.',
        'A later official list still carries it; the renewal was not seen.',
      ),
    brief: { id: 'masa berlaku yang tercetak sudah lewat', en: 'its printed end has passed' },
    basis: TERM_LAW,
    needs: ['licence_events', 'listings'],
    steps: ['ask_current_licence'],
    applies: (situation) => isSettled(situation) && expiry(situation) === 'still_listed',
    source: ({ subject }) => subject!.confirmation.carriedAfterTerm,
    params: becauseParams,
  },
  {
    // The first grant on record may be no older than the first list that was read, so that an
    // earlier licence cannot be ruled out.
    ...COMMON,
    code: 'agency.not_yet_licensed',
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Untuk hari yang ditanyakan belum ada izin yang tercatat bagi perusahaan ini.',
      en: 'For the day asked about no licence of this company is on record yet.',
    },
    brief: { id: 'belum tercatat berizin pada hari itu', en: 'no licence on record for that day' },
    basis: LICENCE_LAW,
    needs: ['licence_events'],
    steps: ['do_not_pay', 'ask_current_licence'],
    applies: (situation) =>
      isSettled(situation) &&
      situation.subject?.licence != null &&
      situation.subject.state.status === 'never_licensed',
    params: ({ subject }) => ({
      first_granted_on:
        subject!
          .licence!.events.filter(({ type }) => type === 'granted')
          .map(({ effectiveOn }) => effectiveOn)
          .sort()[0] ?? null,
    }),
  },
  {
    ...COMMON,
    code: 'agency.no_licence_on_record',
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Perusahaan ini tercatat, tetapi izin yang diperlukannya tidak ada dalam catatan kami.',
      en: 'This company is on record, but the licence that it needs is not.',
    },
    brief: { id: 'izinnya tidak ada dalam catatan', en: 'no licence is on record' },
    basis: LICENCE_LAW,
    needs: ['licence_events'],
    steps: ['do_not_pay', 'ask_current_licence'],
    applies: (situation) =>
      isSettled(situation) && situation.subject !== null && situation.subject.licence === null,
  },
  {
    ...COMMON,
    code: 'agency.no_number_on_record',
    inForce: ALWAYS,
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Perusahaan ini ada di daftar, tetapi tanpa nomor izin. Tanpa nomor, izinnya tidak dapat dipastikan.',
      en: 'This company is on the list, but without a licence number. Without one its licence cannot be confirmed.',
    },
    brief: { id: 'terdaftar tanpa nomor izin', en: 'listed without a licence number' },
    basis: [],
    needs: ['licence_number'],
    steps: ['do_not_pay', 'ask_number'],
    applies: (situation) =>
      isSettled(situation) &&
      situation.subject?.licence?.numbers.every(({ normalised }) => normalised === '') === true,
  },
  {
    ...COMMON,
    code: 'agency.suspended_partial',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Izin perusahaan ini masih ada, tetapi sebagian kegiatannya sedang dihentikan sementara.',
      en: 'This company still has its licence, but part of its activities is suspended.',
    },
    says: ({ subject }) => {
      const scope = scopeInWords(subject!.state.because?.scope ?? null)
      return {
        id: `Sebagian kegiatannya sedang dihentikan sementara${scope.id === '' ? '; cakupannya tidak tercatat' : `: ${scope.id}`}. Tanyakan apakah lowongannya termasuk.`,
        en: `Part of its activities is suspended${scope.en === '' ? '; which part is not on record' : `: ${scope.en}`}. Ask whether the job is within it.`,
      }
    },
    brief: { id: 'sedang disanksi sebagian', en: 'it is partly suspended' },
    basis: [SUSPENSION_BY_DIRECTOR_GENERAL],
    needs: ['licence_events'],
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) => isSettled(situation) && statusIs(situation, 'suspended_partial'),
    source: becauseSource,
    params: (situation) => ({
      ...becauseParams(situation),
      ...situation.subject!.state.because?.scope,
    }),
  },
  {
    ...COMMON,
    code: 'agency.warned',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Perusahaan ini berizin, tetapi mendapat peringatan tertulis.',
      en: 'This company is licensed, but has a written warning.',
    },
    says: (situation) =>
      since(situation, 'Mendapat peringatan tertulis', 'It has a written warning'),
    brief: { id: 'mendapat peringatan tertulis', en: 'it has a written warning' },
    basis: [WARNING_BY_DIRECTOR_GENERAL],
    needs: ['licence_events'],
    steps: [],
    applies: (situation) => isSettled(situation) && statusIs(situation, 'warned'),
    source: becauseSource,
    params: becauseParams,
  },
  {
    // A licence granted or renewed since the sanction may stand beside it, but never without a word.
    ...COMMON,
    code: 'agency.other_licence_sanctioned',
    inForce: ALWAYS,
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Izin lain yang sejenis milik perusahaan ini dicabut, dihentikan sementara, atau diberi peringatan.',
      en: 'Another licence of the same kind of this company was revoked, suspended or warned.',
    },
    says: ({ subject }) => {
      const sanction = subject!.otherSanctions[0]!
      const what = VOCABULARY.licence_event[sanction.type]
      const day = dayInWords(sanction.effectiveOn)
      const decree = sanction.instrument === null ? '' : ` (${sanction.instrument})`
      const isBefore = sanction.effectiveOn < subject!.state.term!.effectiveOn
      return {
        id: `Izin lain yang sejenis milik perusahaan ini: ${what.id} sejak ${day.id}${decree}.${isBefore ? ' Izin yang sekarang diberikan atau diperpanjang sesudahnya.' : ''}`,
        en: `Another licence of the same kind of this company: ${what.en} since ${day.en}${decree}.${isBefore ? ' The present one was granted or renewed afterwards.' : ''}`,
      }
    },
    brief: { id: 'izin lainnya pernah disanksi', en: 'another licence of it was sanctioned' },
    basis: [],
    needs: ['licence_events'],
    steps: ['ask_current_licence', 'call_bp3mi'],
    applies: (situation) => isGoodNews(situation) && situation.subject!.otherSanctions.length > 0,
    source: ({ subject, register }) => sourceOf(subject!.otherSanctions[0], register),
    params: ({ subject }) => ({
      since: subject!.otherSanctions[0]!.effectiveOn,
      instrument: subject!.otherSanctions[0]!.instrument,
    }),
  },
  {
    // Whoever pays today leaves after it.
    ...COMMON,
    code: 'agency.sanction_to_come',
    inForce: ALWAYS,
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Sudah tercatat keputusan bahwa izin perusahaan ini akan dihentikan atau berakhir pada hari yang akan datang.',
      en: 'A decision is on record by which this company’s licence will be suspended or end on a day to come.',
    },
    says: ({ sanctionToCome }) => {
      const { type, effectiveOn, instrument } = sanctionToCome!
      const what = VOCABULARY.licence_event[type]
      const day = dayInWords(effectiveOn)
      const decree = instrument === null ? '' : ` (${instrument})`
      return {
        id: `Sudah tercatat untuk izin perusahaan ini: ${what.id} mulai ${day.id}${decree}.`,
        en: `On record already for this company’s licence: ${what.en} from ${day.en}${decree}.`,
      }
    },
    brief: { id: 'izinnya akan dihentikan', en: 'its licence will be stopped' },
    basis: [],
    needs: ['licence_events'],
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) => isGoodNews(situation) && situation.sanctionToCome !== null,
    source: ({ sanctionToCome, register }) => sourceOf(sanctionToCome, register),
    params: ({ sanctionToCome }) => ({
      since: sanctionToCome!.effectiveOn,
      instrument: sanctionToCome!.instrument,
    }),
  },
  {
    ...COMMON,
    code: 'agency.own_company_only',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Perusahaan ini hanya boleh menempatkan pegawainya sendiri, bukan orang lain.',
      en: 'This company may place only its own staff, nobody else.',
    },
    brief: { id: 'hanya untuk pegawainya sendiri', en: 'only for its own staff' },
    basis: [OWN_COMPANY_PLACEMENT],
    needs: ['agency_kind'],
    steps: ['do_not_pay'],
    applies: (situation) => isInForceFor(situation, 'own_company'),
  },
  {
    ...COMMON,
    code: 'agency.apprenticeship_only',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Lembaga ini berizin mengirim peserta magang, bukan menempatkan pekerja. Magang bukan pekerjaan.',
      en: 'This body may send apprentices, not place workers. An apprenticeship is not a job.',
    },
    brief: { id: 'hanya untuk magang, bukan kerja', en: 'only for apprentices, not for workers' },
    basis: [APPRENTICES_ARE_NO_MIGRANT_WORKERS],
    needs: ['agency_kind'],
    steps: ['do_not_pay'],
    applies: (situation) => isInForceFor(situation, 'apprenticeship_sender'),
  },
  {
    ...COMMON,
    code: 'agency.crew_permit_contested',
    outcome: 'confirmed',
    effect: 'caution',
    states: {
      id: 'Perusahaan ini hanya memiliki izin awak kapal dari Kementerian Perhubungan (SIUKAK/SIUPPAK). Kementerian P2MI meminta SIP3MI juga; kedua aturan itu belum disatukan.',
      en: 'This company has only the Transport ministry’s crew permit (SIUKAK/SIUPPAK). The migrant workers’ ministry asks for a SIP3MI too; the two regimes are not settled.',
    },
    brief: { id: 'hanya ada SIUKAK/SIUPPAK, belum SIP3MI', en: 'only SIUKAK/SIUPPAK, no SIP3MI' },
    basis: [CREW_UNDER_SIP3MI, CREW_IS_COVERED],
    needs: ['agency_kind'],
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) =>
      isInForceFor(situation, 'crew_manning') && situation.subject?.licence?.kind !== 'sip3mi',
  },
  {
    ...COMMON,
    code: 'agency.lifted_by_news_only',
    inForce: ALWAYS,
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Pencabutan sanksinya baru berupa pernyataan atau berita; surat keputusannya belum ada.',
      en: 'The lifting of its sanction is only a statement or news; no decree was seen.',
    },
    brief: { id: 'pencabutan sanksi belum ada suratnya', en: 'no decree lifts its sanction' },
    basis: [],
    needs: ['licence_events'],
    steps: ['do_not_pay', 'call_bp3mi'],
    applies: (situation) => {
      const lifting = situation.subject?.state.liftedBy
      return (
        isGoodNews(situation) &&
        lifting != null &&
        lifting.instrument === null &&
        NO_DECREE.has(situation.register.source(lifting.sourceId)?.kind ?? 'public_page')
      )
    },
    source: liftingSource,
  },
  {
    ...COMMON,
    code: 'agency.licensed',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Izin perusahaan ini tercatat berlaku pada hari yang ditanyakan.',
      en: 'This company’s licence is on record as in force on the day asked about.',
    },
    says: ({ subject, on }) => {
      const day = dayInWords(on)
      return {
        id: `${subject!.name} tercatat berizin pada ${day.id}.`,
        en: `${subject!.name} is on record as licensed on ${day.en}.`,
      }
    },
    brief: { id: 'tercatat berizin', en: 'on record as licensed' },
    basis: LICENCE_LAW,
    needs: ['licence_events'],
    steps: [],
    applies: (situation) => isSettled(situation) && statusIs(situation, 'licensed'),
    source: ({ subject }) => subject!.confirmation.source,
    params: ({ subject }) => ({
      valid_until: subject!.state.validUntil,
      confirmed_on: subject!.confirmation.confirmedOn,
    }),
  },
  {
    ...COMMON,
    code: 'agency.sanction_lifted',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Perusahaan ini pernah disanksi; sanksinya sudah dicabut.',
      en: 'This company was sanctioned before; the sanction was lifted.',
    },
    says: ({ subject }) => {
      const day = dayInWords(subject!.state.liftedBy!.effectiveOn)
      return {
        id: `Perusahaan ini pernah disanksi; sanksinya dicabut pada ${day.id}.`,
        en: `This company was sanctioned before; the sanction was lifted on ${day.en}.`,
      }
    },
    brief: { id: 'sanksinya sudah dicabut', en: 'its sanction was lifted' },
    basis: [],
    needs: ['licence_events'],
    steps: [],
    applies: (situation) =>
      isSettled(situation) &&
      statusIs(situation, 'licensed') &&
      situation.subject?.state.liftedBy != null,
    source: liftingSource,
    params: ({ subject }) => ({ lifted_on: subject!.state.liftedBy!.effectiveOn }),
  },
  {
    ...COMMON,
    code: 'agency.changed_since',
    inForce: ALWAYS,
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Jawaban ini untuk hari yang sudah lewat. Sejak itu keadaan izinnya berubah; hari ini perusahaan ini tidak boleh menempatkan pekerja.',
      en: 'This answer is for a past day. Its licence has changed since; today this company may not place workers.',
    },
    brief: { id: 'sekarang tidak berizin lagi', en: 'no longer licensed today' },
    basis: [],
    needs: ['licence_events'],
    steps: ['call_bp3mi'],
    applies: (situation) =>
      isGoodNews(situation) &&
      situation.statusToday !== null &&
      NO_LONGER.has(situation.statusToday),
    params: ({ statusToday }) => ({ status_today: statusToday }),
  },
]

const NO_DECREE: ReadonlySet<SourceKind> = new Set(['official_statement', 'public_page'])

const NO_LONGER: ReadonlySet<LicenceStatus> = new Set(['revoked', 'suspended_full', 'surrendered'])

/** True when the record says that the licence stands, whatever may limit it. */
export function isGoodNews(situation: AgencySituation): boolean {
  return (
    isSettled(situation) &&
    situation.subject !== null &&
    STATUSES_IN_FORCE.has(situation.subject.state.status)
  )
}

function isSettled({ identity }: AgencySituation): boolean {
  return identity.isSettled
}

function statusIs({ subject }: AgencySituation, status: LicenceStatus): boolean {
  return subject !== null && subject.state.status === status
}

function isInForceFor(
  situation: AgencySituation,
  kind: 'own_company' | 'apprenticeship_sender' | 'crew_manning',
): boolean {
  return isGoodNews(situation) && situation.subject?.agency.kind === kind
}

/** What is known of a licence whose printed end has passed; null for any other licence. */
function expiry({
  subject,
}: AgencySituation): 'lapsed' | 'dropped' | 'still_listed' | 'unconfirmed' | null {
  if (subject === null || subject.state.status !== 'expired') return null
  const { carriedAfterTerm, droppedAfterTerm } = subject.confirmation
  if (subject.state.lapseConfirmed) return 'lapsed'
  if (droppedAfterTerm !== null && carriedAfterTerm === null) return 'dropped'
  if (carriedAfterTerm !== null && droppedAfterTerm === null) return 'still_listed'
  return 'unconfirmed'
}

function becauseSource({ subject, register }: AgencySituation): Source | null {
  return sourceOf(subject?.state.because, register)
}

function liftingSource({ subject, register }: AgencySituation): Source | null {
  return sourceOf(subject?.state.liftedBy, register)
}

function sourceOf(
  event: LicenceEvent | null | undefined,
  register: AgencySituation['register'],
): Source | null {
  return event == null ? null : (register.source(event.sourceId) ?? null)
}

function becauseParams({ subject }: AgencySituation): Params {
  const because = subject?.state.because ?? null
  return {
    since: because?.effectiveOn ?? null,
    announced_on: because?.announcedOn ?? null,
    instrument: because?.instrument ?? null,
    valid_until: subject?.state.validUntil ?? null,
  }
}

function since({ subject }: AgencySituation, id: string, en: string) {
  const because = subject!.state.because!
  const day = dayInWords(because.effectiveOn)
  const announced = because.announcedOn === null ? null : dayInWords(because.announcedOn)
  const isLater = because.announcedOn !== null && because.announcedOn > because.effectiveOn
  const decree = because.instrument === null ? '' : ` (${because.instrument})`
  return {
    id: `${id} sejak ${day.id}${decree}${isLater ? `, diumumkan ${announced!.id}` : ''}.`,
    en: `${en} since ${day.en}${decree}${isLater ? `, announced on ${announced!.en}` : ''}.`,
  }
}

function ended({ subject }: AgencySituation, id: string, en: string) {
  const { validUntil } = subject!.state
  if (validUntil === null) return { id, en }
  const day = dayInWords(validUntil)
  return {
    id: `Izinnya tercatat berlaku sampai ${day.id}. ${id}`,
    en: `Its licence is on record as valid until ${day.en}. ${en}`,
  }
}

/** What the decree lists, in words; empty when its scope is not on record. */
function scopeInWords(scope: SuspensionScope | null): Bilingual {
  const places = (scope?.destinations ?? []).map(placeName)
  const others = [scope?.schemes, scope?.sectors, scope?.branches].flatMap((codes) => codes ?? [])
  return {
    id: [...places.map(({ id }) => id), ...others].join(', '),
    en: [...places.map(({ en }) => en), ...others].join(', '),
  }
}
