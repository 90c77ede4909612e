import type { Bilingual } from '../bilingual.ts'
import type { DOCUMENT_PROBLEMS, ISSUER_BOOKS } from '../documents/read-documents.ts'
import type { REQUIREMENTS } from '../rule-tables/rows.ts'
import type {
  AgencyReply,
  ContractState,
  DocumentState,
  DocumentType,
  EmployerType,
  Offer,
  Payee,
  RecruiterKind,
  Scheme,
  Sector,
  Sex,
  VisaType,
} from './words.ts'

type Labels<Word extends string> = Readonly<Record<Word, Bilingual>>

/** The words of a placement, said plainly in both languages. */
export const PLACEMENT_VOCABULARY = {
  scheme: {
    p_to_p: { id: 'lewat perusahaan penempatan (P3MI)', en: 'through a placement agency (P3MI)' },
    g_to_g: { id: 'program pemerintah (G to G)', en: 'government programme (G to G)' },
    own_company: {
      id: 'perusahaan mengirim pegawainya sendiri (UKPS)',
      en: 'a company sends its own staff',
    },
    independent: { id: 'mengurus sendiri (mandiri)', en: 'on one’s own (independent)' },
    ssw_direct: {
      id: 'langsung ke Jepang sebagai SSW',
      en: 'directly to Japan as a specified skilled worker',
    },
    re_entry: {
      id: 'kembali ke pemberi kerja yang sama setelah cuti',
      en: 'back to the same employer after leave',
    },
    merchant_seafarer: { id: 'pelaut kapal niaga', en: 'seafarer on a merchant ship' },
    fishing_crew: { id: 'awak kapal ikan', en: 'crew of a fishing vessel' },
    apprenticeship: { id: 'magang', en: 'apprenticeship' },
    outside_act: {
      id: 'di luar undang-undang pekerja migran (misalnya pelajar)',
      en: 'outside the migrant workers’ Act (students, for instance)',
    },
  } satisfies Labels<Scheme>,
  sector: {
    domestic: { id: 'rumah tangga', en: 'household' },
    care: { id: 'merawat orang (lansia, anak, orang sakit)', en: 'care of people' },
    health: { id: 'kesehatan (perawat, bidan)', en: 'health (nurse, midwife)' },
    hospitality: { id: 'hotel dan restoran', en: 'hotels and restaurants' },
    manufacturing: { id: 'pabrik', en: 'factory' },
    construction: { id: 'bangunan', en: 'construction' },
    agriculture: { id: 'pertanian', en: 'agriculture' },
    plantation: { id: 'perkebunan', en: 'plantation' },
    fishing: { id: 'perikanan', en: 'fishing' },
    shipping: { id: 'kapal niaga', en: 'shipping' },
    services: { id: 'jasa (toko, kebersihan, spa)', en: 'services (shop, cleaning, spa)' },
    office: { id: 'kantor', en: 'office' },
    other: { id: 'lainnya', en: 'other' },
  } satisfies Labels<Sector>,
  employer_type: {
    legal_entity: { id: 'perusahaan atau lembaga', en: 'a company or institution' },
    individual: { id: 'perorangan atau keluarga', en: 'a person or family' },
  } satisfies Labels<EmployerType>,
  sex: {
    female: { id: 'perempuan', en: 'female' },
    male: { id: 'laki-laki', en: 'male' },
  } satisfies Labels<Sex>,
  visa_type: {
    work: { id: 'visa kerja', en: 'work visa' },
    trainee: { id: 'visa magang', en: 'trainee visa' },
    student: { id: 'visa pelajar', en: 'student visa' },
    tourist: { id: 'visa wisata', en: 'tourist visa' },
    visit: { id: 'visa kunjungan', en: 'visit visa' },
    umrah: { id: 'visa umrah', en: 'umrah visa' },
    hajj: { id: 'visa haji', en: 'hajj visa' },
    ziarah: { id: 'visa ziarah', en: 'pilgrimage (ziarah) visa' },
    transit: { id: 'visa transit', en: 'transit visa' },
    none: { id: 'tanpa visa', en: 'no visa' },
  } satisfies Labels<VisaType>,
  recruiter_kind: {
    agency: { id: 'perusahaan penempatan', en: 'a placement company' },
    individual: {
      id: 'seorang perorangan, tanpa perusahaan',
      en: 'an individual, without a company',
    },
    training_provider: { id: 'lembaga pelatihan atau kursus (LPK)', en: 'a training provider' },
    employer: { id: 'pemberi kerjanya langsung', en: 'the employer directly' },
    ministry: { id: 'pemerintah', en: 'the government' },
  } satisfies Labels<RecruiterKind>,
  offer: {
    placement: { id: 'pekerjaan di luar negeri', en: 'work abroad' },
    course_only: { id: 'kursus saja, tanpa pekerjaan', en: 'a course only, without a job' },
  } satisfies Labels<Offer>,
  agency_reply: {
    confirms: { id: 'membenarkan lowongan ini', en: 'it confirms this job' },
    denies: { id: 'tidak mengakui lowongan ini', en: 'it denies this job' },
    no_answer: { id: 'tidak menjawab', en: 'no answer' },
  } satisfies Labels<AgencyReply>,
  contract_state: {
    signed: { id: 'sudah ditandatangani', en: 'signed' },
    not_yet: { id: 'belum ditandatangani', en: 'not signed yet' },
    on_arrival: { id: 'katanya ditandatangani di sana', en: 'to be signed on arrival, they say' },
    none: { id: 'katanya tidak ada perjanjian', en: 'there is to be none, they say' },
  } satisfies Labels<ContractState>,
  payee: {
    agency: { id: 'rekening perusahaan', en: 'the company’s account' },
    personal_account: { id: 'rekening pribadi', en: 'a personal account' },
    government: { id: 'pemerintah', en: 'the government' },
    training_provider: { id: 'lembaga pelatihan', en: 'the training provider' },
    cash: { id: 'tunai ke orangnya', en: 'cash to the person' },
    other: { id: 'lainnya', en: 'other' },
  } satisfies Labels<Payee>,
  document_type: {
    marital_status_letter: {
      id: 'surat keterangan status perkawinan',
      en: 'marital status letter',
    },
    family_permission: { id: 'surat izin keluarga', en: 'family permission letter' },
    competence_certificate: { id: 'sertifikat kompetensi', en: 'competence certificate' },
    health_certificate: { id: 'surat keterangan sehat', en: 'health certificate' },
    passport: { id: 'paspor', en: 'passport' },
    work_visa: { id: 'visa kerja', en: 'work visa' },
    placement_agreement: { id: 'perjanjian penempatan', en: 'placement agreement' },
    employment_contract: { id: 'perjanjian kerja', en: 'employment contract' },
    social_security: { id: 'kartu BPJS Ketenagakerjaan', en: 'social security card' },
    health_insurance: { id: 'kartu jaminan kesehatan (BPJS)', en: 'health insurance card' },
    worker_card: { id: 'kartu atau ID pekerja migran', en: 'migrant worker card' },
    pre_departure_orientation: {
      id: 'bukti orientasi pra-pemberangkatan (OPP)',
      en: 'proof of pre-departure orientation',
    },
    identity_card: { id: 'KTP', en: 'identity card' },
    family_card: { id: 'kartu keluarga', en: 'family card' },
    birth_certificate: { id: 'akta kelahiran', en: 'birth certificate' },
    school_certificate: { id: 'ijazah', en: 'school certificate' },
    police_record: { id: 'SKCK', en: 'police record' },
    employer_call_letter: {
      id: 'surat panggilan dari pemberi kerja',
      en: 'employer’s call letter',
    },
    employer_profile: { id: 'profil pemberi kerja', en: 'employer’s profile' },
    own_risk_statement: {
      id: 'surat pernyataan menanggung sendiri',
      en: 'statement of bearing the risk oneself',
    },
    leave_letter: { id: 'surat cuti dari pemberi kerja', en: 'leave letter from the employer' },
    government_registration: {
      id: 'bukti pendaftaran program pemerintah',
      en: 'registration with a government programme',
    },
  } satisfies Labels<DocumentType>,
  document_state: {
    shown: { id: 'ada, diperlihatkan', en: 'shown' },
    refused: { id: 'kantor menolak menandatangani', en: 'the office refused to sign it' },
    on_arrival: { id: 'katanya dibuat di sana', en: 'to be made on arrival, they say' },
    absent: { id: 'tidak ada', en: 'there is none' },
  } satisfies Labels<DocumentState>,
  requirement: {
    required: { id: 'wajib', en: 'required' },
    conditional: { id: 'pada keadaan tertentu', en: 'in some cases' },
  } satisfies Labels<(typeof REQUIREMENTS)[number]>,
  document_problem: {
    missing: { id: 'belum terlihat', en: 'not seen' },
    refused: { id: 'kantor menolak menandatangani', en: 'the office refused to sign it' },
    to_be_signed_on_arrival: { id: 'baru akan dibuat di sana', en: 'only to be made on arrival' },
    expired_on_departure: {
      id: 'sudah habis masa berlakunya saat berangkat',
      en: 'expired on the day of departure',
    },
    expires_too_soon: { id: 'sisa masa berlakunya kurang', en: 'runs out too soon' },
    validity_not_told: { id: 'masa berlakunya tidak disebut', en: 'its last day was not told' },
    dated_in_the_future: { id: 'tanggal terbitnya belum tiba', en: 'dated in the future' },
    expires_before_issue: { id: 'berakhir sebelum terbit', en: 'expires before it was issued' },
    issuer_unusual: { id: 'penerbitnya tidak lazim', en: 'an unusual issuer' },
    format_unusual: { id: 'bentuk nomornya tidak lazim', en: 'an unusual number' },
    holder_name_differs: { id: 'nama pemiliknya berbeda', en: 'the holder’s name differs' },
    birth_date_differs: { id: 'tanggal lahirnya berbeda', en: 'the birth date differs' },
    not_in_issuers_book: {
      id: 'tidak ada di buku kantor penerbit',
      en: 'not in the issuing office’s book',
    },
    withdrawn_by_issuer: { id: 'sudah ditarik penerbitnya', en: 'withdrawn by its issuer' },
    of_other_holder: { id: 'tercatat milik orang lain', en: 'on record for another holder' },
    names_other_agency: { id: 'menyebut perusahaan lain', en: 'names another company' },
    names_unconfirmed_agency: {
      id: 'perusahaan di dalamnya belum dapat dipastikan',
      en: 'the company in it cannot be confirmed',
    },
    visa_not_for_work: { id: 'bukan visa untuk bekerja', en: 'not a visa for work' },
    visa_for_training_only: { id: 'visa untuk magang saja', en: 'a visa for training only' },
  } satisfies Labels<(typeof DOCUMENT_PROBLEMS)[number]>,
  issuer_book: {
    not_kept: {
      id: 'kantor penerbit tidak punya buku di sini',
      en: 'its issuer keeps no book here',
    },
    found: { id: 'ada di buku kantor penerbit', en: 'found in the issuing office’s book' },
    not_found: {
      id: 'tidak ada di buku kantor penerbit',
      en: 'not in the issuing office’s book',
    },
    withdrawn: { id: 'sudah ditarik penerbitnya', en: 'withdrawn by its issuer' },
    other_holder: { id: 'tercatat milik orang lain', en: 'on record for another holder' },
  } satisfies Labels<(typeof ISSUER_BOOKS)[number]>,
} as const
