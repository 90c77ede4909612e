import { SaxesParser } from 'saxes'

/** Longer runs without one tag are no spreadsheet: they only fill memory. */
const MOST_CHARACTERS_BETWEEN_TAGS = 1_000_000

export type XmlHandlers = {
  /** Names come without their namespace's prefix. */
  opened: (tag: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  closed?: (tag: string) => void
}

/** Parses XML piece by piece. Entities of a document's own are never expanded: naming one is an error. */
export class XmlEvents {
  readonly #parser = new SaxesParser({ position: false })
  #silent = 0

  constructor({ opened, text, closed }: XmlHandlers) {
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#silent = 0
      opened(localName(name), attributes as Record<string, string>)
    })
    if (text !== undefined) this.#parser.on('text', text)
    this.#parser.on('closetag', ({ name }) => {
      this.#silent = 0
      closed?.(localName(name))
    })
  }

  write(text: string): void {
    this.#silent += text.length
    this.#parser.write(text)
    if (this.#silent > MOST_CHARACTERS_BETWEEN_TAGS) {
      throw new Error('it holds more than a million characters without a tag')
    }
  }

  close(): void {
    this.#parser.close()
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
