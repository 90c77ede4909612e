import type { CheckSituation } from '../../check-situation.ts'
import type { DocumentAnswer, DocumentProblem } from '../../documents/read-documents.ts'
import { ALWAYS, NO_TRANSFER_OF_LICENCE } from '../instruments.ts'
import type { CheckRule } from './check-rule.ts'
import {
  EIGHT_DOCUMENTS,
  FAMILY_PERMISSION,
  SOCIAL_SECURITY_OF_WORKERS,
  WORK_VISA,
} from './placement-law.ts'

/** The papers with one of the problems: their types only, never what stands on them. */
function papersWith(problems: readonly DocumentProblem[], situation: CheckSituation) {
  return situation.documents.documents.filter((one) =>
    one.problems.some((problem) => problems.includes(problem)),
  )
}

function about(
  problems: readonly DocumentProblem[],
  only: (document: DocumentAnswer) => boolean = () => true,
) {
  return {
    applies: (situation: CheckSituation) => papersWith(problems, situation).some(only),
    params: (situation: CheckSituation) => ({
      documents: papersWith(problems, situation)
        .filter(only)
        .map(({ type }) => type),
    }),
  }
}

const COMMON = {
  claim: 'documents',
  basis: [EIGHT_DOCUMENTS],
  inForce: ALWAYS,
  needs: ['documents'],
  dated: 'departs',
  steps: ['complete_documents'],
} as const

const SOFT = { ...COMMON, effect: 'caution' } as const
const isRequired = ({ requirement }: DocumentAnswer) => requirement === 'required'

export const DOCUMENT_RULES: readonly CheckRule[] = [
  {
    ...COMMON,
    code: 'documents.agreement_names_other_agency',
    outcome: 'contradicted',
    effect: 'not_legal',
    basis: [EIGHT_DOCUMENTS, NO_TRANSFER_OF_LICENCE],
    states: {
      id: 'Perjanjian penempatan menyebut perusahaan lain daripada pemegang izin yang mengajak.',
      en: 'The placement agreement names another company than the licence holder that recruits.',
    },
    brief: { id: 'perjanjian menyebut perusahaan lain', en: 'the agreement names another company' },
    steps: ['do_not_pay', 'compare_paper', 'call_bp3mi'],
    ...about(['names_other_agency']),
  },
  {
    ...COMMON,
    code: 'documents.agreement_agency_unconfirmed',
    outcome: 'ambiguous',
    effect: 'cannot_confirm',
    states: {
      id: 'Perusahaan dalam perjanjian penempatan belum dapat dipastikan sama dengan pemegang izin.',
      en: 'It cannot be confirmed that the company in the placement agreement is the licence holder.',
    },
    brief: { id: 'perusahaan di perjanjian belum pasti', en: "its agreement's company is unclear" },
    steps: ['do_not_pay', 'compare_paper'],
    ...about(['names_unconfirmed_agency']),
  },
  {
    ...COMMON,
    code: 'documents.missing',
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Ada surat wajib yang belum terlihat.',
      en: 'Some required papers were not seen.',
    },
    brief: { id: 'ada surat wajib yang belum terlihat', en: 'some required papers are missing' },
    ...about(['missing'], isRequired),
  },
  {
    ...COMMON,
    code: 'documents.no_rule_for_day',
    outcome: 'not_found',
    effect: 'cannot_confirm',
    states: {
      id: 'Untuk jalur dan hari keberangkatan itu kami tidak memiliki daftar surat wajib yang berlaku.',
      en: 'For that scheme and day of departure we hold no list of required papers in force.',
    },
    brief: { id: 'daftar surat wajibnya tidak tercatat', en: 'we hold no list of papers' },
    steps: ['ask_disnaker'],
    applies: ({ documents }) => documents.isAsked && !documents.hasRequirements,
  },
  {
    ...COMMON,
    code: 'documents.withdrawn_by_issuer',
    outcome: 'contradicted',
    effect: 'cannot_confirm',
    states: {
      id: 'Kantor yang mengeluarkan surat ini sudah menariknya kembali.',
      en: 'The office that issued this paper has withdrawn it.',
    },
    brief: { id: 'ada surat yang sudah ditarik', en: 'a paper was withdrawn' },
    steps: ['ask_village_office', 'complete_documents'],
    ...about(['withdrawn_by_issuer']),
  },
  {
    ...SOFT,
    code: 'documents.not_in_issuers_book',
    outcome: 'not_found',
    basis: [FAMILY_PERMISSION],
    states: {
      id: 'Surat ini tidak ada di buku kantor yang disebut mengeluarkannya. Tanyakan dulu ke kantor itu.',
      en: 'This paper is not in the book of the office that it names. Ask that office first.',
    },
    brief: { id: 'surat tidak ada di buku desa', en: "a paper is not in its office's book" },
    steps: ['ask_village_office'],
    ...about(['not_in_issuers_book']),
  },
  {
    ...SOFT,
    code: 'documents.of_other_holder',
    outcome: 'contradicted',
    basis: [FAMILY_PERMISSION],
    states: {
      id: 'Surat dengan nomor ini dikeluarkan untuk orang lain.',
      en: 'The paper with this number was issued for somebody else.',
    },
    brief: { id: 'surat dikeluarkan untuk orang lain', en: 'a paper was issued for somebody else' },
    steps: ['ask_village_office', 'compare_paper'],
    ...about(['of_other_holder']),
  },
  {
    ...SOFT,
    code: 'documents.refused',
    outcome: 'not_found',
    basis: [FAMILY_PERMISSION],
    states: {
      id: 'Kantor yang harus menandatangani surat ini menolak. Itu tidak membuat penempatannya melanggar; tanyakan alasannya dan minta bantuan Disnaker.',
      en: 'The office that must sign this paper refuses. That does not make the placement illegal; ask why and get help from the labour office.',
    },
    brief: { id: 'ada surat yang ditolak ditandatangani', en: 'an office refuses to sign a paper' },
    steps: ['ask_village_office', 'ask_disnaker'],
    ...about(['refused']),
  },
  {
    ...SOFT,
    code: 'documents.expired_on_departure',
    outcome: 'contradicted',
    states: {
      id: 'Ada surat yang sudah habis masa berlakunya pada hari keberangkatan. Itu soal surat, bukan kesalahan perekrut.',
      en: 'A paper has run out on the day of departure. That is about the paper, no fault of the recruiter.',
    },
    brief: { id: 'ada surat yang habis waktu berangkat', en: 'a paper runs out before departure' },
    ...about(['expired_on_departure']),
  },
  {
    ...SOFT,
    code: 'documents.passport_expires_too_soon',
    outcome: 'contradicted',
    states: {
      id: 'Sisa masa berlaku paspor pada hari keberangkatan kurang dari yang diminta. Perpanjang dulu.',
      en: 'On the day of departure the passport is valid for less time than asked for. Renew it first.',
    },
    brief: { id: 'sisa masa berlaku paspor kurang', en: 'the passport runs out too soon' },
    ...about(['expires_too_soon']),
    params: ({ documents }) => ({
      months: documents.documents.find(({ type }) => type === 'passport')?.passportMonths ?? null,
    }),
  },
  {
    ...SOFT,
    code: 'documents.validity_not_told',
    outcome: 'not_checked',
    states: {
      id: 'Hari terakhir masa berlaku paspor tidak disebut, jadi belum diperiksa.',
      en: 'The passport’s last day was not told, so it was not checked.',
    },
    brief: { id: 'masa berlaku paspor belum diperiksa', en: "the passport's end was not checked" },
    ...about(['validity_not_told']),
  },
  {
    ...SOFT,
    code: 'documents.dates_impossible',
    outcome: 'contradicted',
    states: {
      id: 'Tanggal pada surat ini tidak mungkin. Bandingkan lagi dengan kertasnya.',
      en: 'The dates on this paper are impossible. Compare it with the paper again.',
    },
    brief: { id: 'tanggal suratnya tidak mungkin', en: "a paper's dates are impossible" },
    steps: ['compare_paper'],
    ...about(['dated_in_the_future', 'expires_before_issue']),
  },
  {
    ...SOFT,
    code: 'documents.holder_differs',
    outcome: 'contradicted',
    states: {
      id: 'Nama pada surat-surat tidak sama.',
      en: 'The name is not the same on all papers.',
    },
    brief: { id: 'nama pada surat tidak sama', en: 'the papers bear different names' },
    steps: ['compare_paper', 'complete_documents'],
    ...about(['holder_name_differs']),
  },
  {
    ...SOFT,
    code: 'documents.birth_date_differs',
    outcome: 'contradicted',
    states: {
      id: 'Tanggal lahir pada surat-surat tidak sama. Tanyakan ke Dukcapil mana yang benar.',
      en: 'The birth date is not the same on all papers. Ask Dukcapil which is right.',
    },
    brief: { id: 'tanggal lahir pada surat tidak sama', en: "the papers' birth dates differ" },
    steps: ['ask_dukcapil', 'compare_paper'],
    ...about(['birth_date_differs']),
  },
  {
    ...SOFT,
    code: 'documents.visa_for_training_only',
    outcome: 'ambiguous',
    basis: [WORK_VISA],
    states: {
      id: 'Visa ini untuk pelatihan atau magang, padahal yang ditawarkan pekerjaan.',
      en: 'This visa is for training or an apprenticeship, yet a job is offered.',
    },
    brief: { id: 'visanya untuk magang, bukan kerja', en: 'the visa is for training only' },
    steps: ['do_not_pay', 'ask_disnaker'],
    ...about(['visa_for_training_only']),
  },
  {
    ...SOFT,
    code: 'documents.looks_unusual',
    outcome: 'ambiguous',
    states: {
      id: 'Nomor atau penerbit surat ini tidak seperti biasanya. Bentuk nomor tidak pasti, jadi bandingkan saja lagi.',
      en: 'The number or the issuer of this paper is not the usual one. Formats are not certain, so just compare it again.',
    },
    brief: { id: 'nomor atau penerbit surat tidak lazim', en: "a paper's number or issuer is odd" },
    steps: ['compare_paper'],
    ...about(['format_unusual', 'issuer_unusual']),
  },
  {
    ...COMMON,
    code: 'documents.conditional_not_seen',
    outcome: 'not_checked',
    effect: 'none',
    steps: ['ask_disnaker'],
    states: {
      id: 'Ada surat yang hanya kadang diminta dan belum terlihat. Tanyakan apakah diperlukan.',
      en: 'Some papers that are asked for only at times were not seen. Ask whether they are needed.',
    },
    brief: { id: 'ada surat yang mungkin diminta', en: 'some papers may be asked for' },
    ...about(['missing'], ({ requirement }) => requirement === 'conditional'),
  },
  {
    ...COMMON,
    code: 'documents.complete',
    outcome: 'confirmed',
    effect: 'none',
    basis: [EIGHT_DOCUMENTS, SOCIAL_SECURITY_OF_WORKERS],
    states: {
      id: 'Semua surat wajib untuk jalur ini terlihat. Keasliannya hanya diperiksa sejauh disebut di sini.',
      en: 'All papers required for this scheme were seen. That they are genuine was checked only as far as told here.',
    },
    brief: { id: 'surat wajib terlihat lengkap', en: 'all required papers were seen' },
    steps: [],
    applies: ({ documents }) =>
      documents.isAsked &&
      documents.hasRequirements &&
      !documents.documents.some(
        (one) =>
          (isRequired(one) && one.problems.includes('missing')) ||
          one.problems.includes('to_be_signed_on_arrival') ||
          one.problems.includes('withdrawn_by_issuer'),
      ),
  },
]
