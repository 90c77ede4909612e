import type { NumberSchema } from './number-schema.ts'
import type { PhonePlan } from './phone-number.ts'

export interface LegalForm {
  /** What the API shows. */
  readonly id: string
  /** Each spelling as the folded words that stand at an end of a name. */
  readonly spellings: readonly string[]
  /** Stands for this form of the country, in another country's words. */
  readonly equivalentTo?: string
  /** Says something about a company that does not change which company it is (Tbk, Persero). */
  readonly addsTo?: string
  /** May also be a word of a name, so both readings are tried (LPK). */
  readonly mayBeAWord?: boolean
}

/** One letter rule: `from` becomes `to`, where the letters around it allow. */
export interface LetterFold {
  readonly from: string
  readonly to: string
  readonly after?: 'vowel' | 'consonant' | 'start'
  readonly before?: 'vowel' | 'consonant' | 'end' | 'r'
}

/** What differs from country to country. A new country is one such value. */
export interface CountryPack {
  readonly country: string
  readonly legalForms: readonly LegalForm[]
  /** The form that law prescribes for every registered agency, when a list leaves it out. */
  readonly assumedForm?: string
  /** What people put before the name of any agency, or in brackets after it. */
  readonly roleWords: readonly string[]
  /** What lists print in brackets after a name, and what is a name's own word elsewhere. */
  readonly bracketMarks: readonly string[]
  /** Words that open a branch's address: what follows them is no part of the name. */
  readonly branchWords: readonly string[]
  /** Places that may follow a name after a comma. */
  readonly places: readonly string[]
  readonly conjunction: string
  /** Official spelling changes and silent letters: the same word, even when both are in use. */
  readonly spellingFolds: readonly LetterFold[]
  readonly oldSpelling: readonly LetterFold[]
  /** Sounds that people confuse: the same word only if the one typed is no word itself. */
  readonly soundFolds: readonly LetterFold[]
  /** Groups of spellings of one word that both stand in dictionaries. */
  readonly equivalents: readonly (readonly string[])[]
  /** Real words that are near others: a difference between them is never a typing error. */
  readonly knownWords: readonly string[]
  /** Words that names are glued from, to read the initials of glued words. */
  readonly nameParts: readonly string[]
  readonly numberWords: Readonly<Record<string, number>>
  readonly numberSchemas: readonly NumberSchema[]
  readonly phonePlan?: PhonePlan
}
