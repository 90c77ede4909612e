import type { CONTACT_KINDS } from './agency.ts'
import type { HISTORY_KINDS } from './agency-history.ts'
import type { Bilingual } from './bilingual.ts'
import type {
  AGENCY_KINDS,
  LICENCE_EVENT_TYPES,
  LICENCE_KINDS,
  LICENCE_STATUSES,
} from './licence.ts'
import type { MATCH_OUTCOMES, NAME_KINDS, WORD_RELATIONS } from './matching/match.ts'
import { PLACEMENT_VOCABULARY } from './placement/vocabulary.ts'
import type { RULE_DATES } from './rules/placement/check-rule.ts'
import type { SOURCE_KINDS } from './source.ts'
import type { CLAIM_OUTCOMES, CLAIMS, EFFECTS, VERDICTS } from './verdict.ts'

type Labels<Word extends string> = Readonly<Record<Word, Bilingual>>

/** Every closed set of words that a question or an answer may use, each word said plainly in both languages. */
export const VOCABULARY = {
  verdict: {
    not_legal: { id: 'tidak sah', en: 'not legal' },
    cannot_confirm: { id: 'belum dapat dipastikan', en: 'cannot be confirmed' },
    caution: { id: 'hati-hati', en: 'caution' },
    legal: { id: 'sah', en: 'legal' },
  } satisfies Labels<(typeof VERDICTS)[number]>,
  claim: {
    agency: { id: 'izin perusahaan', en: 'the agency’s licence' },
    branch: { id: 'kantor cabang', en: 'the branch office' },
    representative: { id: 'petugas lapangan', en: 'the field officer' },
    channel: { id: 'nomor telepon atau rekening', en: 'the telephone or account' },
    recruitment_permit: { id: 'izin merekrut (SIP2MI)', en: 'the recruitment permit (SIP2MI)' },
    job_order: { id: 'surat permintaan tenaga kerja', en: 'the job order' },
    destination: { id: 'negara tujuan', en: 'the destination' },
    scheme: { id: 'skema penempatan', en: 'the placement scheme' },
    worker: { id: 'calon pekerja', en: 'the worker' },
    documents: { id: 'dokumen', en: 'the documents' },
    fee: { id: 'biaya', en: 'the fee' },
  } satisfies Labels<(typeof CLAIMS)[number]>,
  outcome: {
    confirmed: { id: 'terbukti', en: 'confirmed' },
    contradicted: { id: 'bertentangan dengan catatan', en: 'contradicted' },
    not_found: { id: 'tidak ditemukan', en: 'not found' },
    ambiguous: { id: 'belum jelas', en: 'unclear' },
    not_checked: { id: 'tidak diperiksa', en: 'not checked' },
    stale: { id: 'catatan sudah lama', en: 'stale' },
  } satisfies Labels<(typeof CLAIM_OUTCOMES)[number]>,
  effect: {
    not_legal: { id: 'membuat tidak sah', en: 'makes it not legal' },
    cannot_confirm: { id: 'membuat belum dapat dipastikan', en: 'leaves it unconfirmed' },
    caution: { id: 'perlu hati-hati', en: 'calls for caution' },
    none: { id: 'keterangan saja', en: 'for information' },
  } satisfies Labels<(typeof EFFECTS)[number]>,
  rule_date: {
    recruited: { id: 'hari direkrut atau membayar', en: 'the day of recruiting or paying' },
    asked: { id: 'hari yang ditanyakan', en: 'the day asked about' },
    departs: { id: 'hari berangkat', en: 'the day of departure' },
  } satisfies Labels<(typeof RULE_DATES)[number]>,
  match: {
    exact: { id: 'sama', en: 'the same' },
    variant: {
      id: 'sama, ditulis berbeda: pastikan dulu',
      en: 'the same, written differently: confirm first',
    },
    similar: { id: 'mirip, bukan sama', en: 'similar, not the same' },
    ambiguous: { id: 'lebih dari satu kemungkinan', en: 'ambiguous' },
    none: { id: 'tidak ada yang cocok', en: 'nothing matches' },
  } satisfies Labels<(typeof MATCH_OUTCOMES)[number]>,
  word_relation: {
    same: { id: 'sama', en: 'same' },
    spacing: { id: 'spasi berbeda', en: 'spaces differ' },
    equivalent: { id: 'ejaan berbeda', en: 'spelt differently' },
    old_spelling: { id: 'ejaan lama', en: 'old spelling' },
    sound: { id: 'bunyinya mirip', en: 'sounds alike' },
    typo: { id: 'mungkin salah ketik', en: 'perhaps mistyped' },
    different_word: { id: 'kata berbeda', en: 'different word' },
    look_alike: { id: 'hanya tampak sama', en: 'only looks the same' },
    number: { id: 'angka berbeda', en: 'different number' },
    initials: { id: 'hanya singkatan', en: 'only an abbreviation' },
    extra: { id: 'tidak ada di daftar', en: 'not in the register' },
    missing: { id: 'tidak ditulis', en: 'not written' },
  } satisfies Labels<(typeof WORD_RELATIONS)[number]>,
  name_kind: {
    registered: { id: 'nama terdaftar', en: 'registered name' },
    former: { id: 'nama lama', en: 'former name' },
    trading: { id: 'nama dagang', en: 'trade name' },
    acronym: { id: 'singkatan', en: 'acronym' },
  } satisfies Labels<(typeof NAME_KINDS)[number]>,
  status: {
    licensed: { id: 'berizin', en: 'licensed' },
    warned: { id: 'berizin, dengan peringatan tertulis', en: 'licensed, with a written warning' },
    suspended_partial: { id: 'dihentikan sementara sebagian', en: 'partly suspended' },
    suspended_full: { id: 'dihentikan sementara seluruhnya', en: 'fully suspended' },
    revoked: { id: 'izin dicabut', en: 'revoked' },
    expired: { id: 'izin berakhir', en: 'expired' },
    surrendered: { id: 'izin dikembalikan', en: 'surrendered' },
    never_licensed: { id: 'tidak ada izin tercatat', en: 'never licensed' },
  } satisfies Labels<(typeof LICENCE_STATUSES)[number]>,
  licence_event: {
    granted: { id: 'izin diberikan', en: 'granted' },
    renewed: { id: 'izin diperpanjang', en: 'renewed' },
    warned: { id: 'peringatan tertulis', en: 'warned in writing' },
    suspended_partial: { id: 'dihentikan sementara sebagian', en: 'suspended in part' },
    suspended_full: { id: 'dihentikan sementara seluruhnya', en: 'suspended in full' },
    lifted: { id: 'sanksi dicabut', en: 'sanction lifted' },
    lapsed: { id: 'izin berakhir menurut instansi', en: 'lapsed, says the authority' },
    revoked: { id: 'izin dicabut', en: 'revoked' },
    surrendered: { id: 'izin dikembalikan', en: 'surrendered' },
    corrected: { id: 'catatan dibetulkan', en: 'record corrected' },
  } satisfies Labels<(typeof LICENCE_EVENT_TYPES)[number]>,
  agency_kind: {
    p3mi: { id: 'P3MI (perusahaan penempatan)', en: 'placement agency (P3MI)' },
    own_company: {
      id: 'perusahaan untuk pegawainya sendiri (UKPS)',
      en: 'company placing its own staff',
    },
    apprenticeship_sender: { id: 'pengirim peserta magang (SO)', en: 'sender of apprentices (SO)' },
    crew_manning: { id: 'keagenan awak kapal', en: 'crew manning agency' },
  } satisfies Labels<(typeof AGENCY_KINDS)[number]>,
  licence_kind: {
    sip3mi: { id: 'SIP3MI', en: 'placement licence (SIP3MI)' },
    own_company_permit: { id: 'izin UKPS', en: 'own-company permit' },
    so_permit: { id: 'izin SO', en: 'sending-organisation permit' },
    siuppak: { id: 'SIUPPAK', en: 'crew recruitment permit (SIUPPAK)' },
    siukak: { id: 'SIUKAK', en: 'crew agency permit (SIUKAK)' },
  } satisfies Labels<(typeof LICENCE_KINDS)[number]>,
  contact_kind: {
    phone: { id: 'telepon', en: 'telephone' },
    address: { id: 'alamat', en: 'address' },
    website: { id: 'situs', en: 'website' },
    email: { id: 'surel', en: 'e-mail' },
  } satisfies Labels<(typeof CONTACT_KINDS)[number]>,
  history_kind: {
    name: { id: 'nama', en: 'name' },
    identifier: { id: 'nomor pengenal', en: 'identifier' },
    licence_number: { id: 'nomor izin', en: 'licence number' },
    licence_event: { id: 'keputusan tentang izin', en: 'decision on the licence' },
    listing: { id: 'daftar resmi', en: 'official list' },
    branch: { id: 'kantor cabang', en: 'branch office' },
    contact: { id: 'kontak', en: 'contact' },
    representative: { id: 'petugas lapangan', en: 'field officer' },
    destination: { id: 'negara tujuan', en: 'destination' },
  } satisfies Labels<(typeof HISTORY_KINDS)[number]>,
  source_kind: {
    authority_list: { id: 'daftar dari instansi', en: 'list of an authority' },
    decree: { id: 'keputusan', en: 'decree' },
    official_statement: { id: 'pernyataan resmi', en: 'official statement' },
    office_record: { id: 'catatan kantor', en: 'record of an office' },
    public_page: { id: 'halaman umum, belum dipastikan', en: 'public page, not verified' },
    demonstration: { id: 'data contoh (rekaan)', en: 'demonstration data (invented)' },
  } satisfies Labels<(typeof SOURCE_KINDS)[number]>,
  ...PLACEMENT_VOCABULARY,
} as const
