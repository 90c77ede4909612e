import type { Bilingual } from '../bilingual.ts'

const SHORTEST = 12
const LONGEST = 200
const FEWEST_DIFFERENT = 5

/** What is wrong with a password that somebody chose; undefined when it will do. */
export function passwordFault(
  password: string,
  { email, name }: { readonly email: string; readonly name: string },
): Bilingual | undefined {
  const letters = [...password]
  if (letters.length < SHORTEST) {
    return {
      id: `Kata sandi paling sedikit ${SHORTEST} huruf. Empat kata yang tidak berhubungan mudah diingat.`,
      en: `A password has at least ${SHORTEST} characters. Four unrelated words are easy to remember.`,
    }
  }
  if (letters.length > LONGEST) {
    return {
      id: `Kata sandi paling banyak ${LONGEST} huruf.`,
      en: `A password has at most ${LONGEST} characters.`,
    }
  }
  const plain = password.toLowerCase()
  const known = [email, email.split('@')[0] ?? '', ...name.toLowerCase().split(/\s+/), 'pastikan']
  const rest = known
    .filter((word) => word.length > 2)
    .reduce((left, word) => left.replaceAll(word, ''), plain)
  if (new Set(rest).size < FEWEST_DIFFERENT) {
    return {
      id: 'Kata sandi ini terlalu mudah ditebak.',
      en: 'This password is too easy to guess.',
    }
  }
  return undefined
}
