import { EMPLOYER_TYPES, SCHEMES, SECTORS } from '../placement/words.ts'
import { optional, text, word } from './field.ts'
import { DESTINATION } from './shared-fields.ts'

// What a row may limit itself to.

export const ANY_DESTINATION = optional({
  ...DESTINATION,
  hint: { id: 'Kosongkan bila untuk semua negara.', en: 'Leave empty for every destination.' },
})
export const ANY_SCHEME = optional(
  word(['Skema', 'Scheme'], SCHEMES, ['Kosongkan bila untuk semua.', 'Leave empty for all.']),
)
export const ANY_SECTOR = optional(
  word(['Bidang', 'Sector'], SECTORS, ['Kosongkan bila untuk semua.', 'Leave empty for all.']),
)
export const POSITION = optional(text(['Jabatan', 'Position'], 200))
export const EMPLOYER_TYPE = optional(
  word(['Jenis pemberi kerja', 'Kind of employer'], EMPLOYER_TYPES),
)
