import { cellTooLong, type FileRow, type ListFileLimits } from './file-rows.ts'
import { ListFileRefused } from './list-file-refused.ts'
import { dayOfSerial } from './spreadsheet-day.ts'
import { workbookUnreadable } from './workbook-parts.ts'
import { XmlEvents } from './xml-events.ts'

/** What the cells of a sheet point to in the rest of the workbook. */
export type CellValues = {
  strings: readonly string[]
  /** Style indexes whose numbers are days. */
  dayStyles: ReadonlySet<number>
  startsIn1904: boolean
}

/** Turns the XML of one sheet into rows: ECMA-376 part 1, 18.3. */
export class SheetReader {
  readonly xml: XmlEvents
  readonly #values: CellValues
  readonly #limits: ListFileLimits
  #rows: FileRow[] = []
  #line = 0
  #cells: (string | undefined)[] = []
  #numeric: number[] = []
  #column = -1
  #type = 'n'
  #style = 0
  #text: string | undefined
  #isText = false

  constructor(values: CellValues, limits: ListFileLimits) {
    this.#values = values
    this.#limits = limits
    this.xml = new XmlEvents({
      opened: (tag, attributes) => this.#open(tag, attributes),
      text: (text) => this.#read(text),
      closed: (tag) => this.#close(tag),
    })
  }

  /** The rows complete by now, once each. */
  takeRows(): FileRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  #open(tag: string, { r, t, s }: Record<string, string>) {
    if (tag === 'row') {
      this.#line = Number(r ?? this.#line + 1)
      this.#cells = []
      this.#numeric = []
      this.#column = -1
    } else if (tag === 'c') {
      this.#column = columnOf(r ?? '') ?? this.#column + 1
      this.#type = t ?? 'n'
      this.#style = Number(s ?? 0)
      this.#text = undefined
    } else if (tag === 'v' || tag === 't') {
      this.#isText = true
    }
  }

  #read(text: string) {
    if (!this.#isText) return
    this.#text = (this.#text ?? '') + text
    if (this.#text.length > this.#limits.cellCharacters) throw cellTooLong(this.#limits, this.#line)
  }

  #close(tag: string) {
    if (tag === 'v' || tag === 't') this.#isText = false
    else if (tag === 'c') this.#endCell()
    else if (tag === 'row') {
      const cells = Array.from(this.#cells, (cell) => cell ?? '')
      this.#rows.push({ line: this.#line, cells, numeric: this.#numeric })
    }
  }

  #endCell() {
    if (this.#text === undefined) return
    const value = this.#valueOf(this.#text)
    if (value === '') return
    if (this.#column >= this.#limits.columns) {
      const said = `more than ${this.#limits.columns} columns.`
      throw new ListFileRefused('too_many_columns', said, this.#line)
    }
    this.#cells[this.#column] = value
  }

  #valueOf(text: string): string {
    if (this.#type === 's') {
      const shared = this.#values.strings[Number(text)]
      if (shared !== undefined) return shared
      throw workbookUnreadable('a cell points past the table of strings', this.#line)
    }
    // An error such as #N/A is no value.
    if (this.#type === 'e') return ''
    if (this.#type !== 'n') return withoutEscapes(text)

    const number = Number(text)
    if (text.trim() === '' || !Number.isFinite(number)) return text.trim()
    const isDay = this.#values.dayStyles.has(this.#style)
    const day = isDay ? dayOfSerial(number, this.#values.startsIn1904) : undefined
    if (day !== undefined) return day
    this.#numeric.push(this.#column)
    return Number.isInteger(number) ? BigInt(number).toString() : text.trim()
  }
}

/** `_x000D_` stands for a character that XML cannot hold: ECMA-376 part 1, 22.9.2.19. */
export function withoutEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  if (letters === undefined) return undefined
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
