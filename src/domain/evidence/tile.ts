import { HASH_BYTES, type Hash, joinBytes } from './hash.ts'

export const TILE_WIDTH = 256
const HIGHEST_LEVEL = 63
const LONGEST_ENTRY = 65_535

/** A tile of hashes at a level, or a bundle of entries (c2sp.org/tlog-tiles). Full when 256 wide. */
export interface Tile {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/** `tile/0/x001/234`, `tile/entries/002.p/17`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const place = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${place}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** Undefined for what `tilePath` would not have written. */
export function readTilePath(path: string): Tile | undefined {
  const [, level = '', place = '', width = String(TILE_WIDTH)] =
    /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? []
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(place.replace(/[x/]/g, '')),
    width: Number(width),
  }
  if (level === '' || tile.width > TILE_WIDTH || tile.width === 0) return undefined
  if (tile.level !== 'entries' && tile.level > HIGHEST_LEVEL) return undefined
  return tilePath(tile) === path ? tile : undefined
}

/** How many hashes, or entries, a tree of `size` entries has at the tile's level. */
export function widthOfLevel(level: Tile['level'], size: number): number {
  return Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level))
}

/** Whether a tree of `size` entries has everything that the tile holds. */
export function isTileOf({ level, index, width }: Tile, size: number): boolean {
  return index * TILE_WIDTH + width <= widthOfLevel(level, size)
}

export const encodeHashes = (hashes: readonly Hash[]): Uint8Array => joinBytes(hashes)

/** Undefined unless the bytes are exactly `width` hashes. */
export function decodeHashes(bytes: Uint8Array, width: number): Hash[] | undefined {
  if (bytes.length !== width * HASH_BYTES) return undefined
  return Array.from({ length: width }, (_, at) =>
    bytes.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  )
}

/** Each entry after its length, 16 bits and the higher byte first. Throws for entries beyond 65,535 bytes. */
export function encodeEntries(entries: readonly Uint8Array[]): Uint8Array {
  return joinBytes(
    entries.flatMap((entry) => {
      if (entry.length > LONGEST_ENTRY) throw new RangeError('an entry is too long for a bundle')
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
    }),
  )
}

/** Undefined unless the bytes are exactly `width` entries. */
export function decodeEntries(bytes: Uint8Array, width: number): Uint8Array[] | undefined {
  const entries: Uint8Array[] = []
  let at = 0
  while (at + 2 <= bytes.length) {
    const start = at + 2
    at = start + bytes[start - 2]! * 256 + bytes[start - 1]!
    entries.push(bytes.slice(start, at))
  }
  return at === bytes.length && entries.length === width ? entries : undefined
}
