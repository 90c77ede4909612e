import type { LISTING_STATES } from '../agency.ts'
import type { Bilingual } from '../bilingual.ts'
import type { LISTED_EFFECTS } from '../change-rules.ts'
import type { VALIDITY_BASES } from '../licence.ts'
import { NEXT_STEPS } from '../next-steps.ts'
import type { ROW_CONFIDENCES } from '../rule-tables/dated-row.ts'
import type { DESTINATION_RULES, KEPT_TABLES, OFFICE_KINDS, RENEWALS } from '../rule-tables/rows.ts'
import { VOCABULARY } from '../vocabulary.ts'

type Labels<Word extends string> = Readonly<Record<Word, Bilingual>>

/** The closed sets that only recording uses; every other one is in the vocabulary. */
const OF_RECORDING = {
  listed_effect: {
    not_legal: { id: 'membuat tidak sah', en: 'makes it not legal' },
    caution: { id: 'perlu hati-hati', en: 'calls for caution' },
  } satisfies Labels<(typeof LISTED_EFFECTS)[number]>,
  validity_basis: {
    printed: { id: 'tercetak pada surat izin', en: 'printed on the licence' },
    authority_list: { id: 'daftar dari instansi', en: 'list of an authority' },
    rule: { id: 'dihitung menurut aturan', en: 'follows from a rule' },
  } satisfies Labels<(typeof VALIDITY_BASES)[number]>,
  listing_state: {
    listed: { id: 'ada di daftar', en: 'on the list' },
    missing: { id: 'tidak ada di daftar', en: 'missing from the list' },
  } satisfies Labels<(typeof LISTING_STATES)[number]>,
  row_confidence: {
    law_text: { id: 'naskahnya dibaca', en: 'the text was read' },
    statement: { id: 'pernyataan instansi', en: 'an office said so' },
    press: { id: 'berita', en: 'reported' },
    uncertain: { id: 'belum pasti', en: 'doubtful' },
  } satisfies Labels<(typeof ROW_CONFIDENCES)[number]>,
  destination_rule: {
    open: { id: 'terbuka', en: 'open' },
    closed: { id: 'tertutup', en: 'closed' },
    restricted: { id: 'terbatas', en: 'restricted' },
    contested: { id: 'diperdebatkan', en: 'contested' },
  } satisfies Labels<(typeof DESTINATION_RULES)[number]>,
  renewal: {
    none: { id: 'tidak ada', en: 'none' },
    in_process: { id: 'sedang diproses', en: 'in process' },
  } satisfies Labels<(typeof RENEWALS)[number]>,
  kept_table: {
    recruitment_permits: { id: 'izin merekrut (SIP2MI)', en: 'recruitment permits (SIP2MI)' },
    issued_documents: { id: 'surat yang diterbitkan', en: 'issued documents' },
    agencies: { id: 'perusahaan', en: 'agencies' },
  } satisfies Labels<(typeof KEPT_TABLES)[number]>,
  office_kind: {
    hotline: { id: 'telepon bantuan (hotline)', en: 'helpline (hotline)' },
    labour_office: { id: 'dinas tenaga kerja', en: 'labour office' },
    bp3mi: { id: 'kantor BP3MI', en: 'BP3MI office' },
    mission: { id: 'perwakilan di luar negeri', en: 'mission abroad' },
    civil_registry: { id: 'Dukcapil', en: 'civil registry' },
  } satisfies Labels<(typeof OFFICE_KINDS)[number]>,
  next_step: NEXT_STEPS,
}

const SETS: readonly Readonly<Record<string, Bilingual>>[] = [
  ...Object.values(OF_RECORDING),
  ...Object.values(VOCABULARY),
]

/** A word of a closed set, said plainly; a word that no set knows stands for itself. */
export function wordLabel(words: readonly string[], word: string): Bilingual {
  const labels = SETS.find((set) => words.every((one) => one in set))
  return labels?.[word] ?? { id: word, en: word }
}
