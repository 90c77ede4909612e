import type { Dirt } from './dirt.ts'

// Nearly every name; the rest of Unicode need not be looked for in it.
const PLAIN = /^[ -~]*$/
// Format characters (joiners, direction marks, soft hyphen, tags), variation selectors and fillers.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|[\u115F\u1160\u17B4\u17B5\u3164\uFFA0]|\u034F/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g
const ODD_APOSTROPHE = /[`´‘’‛ʻʼ′＇]/g
const STRAY_AT_START = /^[\s;,:.`'"/\\|_*#~^=+-]+/
const STRAY_AT_END = /(?:[\s;,:`'"/\\|_*#~^=+-]|(?<!\b(?:tbk|ltd|co|inc|corp|bhd))\.)+$/i
// A UTF-8 letter read as Windows-1252 (Ã followed by what its second byte became), or a lost one.
const BROKEN = /\uFFFD|[ÂÃ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/

/** Cyrillic and Greek letters that print like a Latin one, from Unicode's list of confusables. */
const LOOKALIKES = new Map(
  [
    ['АΑ', 'A'],
    ['ВΒ', 'B'],
    ['С', 'C'],
    ['ЕΕ', 'E'],
    ['НΗ', 'H'],
    ['ІΙӀ', 'I'],
    ['Ј', 'J'],
    ['КΚ', 'K'],
    ['МΜ', 'M'],
    ['Ν', 'N'],
    ['ОΟ', 'O'],
    ['РΡ', 'P'],
    ['Ѕ', 'S'],
    ['ТΤ', 'T'],
    ['ХΧ', 'X'],
    ['УҮΥ', 'Y'],
    ['Ζ', 'Z'],
    ['аα', 'a'],
    ['с', 'c'],
    ['е', 'e'],
    ['һ', 'h'],
    ['іι', 'i'],
    ['ј', 'j'],
    ['к', 'k'],
    ['оο', 'o'],
    ['рρ', 'p'],
    ['ѕ', 's'],
    ['хχ', 'x'],
    ['у', 'y'],
    ['ν', 'v'],
  ].flatMap(([others = '', latin = '']) => [...others].map((other) => [other, latin] as const)),
)

/**
 * A name as a list prints it, made presentable: nothing invisible, one space between words, Latin
 * letters for their look-alikes, plain apostrophes, the legal form set apart as `PT `. Letters,
 * case, digits and accents stay: what the company is called is not for us to decide.
 */
export function cleanListName(printed: string, country: string): { cleaned: string; dirt: Dirt[] } {
  const dirt: Dirt[] = []

  const letters = PLAIN.test(printed)
    ? onlySingleSpaces(printed, dirt)
    : foldLetters(onlySingleSpaces(removeUnseen(printed, dirt), dirt), dirt)
  const apostrophes = letters.replace(ODD_APOSTROPHE, "'")
  if (apostrophes !== letters) {
    const found = new Set(letters.match(ODD_APOSTROPHE))
    dirt.push({ code: 'odd_apostrophe', detail: [...found].join(' ') })
  }

  const trimmed = apostrophes.replace(STRAY_AT_START, '').replace(STRAY_AT_END, '')
  if (trimmed !== apostrophes) dirt.push({ code: 'stray_punctuation', detail: apostrophes })
  const digit = /\p{L}(\d{1,2})$/u.exec(trimmed)
  if (digit !== null) dirt.push({ code: 'stray_digit', detail: digit[1] ?? '' })

  const cleaned = country === 'ID' ? setLegalFormApart(trimmed, dirt) : trimmed
  const words = withoutLegalForm(cleaned)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word))
  if (words.length === 1) dirt.push({ code: 'one_word_name' })
  if (words.some(isUnevenlyCapitalised)) dirt.push({ code: 'mixed_case' })
  return { cleaned, dirt }
}

function removeUnseen(printed: string, dirt: Dirt[]): string {
  const visible = printed.replace(INVISIBLE, '')
  if (visible !== printed) {
    dirt.push({ code: 'invisible_characters', detail: codePoints(printed.match(INVISIBLE) ?? []) })
  }
  if (BROKEN.test(visible)) dirt.push({ code: 'broken_encoding' })

  const onOneLine = visible.replace(CONTROL, ' ')
  if (onOneLine !== visible) {
    dirt.push({ code: 'control_characters', detail: codePoints(visible.match(CONTROL) ?? []) })
  }
  const composed = onOneLine.normalize('NFC')
  if (composed !== onOneLine) dirt.push({ code: 'not_composed' })
  return composed
}

function onlySingleSpaces(text: string, dirt: Dirt[]): string {
  const spaced = text.replace(/\s+/g, ' ').trim()
  if (spaced !== text) dirt.push({ code: 'double_spaces' })
  return spaced
}

function foldLetters(name: string, dirt: Dirt[]): string {
  const latin = foldLookalikes(name, dirt)
  const foreign = latin.match(/(?!\p{Script=Latin})\p{L}/gu) ?? []
  if (foreign.length > 0) {
    dirt.push({ code: 'other_script', detail: [...new Set(foreign)].join(' ') })
  }
  const accented = latin.match(/(?![A-Za-z])\p{Script=Latin}/gu) ?? []
  if (accented.length > 0) {
    dirt.push({ code: 'accented_letter', detail: [...new Set(accented)].join(' ') })
  }
  return latin
}

// Undang-Undang 18/2017 art. 51 and 54: a placement agency is a perseroan terbatas; the other forms occur in lists all the same.
const LEGAL_FORM = /^(PT|CV|UD|PO|FA|YAYASAN|KOPERASI|PERUM|PERUMDA|PERSERO)\b/i
const LEGAL_FORM_AT_END = /[\s,(]+(PT|CV|UD|PERSERO)\.?\)?$/i
const PT_GLUED = /^(PT|CV|UD)\.(?=[\p{L}\d])/iu

function setLegalFormApart(name: string, dirt: Dirt[]): string {
  if (PT_GLUED.test(name)) dirt.push({ code: 'legal_form_glued', detail: name })
  else if (!LEGAL_FORM.test(name) && !LEGAL_FORM_AT_END.test(name)) {
    dirt.push({ code: 'legal_form_missing' })
  }
  return name.replace(/^(PT|CV|UD)\s*[.,]+\s*/i, (_all, form: string) => `${form.toUpperCase()} `)
}

export function withoutLegalForm(cleaned: string): string {
  return cleaned.replace(/^(PT|CV|UD)(?:\s+|$)/i, '').replace(LEGAL_FORM_AT_END, '')
}

/** `pT`, `CoNTOH`: capitals inside a word whose other letters are small. `McX` and `GlobalIndo` too. */
function isUnevenlyCapitalised(word: string): boolean {
  return /\p{Ll}\p{Lu}|^\p{Lu}{2,}\p{Ll}{2,}/u.test(word)
}

function foldLookalikes(name: string, dirt: Dirt[]): string {
  const wide = name.replace(
    /[\uFF01-\uFF5E\u{1D400}-\u{1D7FF}\u2100-\u214F\u2460-\u24FF]/gu,
    (letter) => letter.normalize('NFKC'),
  )
  if (!/\p{Script=Latin}/u.test(wide)) return wide
  const found: string[] = []
  // A word with a letter that resembles no Latin one is a word of its own script and stays as it is.
  const folded = wide.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const letters = [...word]
    const foreign = letters.filter((letter) => !/\p{Script=Latin}|\p{M}/u.test(letter))
    const allLookAlike = foreign.every((letter) => LOOKALIKES.has(letter))
    if (foreign.length === 0 || !allLookAlike) return word
    found.push(...foreign)
    return letters.map((letter) => LOOKALIKES.get(letter) ?? letter).join('')
  })
  if (folded !== name) {
    const wideOnes = [...name].filter((letter) => !wide.includes(letter))
    dirt.push({ code: 'lookalike_letters', detail: codePoints([...found, ...wideOnes]) })
  }
  return folded
}

function codePoints(found: readonly string[]): string {
  const points = found
    .flatMap((text) => [...text])
    .map((letter) => {
      const point = letter.codePointAt(0) ?? 0
      return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
    })
  return [...new Set(points)].slice(0, 8).join(' ')
}
