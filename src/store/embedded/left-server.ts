import { realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefusal } from '../start-refusal.ts'
import type { Claim, DataFolder } from './data-folder.ts'
import { findProcess, type RunningProcess } from './running-process.ts'
import { readPidFile } from './server-process.ts'

const PATIENCE = 30_000
const REAPING = 5_000

/**
 * Clears what a service that was killed left in its folder. A server that it started and that still
 * runs is stopped, not taken over: we could not know its settings, nor hear of its end. Any other
 * living server is refused.
 */
export async function endLeftServer(
  { path, cluster }: DataFolder,
  previous: Claim | undefined,
  log: (line: string) => void,
): Promise<void> {
  const { pid } = readPidFile(cluster)
  if (pid === undefined) return
  const server = serverOn(cluster, pid)
  if (server === 'none') {
    // A dead server that nobody reaps, or a number that now belongs to another program, would look
    // alive to PostgreSQL for ever. It still checks by itself for processes in its shared memory.
    if (findProcess(pid) !== undefined) await forgetUnlessReaped(cluster, pid)
    return
  }
  if (pid !== previous?.server) {
    throw new StartRefusal(
      `The database folder ${path} is already in use by another database server, process ${pid}, which this service did not start: stop it (kill -INT ${pid}), or set DATA_DIR to another folder.`,
    )
  }
  log(`Stopping the database server, process ${pid}, that an earlier service left running.`)
  askToStop(pid)
  for (const deadline = Date.now() + PATIENCE; serverOn(cluster, pid) === 'runs'; await sleep(50)) {
    if (Date.now() < deadline) continue
    throw new StartRefusal(
      `The database folder ${path} is still in use by the database server, process ${pid}, of an earlier service, and it does not stop: end that process, then start again.`,
    )
  }
}

async function forgetUnlessReaped(cluster: string, pid: number): Promise<void> {
  for (const deadline = Date.now() + REAPING; Date.now() < deadline; await sleep(50)) {
    if (findProcess(pid)?.isZombie !== true) break
  }
  if (findProcess(pid) !== undefined && readPidFile(cluster).pid === pid) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
  }
}

function serverOn(cluster: string, pid: number): 'runs' | 'none' {
  const found = findProcess(pid)
  return found !== undefined && !found.isZombie && couldServe(found, cluster) ? 'runs' : 'none'
}

/** In doubt, yes. A server's working folder is its cluster, where the system tells it. */
function couldServe({ workingFolder, command }: RunningProcess, cluster: string): boolean {
  if (workingFolder !== '') return workingFolder === realpathSync(cluster)
  if (command === '') return true
  return /^(?:postgres|postmaster)/.test(basename(command.split(' ')[0] ?? ''))
}

function askToStop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // Gone in the meantime, or another user's: the wait that follows tells.
  }
}
