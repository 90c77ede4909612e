import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type FileCall = 'openat' | 'write' | 'fsync' | 'rename' | 'mkdir' | 'read' | 'close'

/** After which the files are not what they were. */
export const CHANGING_CALLS: readonly FileCall[] = ['openat', 'write', 'fsync', 'rename', 'mkdir']
/** What a program asks of the system for files, in Node's ways to do it. */
export const FILE_CALLS: readonly FileCall[] = [...CHANGING_CALLS, 'read', 'close']

/** A call and the path that it is about, in which the number of the process is written so. */
export interface Place {
  readonly call: FileCall
  readonly path: string
}
const PROCESS = '{pid}'

export interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly said: string
  readonly places: readonly Place[]
  readonly isInjected: boolean
}

export function hasStrace(): boolean {
  return spawnSync('strace', ['--version']).status === 0
}

/** Runs a program under strace; at every call of one place the fault happens, if one is given. */
export async function runTraced(
  folder: string,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  inject?: { readonly at: Place; readonly fault: string },
): Promise<Ended> {
  // The shell waits and then becomes the program, whose number is known before it begins.
  const child = spawn('sh', ['-c', 'echo $$; read go; exec "$@"', 'sh', ...command], { env })
  const ended = once(child, 'close')
  const pid = await firstLineOf(child)
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => said.push(String(part)))
  }
  const trace = join(folder, 'trace')
  const where =
    inject === undefined
      ? ['-e', `trace=${FILE_CALLS.join()}`]
      : [
          ...['-e', `trace=${inject.at.call}`, '-P', inject.at.path.replace(PROCESS, pid)],
          ...['-e', `inject=${inject.at.call}:${inject.fault}`],
        ]
  const strace = spawn('strace', ['-f', '-y', '-o', trace, '-p', pid, ...where], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const straceEnded = once(strace, 'close')
  for await (const line of createInterface({ input: strace.stderr })) {
    if (line.includes('attached')) break
  }
  child.stdin.end('go\n')
  await Promise.all([ended, straceEnded])
  const traced = readFileSync(trace, 'utf8')
  return {
    code: child.exitCode,
    signal: child.signalCode,
    said: said.join(''),
    places: placesIn(traced, pid),
    isInjected: traced.includes('INJECTED') || traced.includes('killed by SIGKILL'),
  }
}

async function firstLineOf({ stdout }: ChildProcess): Promise<string> {
  const [part] = await once(stdout!, 'data')
  return String(part).trim()
}

function placesIn(trace: string, pid: string): Place[] {
  const places = new Map<string, Place>()
  for (const line of trace.split('\n')) {
    const [, name, given = ''] = /^\d+ +(\w+)\((.*)/.exec(line) ?? []
    const call = FILE_CALLS.find((one) => one === name)
    const found = /^\d+<([^>]+)>/.exec(given)?.[1] ?? /"([^"]+)"/.exec(given)?.[1]
    if (call === undefined || found === undefined) continue
    const path = found.replace(`.${pid}.`, `.${PROCESS}.`)
    places.set(`${call} ${path}`, { call, path })
  }
  return [...places.values()]
}
