import type { Bilingual } from './bilingual.ts'

/** In the order in which they are read out: first what keeps a person from harm. */
export const NEXT_STEP_CODES = [
  'do_not_pay',
  'call_bp3mi',
  'protect_abroad',
  'try_again',
  'ask_on_the_day',
  'confirm_candidate',
  'ask_number',
  'ask_city',
  'ask_full_name',
  'compare_paper',
  'ask_current_licence',
  'call_registered_phone',
  'ask_permit',
  'check_placement',
  'complete_documents',
  'ask_village_office',
  'ask_dukcapil',
  'report_charge',
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
  protect_abroad: {
    id: 'Bila sudah bekerja di luar negeri, simpan surat-surat dan hubungi perwakilan Indonesia bila perlu bantuan.',
    en: 'If you already work abroad, keep your papers and call the Indonesian mission when you need help.',
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
  ask_permit: {
    id: 'Minta nomor SIP2MI dan nomor surat permintaan tenaga kerja, lalu tanyakan kapan dan di Disnaker mana seleksinya.',
    en: 'Ask for the SIP2MI number and the job order number, and when and at which labour office the selection is.',
  },
  check_placement: {
    id: 'Periksa juga lowongannya: minta SIP2MI dan surat permintaan tenaga kerja, negara tujuan, perjanjian kerja, biaya, dan siapa yang mengajak.',
    en: 'Check the job too: ask for the SIP2MI and the job order, the country, the work contract, the cost, and who is recruiting.',
  },
  complete_documents: {
    id: 'Lengkapi dulu surat yang kurang atau tidak cocok sebelum berangkat.',
    en: 'Complete the papers that are missing or do not fit before leaving.',
  },
  ask_village_office: {
    id: 'Tanyakan ke kantor desa apakah surat itu memang dikeluarkan di sana.',
    en: 'Ask the village office whether it issued that letter.',
  },
  ask_dukcapil: {
    id: 'Tanyakan ke Dukcapil: data kependudukan dapat sudah dibetulkan tanpa NIK diganti.',
    en: 'Ask the civil registry (Dukcapil): a record may have been corrected without a new NIK.',
  },
  report_charge: {
    id: 'Minta rincian biaya tertulis dan kuitansi, dan tanyakan ke Disnaker apakah boleh dipungut.',
    en: 'Ask for the charges in writing and a receipt, and ask the labour office whether they may be charged.',
  },
  ask_disnaker: {
    id: 'Tanyakan ke Dinas Tenaga Kerja kabupaten sebelum berangkat.',
    en: 'Ask the labour office of the regency before leaving.',
  },
}
