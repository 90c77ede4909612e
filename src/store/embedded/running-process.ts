import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

export type RunningProcess = {
  /** Tells this process from a later one with the same number; empty where the system cannot say. */
  startedAt: string
  /** Killed, but not yet reaped by its parent. */
  isZombie: boolean
  /** Program and arguments, empty where the system cannot say. */
  command: string
  /** Empty where the system cannot say. */
  workingFolder: string
}

export function findProcess(pid: number): RunningProcess | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !takesSignals(pid)) return undefined
  if (process.platform === 'linux') return readProc(pid)
  if (process.platform === 'win32') return UNKNOWN
  return askPs(pid)
}

const UNKNOWN: RunningProcess = { startedAt: '', isZombie: false, command: '', workingFolder: '' }

function takesSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readProc(pid: number): RunningProcess {
  const stat = tryTo(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The program's name stands in brackets and may hold spaces and brackets itself.
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (stat === '' || state === undefined) return UNKNOWN
  // Ticks since boot repeat after a reboot, and so do process numbers.
  const boot = tryTo(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
  return {
    startedAt: `${boot}:${rest[18]}`,
    isZombie: state === 'Z' || state === 'X',
    command: tryTo(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' '),
    workingFolder: tryTo(() => readlinkSync(`/proc/${pid}/cwd`)),
  }
}

function askPs(pid: number): RunningProcess {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  const words = (stdout ?? '').trim().split(/\s+/)
  if (words.length < 7) return UNKNOWN
  return {
    startedAt: words.slice(1, 6).join(' '),
    isZombie: words[0]?.startsWith('Z') ?? false,
    command: words.slice(6).join(' '),
    workingFolder: '',
  }
}

function tryTo(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
