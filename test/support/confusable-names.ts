import { Random } from '../bench/matching/random.ts'

/** A name that somebody may take for a registered one, and the way in which it was made from it. */
export interface ConfusableName {
  readonly name: string
  readonly registered: string
  readonly way: string
}

const CYRILLIC = new Map(Object.entries({ a: 'а', c: 'с', e: 'е', i: 'і', o: 'о', p: 'р', y: 'у' }))
const GREEK = new Map(Object.entries({ a: 'α', i: 'ι', k: 'κ', n: 'η', o: 'ο', p: 'ρ', u: 'υ' }))
const FULL_WIDTH = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [
    letter,
    String.fromCodePoint(letter.codePointAt(0)! + 0xfee0),
  ]),
)
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u3164']
const BIDI = ['\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067']
const OTHER_FORMS = ['CV', 'UD', 'LPK', 'Yayasan', 'Koperasi', 'Firma']
const OTHER_WORDS = ['Jaya', 'Abadi', 'Group', 'Indonesia', 'Internasional', 'Baru']

/** The words of a name without the legal form at its start. */
const wordsOf = (name: string) => name.split(' ').slice(1)
const formOf = (name: string) => name.split(' ')[0]!

type Way = (name: string, random: Random) => string

/** Replaces one letter that `shapes` has, or every one of them. */
const reshaped =
  (shapes: ReadonlyMap<string, string>, every: boolean): Way =>
  (name, random) => {
    const words = wordsOf(name).join(' ')
    const places = [...words.toLowerCase()].flatMap((letter, at) => (shapes.has(letter) ? at : []))
    const chosen = every ? new Set(places) : new Set([random.pick(places)])
    const letters = [...words].map((letter, at) =>
      chosen.has(at) ? shapes.get(letter.toLowerCase())! : letter,
    )
    return `${formOf(name)} ${letters.join('')}`
  }

const inserted =
  (marks: readonly string[]): Way =>
  (name, random) => {
    const at = formOf(name).length + 2 + random.below(name.length - formOf(name).length - 3)
    return name.slice(0, at) + random.pick(marks) + name.slice(at)
  }

const rebuilt =
  (change: (words: string[], random: Random) => readonly string[]): Way =>
  (name, random) =>
    [formOf(name), ...change(wordsOf(name), random)].join(' ')

const withOneWord = (change: (word: string, random: Random) => string): Way =>
  rebuilt((words, random) => {
    const at = random.below(words.length)
    return words.map((word, place) => (place === at ? change(word, random) : word))
  })

const WAYS: Readonly<Record<string, Way>> = {
  'one Cyrillic letter': reshaped(CYRILLIC, false),
  'Cyrillic letters': reshaped(CYRILLIC, true),
  'one Greek letter': reshaped(GREEK, false),
  'Greek letters': reshaped(GREEK, true),
  'one full-width letter': reshaped(FULL_WIDTH, false),
  'full-width letters': reshaped(FULL_WIDTH, true),
  'an invisible character': inserted(INVISIBLE),
  'a bidi control': inserted(BIDI),
  'a combining mark': inserted(['\u0301', '\u0323', '\u0336']),
  'letters in reversed order behind a bidi override': (name) =>
    `${formOf(name)} \u202e${[...wordsOf(name).join(' ')].reverse().join('')}\u202c`,
  'two words swapped': rebuilt((words, random) => {
    const at = random.below(words.length - 1)
    return words.with(at, words[at + 1]!).with(at + 1, words[at]!)
  }),
  'words in reversed order': rebuilt((words) => words.toReversed()),
  'a letter left out': withOneWord((word, random) => {
    const at = random.below(word.length)
    return word.slice(0, at) + word.slice(at + 1)
  }),
  'a letter doubled': withOneWord((word, random) => {
    const at = random.below(word.length)
    return word.slice(0, at) + word[at]! + word.slice(at)
  }),
  'two letters swapped': withOneWord((word, random) => {
    const at = random.below(word.length - 1)
    return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`
  }),
  'another letter': withOneWord((word, random) => {
    const at = random.below(word.length)
    return word.slice(0, at) + random.pick([...'bdgklmnrst']) + word.slice(at + 1)
  }),
  'a digit for a letter': (name) => name.replace(/[oeias](?!.*[oeias])/i, '0'),
  'a word left out': rebuilt((words, random) => words.toSpliced(random.below(words.length), 1)),
  'a word more': rebuilt((words, random) => [...words, random.pick(OTHER_WORDS)]),
  'a word twice': rebuilt((words) => [...words, words.at(-1)!]),
  'another last word': rebuilt((words, random) => words.with(-1, random.pick(OTHER_WORDS))),
  'the initials of a word': withOneWord((word) => `${word[0]}.`),
  'another legal form': (name, random) =>
    [random.pick(OTHER_FORMS.filter((form) => form !== formOf(name))), ...wordsOf(name)].join(' '),
  'glued, a letter left out': (name, random) => {
    const glued = wordsOf(name).join('')
    const at = 1 + random.below(glued.length - 1)
    return `${formOf(name)} ${glued.slice(0, at)}${glued.slice(at + 1)}`
  },
  'glued, one Cyrillic letter': (name, random) => {
    const [form, ...words] = reshaped(CYRILLIC, false)(name, random).split(' ')
    return `${form} ${words.join('')}`
  },
  'glued to its legal form, a word more': (name, random) =>
    `${formOf(name)}.${wordsOf(name).join('')} ${random.pick(OTHER_WORDS)}`,
  glued: (name) => `${formOf(name)} ${wordsOf(name).join('')}`,
  'its legal form at the end': (name) => `${wordsOf(name).join(' ')}, ${formOf(name)}`,
  'its legal form with dots': (name) =>
    `${[...formOf(name)].join('.')}. ${wordsOf(name).join(' ')}`,
}

/** Names made from the registered ones in every way, `times` each; the same for the same seed. */
export function confusableNames(
  registered: readonly string[],
  times: number,
  seed: number,
): readonly ConfusableName[] {
  const random = new Random(seed)
  return registered.flatMap((name) =>
    Object.entries(WAYS).flatMap(([way, make]) =>
      Array.from({ length: times }, () => ({ name: make(name, random), registered: name, way })),
    ),
  )
}

/** What is left of a name without case, ASCII punctuation, spaces and the spelling of PT. */
export function essenceOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\W*(p\W?t|perseroan terbatas)\b|\b(p\W?t|perseroan terbatas)\W*$/, '')
    .replace(/[^\p{L}\p{N}\p{M}\p{C}\u3164]+/gu, '')
}
