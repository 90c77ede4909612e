import type { NameCandidate, WordPair } from './match.ts'

export const EXPLANATION_LANGUAGES = ['id', 'en'] as const
export type ExplanationLanguage = (typeof EXPLANATION_LANGUAGES)[number]

type Sentence = Readonly<Record<ExplanationLanguage, string>>

/**
 * One sentence for each difference between what was typed and the register's name, in plain words;
 * empty when there is none. Says what differs, never what it means for the company.
 */
export function explainCandidate(
  candidate: NameCandidate,
  language: ExplanationLanguage,
): readonly string[] {
  const sentences = candidate.words.flatMap((pair) => sentenceFor(pair) ?? [])
  const { query, register, relation } = candidate.legalForm
  if (relation === 'conflict' || relation === 'equivalent') {
    sentences.unshift({
      id: `Bentuk badan yang ditulis “${upper(query)}”, di daftar “${upper(register)}”.`,
      en: `The legal form typed is “${upper(query)}”, the register has “${upper(register)}”.`,
    })
  }
  return sentences.map((sentence) => sentence[language])
}

function sentenceFor(pair: WordPair): Sentence | undefined {
  const typed = quoted(pair.query)
  const listed = quoted(pair.register)
  switch (pair.relation) {
    case 'same':
      return pair.moved
        ? {
            id: `Kata ${typed} ada di tempat lain pada nama di daftar.`,
            en: `The word ${typed} stands elsewhere in the register’s name.`,
          }
        : undefined
    case 'spacing':
      return {
        id: `Spasi berbeda: ${typed}, di daftar ${listed}.`,
        en: `Spaces differ: ${typed}, in the register ${listed}.`,
      }
    case 'equivalent':
    case 'old_spelling':
      return {
        id: `Ejaan berbeda: ${typed}, di daftar ${listed}.`,
        en: `Spelt differently: ${typed}, in the register ${listed}.`,
      }
    case 'sound':
      return {
        id: `Bunyinya mirip, tulisannya berbeda: ${typed}, di daftar ${listed}.`,
        en: `Sounds alike, written differently: ${typed}, in the register ${listed}.`,
      }
    case 'typo':
      return {
        id: `Mungkin salah ketik: ${typed}, di daftar ${listed}.`,
        en: `Perhaps a typing error: ${typed}, in the register ${listed}.`,
      }
    case 'different_word':
      return {
        id: `Kata berbeda: ${typed}, di daftar ${listed}.`,
        en: `A different word: ${typed}, in the register ${listed}.`,
      }
    case 'look_alike':
      return {
        id: `Huruf hanya tampak sama: ${typed}, di daftar ${listed}.`,
        en: `The letters only look the same: ${typed}, in the register ${listed}.`,
      }
    case 'number':
      return {
        id: `Angka berbeda: ${typed}, di daftar ${listed}.`,
        en: `A different number: ${typed}, in the register ${listed}.`,
      }
    case 'initials':
      return {
        id: `${typed} hanya singkatan; nama di daftar ${listed}.`,
        en: `${typed} is only an abbreviation; the register’s name is ${listed}.`,
      }
    case 'extra':
      return {
        id: `Kata ${typed} tidak ada pada nama di daftar.`,
        en: `The word ${typed} is not in the register’s name.`,
      }
    case 'missing':
      return {
        id: `Nama di daftar masih memuat kata ${listed}.`,
        en: `The register’s name also has the word ${listed}.`,
      }
  }
}

function quoted(words: string): string {
  return `“${words.toUpperCase()}”`
}

function upper(form: string | undefined): string {
  return (form ?? '').replace('_', ' ').toUpperCase()
}
