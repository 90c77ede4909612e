import type { Random } from './random.ts'

/**
 * Mutators are written from how people write and deceive, not from the matcher's tables, and
 * import nothing from it. Each answers undefined when a name gives it nothing to work on.
 */
export interface Mutator {
  readonly kind: string
  /** How many queries each name gets. */
  readonly times: number
  readonly mutate: (
    words: readonly string[],
    random: Random,
    other: OtherWords,
  ) => string | undefined
}

export interface OtherWords {
  /** Words of the register's names. */
  readonly words: readonly string[]
  /** Words one letter away that stand in other names or in the list of real words below. */
  readonly oneLetterAway: ReadonlyMap<string, readonly string[]>
  /** The same, for words one letter longer or shorter. */
  readonly oneLetterMore: ReadonlyMap<string, readonly string[]>
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const VOWELS = 'aeiou'
const NEXT_KEYS: Record<string, string> = {
  a: 'sqz',
  b: 'vn',
  c: 'xv',
  d: 'sfe',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'xa',
}

function join(words: readonly string[]): string {
  return words.join(' ')
}

function replaceWord(words: readonly string[], at: number, word: string): string[] {
  return words.map((old, index) => (index === at ? word : old))
}

/** One slip of the hand in a word of five letters or more, never on its first letter. */
function slip(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 1)
  const letter = word[at]!
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1)
    case 1:
      return word.slice(0, at) + letter + word.slice(at)
    case 2:
      return (
        word.slice(0, at) + random.pick([...(NEXT_KEYS[letter] ?? LETTERS)]) + word.slice(at + 1)
      )
    default:
      return at + 1 < word.length
        ? word.slice(0, at) + word[at + 1] + letter + word.slice(at + 2)
        : word.slice(0, at) + word.slice(at + 1)
  }
}

function longWords(words: readonly string[], least: number): number[] {
  return words.flatMap((word, at) => (word.length >= least && /^[a-z]+$/.test(word) ? [at] : []))
}

function slipped(words: readonly string[], random: Random): string[] | undefined {
  const places = longWords(words, 5)
  if (places.length === 0) return undefined
  const at = random.pick(places)
  const word = slip(words[at]!, random)
  return word === words[at] ? undefined : replaceWord(words, at, word)
}

function glued(words: readonly string[], random: Random): string[] | undefined {
  if (words.length < 2) return undefined
  const at = random.below(words.length - 1)
  return [...words.slice(0, at), words[at]! + words[at + 1]!, ...words.slice(at + 2)]
}

function respelt(
  words: readonly string[],
  rules: readonly (readonly [RegExp, string])[],
  random: Random,
): string | undefined {
  const possible = words.flatMap((word, at) =>
    rules.flatMap(([from, to]) => (from.test(word) ? [{ at, word: word.replace(from, to) }] : [])),
  )
  if (possible.length === 0) return undefined
  const { at, word } = random.pick(possible)
  return word === words[at] ? undefined : join(replaceWord(words, at, word))
}

const OLD_SPELLINGS = [
  [/u/, 'oe'],
  [/c(?!h)/, 'tj'],
  [/j/, 'dj'],
  [/sy/, 'sj'],
] as const

const SOUND_SPELLINGS = [
  [/f/, 'p'],
  [/v/, 'f'],
  [/ia/, 'iya'],
  [/([bdg])(?=[aiu])/, '$1h'],
  [/([lnmst])(?=[aiu])/, '$1$1'],
  [/kh/, 'k'],
  [/sy/, 's'],
  [/z/, 'j'],
  [/([bcdfgkpst])r(?=[aiu])/, '$1er'],
] as const

/** The same company, written otherwise. */
export const TRUE_VARIANTS: readonly Mutator[] = [
  { kind: 'as printed', times: 1, mutate: (words) => `PT. ${join(words).toUpperCase()}` },
  {
    kind: 'legal form written otherwise',
    times: 2,
    mutate: (words, random) =>
      random.pick(['PT ', 'P.T. ', 'pt.', 'Perseroan Terbatas ', 'PT. ', '']) +
      join(words) +
      random.pick(['', ', Tbk', ' (Persero)', '']),
  },
  {
    kind: 'glued words',
    times: 2,
    mutate: (words, random) => {
      const all = glued(words, random)
      return all && join(all)
    },
  },
  {
    kind: 'split word',
    times: 1,
    mutate: (words, random) => {
      const places = longWords(words, 6)
      if (places.length === 0) return undefined
      const at = random.pick(places)
      const cut = 2 + random.below(words[at]!.length - 4)
      return join(replaceWord(words, at, `${words[at]!.slice(0, cut)} ${words[at]!.slice(cut)}`))
    },
  },
  {
    kind: 'another order',
    times: 1,
    mutate: (words, random) => {
      if (words.length < 3) return undefined
      const from = 1 + random.below(words.length - 1)
      return join([...words.slice(from), ...words.slice(0, from)])
    },
  },
  {
    kind: 'old spelling',
    times: 1,
    mutate: (words, random) => respelt(words, OLD_SPELLINGS, random),
  },
  {
    kind: 'spelt by ear',
    times: 1,
    mutate: (words, random) => respelt(words, SOUND_SPELLINGS, random),
  },
  {
    kind: 'one slip',
    times: 2,
    mutate: (words, random) => {
      const all = slipped(words, random)
      return all && join(all)
    },
  },
  {
    kind: 'one slip and glued',
    times: 1,
    mutate: (words, random) => {
      const once = slipped(words, random)
      const both = once && glued(once, random)
      return both && join(both)
    },
  },
  {
    kind: 'a wrong vowel',
    times: 1,
    mutate: (words, random) => {
      const places = longWords(words, 4)
      if (places.length === 0) return undefined
      const at = random.pick(places)
      const vowels = [...words[at]!].flatMap((letter, index) =>
        index > 0 && VOWELS.includes(letter) ? [index] : [],
      )
      if (vowels.length === 0) return undefined
      const index = random.pick(vowels)
      const vowel = random.pick([...VOWELS].filter((other) => other !== words[at]![index]))
      return join(
        replaceWord(words, at, words[at]!.slice(0, index) + vowel + words[at]!.slice(index + 1)),
      )
    },
  },
  {
    kind: 'two slips',
    times: 1,
    mutate: (words, random) => {
      const once = slipped(words, random)
      const twice = once && slipped(once, random)
      return twice && join(twice)
    },
  },
]

/** Part of a name: must be found, and never be taken for the whole. */
export const PARTS: readonly Mutator[] = [
  {
    kind: 'last word left out',
    times: 1,
    mutate: (words) => (words.length > 2 ? join(words.slice(0, -1)) : undefined),
  },
  {
    kind: 'first word left out',
    times: 1,
    mutate: (words) => (words.length > 2 ? join(words.slice(1)) : undefined),
  },
  {
    kind: 'first word only',
    times: 1,
    mutate: (words) => (words.length > 1 ? `PT ${words[0]}` : undefined),
  },
  {
    kind: 'initials',
    times: 1,
    mutate: (words) =>
      words.length > 2
        ? `PT ${words
            .map((word) => word[0])
            .join('')
            .toUpperCase()}`
        : undefined,
  },
]

// Words that would be added to a known name to live off it.
const ADDED_WORDS = (
  'utama jaya abadi mandiri sejahtera group global internasional indonesia nusantara sentosa ' +
  'makmur persada perkasa pratama putra putri karya lestari mulia agung raya baru sejati bersama ' +
  'sukses berkah amanah prima overseas manpower sdm tenaga kerja migran agency service'
).split(' ')

/** Real words one letter away from words of company names: typed, they are another name. */
const REAL_WORD_PAIRS = (
  'karya/karsa karya/karta karya/karma putra/putri putra/putih utama/utami utama/utara jaya/raya ' +
  'jaya/daya jaya/java jaya/jasa bina/dina bina/bisa citra/cipta duta/juta duta/dusta insan/intan ' +
  'insan/ihsan mega/megah mega/meja bumi/budi sari/seri sari/sara mandiri/mandira abadi/abdi ' +
  'amal/amil amal/akal surya/satya sinar/sinai prima/prisma permata/permana perdana/persada ' +
  'pratama/pratami sejati/sejuta kencana/rencana kencana/bencana tunas/tugas buana/buaya ' +
  'maju/madu maju/laju maju/malu nusa/nasa nusa/rusa guna/gula dana/dara dana/data sentosa/sentana ' +
  'setia/sedia satria/satrio wahana/wacana sumber/sumbar tama/lama tama/nama raya/gaya raya/kaya ' +
  'rona/roma mulia/mulai bakti/bukti berkat/berkas hidayah/hidayat perkasa/perkara agung/agus ' +
  'fajar/fakir bintang/binatang bunda/benda dewi/desi rahmat/rahmah amanah/amanat salam/malam ' +
  'alam/alim cinta/cipta sarana/sasana tiara/tiada'
)
  .split(' ')
  .map((pair) => pair.split('/') as [string, string])

/** Spellings of one word, which Indonesian practice takes for the same: no negatives. */
const ONE_WORD = new Set(
  (
    'bakti/bhakti mulia/mulya setia/setya satria/satriya darma/dharma adi/adhi trampil/terampil ' +
    'putra/putera putri/puteri samudra/samudera anugrah/anugerah rejeki/rezeki rizki/rezki ' +
    'sejahtera/sejahtra internasional/international karunia/kurnia nur/nuur ikhwan/ichwan sinatria/sinatrya ' +
    'suplai/supplai alhasan/alhassan service/servis services/service agesa/agessa surya/suria ' +
    'andika/andhika internatiional/international central/sentral travel/travels'
  ).split(' '),
)

const USUAL_SPELLINGS = new Map([...ONE_WORD].map((pair) => pair.split('/') as [string, string]))

/** The other spelling of a word that has two, so that both compare as one. */
export function usualSpelling(word: string): string {
  return USUAL_SPELLINGS.get(word) ?? word
}

/** Every word with the words one letter away among `words`, and the real words above. */
export function wordsOneLetterAway(
  words: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, Set<string>>()
  const pair = (a: string, b: string) => {
    if (ONE_WORD.has(`${a}/${b}`) || ONE_WORD.has(`${b}/${a}`)) return
    near.set(a, (near.get(a) ?? new Set()).add(b))
    near.set(b, (near.get(b) ?? new Set()).add(a))
  }
  for (const [a, b] of REAL_WORD_PAIRS) pair(a, b)
  const byGap = new Map<string, string[]>()
  for (const word of new Set(words)) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) continue
    for (let at = 0; at < word.length; at += 1) {
      const gap = `${word.slice(0, at)}_${word.slice(at + 1)}`
      for (const other of byGap.get(gap) ?? []) pair(word, other)
      byGap.set(gap, [...(byGap.get(gap) ?? []), word])
    }
  }
  return new Map([...near].map(([word, others]) => [word, [...others].sort()]))
}

/** Every word with the words that have one letter more or less, among `words` and the real words. */
export function wordsOneLetterMore(
  words: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const all = new Set([...words, ...REAL_WORD_PAIRS.flat()])
  const near = new Map<string, Set<string>>()
  for (const word of all) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) continue
    for (let at = 0; at < word.length; at += 1) {
      const shorter = word.slice(0, at) + word.slice(at + 1)
      if (!all.has(shorter) || isSilent(word, at)) continue
      if (usualSpelling(word) === usualSpelling(shorter)) continue
      near.set(word, (near.get(word) ?? new Set()).add(shorter))
      near.set(shorter, (near.get(shorter) ?? new Set()).add(word))
    }
  }
  return new Map([...near].map(([word, others]) => [word, [...others].sort()]))
}

/** A letter that spelling keeps or drops: one of two alike, dj for j, bh for b, sh for s. */
function isSilent(word: string, at: number): boolean {
  const letter = word[at]!
  if (letter === word[at - 1] || letter === word[at + 1]) return true
  if (letter === 'd' && word[at + 1] === 'j') return true
  return letter === 'h' && 'bdgkst'.includes(word[at - 1] ?? '-')
}

function swapped(words: readonly string[], random: Random, other: OtherWords): string[] {
  const at = random.below(words.length)
  return replaceWord(words, at, differentWord(words, random, other.words))
}

function differentWord(words: readonly string[], random: Random, from: readonly string[]): string {
  for (;;) {
    const word = random.pick(from)
    const isOneOfThem = words.some(
      (own) => own === word || ONE_WORD.has(`${own}/${word}`) || ONE_WORD.has(`${word}/${own}`),
    )
    if (!isOneOfThem && word.length > 2 && word !== 'and' && word !== 'dan') return word
  }
}

const CYRILLIC: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
}
const DIGITS: Record<string, string> = { o: '0', i: '1', l: '1', e: '3', a: '4', s: '5' }

function withLetter(
  words: readonly string[],
  shapes: Record<string, string>,
  random: Random,
): string | undefined {
  const text = join(words)
  const places = [...text].flatMap((letter, at) => (shapes[letter] === undefined ? [] : [at]))
  if (places.length === 0) return undefined
  const at = random.pick(places)
  return `PT ${text.slice(0, at)}${shapes[text[at]!]}${text.slice(at + 1)}`
}

/** Another company that lives off a known one's name. None may be called exact or variant. */
export const NEGATIVES: readonly Mutator[] = [
  {
    kind: 'a word added behind',
    times: 5,
    mutate: (words, random) => `PT ${join([...words, differentWord(words, random, ADDED_WORDS)])}`,
  },
  {
    kind: 'a word put between',
    times: 4,
    mutate: (words, random, other) => {
      const at = random.below(words.length)
      const from = random.below(2) === 0 ? ADDED_WORDS : other.words
      return `PT ${join([...words.slice(0, at), differentWord(words, random, from), ...words.slice(at)])}`
    },
  },
  {
    kind: 'another word instead',
    times: 5,
    mutate: (words, random, other) => `PT ${join(swapped(words, random, other))}`,
  },
  {
    kind: 'a real word one letter away',
    times: 4,
    mutate: (words, random, other) => {
      const places = words.flatMap((word, at) => (other.oneLetterAway.has(word) ? [at] : []))
      if (places.length === 0) return undefined
      const at = random.pick(places)
      return `PT ${join(replaceWord(words, at, random.pick(other.oneLetterAway.get(words[at]!)!)))}`
    },
  },
  {
    kind: 'a real word and glued',
    times: 1,
    mutate: (words, random, other) => {
      const places = words.flatMap((word, at) => (other.oneLetterAway.has(word) ? [at] : []))
      if (places.length === 0) return undefined
      const at = random.pick(places)
      const changed = replaceWord(words, at, random.pick(other.oneLetterAway.get(words[at]!)!))
      const together = glued(changed, random)
      return together && `PT ${join(together)}`
    },
  },
  {
    kind: 'a real word one letter longer or shorter',
    times: 2,
    mutate: (words, random, other) => {
      const places = words.flatMap((word, at) => (other.oneLetterMore.has(word) ? [at] : []))
      if (places.length === 0) return undefined
      const at = random.pick(places)
      return `PT ${join(replaceWord(words, at, random.pick(other.oneLetterMore.get(words[at]!)!)))}`
    },
  },
  {
    kind: 'another legal form',
    times: 3,
    mutate: (words, random) =>
      `${random.pick(['CV', 'CV.', 'C.V.', 'LPK', 'Yayasan', 'Koperasi', 'UD', 'Firma'])} ${join(words)}`,
  },
  {
    kind: 'a number added',
    times: 2,
    mutate: (words, random) =>
      `PT ${join(words)} ${random.pick(['2', '3', 'II', 'III', '99', '1', 'Dua', '88'])}`,
  },
  {
    kind: 'a word left out and another added',
    times: 3,
    mutate: (words, random, other) => {
      if (words.length < 2) return undefined
      const at = random.below(words.length)
      const rest = words.filter((_, index) => index !== at)
      return `PT ${join([...rest, differentWord(words, random, other.words)])}`
    },
  },
  {
    kind: 'a digit for a letter',
    times: 2,
    mutate: (words, random) => withLetter(words, DIGITS, random),
  },
  {
    kind: 'a Cyrillic letter',
    times: 2,
    mutate: (words, random) => withLetter(words, CYRILLIC, random),
  },
  {
    kind: 'a fresh name',
    times: 2,
    mutate: (words, random, other) =>
      `PT ${join(Array.from({ length: Math.max(2, words.length) }, () => differentWord([], random, other.words)))}`,
  },
]

/** Asked while the name itself is taken out of the register. */
export const LEFT_OUT: readonly Mutator[] = [
  { kind: 'left out of the register', times: 1, mutate: (words) => `PT ${join(words)}` },
  {
    kind: 'left out, with a slip',
    times: 2,
    mutate: (words, random) => {
      const all = slipped(words, random)
      return all && join(all)
    },
  },
]
