import type { WireAnswer } from './answer.ts'

export const ANSWER_EXAMPLE: WireAnswer = {
  verdict: 'caution',
  covers: ['agency'],
  not_covered: [
    'branch',
    'representative',
    'channel',
    'recruitment_permit',
    'job_order',
    'destination',
    'scheme',
    'worker',
    'documents',
    'fee',
  ],
  on: '2026-11-24',
  known_at: '2026-11-24T03:12:08.000Z',
  headline:
    'Hati-hati: PT Contoh Karya Samudra tercatat, tetapi sedang disanksi sebagian. Lowongannya belum diperiksa.',
  text_160:
    'HATI-HATI. PT CONTOH KARYA SAMUDRA: sedang disanksi sebagian. Lowongan BELUM diperiksa. Tanya Disnaker.',
  agency: {
    id: 'agy_contoh04',
    name: 'PT Contoh Karya Samudra',
    kind: 'p3mi',
    country: 'ID',
    status: 'suspended_partial',
    licence_number: '9900000000042',
    valid_until: null,
    contact: { phone: null },
  },
  match: {
    outcome: 'exact',
    by: ['licence', 'name'],
    explanation: [
      { feature: 'licence', outcome: 'exact', agrees: true, words: [] },
      {
        feature: 'name',
        outcome: 'exact',
        agrees: true,
        words: [
          { relation: 'same', query: 'contoh', register: 'contoh', moved: false },
          { relation: 'same', query: 'karya', register: 'karya', moved: false },
          { relation: 'same', query: 'samudra', register: 'samudra', moved: false },
        ],
      },
    ],
    spoof_signals: [],
    removed: [],
    question: null,
  },
  candidates: [],
  findings: [
    {
      code: 'agency.suspended_partial',
      claim: 'agency',
      outcome: 'confirmed',
      effect: 'caution',
      says: 'Sebagian kegiatannya sedang dihentikan sementara: TW. Tanyakan apakah lowongannya termasuk.',
      basis: [
        {
          instrument: 'Permen P2MI 4/2025',
          article: 'Pasal 9 ayat (1)',
          url: 'https://pasal.id/peraturan/permen/permen-p2mi-no-4-tahun-2025/koreksi/9440606',
          confidence: 'text_read',
        },
      ],
      source: {
        id: 'src_contoh_keputusan',
        title: 'Keputusan contoh',
        retrieved_on: '2026-11-01',
        age_days: 24,
      },
    },
  ],
  next_steps: [
    {
      code: 'do_not_pay',
      says: 'Jangan membayar, jangan menyerahkan surat asli, dan jangan berangkat dulu.',
      contact: null,
    },
    {
      code: 'call_bp3mi',
      says: 'Bila sudah mendaftar atau sudah menandatangani perjanjian, hubungi BP3MI sekarang.',
      contact: null,
    },
    {
      code: 'check_placement',
      says: 'Periksa juga lowongannya: minta SIP2MI dan surat permintaan tenaga kerja, negara tujuan, perjanjian kerja, biaya, dan siapa yang mengajak.',
      contact: null,
    },
    {
      code: 'ask_disnaker',
      says: 'Tanyakan ke Dinas Tenaga Kerja kabupaten sebelum berangkat.',
      contact: null,
    },
  ],
  registry: {
    entry: 174,
    as_of: '2026-11-24T03:12:08.000Z',
    current: true,
    demonstration: true,
    notice: 'Data contoh: perusahaan, nomor, dan keputusan ini rekaan.',
  },
}
