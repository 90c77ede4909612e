/** How grave a fault of a row is: it cannot be used, a person must look at it, or it is only told. */
export const SEVERITIES = ['blocks_row', 'needs_a_look', 'note'] as const

export type Severity = (typeof SEVERITIES)[number]

type DirtKind = { severity: Severity; id: string; en: string }

/** Every fault that a row of an authority's list can have, named. A code is never used for another fault. */
export const DIRT = {
  missing_name: {
    severity: 'blocks_row',
    id: 'Nama perusahaan kosong.',
    en: 'The name is empty.',
  },
  name_without_letters: {
    severity: 'blocks_row',
    id: 'Kolom nama tidak berisi huruf.',
    en: 'The name holds no letter.',
  },
  header_repeated: {
    severity: 'blocks_row',
    id: 'Baris ini mengulang judul kolom.',
    en: 'This row repeats the header.',
  },
  footer_row: {
    severity: 'blocks_row',
    id: 'Baris ini jumlah atau catatan kaki, bukan perusahaan.',
    en: 'This row is a total or a footnote, not an agency.',
  },
  status_not_active: {
    severity: 'blocks_row',
    id: 'Daftar ini sendiri menyebut izinnya tidak aktif; catat keputusannya secara terpisah.',
    en: 'The list itself says that the licence is not active; record that decision by itself.',
  },
  status_unclear: {
    severity: 'needs_a_look',
    id: 'Status yang tertulis tidak dikenal.',
    en: 'The status as written is not known.',
  },
  missing_number: {
    severity: 'needs_a_look',
    id: 'Nomor izin kosong.',
    en: 'The licence number is empty.',
  },
  number_odd_length: {
    severity: 'needs_a_look',
    id: 'Jumlah angka nomor tidak lazim: NIB 13 angka, NIB dengan nomor urut 17 angka.',
    en: 'The number of digits is unusual: a NIB has 13, a NIB with its serial 17.',
  },
  number_lost_leading_zero: {
    severity: 'needs_a_look',
    id: 'Nomor 12 angka: angka nol di depan mungkin hilang di lembar kerja.',
    en: 'The number has 12 digits: a spreadsheet may have dropped a zero in front.',
  },
  number_lost_digits: {
    severity: 'needs_a_look',
    id: 'Nomor disimpan sebagai bilangan, sehingga angka di belakang hilang.',
    en: 'The number was stored as a quantity, so its last digits are lost.',
  },
  number_other_schema: {
    severity: 'needs_a_look',
    id: 'Nomor bukan NIB maupun NIB dengan nomor urut.',
    en: 'The number is neither a NIB nor a NIB with its serial.',
  },
  number_unreadable: {
    severity: 'needs_a_look',
    id: 'Kolom nomor tidak berisi nomor.',
    en: 'The number column holds no number.',
  },
  number_with_serial: {
    severity: 'note',
    id: 'Nomor 17 angka: NIB dan nomor urut izin.',
    en: 'The number has 17 digits: a NIB and the serial of the permit.',
  },
  number_with_separators: {
    severity: 'note',
    id: 'Nomor memuat spasi, tanda baca, atau kata.',
    en: 'The number holds spaces, punctuation or words.',
  },
  duplicate_row: {
    severity: 'needs_a_look',
    id: 'Nama dan nomor yang sama sudah ada di baris lain.',
    en: 'The same name and number stand on another row.',
  },
  nib_and_serial_pair: {
    severity: 'needs_a_look',
    id: 'NIB yang sama tertulis dua kali dalam bentuk yang berbeda (13 dan 17 angka, atau nomor urut lain).',
    en: 'One NIB is listed twice in different forms (13 and 17 digits, or another serial).',
  },
  number_under_two_names: {
    severity: 'needs_a_look',
    id: 'Nomor yang sama tertulis untuk nama yang berbeda.',
    en: 'The same number is listed under a different name.',
  },
  name_with_two_numbers: {
    severity: 'needs_a_look',
    id: 'Nama yang sama tertulis dengan nomor yang berbeda.',
    en: 'The same name is listed with a different number.',
  },
  legal_form_two_ways: {
    severity: 'note',
    id: 'Perusahaan yang sama tertulis dengan "PT" dan "PT.", atau tanpa bentuk badan usaha.',
    en: 'One company is listed under both "PT" and "PT.", or without its legal form.',
  },
  legal_form_glued: {
    severity: 'note',
    id: 'Bentuk badan usaha menempel pada nama.',
    en: 'The legal form is glued to the name.',
  },
  legal_form_missing: {
    severity: 'note',
    id: 'Nama ditulis tanpa bentuk badan usaha.',
    en: 'The name has no legal form.',
  },
  odd_apostrophe: {
    severity: 'note',
    id: 'Tanda kutip balik atau aksen dipakai sebagai apostrof.',
    en: 'A back-tick or an accent stands for an apostrophe.',
  },
  stray_punctuation: {
    severity: 'note',
    id: 'Ada tanda baca yang tersisa di awal atau akhir nama.',
    en: 'Stray punctuation at an end of the name.',
  },
  stray_digit: {
    severity: 'needs_a_look',
    id: 'Ada angka yang menempel pada kata terakhir nama.',
    en: 'A digit is glued to the last word of the name.',
  },
  mixed_case: {
    severity: 'note',
    id: 'Huruf besar dan kecil tidak seperti nama lain dalam daftar.',
    en: 'Capitals and small letters are not as in the other names of the list.',
  },
  lookalike_letters: {
    severity: 'needs_a_look',
    id: 'Ada huruf dari abjad lain yang mirip huruf Latin.',
    en: 'Letters of another alphabet stand for Latin letters that they resemble.',
  },
  other_script: {
    severity: 'needs_a_look',
    id: 'Ada huruf yang bukan huruf Latin.',
    en: 'The name holds letters that are not Latin.',
  },
  accented_letter: {
    severity: 'needs_a_look',
    id: 'Ada huruf beraksen yang tidak lazim dalam nama perusahaan Indonesia.',
    en: 'An accented letter, unusual in the name of an Indonesian company.',
  },
  invisible_characters: {
    severity: 'needs_a_look',
    id: 'Ada karakter yang tidak terlihat; sudah dibuang.',
    en: 'Characters that cannot be seen were removed.',
  },
  control_characters: {
    severity: 'note',
    id: 'Ada tab, ganti baris, atau karakter kendali; sudah diganti spasi.',
    en: 'Tabs, line breaks or control characters were turned into spaces.',
  },
  broken_encoding: {
    severity: 'needs_a_look',
    id: 'Ada huruf yang rusak karena salah pengodean.',
    en: 'Letters were broken by a wrong encoding.',
  },
  double_spaces: {
    severity: 'note',
    id: 'Ada spasi ganda, atau spasi di awal atau akhir.',
    en: 'Double spaces, or spaces at an end.',
  },
  not_composed: {
    severity: 'note',
    id: 'Huruf ditulis sebagai gabungan karakter (bukan bentuk NFC); sudah disatukan.',
    en: 'Letters are written as combining characters (not NFC); they were composed.',
  },
  one_word_name: {
    severity: 'note',
    id: 'Nama hanya satu kata, sehingga mudah tertukar.',
    en: 'The name is one word only, so it is easily confused.',
  },
  near_twin_in_list: {
    severity: 'needs_a_look',
    id: 'Nama sangat mirip dengan nama di baris lain.',
    en: 'The name is very near the name on another row.',
  },
  near_twin_in_register: {
    severity: 'needs_a_look',
    id: 'Nama sangat mirip dengan perusahaan lain dalam registri.',
    en: 'The name is very near that of another agency in the register.',
  },
  row_too_short: {
    severity: 'needs_a_look',
    id: 'Baris ini memiliki lebih sedikit kolom daripada judul.',
    en: 'The row has fewer cells than the header.',
  },
  row_too_long: {
    severity: 'needs_a_look',
    id: 'Baris ini memiliki lebih banyak kolom daripada judul, sehingga isinya mungkin bergeser.',
    en: 'The row has more cells than the header, so its cells may have shifted.',
  },
  date_unreadable: {
    severity: 'needs_a_look',
    id: 'Tanggal tidak dapat dibaca.',
    en: 'A date could not be read.',
  },
  term_over_on_list_day: {
    severity: 'needs_a_look',
    id: 'Masa berlaku yang tertulis sudah lewat pada tanggal daftar ini.',
    en: 'The term as written was over on the day of the list.',
  },
} as const satisfies Record<string, DirtKind>

export type DirtCode = keyof typeof DIRT

export const DIRT_CODES = Object.keys(DIRT) as DirtCode[]

/** One fault found in one row. */
export type Dirt = {
  code: DirtCode
  /** What exactly was found, ready to print. */
  detail?: string
  /** The other row concerned, for faults between two rows. */
  otherLine?: number
  /** The agency concerned, for faults against the register. */
  agencyId?: string
}

export function severityOf({ code }: Dirt): Severity {
  return DIRT[code].severity
}
