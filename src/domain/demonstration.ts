import type { Bilingual } from './bilingual.ts'

/** Stands beside everything that rests on invented data. */
export const DEMONSTRATION_NOTICE: Bilingual = {
  id: 'Data contoh: perusahaan, nomor, dan keputusan ini rekaan.',
  en: 'Demonstration data: this company, number and decree are invented.',
}
