import type { Bilingual } from './bilingual.ts'

/** In the order in which they are read out: first what keeps a person from harm. */
export const NEXT_STEP_CODES = [
  'do_not_pay',
  'call_bp3mi',
  'try_again',
  'ask_on_the_day',
  'confirm_candidate',
  'ask_number',
  'ask_city',
  'ask_full_name',
  'compare_paper',
  'ask_current_licence',
  'call_registered_phone',
  'check_placement',
  'ask_disnaker',
] as const
export type NextStepCode = (typeof NEXT_STEP_CODES)[number]

export const NEXT_STEPS: Readonly<Record<NextStepCode, Bilingual>> = {
  do_not_pay: {
    id: 'Jangan membayar, jangan menyerahkan surat asli, dan jangan berangkat dulu.',
    en: 'Do not pay, do not hand over original papers, and do not leave yet.',
  },
  call_bp3mi: {
    id: 'Bila sudah mendaftar atau sudah menandatangani perjanjian, hubungi BP3MI sekarang.',
    en: 'If you have already signed up or signed an agreement, call BP3MI now.',
  },
  try_again: {
    id: 'Periksa sekali lagi sebentar lagi: daftar terbaru belum dapat dibuka.',
    en: 'Check again in a while: the newest register could not be reached.',
  },
  ask_on_the_day: {
    id: 'Periksa sekali lagi pada harinya.',
    en: 'Check again on the day itself.',
  },
  confirm_candidate: {
    id: 'Bandingkan nama di kertas dengan nama di daftar, huruf demi huruf. Bila sama, periksa lagi dengan nama itu.',
    en: 'Compare the name on the paper with the register’s name, letter by letter. If it is the same, check again with that name.',
  },
  ask_number: {
    id: 'Minta nomor izin perusahaan, lalu periksa lagi dengan nomor itu.',
    en: 'Ask for the company’s licence number, then check again with it.',
  },
  ask_city: {
    id: 'Tanyakan kota kantor pusatnya: ada lebih dari satu perusahaan dengan nama ini.',
    en: 'Ask in which city its head office is: more than one company has this name.',
  },
  ask_full_name: {
    id: 'Tanyakan nama lengkap perusahaan, seperti tertulis pada surat izinnya.',
    en: 'Ask for the company’s full name, as written on its licence.',
  },
  compare_paper: {
    id: 'Bandingkan lagi setiap angka dan huruf dengan kertas aslinya.',
    en: 'Compare every digit and letter once more with the original paper.',
  },
  ask_current_licence: {
    id: 'Minta surat izin yang masih berlaku, atau bukti perpanjangannya.',
    en: 'Ask for the licence that is valid now, or proof that it was renewed.',
  },
  call_registered_phone: {
    id: 'Hubungi perusahaan lewat nomor telepon yang tercatat, bukan lewat nomor yang diberikan orang.',
    en: 'Call the company on the telephone number on record, not on the number that someone gave you.',
  },
  check_placement: {
    id: 'Periksa juga lowongannya: minta SIP2MI dan surat permintaan tenaga kerja, negara tujuan, perjanjian kerja, biaya, dan siapa yang mengajak.',
    en: 'Check the job too: ask for the SIP2MI and the job order, the country, the work contract, the cost, and who is recruiting.',
  },
  ask_disnaker: {
    id: 'Tanyakan ke Dinas Tenaga Kerja kabupaten sebelum berangkat.',
    en: 'Ask the labour office of the regency before leaving.',
  },
}
