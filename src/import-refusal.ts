import type {
  compareAnew,
  decideImport,
  decideRow,
  proposeImport,
  sendList,
  undoImport,
  withdrawImport,
} from './actions/list-imports.ts'
import type { Bilingual } from './domain/bilingual.ts'
import { Problem, type ProblemKind } from './problem.ts'

type Action =
  | typeof sendList
  | typeof decideRow
  | typeof compareAnew
  | typeof proposeImport
  | typeof decideImport
  | typeof withdrawImport
  | typeof undoImport

export type ImportRefusal = Extract<
  Awaited<ReturnType<Action>>,
  { readonly refused: string }
>['refused']

interface Meaning {
  readonly kind: ProblemKind
  /** The field that is wrong, as the API calls it. */
  readonly field?: string
  /** Without it the problem's own words are enough. */
  readonly says?: Bilingual
}

const MEANING_OF: Readonly<Record<ImportRefusal, Meaning>> = {
  unknown_import: { kind: 'import-not-found' },
  outside_place: {
    kind: 'not-allowed',
    says: {
      id: 'Daftar seluruh negara dijaga oleh petugas yang berwenang untuk seluruh negara.',
      en: 'A list of a whole country is kept by those whose role holds for all of it.',
    },
  },
  unavailable: { kind: 'registry-unavailable' },
  empty: {
    kind: 'input-invalid',
    field: 'file',
    says: { id: 'Berkasnya kosong.', en: 'The file is empty.' },
  },
  too_large: { kind: 'upload-too-large', field: 'file' },
  unknown_source: {
    kind: 'input-invalid',
    field: 'source_id',
    says: {
      id: 'Sumber ini belum tercatat. Catat dahulu sumbernya.',
      en: 'This source is not on record. Record it first.',
    },
  },
  day_in_future: {
    kind: 'input-invalid',
    field: 'as_of',
    says: { id: 'Hari itu belum tiba.', en: 'That day has not come.' },
  },
  as_of_after_retrieved_on: {
    kind: 'input-invalid',
    field: 'retrieved_on',
    says: {
      id: 'Daftar tidak mungkin diambil sebelum hari daftarnya.',
      en: 'A list cannot have been retrieved before the day that it is of.',
    },
  },
  published_already: {
    kind: 'conflict',
    field: 'file',
    says: {
      id: 'Berkas yang sama untuk sumber dan hari ini sudah tercatat.',
      en: 'The same file of this source and day is recorded already.',
    },
  },
  not_open: {
    kind: 'conflict',
    says: {
      id: 'Impor ini sedang dikerjakan atau sudah diusulkan atau selesai, jadi tidak dapat diubah sekarang.',
      en: 'The import is being worked on, proposed or done, and cannot be changed now.',
    },
  },
  unknown_line: {
    kind: 'not-found',
    says: {
      id: 'Tidak ada baris dengan nomor itu dalam daftar ini.',
      en: 'The list has no row of that line.',
    },
  },
  unknown_agency: {
    kind: 'input-invalid',
    field: 'agency_id',
    says: {
      id: 'Tidak ada perusahaan dengan id ini dalam registri.',
      en: 'The register has no agency of this id.',
    },
  },
  needs_comparing: {
    kind: 'conflict',
    says: {
      id: 'Keputusan atau kolomnya berubah sejak dibandingkan. Bandingkan lagi, lalu usulkan.',
      en: 'Decisions or columns changed since it was compared. Compare again, then propose.',
    },
  },
  nothing_to_record: {
    kind: 'conflict',
    says: {
      id: 'Tidak ada yang akan berubah, jadi tidak ada yang diusulkan.',
      en: 'Nothing would change, so there is nothing to propose.',
    },
  },
  many_missing: {
    kind: 'conflict',
    field: 'accept_missing',
    says: {
      id: 'Lebih dari seperlima perusahaan yang dulu terdaftar tidak ada lagi. Pastikan daftarnya utuh, lalu nyatakan demikian.',
      en: 'More than a fifth of the agencies listed before are gone. Make sure that the list is whole, then say so.',
    },
  },
  no_usable_row: {
    kind: 'conflict',
    says: {
      id: 'Tidak ada baris yang dapat dipakai.',
      en: 'No row of the list can be used.',
    },
  },
  not_proposed: {
    kind: 'conflict',
    says: {
      id: 'Impor ini tidak sedang menunggu keputusan.',
      en: 'The import is not waiting for a decision.',
    },
  },
  not_yours_to_decide: { kind: 'second-person-needed' },
  changed_since_seen: {
    kind: 'conflict',
    field: 'digest',
    says: {
      id: 'Usulannya berubah sejak Anda melihatnya. Lihat yang sekarang sebelum menyetujui.',
      en: 'The proposal has changed since you saw it. Look at it as it is now before you approve.',
    },
  },
  not_published: {
    kind: 'conflict',
    says: {
      id: 'Hanya impor yang sudah tercatat dapat ditarik kembali.',
      en: 'Only an import that is recorded can be taken back.',
    },
  },
  undone_already: {
    kind: 'conflict',
    says: {
      id: 'Impor ini sudah ditarik kembali, atau penarikannya sedang berjalan.',
      en: 'The import was taken back already, or is about to be.',
    },
  },
}

export function importRefusal(refused: ImportRefusal): Meaning {
  return MEANING_OF[refused]
}

/** The problem that an expected refusal of an import's actions is; it names the field where one is wrong. */
export function importProblem(refused: ImportRefusal): Problem {
  const { kind, field, says } = MEANING_OF[refused]
  if (says === undefined) return new Problem(kind)
  if (kind === 'input-invalid') {
    return new Problem(kind, { errors: [{ pointer: `/${field}`, detail: says }] })
  }
  return new Problem(kind, { detail: says })
}
