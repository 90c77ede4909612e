// Letters of other alphabets, and rare Latin ones, that look like a plain letter.
const LOOK_ALIKES = new Map(
  Object.entries({
    a: 'аαɑ',
    b: 'ьЬвβ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еєε',
    g: 'ɡԍ',
    h: 'һнη',
    i: 'іıιɩӏ',
    j: 'јϳ',
    k: 'кκ',
    l: 'ⅼǀ',
    m: 'мμ',
    n: 'пν',
    o: 'оοσօ',
    p: 'рρ',
    q: 'ԛ',
    r: 'гᴦ',
    s: 'ѕ',
    t: 'тτ',
    u: 'υցս',
    v: 'ѵ',
    w: 'ԝω',
    x: 'хχ',
    y: 'уγү',
    z: 'ʐζ',
  }).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
)

export function isLookAlike(text: string): boolean {
  return LOOK_ALIKES.has(text)
}

/** The word with look-alike letters and digits read as the letters that they resemble. */
export function skeleton(word: string): string {
  let text = word
  if (BEYOND_PLAIN.test(word)) {
    text = ''
    for (const character of word) text += LOOK_ALIKES.get(character) ?? character
  }
  return A_LETTER.test(text) ? text.replace(SHAPED_ALIKE, (shape) => SHAPES[shape]!) : text
}

const BEYOND_PLAIN = /[^ -~]/
const A_LETTER = /[^ -`]/
const SHAPED_ALIKE = /rn|vv|[01l345689]/g
const SHAPES: Readonly<Record<string, string>> = {
  rn: 'm',
  vv: 'w',
  '0': 'o',
  '1': 'i',
  l: 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '8': 'b',
  '9': 'g',
}
