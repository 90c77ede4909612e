import { StringDecoder } from 'node:string_decoder'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { ListFileRefused } from './list-file-refused.ts'
import { XmlEvents, type XmlHandlers } from './xml-events.ts'

const MOST_ENTRIES = 10_000

/**
 * The parts of a workbook's ZIP archive. What a part unpacks to is bounded by the size it declares:
 * that is checked before it is opened, and held to while it unpacks.
 */
export class WorkbookParts {
  readonly #zip: ZipFile
  readonly #entries: Map<string, Entry>

  private constructor(zip: ZipFile, entries: Map<string, Entry>) {
    this.#zip = zip
    this.#entries = entries
  }

  static async open(path: string, mostUnpackedBytes: number): Promise<WorkbookParts> {
    const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch((error) => {
      throw workbookUnreadable(error.message)
    })
    try {
      if (zip.entryCount > MOST_ENTRIES) throw new Error(`it holds ${zip.entryCount} parts`)
      const entries = new Map<string, Entry>()
      let unpacked = 0
      for await (const entry of zip.eachEntry()) {
        entries.set(entry.fileName, entry)
        unpacked += entry.uncompressedSize
      }
      if (unpacked > mostUnpackedBytes) throw unpacksToTooMuch('it', mostUnpackedBytes)
      return new WorkbookParts(zip, entries)
    } catch (error) {
      zip.close()
      throw asRefusal(error)
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()]
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** Parses a whole part; one that is not there holds nothing. */
  async parse(name: string, mostBytes: number, handlers: XmlHandlers): Promise<void> {
    const xml = new XmlEvents(handlers)
    if (!this.has(name)) return
    for await (const _piece of this.parsePieces(name, mostBytes, xml)) {
      // All is told to the handlers.
    }
  }

  /** Feeds a part to `xml`, pausing after each piece so that its reader can keep pace. */
  async *parsePieces(name: string, mostBytes: number, xml: XmlEvents): AsyncGenerator<void> {
    const entry = this.#entries.get(name)
    if (entry === undefined) throw workbookUnreadable(`${name} is missing`)
    if (entry.uncompressedSize > mostBytes) throw unpacksToTooMuch(name, mostBytes)
    const decoder = new StringDecoder('utf8')
    try {
      for await (const chunk of await this.#zip.openReadStreamPromise(entry)) {
        xml.write(decoder.write(chunk))
        yield
      }
      xml.write(decoder.end())
      xml.close()
    } catch (error) {
      throw asRefusal(error)
    }
    yield
  }

  close(): void {
    this.#zip.close()
  }
}

function asRefusal(error: unknown): ListFileRefused {
  return error instanceof ListFileRefused ? error : workbookUnreadable((error as Error).message)
}

export function workbookUnreadable(why: string, line?: number): ListFileRefused {
  return new ListFileRefused('unreadable', `the workbook cannot be read: ${why}.`, line)
}

function unpacksToTooMuch(what: string, most: number): ListFileRefused {
  const megabytes = Math.floor(most / 1024 / 1024)
  const said = `The workbook is refused: ${what} unpacks to more than ${megabytes} MB.`
  return new ListFileRefused('too_large', said)
}
