export const READ_LIST_STATUSES = ['not_given', 'active', 'not_active', 'unclear'] as const

export type ReadListStatus = (typeof READ_LIST_STATUSES)[number]

const ACTIVE = /^(aktif|active|berlaku|valid|terdaftar|registered|berizin|licensed|ya|yes)$/
// "Tidak aktif" holds "aktif": what ends or stops a licence is looked for anywhere in the cell.
const NOT_ACTIVE =
  /\b(tidak|non|belum|dicabut|cabut|pencabutan|skorsing|diskors|dibekukan|dihentikan|penghentian|kedaluwarsa|kadaluarsa|kadaluwarsa|berakhir|habis|ditutup|tutup|inactive|not|revoked|suspended|expired|cancelled|canceled|closed|withdrawn|surrendered|blacklisted|dikembalikan)\b|nonaktif|unlicensed/

/** What a list says of a licence's state; anything that is not plainly active is not taken for active. */
export function readListStatus(cell: string): ReadListStatus {
  const said = cell.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  if (said === '' || said === '-') return 'not_given'
  if (NOT_ACTIVE.test(said)) return 'not_active'
  return ACTIVE.test(said) ? 'active' : 'unclear'
}
