import type { AgencySituation } from '../agency-situation.ts'
import { type Bilingual, dayInWords } from '../bilingual.ts'
import type { Identification } from '../identify-agency.ts'
import { explainCandidate } from '../matching/explain.ts'
import type { SpoofSignal } from '../matching/match.ts'
import {
  ALWAYS,
  GOVERNMENT_LICENSES,
  NO_TRANSFER_OF_LICENCE,
  SINCE_FIRST_LAW,
} from './instruments.ts'
import type { Rule } from './rule.ts'

type AgencyRule = Rule<AgencySituation>

/** One rule for each way in which a question may fail to say which agency it is about. */
type Unsettled = Pick<AgencyRule, 'code' | 'outcome' | 'states' | 'brief' | 'steps' | 'needs'> &
  Partial<AgencyRule> & { readonly kind: Identification }

function unsettled({ kind, ...rule }: Unsettled): AgencyRule {
  return {
    claim: 'agency',
    effect: 'cannot_confirm',
    basis: [],
    inForce: ALWAYS,
    applies: ({ identity }) => identity.kind === kind,
    ...rule,
  }
}

const DECEIVING: ReadonlySet<SpoofSignal['kind']> = new Set([
  'look_alike_letter',
  'mixed_scripts',
  'bidi_control',
])

/** Letters that the matcher reads as plain ones, though nobody who copies a paper writes them. */
const DECORATED: ReadonlySet<SpoofSignal['kind']> = new Set(['full_width', 'accent', 'typographic'])

export const IDENTITY_RULES: readonly AgencyRule[] = [
  unsettled({
    code: 'agency.name_number_conflict',
    kind: 'name_number_conflict',
    outcome: 'contradicted',
    effect: 'not_legal',
    states: {
      id: 'Nomor izin ini tercatat atas nama perusahaan lain. Izin tidak boleh dipakai oleh pihak lain, jadi nama dan nomor ini bersama-sama tidak sah. Ini tidak berarti salah satu perusahaan itu bersalah.',
      en: 'This licence number is on record for another company. A licence may not be used by anyone else, so this name with this number is not legal. It does not mean that either company did wrong.',
    },
    brief: {
      id: 'nama dan nomor izin tidak cocok',
      en: 'name and licence number do not belong together',
    },
    basis: [NO_TRANSFER_OF_LICENCE],
    needs: ['name', 'licence'],
    steps: ['do_not_pay', 'compare_paper'],
  }),
  unsettled({
    code: 'agency.number_name_similar',
    kind: 'number_name_similar',
    outcome: 'ambiguous',
    states: {
      id: 'Nama yang ditulis hanya mirip dengan nama pemilik nomor izin ini. Mirip belum tentu sama.',
      en: 'The name that was written only resembles the name of the holder of this licence number. Similar is not the same.',
    },
    says: ({ identity, subject }) =>
      withDifferences(identity.nameCandidate, {
        id: `Nomor izin ini tercatat atas nama ${subject?.name}. Nama yang ditulis hanya mirip.`,
        en: `This licence number is on record for ${subject?.name}. The name that was written only resembles it.`,
      }),
    brief: {
      id: 'nama hanya mirip pemilik nomor izin',
      en: 'the name only resembles the holder of the number',
    },
    needs: ['name', 'licence'],
    steps: ['do_not_pay', 'compare_paper', 'ask_full_name'],
  }),
  unsettled({
    code: 'agency.number_ambiguous',
    kind: 'number_ambiguous',
    outcome: 'ambiguous',
    states: {
      id: 'Nomor ini tercatat pada lebih dari satu perusahaan.',
      en: 'This number is on record for more than one company.',
    },
    brief: {
      id: 'nomor tercatat pada lebih dari satu perusahaan',
      en: 'more than one company has this number',
    },
    needs: ['licence'],
    steps: ['do_not_pay', 'ask_full_name'],
  }),
  unsettled({
    code: 'agency.number_malformed_unknown',
    kind: 'number_malformed_unknown',
    outcome: 'not_found',
    states: {
      id: 'Jumlah angka pada nomor ini tidak lazim, mungkin ada angka yang kurang atau lebih, dan nomor seperti ini tidak tercatat untuk perusahaan yang disebut.',
      en: 'This number has an unusual count of digits, perhaps one is missing or too many, and no such number is on record for the company named.',
    },
    brief: { id: 'nomor izin kurang atau lebih angka', en: 'digits are missing or too many' },
    needs: ['licence'],
    steps: ['do_not_pay', 'compare_paper', 'ask_full_name'],
  }),
  unsettled({
    code: 'agency.number_suggested',
    kind: 'number_suggested',
    outcome: 'not_found',
    states: {
      id: 'Nomor ini tidak tercatat. Ada nomor lain yang mirip, misalnya huruf O terbaca sebagai angka 0.',
      en: 'This number is not on record. Another number resembles it, for instance with the letter O read as the digit 0.',
    },
    brief: { id: 'nomor izin tidak tercatat', en: 'licence number not on record' },
    needs: ['licence'],
    steps: ['do_not_pay', 'compare_paper'],
  }),
  unsettled({
    code: 'agency.number_not_on_file',
    kind: 'number_unknown',
    outcome: 'not_found',
    states: {
      id: 'Nomor izin ini tidak tercatat di daftar kami. Tidak tercatat belum tentu melanggar: nomor bisa salah tulis, baru terbit, atau izinnya sudah tidak ada.',
      en: 'This licence number is not on our register. That alone does not make it illegal: it may be miswritten, new, or no longer valid.',
    },
    brief: { id: 'nomor izin tidak tercatat', en: 'licence number not on record' },
    needs: ['licence'],
    steps: ['do_not_pay', 'compare_paper', 'ask_full_name'],
  }),
  unsettled({
    code: 'agency.number_unreadable',
    kind: 'number_unreadable',
    outcome: 'not_checked',
    states: {
      id: 'Yang ditulis sebagai nomor izin tidak dapat dibaca sebagai nomor.',
      en: 'What was written as the licence number could not be read as a number.',
    },
    brief: { id: 'nomor izin tidak terbaca', en: 'licence number could not be read' },
    needs: ['licence'],
    steps: ['do_not_pay', 'compare_paper', 'ask_number'],
  }),
  unsettled({
    code: 'agency.name_variant',
    kind: 'name_variant',
    outcome: 'ambiguous',
    states: {
      id: 'Ada perusahaan dengan nama yang sama tetapi ditulis berbeda. Pastikan dulu apakah memang perusahaan itu.',
      en: 'A company has this name in another spelling. First make sure that it is that company.',
    },
    says: ({ identity }) => {
      const best = identity.nameMatch?.candidates[0]
      return withDifferences(best ?? null, {
        id: `Apakah yang dimaksud ${best?.name.name}? Namanya ditulis berbeda.`,
        en: `Is ${best?.name.name} meant? Its name is written differently.`,
      })
    },
    brief: { id: 'nama ditulis berbeda dari di daftar', en: 'the name is written differently' },
    needs: ['name'],
    steps: ['do_not_pay', 'confirm_candidate', 'ask_number'],
  }),
  unsettled({
    code: 'agency.name_similar',
    kind: 'name_similar',
    outcome: 'not_found',
    states: {
      id: 'Tidak ada perusahaan dengan nama ini di daftar kami, hanya yang mirip. Mirip belum tentu sama.',
      en: 'No company on our register has this name, only similar ones. Similar is not the same.',
    },
    brief: { id: 'hanya ada nama yang mirip', en: 'only similar names are on record' },
    needs: ['name'],
    steps: ['do_not_pay', 'ask_full_name', 'ask_number'],
  }),
  unsettled({
    code: 'agency.name_ambiguous',
    kind: 'name_ambiguous',
    outcome: 'ambiguous',
    states: {
      id: 'Lebih dari satu perusahaan cocok dengan nama ini.',
      en: 'More than one company fits this name.',
    },
    brief: { id: 'lebih dari satu perusahaan cocok', en: 'more than one company fits' },
    needs: ['name'],
    steps: ['do_not_pay'],
  }),
  unsettled({
    code: 'agency.name_not_found',
    kind: 'name_unknown',
    outcome: 'not_found',
    states: {
      id: 'Nama ini tidak ada di daftar kami. Belum tentu melanggar: nama bisa salah tulis, sudah berganti, atau izinnya sudah tidak ada. Jangan membayar atau berangkat dulu.',
      en: 'This name is not on our register. That alone does not make it illegal: it may be misspelt, changed, or no longer licensed. Do not pay or leave yet.',
    },
    brief: { id: 'nama tidak ada di daftar', en: 'name not on the register' },
    needs: ['name'],
    steps: ['do_not_pay', 'ask_full_name', 'ask_number'],
  }),
  unsettled({
    code: 'agency.name_unreadable',
    kind: 'name_unreadable',
    outcome: 'not_checked',
    states: {
      id: 'Yang ditulis sebagai nama tidak memuat nama perusahaan: “PT” atau “P3MI” saja adalah sebutan untuk perusahaan mana pun.',
      en: 'What was written as the name holds no company name: “PT” or “P3MI” alone is what any company is called.',
    },
    brief: { id: 'nama tidak terbaca', en: 'name could not be read' },
    needs: ['name'],
    steps: ['do_not_pay', 'ask_full_name', 'ask_number'],
  }),
  unsettled({
    code: 'agency.phone_is_no_proof',
    kind: 'phone_only',
    outcome: 'not_checked',
    states: {
      id: 'Nomor telepon ini pernah dicatat untuk sebuah perusahaan. Nomor telepon saja bukan bukti siapa yang menelepon.',
      en: 'This telephone number was recorded for a company. A telephone number alone does not prove who is calling.',
    },
    brief: { id: 'nomor telepon saja bukan bukti', en: 'a telephone number alone is no proof' },
    needs: ['phone'],
    steps: ['do_not_pay', 'ask_full_name', 'ask_number'],
  }),
  unsettled({
    code: 'agency.phone_unknown',
    kind: 'phone_unknown',
    outcome: 'not_checked',
    states: {
      id: 'Nomor telepon ini tidak tercatat untuk perusahaan mana pun di daftar kami. Belum tentu melanggar; minta nama dan nomor izinnya.',
      en: 'This telephone number is not on record for any company on our register. That alone does not make it illegal; ask for the name and the licence number.',
    },
    brief: { id: 'nomor telepon tidak tercatat', en: 'telephone number not on record' },
    needs: ['phone'],
    steps: ['do_not_pay', 'ask_full_name', 'ask_number'],
  }),
  unsettled({
    code: 'agency.phone_unreadable',
    kind: 'phone_unreadable',
    outcome: 'not_checked',
    states: {
      id: 'Yang ditulis sebagai nomor telepon tidak dapat dibaca.',
      en: 'What was written as the telephone number could not be read.',
    },
    brief: { id: 'nomor telepon tidak terbaca', en: 'telephone number could not be read' },
    needs: ['phone'],
    steps: ['do_not_pay', 'ask_full_name', 'ask_number'],
  }),
  unsettled({
    code: 'agency.nothing_asked',
    kind: 'nothing_asked',
    outcome: 'not_checked',
    states: {
      id: 'Tidak ada nama, nomor izin, atau nomor telepon yang dapat diperiksa.',
      en: 'There is no name, licence number or telephone number to check.',
    },
    brief: { id: 'tidak ada yang dapat diperiksa', en: 'there is nothing to check' },
    needs: [],
    steps: ['ask_full_name', 'ask_number'],
  }),
  {
    code: 'agency.number_malformed',
    claim: 'agency',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Jumlah angka pada nomor ini tidak lazim. Tiga belas angka pertamanya sama dengan nomor sebuah perusahaan; mungkin ada angka yang kurang atau lebih. Bandingkan lagi dengan kertasnya.',
      en: 'This number has an unusual count of digits. Its first thirteen are a company’s number; perhaps a digit is missing or too many. Compare it with the paper again.',
    },
    brief: { id: 'nomor izin kurang atau lebih angka', en: 'digits are missing or too many' },
    basis: [],
    inForce: ALWAYS,
    needs: ['licence'],
    steps: ['compare_paper'],
    applies: ({ identity }) => identity.isSettled && identity.isNumberMalformed,
    params: ({ identity }) => ({ digits: identity.number?.normalised.length ?? null }),
  },
  {
    code: 'agency.name_written_differently',
    claim: 'agency',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Nomor izinnya cocok, tetapi nama perusahaan ditulis berbeda dari yang terdaftar.',
      en: 'The licence number fits, but the company’s name is written differently from the register.',
    },
    says: ({ identity, subject }) =>
      withDifferences(identity.nameCandidate, {
        id: `Nama ditulis berbeda; yang terdaftar: ${subject?.name}.`,
        en: `The name is written differently; registered as: ${subject?.name}.`,
      }),
    brief: { id: 'namanya ditulis berbeda', en: 'its name is written differently' },
    basis: [],
    inForce: ALWAYS,
    needs: ['name', 'licence'],
    steps: ['compare_paper'],
    applies: ({ identity }) => identity.isSettled && identity.nameCandidate?.outcome === 'variant',
  },
  {
    code: 'agency.name_left_out',
    claim: 'agency',
    outcome: 'not_checked',
    effect: 'caution',
    states: {
      id: 'Yang diperiksa hanya nomor izinnya: yang ditulis sebagai nama tidak memuat nama perusahaan.',
      en: 'Only the licence number was checked: what was written as the name holds no company name.',
    },
    brief: { id: 'namanya tidak terbaca', en: 'its name could not be read' },
    basis: [],
    inForce: ALWAYS,
    needs: ['name', 'licence'],
    steps: ['compare_paper', 'ask_full_name'],
    applies: ({ identity }) => identity.isSettled && identity.isNameUnreadable,
  },
  {
    code: 'agency.name_hides_letters',
    claim: 'agency',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Nama yang ditulis memuat huruf yang hanya tampak seperti huruf Latin, atau urutannya disamarkan. Ketik ulang dari kertasnya.',
      en: 'The name that was written holds letters that only look like Latin letters, or hides their order. Type it again from the paper.',
    },
    brief: { id: 'ada huruf yang hanya tampak sama', en: 'some letters only look the same' },
    basis: [],
    inForce: ALWAYS,
    needs: ['name'],
    steps: ['do_not_pay', 'compare_paper'],
    applies: ({ identity }) =>
      identity.nameMatch?.spoofSignals.some(({ kind }) => DECEIVING.has(kind)) ?? false,
  },
  {
    code: 'agency.name_has_invisible_characters',
    claim: 'agency',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Nama yang ditulis memuat tanda yang tidak kelihatan. Ketik ulang dari kertasnya.',
      en: 'The name that was written holds invisible characters. Type it again from the paper.',
    },
    brief: { id: 'ada tanda yang tidak kelihatan', en: 'it holds invisible characters' },
    basis: [],
    inForce: ALWAYS,
    needs: ['name'],
    steps: ['compare_paper'],
    applies: ({ identity }) =>
      identity.nameMatch?.spoofSignals.some(({ kind }) => kind === 'invisible') ?? false,
  },
  {
    code: 'agency.name_has_unusual_letters',
    claim: 'agency',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Nama yang ditulis memuat huruf bertanda atau huruf lebar, tidak seperti yang terdaftar. Ketik ulang dari kertasnya.',
      en: 'The name that was written holds accented or wide letters, unlike the registered one. Type it again from the paper.',
    },
    brief: { id: 'ada huruf yang tidak lazim', en: 'some letters are unusual' },
    basis: [],
    inForce: ALWAYS,
    needs: ['name'],
    steps: ['compare_paper'],
    applies: ({ identity: { name, nameCandidate, nameMatch } }) =>
      // The register's own print is itself.
      nameCandidate !== null &&
      nameCandidate.name.name.trim() !== name &&
      (nameMatch?.spoofSignals.some(({ kind }) => DECORATED.has(kind)) ?? false),
  },
  {
    code: 'agency.number_has_odd_characters',
    claim: 'agency',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Nomor yang ditulis memuat huruf atau angka yang tidak lazim. Ketik ulang dari kertasnya.',
      en: 'The number that was written holds unusual letters or digits. Type it again from the paper.',
    },
    brief: { id: 'nomornya memuat tanda tidak lazim', en: 'its number holds unusual characters' },
    basis: [],
    inForce: ALWAYS,
    needs: ['licence'],
    steps: ['compare_paper'],
    applies: ({ identity }) => identity.number !== null && identity.number.signals.length > 0,
  },
  {
    code: 'agency.number_of_other_licence',
    claim: 'agency',
    outcome: 'ambiguous',
    effect: 'caution',
    states: {
      id: 'Nomor ini milik perusahaan yang sama, tetapi untuk izin yang lain atau izin yang lama.',
      en: 'This number belongs to the same company, but to another or an older licence.',
    },
    brief: { id: 'nomornya milik izin lain atau lama', en: 'the number is of another licence' },
    basis: [],
    inForce: ALWAYS,
    needs: ['licence'],
    steps: ['ask_current_licence'],
    applies: ({ identity: { isSettled, licenceIds }, subject }) =>
      isSettled &&
      licenceIds.length > 0 &&
      subject?.licence != null &&
      !licenceIds.includes(subject.licence.id),
  },
]

/** What is worth knowing of a name or number, and decides nothing. */
export const IDENTITY_NOTES: readonly AgencyRule[] = [
  {
    code: 'agency.nib_proves_nothing',
    claim: 'agency',
    outcome: 'not_checked',
    effect: 'none',
    states: {
      id: 'NIB saja tidak membuktikan apa-apa: setiap perusahaan di bidang apa pun mempunyainya. Yang diperlukan untuk menempatkan pekerja migran adalah SIP3MI.',
      en: 'A NIB alone proves nothing: every company of any trade has one. To place migrant workers a SIP3MI is needed.',
    },
    brief: { id: 'NIB saja bukan bukti izin', en: 'a NIB alone is no proof of a licence' },
    basis: [GOVERNMENT_LICENSES],
    inForce: SINCE_FIRST_LAW,
    needs: ['licence'],
    steps: ['ask_number'],
    applies: ({ identity }) =>
      identity.kind === 'number_unknown' && identity.number?.nib !== undefined,
  },
  {
    code: 'agency.now_named',
    claim: 'agency',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Perusahaan ini terdaftar dengan nama lain pada hari yang ditanyakan.',
      en: 'On the day asked about this company was registered under another name.',
    },
    says: (situation) => {
      const { identity, subject, on, today } = situation
      const day = dayInWords(on)
      if (on !== today || isLaterName(situation)) {
        return {
          id: `Pada ${day.id} perusahaan ini terdaftar dengan nama ${subject?.name}.`,
          en: `On ${day.en} this company was registered as ${subject?.name}.`,
        }
      }
      return {
        id: `${identity.nameCandidate?.name.name} sekarang bernama ${subject?.name}.`,
        en: `${identity.nameCandidate?.name.name} is now named ${subject?.name}.`,
      }
    },
    brief: { id: 'namanya sudah berganti', en: 'its name has changed' },
    basis: [],
    inForce: ALWAYS,
    needs: ['name'],
    steps: [],
    applies: (situation) =>
      isKnownByAnotherName(situation) && situation.identity.nameCandidate?.name.kind !== 'trading',
    params: ({ identity, subject }) => ({
      asked: identity.nameCandidate?.name.name ?? null,
      now: subject?.name ?? null,
    }),
  },
  {
    code: 'agency.trading_name',
    claim: 'agency',
    outcome: 'confirmed',
    effect: 'none',
    states: {
      id: 'Nama yang ditulis adalah nama dagang perusahaan ini.',
      en: 'The name that was written is a trade name of this company.',
    },
    says: ({ identity, subject }) => ({
      id: `${identity.nameCandidate?.name.name} adalah nama dagang ${subject?.name}.`,
      en: `${identity.nameCandidate?.name.name} is a trade name of ${subject?.name}.`,
    }),
    brief: { id: 'ini nama dagangnya', en: 'this is its trade name' },
    basis: [],
    inForce: ALWAYS,
    needs: ['name'],
    steps: [],
    applies: (situation) =>
      isKnownByAnotherName(situation) && situation.identity.nameCandidate?.name.kind === 'trading',
  },
]

function isKnownByAnotherName({ identity, subject }: AgencySituation): boolean {
  const { isSettled, nameCandidate } = identity
  return (
    isSettled &&
    subject !== null &&
    nameCandidate?.outcome === 'exact' &&
    nameCandidate.name.name !== subject.name
  )
}

/** True where the name that was written is only a name that the company takes after the day. */
function isLaterName({ identity, subject, on }: AgencySituation): boolean {
  const asked = identity.nameCandidate?.name.name
  const names = subject?.agency.names.filter(({ name }) => name === asked) ?? []
  return names.length > 0 && names.every(({ effectiveOn }) => effectiveOn > on)
}

function withDifferences(
  candidate: AgencySituation['identity']['nameCandidate'],
  sentence: Bilingual,
): Bilingual {
  if (candidate === null) return sentence
  return {
    id: [sentence.id, ...explainCandidate(candidate, 'id')].join(' '),
    en: [sentence.en, ...explainCandidate(candidate, 'en')].join(' '),
  }
}
