export const MATCH_OUTCOMES = ['exact', 'variant', 'similar', 'ambiguous', 'none'] as const
export type MatchOutcome = (typeof MATCH_OUTCOMES)[number]

export const NAME_KINDS = ['registered', 'former', 'trading', 'acronym'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** One name of one agency. An agency has several: registered, former, trading, acronym. */
export interface RegisterName {
  /** Unique among all names of the index. */
  readonly id: string
  readonly agencyId: string
  /** As printed. */
  readonly name: string
  readonly kind: NameKind
  /** ISO 3166 alpha-2; chooses the country pack. */
  readonly country: string
  readonly city?: string
}

/** How a word of the question and a word of the register's name belong together. */
export const WORD_RELATIONS = [
  'same',
  'spacing',
  'equivalent',
  'old_spelling',
  'sound',
  'typo',
  'different_word',
  'look_alike',
  'number',
  'initials',
  'extra',
  'missing',
] as const
export type WordRelation = (typeof WORD_RELATIONS)[number]

export interface WordPair {
  readonly relation: WordRelation
  /** The words as the question has them, folded; empty for `missing`. */
  readonly query: string
  /** The words as the register has them, folded; empty for `extra`. */
  readonly register: string
  /** True when the word stands elsewhere in the other name. */
  readonly moved: boolean
}

export const FORM_RELATIONS = ['same', 'unstated', 'equivalent', 'conflict'] as const

export interface LegalFormComparison {
  readonly query?: string
  readonly register?: string
  /** `unstated`: one side names no form. `equivalent`: another country's word for the same form. */
  readonly relation: (typeof FORM_RELATIONS)[number]
}

export const VARIANT_KINDS = ['spelling', 'sound', 'order', 'typo'] as const
export type VariantKind = (typeof VARIANT_KINDS)[number]

export type CandidateOutcome = 'exact' | 'variant' | 'similar'

export interface NameCandidate {
  readonly agencyId: string
  readonly name: RegisterName
  readonly outcome: CandidateOutcome
  /** Calibrated, 0..1: orders candidates and chooses words, never the outcome. */
  readonly probability: number
  readonly words: readonly WordPair[]
  readonly legalForm: LegalFormComparison
  readonly kindOfVariant?: VariantKind
  /** True when every word of the question is a word of this name, which has more of them. */
  readonly partial: boolean
}

export const SPOOF_SIGNAL_KINDS = [
  'look_alike_letter',
  'mixed_scripts',
  'invisible',
  'bidi_control',
  'full_width',
  'accent',
  'typographic',
] as const

/** Something in the question's letters that the eye does not see. */
export interface SpoofSignal {
  readonly kind: (typeof SPOOF_SIGNAL_KINDS)[number]
  /** UTF-16 position in the text as given. */
  readonly position: number
  readonly character: string
}

export const REMOVED_KINDS = [
  'legal_form',
  'role',
  'branch',
  'place',
  'own_acronym',
  'overflow',
] as const

/** What normalisation took away before comparing, so that nothing is lost in silence. */
export interface RemovedPart {
  readonly kind: (typeof REMOVED_KINDS)[number]
  readonly text: string
}

export interface NameMatch {
  readonly outcome: MatchOutcome
  /** Best first, one an agency. */
  readonly candidates: readonly NameCandidate[]
  readonly spoofSignals: readonly SpoofSignal[]
  readonly removed: readonly RemovedPart[]
  /** For `ambiguous`: the one question that separates the candidates. */
  readonly question?: 'city' | 'number' | 'full_name'
}
