import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { ListFileRefused } from './list-file-refused.ts'

export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'utf-16le-bom',
  'utf-16be-bom',
  'windows-1252',
] as const

export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

export type DetectedEncoding = {
  encoding: TextEncoding
  /** For `windows-1252`: the first line that is not valid UTF-8, the reason for the fallback. */
  notUtf8OnLine?: number
  /** True when other lines are UTF-8 beyond ASCII all the same: the file mixes encodings. */
  mixed: boolean
}

const LINE_FEED = 0x0a
const LONGEST_LINE = 4 * 1024 * 1024

/** Reads the whole file once: an encoding is only known when its last byte is. */
export async function detectEncoding(path: string, head: Buffer): Promise<DetectedEncoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le-bom', mixed: false }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be-bom', mixed: false }
  const hasBom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf

  let firstBad: number | undefined
  let hasUtf8Letters = false
  for await (const { bytes, line } of wholeLines(path)) {
    const nul = bytes.indexOf(0)
    if (nul !== -1) throw nulFound(bytes, nul, line)
    if (isUtf8(bytes)) {
      hasUtf8Letters ||= line > 1 && bytes.some((byte) => byte > 0x7f)
      continue
    }
    for (const [offset, each] of splitLines(bytes).entries()) {
      if (!isUtf8(each)) firstBad ??= line + offset
      else hasUtf8Letters ||= each.some((byte) => byte > 0x7f)
    }
  }
  if (firstBad === undefined) return { encoding: hasBom ? 'utf-8-bom' : 'utf-8', mixed: false }
  return { encoding: 'windows-1252', notUtf8OnLine: firstBad, mixed: hasUtf8Letters || hasBom }
}

/** The text of the file, decoded piece by piece. */
export async function* decodeText(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const label = encoding.replace('-bom', '')
  const decoder = new TextDecoder(label, { fatal: label.startsWith('utf-16') })
  try {
    for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) {
      throw new ListFileRefused('unreadable', `The file is not valid ${label.toUpperCase()}.`)
    }
    throw error
  }
}

/** Pieces of the file that end at a line's end, each with the number of its first line. */
async function* wholeLines(path: string): AsyncGenerator<{ bytes: Buffer; line: number }> {
  let carried: Buffer[] = []
  let carriedBytes = 0
  let line = 1
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(LINE_FEED)
    if (end === -1) {
      carried.push(chunk)
      carriedBytes += chunk.length
      if (carriedBytes > LONGEST_LINE) {
        throw new ListFileRefused(
          'cell_too_long',
          'longer than 4 MB: no list has such a line.',
          line,
        )
      }
      continue
    }
    const bytes = Buffer.concat([...carried, chunk.subarray(0, end + 1)])
    yield { bytes, line }
    line += countLineFeeds(bytes)
    const rest = chunk.subarray(end + 1)
    carried = [rest]
    carriedBytes = rest.length
  }
  if (carriedBytes > 0) yield { bytes: Buffer.concat(carried), line }
}

function nulFound(bytes: Buffer, at: number, firstLine: number): ListFileRefused {
  const line = firstLine + countLineFeeds(bytes.subarray(0, at))
  const nuls = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  const isWide = nuls * 3 > bytes.length
  const said = isWide
    ? 'every other byte is NUL: the file looks like UTF-16 without its mark; save it as UTF-8.'
    : 'holds a NUL byte, which no text has.'
  return new ListFileRefused('holds_nul', said, line)
}

function countLineFeeds(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count++
  return count
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(LINE_FEED, start)
    const next = end === -1 ? bytes.length : end + 1
    lines.push(bytes.subarray(start, next))
    start = next
  }
  return lines
}
