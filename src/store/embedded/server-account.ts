import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartRefusal } from '../start-refusal.ts'

/** Another user of this system, as whom PostgreSQL runs because it refuses to run as root. */
export type ServerAccount = { name: string; uid: number; gid: number }

/**
 * As whom the server runs on the cluster in `clusterDir`: undefined when that is simply the user
 * who started us. Root gives way to the owner of an existing cluster, then to `postgres`, then to
 * `nobody`; no user is ever created.
 */
export function serverAccountFor(clusterDir: string): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = listUsers()

  const cluster = existsSync(clusterDir) ? statSync(clusterDir) : undefined
  if (cluster !== undefined && cluster.uid !== 0) {
    const name = users.find((user) => user.uid === cluster.uid)?.name ?? `user ${cluster.uid}`
    return { name, uid: cluster.uid, gid: cluster.gid }
  }
  const account = ['postgres', 'nobody']
    .map((name) => users.find((user) => user.name === name && user.uid !== 0))
    .find((user) => user !== undefined)
  if (account !== undefined) return account
  throw new StartRefusal(
    'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody" to run it as: start the service as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  )
}

function listUsers(): ServerAccount[] {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  } catch {
    return []
  }
}

/** Whether the account can come to `path`, or to the nearest folder above it that exists. */
export function canReach(path: string, account: ServerAccount | undefined): boolean {
  if (account === undefined) return true
  const existing = nearestExisting(path)
  const test = statSync(existing).isDirectory() ? 'cd "$0"' : 'test -r "$0"'
  // Asked of the system rather than worked out from mode bits, which know nothing of ACLs.
  const { status, error } = spawnSync('/bin/sh', ['-c', test, existing], {
    ...runAs(account),
    stdio: 'ignore',
  })
  return error !== undefined || status === 0
}

/** Options of `spawn` that make the child run as the account. */
export function runAs(account: ServerAccount | undefined) {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid, cwd: '/' }
}

function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path))
}
