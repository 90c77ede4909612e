/** A growing list of small integers without boxing: what a word or a letter group occurs in. */
export class Postings {
  #items = new Int32Array(2)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Only the first `length` are valid. */
  get items(): Int32Array {
    return this.#items
  }

  push(item: number): void {
    if (this.#length === this.#items.length) {
      const grown = new Int32Array(this.#items.length * 2)
      grown.set(this.#items)
      this.#items = grown
    }
    this.#items[this.#length] = item
    this.#length += 1
  }

  /** Order is not kept. */
  delete(item: number): void {
    for (let at = 0; at < this.#length; at += 1) {
      if (this.#items[at] !== item) continue
      this.#length -= 1
      this.#items[at] = this.#items[this.#length]!
      return
    }
  }
}

/** From a key to the few slots that have it; most keys have one, and then no list is made. */
export class SlotMap {
  readonly #slots = new Map<string, number | Postings>()

  add(key: string, slot: number): void {
    const held = this.#slots.get(key)
    if (held === undefined) this.#slots.set(key, slot)
    else if (typeof held === 'number') {
      const list = new Postings()
      list.push(held)
      list.push(slot)
      this.#slots.set(key, list)
    } else held.push(slot)
  }

  delete(key: string, slot: number): void {
    const held = this.#slots.get(key)
    if (held === slot) this.#slots.delete(key)
    else if (held instanceof Postings) held.delete(slot)
  }

  /** At most `limit` slots. */
  get(key: string, limit = 1000): readonly number[] {
    const held = this.#slots.get(key)
    if (held === undefined) return []
    if (typeof held === 'number') return [held]
    return Array.from(held.items.subarray(0, Math.min(held.length, limit)))
  }
}
