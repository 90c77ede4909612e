import type { Bilingual } from '../bilingual.ts'
import type { ListColumn } from './list-column.ts'
import type { ChangedField } from './list-comparison.ts'
import type { ImportProblem, ImportRowClass, ImportState } from './list-import.ts'

export const IMPORT_STATE_WORDS: Readonly<Record<ImportState, Bilingual>> = {
  comparing: { id: 'sedang dibandingkan', en: 'being compared' },
  failed: { id: 'tidak dapat dibandingkan', en: 'could not be compared' },
  compared: { id: 'sudah dibandingkan', en: 'compared' },
  proposed: { id: 'menunggu orang kedua', en: 'waiting for a second person' },
  publishing: { id: 'sedang dicatat', en: 'being recorded' },
  published: { id: 'tercatat', en: 'recorded' },
  withdrawn: { id: 'dibatalkan', en: 'given up' },
}

export const ROW_CLASS_WORDS: Readonly<Record<ImportRowClass, Bilingual>> = {
  new: { id: 'baru', en: 'new' },
  changed: { id: 'berubah', en: 'changed' },
  reappeared: { id: 'tercantum lagi', en: 'listed again' },
  conflict: { id: 'bertentangan', en: 'in conflict' },
  duplicate: { id: 'berulang', en: 'said again' },
  refused: { id: 'tidak terpakai', en: 'not usable' },
  missing: { id: 'tidak tercantum lagi', en: 'no longer listed' },
  unchanged: { id: 'tetap', en: 'unchanged' },
  taken_back: { id: 'ditarik kembali', en: 'taken back' },
  changed_since: { id: 'sudah berubah sejak itu', en: 'changed since' },
}

/** What a class means for the register, in a sentence. */
export const ROW_CLASS_MEANING: Readonly<Record<ImportRowClass, Bilingual>> = {
  new: {
    id: 'Registri belum memuatnya: dicatat sebagai perusahaan baru.',
    en: 'The register does not hold it yet: recorded as a new agency.',
  },
  changed: {
    id: 'Daftar mengatakan hal lain daripada registri: perbedaannya dicatat.',
    en: 'The list says otherwise than the register: the difference is recorded.',
  },
  reappeared: {
    id: 'Pernah hilang dari daftar ini, sekarang tercantum lagi.',
    en: 'It was missing from this list before, and is on it again.',
  },
  conflict: {
    id: 'Bertentangan dengan registri atau dengan baris lain: tidak dicatat sampai Anda memutuskan.',
    en: 'It contradicts the register or another row: not recorded until you decide.',
  },
  duplicate: {
    id: 'Perusahaan yang sama sudah ada di baris lain: baris itu yang dipakai.',
    en: 'The same agency stands on another row: that row counts.',
  },
  refused: {
    id: 'Tidak ada perusahaan yang dapat dibaca dari baris ini.',
    en: 'No agency can be read from this row.',
  },
  missing: {
    id: 'Dulu tercantum, sekarang tidak. Ini temuan, bukan pencabutan izin.',
    en: 'It was on the list before and is not now. A finding; it revokes nothing.',
  },
  unchanged: {
    id: 'Daftar dan registri mengatakan hal yang sama.',
    en: 'The list and the register say the same.',
  },
  taken_back: {
    id: 'Yang dicatat oleh impor itu ditarik kembali.',
    en: 'What that import recorded is taken back.',
  },
  changed_since: {
    id: 'Ada catatan yang lebih baru: yang itu dibiarkan.',
    en: 'Something newer was recorded since: that is left as it is.',
  },
}

export const COLUMN_WORDS: Readonly<Record<ListColumn, Bilingual>> = {
  registerId: { id: 'Id dalam daftar', en: 'Id in the list' },
  name: { id: 'Nama perusahaan', en: 'Name of the agency' },
  licence: { id: 'Nomor izin', en: 'Licence number' },
  nib: { id: 'NIB', en: 'NIB' },
  address: { id: 'Alamat', en: 'Address' },
  city: { id: 'Kota atau kabupaten', en: 'City or regency' },
  province: { id: 'Provinsi', en: 'Province' },
  phone: { id: 'Telepon', en: 'Telephone' },
  email: { id: 'Surel', en: 'E-mail' },
  website: { id: 'Situs web', en: 'Website' },
  status: { id: 'Status', en: 'Status' },
  validFrom: { id: 'Berlaku sejak', en: 'Valid from' },
  validUntil: { id: 'Berlaku sampai', en: 'Valid until' },
}

export const FIELD_WORDS: Readonly<Record<ChangedField, Bilingual>> = {
  listed: { id: 'Tercantum', en: 'Listed' },
  name: { id: 'Nama', en: 'Name' },
  number: { id: 'Nomor izin', en: 'Licence number' },
  validUntil: { id: 'Berlaku sampai', en: 'Valid until' },
  phones: { id: 'Telepon', en: 'Telephone' },
  region: { id: 'Wilayah', en: 'Region' },
  address: { id: 'Alamat', en: 'Address' },
}

/** What became of the work, and what to do. */
const PROBLEM_WORDS: Readonly<Record<string, Bilingual>> = {
  not_found: {
    id: 'Berkasnya tidak tersimpan lagi. Kirim lagi sebagai impor baru.',
    en: 'The file is no longer kept. Send it again as a new import.',
  },
  empty: {
    id: 'Berkasnya tidak berisi baris. Periksa berkasnya, lalu kirim lagi.',
    en: 'The file holds no row. Look at it, then send it again.',
  },
  too_large: {
    id: 'Berkasnya terlalu besar untuk dibaca. Simpan sebagai CSV dengan baris daftarnya saja.',
    en: 'The file is too large to be read. Save it as CSV with the rows of the list only.',
  },
  not_a_list: {
    id: 'Berkas ini bukan daftar yang dapat dibaca. Simpan daftarnya sebagai .xlsx atau CSV, lalu kirim lagi.',
    en: 'The file is no list that can be read. Save the list as .xlsx or CSV, then send it again.',
  },
  holds_nul: {
    id: 'Ada karakter rusak (NUL) dalam berkas. Simpan ulang dari program asalnya sebagai CSV UTF-8 atau .xlsx.',
    en: 'The file holds a broken character (NUL). Save it anew as UTF-8 CSV or .xlsx.',
  },
  unreadable: {
    id: 'Isi berkas rusak atau tidak utuh. Simpan ulang sebagai .xlsx atau CSV, lalu kirim lagi.',
    en: 'The content is broken or not whole. Save it anew as .xlsx or CSV, then send it again.',
  },
  no_header: {
    id: 'Judul kolom nama perusahaan tidak dikenali. Tunjukkan di bawah kolom mana yang berisi nama.',
    en: 'No heading for the agency’s name was recognised. Say below which column holds the names.',
  },
  no_such_column: {
    id: 'Judul kolom yang dipilih tidak ada dalam berkas ini, atau ada dua kali. Pilih lagi di bawah.',
    en: 'A heading that was chosen is not in this file, or is there twice. Choose again below.',
  },
  too_many_rows: {
    id: 'Barisnya terlalu banyak untuk sebuah daftar. Periksa apakah berkasnya benar.',
    en: 'There are more rows than any list has. See whether it is the right file.',
  },
  too_many_columns: {
    id: 'Kolomnya terlalu banyak untuk sebuah daftar. Periksa apakah berkasnya benar.',
    en: 'There are more columns than any list has. See whether it is the right file.',
  },
  cell_too_long: {
    id: 'Ada sel yang terlalu panjang untuk sebuah daftar. Biasanya tanda kutip tidak ditutup.',
    en: 'A cell is longer than any list has. Mostly a quotation mark was not closed.',
  },
  source_unknown: {
    id: 'Sumbernya belum tercatat. Catat sumbernya, lalu bandingkan lagi.',
    en: 'The source is not on record. Record it, then compare again.',
  },
  older_than_newest_edition: {
    id: 'Registri sudah memuat daftar yang lebih baru dari sumber ini. Daftar lama tidak dicatat di atasnya.',
    en: 'The register holds a newer list of this source. An older one is not recorded over it.',
  },
  as_of_after_retrieved_on: {
    id: 'Daftar tidak mungkin diambil sebelum hari daftarnya. Kirim lagi dengan hari yang benar.',
    en: 'A list cannot have been retrieved before its own day. Send it again with the right days.',
  },
  many_missing: {
    id: 'Lebih dari seperlima perusahaan yang dulu terdaftar tidak ada lagi. Pastikan daftarnya utuh, nyatakan demikian di bawah, lalu bandingkan lagi.',
    en: 'More than a fifth of the agencies listed before are gone. Make sure the list is whole, say so below, then compare again.',
  },
  no_usable_row: {
    id: 'Tidak ada baris yang dapat dipakai. Periksa kolom yang dipilih di bawah.',
    en: 'No row can be used. Look at the columns chosen below.',
  },
  changed_since_read: {
    id: 'Registri berubah sejak dibandingkan, jadi belum ada yang tercatat. Bandingkan lagi, lalu usulkan lagi.',
    en: 'The register has changed since it was compared, so nothing was recorded. Compare and propose again.',
  },
  number_taken: {
    id: 'Sebuah nomor sudah dicatat orang lain sementara itu, jadi belum ada yang tercatat. Bandingkan lagi.',
    en: 'A number was recorded by somebody else meanwhile, so nothing was recorded. Compare again.',
  },
  licence_overlaps: {
    id: 'Sebuah izin akan bertumpang tindih dengan izin lain, jadi belum ada yang tercatat. Bandingkan lagi.',
    en: 'A licence would overlap another, so nothing was recorded. Compare again.',
  },
  recording_held: {
    id: 'Pencatatan dihentikan sementara: pengelola perlu memulihkan log dahulu. Belum ada yang tercatat.',
    en: 'Recording is on hold: the operator has to restore the log first. Nothing was recorded.',
  },
  already_recorded: {
    id: 'Berkas yang sama untuk sumber dan hari ini sudah tercatat.',
    en: 'The very same file is recorded already for this source and day.',
  },
}

const UNEXPECTED: Bilingual = {
  id: 'Ada kesalahan di pihak kami, dan belum ada yang tercatat. Coba bandingkan lagi. Bila berulang, sampaikan kepada pengelola.',
  en: 'Something went wrong on our side, and nothing was recorded. Compare again. If it happens again, tell the operator.',
}

export function problemOfImport({ code }: ImportProblem): Bilingual {
  return PROBLEM_WORDS[code] ?? UNEXPECTED
}
