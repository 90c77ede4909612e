import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type FileCall = 'openat' | 'write' | 'fsync' | 'rename' | 'mkdir' | 'read' | 'close'

/** After which the files are not what they were. */
export const CHANGING_CALLS: readonly FileCall[] = ['openat', 'write', 'fsync', 'rename', 'mkdir']
/** What a program asks of the system for files, in Node's ways to do it. */
export const FILE_CALLS: readonly FileCall[] = [...CHANGING_CALLS, 'read', 'close']

/** The nth call of its name that the program's first thread makes. */
export interface Place {
  readonly call: FileCall
  readonly nth: number
}

export interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly said: string
  readonly calls: readonly TracedCall[]
}

interface TracedCall extends Place {
  readonly line: string
  readonly isInjected: boolean
}

export function hasStrace(): boolean {
  return spawnSync('strace', ['--version']).status === 0
}

/** Runs a program under strace, with what `inject` does at one place; tells the calls of its first thread. */
export function runTraced(
  folder: string,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  inject?: { readonly at: Place; readonly fault: string },
): Promise<Ended> {
  const trace = join(folder, 'trace')
  const calls = inject === undefined ? FILE_CALLS.join() : inject.at.call
  const injected =
    inject === undefined
      ? []
      : ['-e', `inject=${inject.at.call}:${inject.fault}:when=${inject.at.nth}`]
  const options = ['-f', '-y', '-qq', '--seccomp-bpf', '-o', trace, '-e', `trace=${calls}`]
  return new Promise((done) => {
    const child = execFile(
      'strace',
      [...options, ...injected, ...command],
      { env },
      (_error, stdout, stderr) =>
        done({
          code: child.exitCode,
          signal: child.signalCode,
          said: `${stdout}${stderr}`,
          calls: callsIn(readFileSync(trace, 'utf8')),
        }),
    )
  })
}

/** strace counts the calls of each thread; Node's own of files are made by the first. */
function callsIn(trace: string): TracedCall[] {
  const [, first = ''] = /^(\d+) /.exec(trace) ?? []
  const seen = new Map<string, number>()
  return trace.split('\n').flatMap((line) => {
    const [, thread, name] = /^(\d+) +(\w+)\(/.exec(line) ?? []
    const call = FILE_CALLS.find((one) => one === name)
    if (call === undefined || thread !== first) return []
    const nth = (seen.get(call) ?? 0) + 1
    seen.set(call, nth)
    return [{ call, nth, line, isInjected: line.includes('INJECTED') }]
  })
}
