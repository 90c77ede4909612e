import type { LicenceEventType, LicenceKind, SuspensionScope } from '../src/domain/licence.ts'

/**
 * One invented agency for every status and outcome that an answer can have. The numbers begin with
 * 99, which no business number in the register does, and the telephone numbers cannot be dialled.
 */
export interface DemonstrationAgency {
  /** The last part of its ids. */
  readonly id: string
  readonly name: string
  /** What to expect of the quick check, for the list of sandbox subjects. */
  readonly shows: { readonly id: string; readonly en: string }
  readonly kind?: 'p3mi' | 'own_company' | 'apprenticeship_sender' | 'crew_manning'
  readonly licence?: LicenceKind
  /** As printed; absent for the agency that is listed without a number. */
  readonly number?: string
  readonly validUntil?: string
  readonly events?: readonly {
    readonly type: LicenceEventType
    readonly on: string
    readonly announcedOn?: string
    readonly scope?: SuspensionScope
    readonly instrument?: string
  }[]
  readonly grantedOn?: string | null
  readonly list?: 'current' | 'old' | 'missing' | 'none'
  readonly phone?: string
  readonly formerName?: { readonly name: string; readonly until: string }
  readonly tradeName?: string
  readonly acronym?: string
  readonly branches?: readonly {
    readonly id: string
    readonly name: string
    readonly regionCode: string
    readonly openedOn: string
    readonly lastDay?: string
  }[]
  readonly representatives?: readonly {
    readonly id: string
    readonly name: string
    readonly letter: string
  }[]
  readonly destinations?: readonly string[]
}

export const DEMONSTRATION_INSTRUMENT = 'Keputusan Contoh (rekaan)'

export const DEMONSTRATION_AGENCIES: readonly DemonstrationAgency[] = [
  {
    id: 'contoh01',
    name: 'PT Contoh Bahari Sentosa',
    shows: { id: 'berizin', en: 'licensed' },
    number: '9900000000011',
    phone: '+622100000101',
    acronym: 'CBS',
    branches: [
      {
        id: 'contoh01a',
        name: 'Cabang Indramayu (contoh)',
        regionCode: '32.12',
        openedOn: '2022-03-01',
        lastDay: '2026-07-10',
      },
      {
        id: 'contoh01b',
        name: 'Cabang Cirebon (contoh)',
        regionCode: '32.09',
        openedOn: '2023-05-02',
      },
    ],
    representatives: [
      { id: 'contoh01', name: 'Petugas Contoh Pertama', letter: 'ST/CONTOH/001/2026' },
    ],
    destinations: ['TW', 'HK', 'MY'],
  },
  {
    id: 'contoh02',
    name: 'PT Contoh Lestari Makmur',
    shows: { id: 'berizin, nomor 17 angka', en: 'licensed, seventeen-digit number' },
    number: '99000000000280001',
    phone: '+622100000102',
  },
  {
    id: 'contoh03',
    name: 'PT Contoh Pandu Utama',
    shows: { id: 'berizin, dengan peringatan tertulis', en: 'licensed, with a written warning' },
    number: '9900000000035',
    events: [{ type: 'warned', on: '2026-08-03' }],
  },
  {
    id: 'contoh04',
    name: 'PT Contoh Karya Samudra',
    shows: { id: 'sanksi sebagian (Taiwan)', en: 'partly suspended (Taiwan)' },
    number: '9900000000042',
    events: [{ type: 'suspended_partial', on: '2026-09-01', scope: { destinations: ['TW'] } }],
  },
  {
    id: 'contoh05',
    name: 'PT Contoh Graha Perdana',
    shows: { id: 'sanksi seluruh kegiatan', en: 'fully suspended' },
    number: '9900000000059',
    events: [{ type: 'suspended_full', on: '2026-09-15' }],
  },
  {
    id: 'contoh06',
    name: 'PT Contoh Intan Persada',
    shows: { id: 'izin dicabut', en: 'licence revoked' },
    number: '9900000000066',
    list: 'missing',
    events: [{ type: 'revoked', on: '2026-01-29', announcedOn: '2026-02-04' }],
  },
  {
    id: 'contoh07',
    name: 'PT Contoh Surya Gemilang',
    shows: { id: 'izin berakhir, ditegaskan', en: 'term over, confirmed by the authority' },
    number: '9900000000073',
    validUntil: '2026-06-30',
    list: 'missing',
    events: [{ type: 'lapsed', on: '2026-07-01' }],
  },
  {
    id: 'contoh08',
    name: 'PT Contoh Wahana Citra',
    shows: {
      id: 'tanggal izin lewat, masih ada di daftar baru',
      en: 'printed end passed, still on a later list',
    },
    number: '9900000000080',
    validUntil: '2026-08-31',
  },
  {
    id: 'contoh09',
    name: 'PT Contoh Anugerah Timur',
    shows: {
      id: 'tanggal izin lewat, belum ada sumber yang lebih baru',
      en: 'printed end passed, no later source',
    },
    number: '9900000000097',
    validUntil: '2026-08-31',
    list: 'old',
  },
  {
    id: 'contoh10',
    name: 'PT Contoh Bina Sejati',
    shows: { id: 'izin dikembalikan', en: 'licence surrendered' },
    number: '9900000000103',
    list: 'missing',
    events: [{ type: 'surrendered', on: '2026-03-31' }],
  },
  {
    id: 'contoh11',
    name: 'PT Contoh Duta Harapan',
    shows: { id: 'sanksi sudah dicabut', en: 'suspension lifted' },
    number: '9900000000110',
    events: [
      { type: 'suspended_full', on: '2026-04-01' },
      { type: 'lifted', on: '2026-07-01' },
    ],
  },
  {
    id: 'contoh12',
    name: 'PT Contoh Tanpa Nomor',
    shows: { id: 'tercatat tanpa nomor izin', en: 'listed without a number' },
  },
  {
    id: 'contoh13',
    name: 'PT Contoh Rimba Sakti',
    shows: { id: 'sumber sudah lama', en: 'source too old' },
    number: '9900000000134',
    list: 'old',
  },
  {
    id: 'contoh14',
    name: 'PT Contoh Mutiara Selatan',
    shows: { id: 'tidak ada di daftar terbaru', en: 'not on the newest list' },
    number: '9900000000141',
    list: 'missing',
  },
  {
    id: 'contoh15',
    name: 'PT Contoh Cahaya Baru',
    shows: { id: 'berganti nama', en: 'renamed' },
    number: '9900000000158',
    formerName: { name: 'PT Contoh Pelita Lama', until: '2026-02-28' },
  },
  {
    id: 'contoh16',
    name: 'PT Contoh Milenia Muda Makmur',
    shows: { id: 'nama kembar', en: 'one of two near-equal names' },
    number: '9900000000165',
  },
  {
    id: 'contoh17',
    name: 'PT Contoh Milenia Muda Mandiri',
    shows: { id: 'nama kembar', en: 'the other of two near-equal names' },
    number: '9900000000172',
  },
  {
    id: 'contoh18',
    name: 'PT Contoh Industri Sendiri',
    shows: { id: 'hanya pegawainya sendiri', en: 'may place only its own staff' },
    kind: 'own_company',
    licence: 'own_company_permit',
    number: 'CONTOH/18/UKPS/2025',
  },
  {
    id: 'contoh19',
    name: 'LPK Contoh Tunas Muda',
    shows: { id: 'pengirim peserta magang', en: 'sends apprentices' },
    kind: 'apprenticeship_sender',
    licence: 'so_permit',
    number: 'CONTOH/19/SO/2025',
  },
  {
    id: 'contoh20',
    name: 'PT Contoh Awak Segara',
    shows: { id: 'awak kapal, satu izin saja', en: 'crew manning, one permit of two' },
    kind: 'crew_manning',
    licence: 'siukak',
    number: 'CONTOH 20.20 Tahun 2025',
  },
  {
    id: 'contoh21',
    name: 'PT Contoh Niaga Bersama',
    shows: { id: 'tercatat tanpa izin', en: 'recorded, never licensed' },
    grantedOn: null,
    list: 'none',
  },
  {
    id: 'contoh22',
    name: 'PT Contoh Arta Kencana',
    shows: { id: 'berizin, dengan nama dagang', en: 'licensed, with a trade name' },
    number: '9900000000226',
    phone: '+622100000122',
    tradeName: 'Contoh Kerja Jaya',
  },
]
