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
  let text = ''
  let hasLetter = false
  for (const character of word) {
    const letter = LOOK_ALIKES.get(character) ?? character
    if (letter >= 'a') hasLetter = true
    text += letter
  }
  if (!hasLetter) return text
  let folded = ''
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!
    const next = text[at + 1]
    if (letter === 'r' && next === 'n') {
      folded += 'm'
      at += 1
    } else if (letter === 'v' && next === 'v') {
      folded += 'w'
      at += 1
    } else folded += DIGIT_SHAPES[letter] ?? letter
  }
  return folded
}

const DIGIT_SHAPES: Record<string, string> = {
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
