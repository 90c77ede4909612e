import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Undefined when there is no such file. */
export function readFileIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}

/**
 * Puts a file in place whole or not at all, even where the machine stops in the middle: what a
 * reader finds is the old content or the new. A file that holds the content already is left alone.
 */
export function writeWhole(file: string, content: Uint8Array, mode = 0o644): void {
  if (readFileIfThere(file)?.equals(content)) return
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true })
  const draft = `${file}.${process.pid}.new`
  try {
    const opened = openSync(draft, 'w', mode)
    try {
      for (let at = 0; at < content.length; ) at += writeSync(opened, content, at)
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  const openedFolder = openSync(folder, 'r')
  try {
    fsyncSync(openedFolder)
  } finally {
    closeSync(openedFolder)
  }
}
