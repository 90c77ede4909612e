import { type WeighedWords, weigh } from './align.ts'
import type { RegisterName } from './match.ts'
import { SlotMap } from './postings.ts'
import type { NameReader, NameReading, ReadName } from './read-name.ts'
import type { WordForm, WordReader } from './word-form.ts'
import { WordTable } from './word-table.ts'

/** A register's name made ready for comparing. */
export interface HeldName {
  readonly name: RegisterName
  readonly words: readonly WordForm[]
  readonly joined: string
  readonly form: string | undefined
  /** Acronyms of two letters and more that people may call it by. */
  readonly initials: readonly string[]
  /** True when the print itself hides something (cut off, invisible or turned letters). */
  readonly isDirty: boolean
}

/** The names of one country's agencies, found by their words, their letters and their initials. */
export class NameTable {
  readonly words: WordTable
  readonly byJoined = new SlotMap()
  readonly bySound = new SlotMap()
  readonly byInitials = new SlotMap()
  readonly #reader: NameReader
  readonly #wordReader: WordReader
  readonly #nameParts: readonly string[]
  readonly #held: (HeldName | undefined)[] = []
  readonly #slots = new Map<string, number>()
  // What the words of each name weigh together, and the state of the table it was added up in.
  #weights = new Float64Array(64)
  #weighedAt = new Uint32Array(64)

  constructor(reader: NameReader, wordReader: WordReader, nameParts: readonly string[]) {
    this.#reader = reader
    this.#wordReader = wordReader
    this.#nameParts = nameParts
    this.words = new WordTable(wordReader)
  }

  get size(): number {
    return this.#slots.size
  }

  /** One more than the highest slot in use. */
  get slotCount(): number {
    return this.#held.length
  }

  at(slot: number): HeldName | undefined {
    return this.#held[slot]
  }

  add(name: RegisterName): void {
    this.remove(name.id)
    const slot = this.#held.length
    const read = this.#reader.readRegisterName(name.name)
    const reading = read.readings[0]!
    const held: HeldName = {
      name,
      words: this.words.addName(slot, reading.words),
      joined: reading.joined,
      form: reading.form,
      initials: initialsOf(reading, this.#nameParts),
      isDirty: hidesSomething(read),
    }
    this.#held.push(held)
    this.#slots.set(name.id, slot)
    for (const [map, key] of this.#keys(held)) map.add(key, slot)
  }

  /** Answers false when no name has this id. */
  remove(nameId: string): boolean {
    const slot = this.#slots.get(nameId)
    const held = slot === undefined ? undefined : this.#held[slot]
    if (slot === undefined || held === undefined) return false
    for (const [map, key] of this.#keys(held)) map.delete(key, slot)
    this.words.removeName(slot, held.words)
    this.#slots.delete(nameId)
    this.#held[slot] = undefined
    return true
  }

  weighed(held: HeldName): WeighedWords {
    return weigh(held.words, this.words.weightOf)
  }

  /** What the words of the name at a slot in use weigh together. */
  weightAt(slot: number): number {
    const { words } = this
    if (this.#weighedAt[slot] === words.changes) return this.#weights[slot]!
    if (slot >= this.#weights.length) {
      this.#weights = new Float64Array(this.#held.length * 2)
      this.#weighedAt = new Uint32Array(this.#held.length * 2)
    }
    let weight = 0
    for (const word of this.#held[slot]!.words) weight += words.weightOf(word)
    this.#weights[slot] = weight
    this.#weighedAt[slot] = words.changes
    return weight
  }

  #keys(held: HeldName): readonly (readonly [SlotMap, string])[] {
    return [
      [this.byJoined, held.joined],
      [this.bySound, this.#wordReader.sound(held.joined)],
      ...held.initials.map((initials) => [this.byInitials, initials] as const),
    ]
  }
}

export function hidesSomething(read: ReadName): boolean {
  return (
    read.truncated ||
    read.signals.some(({ kind }) => kind === 'invisible' || kind === 'bidi_control')
  )
}

/** First letters of the words, and of the parts of glued words: Setiamulia Kridatama is SK and SMK. */
function initialsOf(reading: NameReading, nameParts: readonly string[]): readonly string[] {
  const { words, ownAcronyms } = reading
  const found = new Set(ownAcronyms)
  let plain = ''
  let parted = ''
  for (const text of words.slice(0, 7)) {
    plain += text[0]
    parted += text[0]
    const part = nameParts.find(
      (other) =>
        text.length >= other.length + 3 && (text.startsWith(other) || text.endsWith(other)),
    )
    if (part !== undefined) parted += text.startsWith(part) ? text[part.length] : part[0]
  }
  if (plain.length >= 2) found.add(plain)
  if (parted.length >= 2) found.add(parted)
  return [...found]
}
