import type { LicenceStatus } from '../licence.ts'

/** What recording a list leaves to a person. A code is never used for another finding. */
export const IMPORT_FINDINGS = {
  listed_although_revoked: {
    id: 'Daftar masih memuatnya, tetapi izinnya tercatat dicabut: status tidak berubah.',
    en: 'The list carries it, but the licence is recorded as revoked: the status stays.',
  },
  listed_although_surrendered: {
    id: 'Daftar masih memuatnya, tetapi izinnya tercatat dikembalikan: status tidak berubah.',
    en: 'The list carries it, but the licence is recorded as surrendered: the status stays.',
  },
  listed_although_suspended: {
    id: 'Daftar masih memuatnya, tetapi izinnya tercatat diskors seluruhnya: status tidak berubah.',
    en: 'The list carries it, but the licence is recorded as suspended in full: the status stays.',
  },
  listed_although_expired: {
    id: 'Daftar masih memuatnya, tetapi masa izinnya tercatat berakhir: catat perpanjangannya tersendiri.',
    en: 'The list carries it, but the licence is recorded as ended: record its renewal by itself.',
  },
  listed_although_never_licensed: {
    id: 'Daftar memuatnya, tetapi pemberian izinnya tidak tercatat atau telah dikoreksi: status tidak berubah.',
    en: 'The list carries it, but no grant stands in the register or it was corrected: the status stays.',
  },
  term_over_on_list_day: {
    id: 'Masa berlaku menurut daftar sudah lewat pada tanggal daftar: tidak dicatat.',
    en: 'By the list itself the term was over on the day of the list: not recorded.',
  },
  number_is_no_licence_number: {
    id: 'Nomornya bukan nomor izin yang utuh: perusahaan dicatat tanpa nomor itu.',
    en: 'The number is no whole licence number: the agency is recorded without it.',
  },
  number_held_already: {
    id: 'Nomornya sudah tercatat, untuk perusahaan lain atau sebagai nomor lama: tidak dicatat.',
    en: 'The number is recorded already, for another agency or as an old number: not recorded.',
  },
  newer_in_register: {
    id: 'Registri memuat fakta yang lebih baru daripada daftar ini: tidak diubah.',
    en: 'The register holds a newer fact than this list: left as it is.',
  },
  phone_unreadable: {
    id: 'Nomor teleponnya tidak dapat dibaca: tidak dicatat.',
    en: 'A phone number could not be read: not recorded.',
  },
  name_as_of_another: {
    id: 'Nama ini dapat disangka sama dengan nama perusahaan lain.',
    en: 'This name could be taken for that of another agency.',
  },
} as const

export type ImportFindingCode = keyof typeof IMPORT_FINDINGS

export type ImportFinding = {
  code: ImportFindingCode
  line: number
  /** The name on the row. */
  name: string
  agencyId: string | null
  detail: string | null
}

/** A list never makes these better; only a decision that is recorded by itself does. */
export const NOT_IN_FORCE: Partial<Record<LicenceStatus, ImportFindingCode>> = {
  revoked: 'listed_although_revoked',
  surrendered: 'listed_although_surrendered',
  suspended_full: 'listed_although_suspended',
  expired: 'listed_although_expired',
  never_licensed: 'listed_although_never_licensed',
}
