import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { areEqualSecrets } from './equal-secrets.ts'
import { Problem } from './problem.ts'

/** How much work a guess costs. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** 32 MB and about a third of a second on one slow core; one of the settings that OWASP names. */
const USUAL_COST: ScryptCost = { N: 2 ** 15, r: 8, p: 3 }
const KEY_BYTES = 32
const MOST_WAITING = 16
const MOST_MEMORY = 64 * 1024 * 1024

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** `scrypt$N$r$p$salt$key`: what it takes to check a password later, whatever the cost is by then. */
export async function hashPassword(password: string, cost = USUAL_COST): Promise<string> {
  return hashWith(password, randomBytes(16), cost)
}

/** Costs the same where there is no hash, so that nobody learns from the time whether there is one. */
export async function isPasswordOf(password: string, kept: string | undefined): Promise<boolean> {
  const hash = kept ?? NO_PASSWORD
  const [, N, r, p, salt = ''] = hash.split('$')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const given = await hashWith(password, Buffer.from(salt, 'base64url'), cost)
  return areEqualSecrets(given, hash) && kept !== undefined
}

/** In the form of a hash, and that of no password. */
const NO_PASSWORD = `scrypt$${USUAL_COST.N}$${USUAL_COST.r}$${USUAL_COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

async function hashWith(password: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<string> {
  const settings = { N, r, p, maxmem: MOST_MEMORY }
  const key = await inTurn(() => derive(password.normalize('NFC'), salt, KEY_BYTES, settings))
  return `scrypt$${N}$${r}$${p}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** One at a time, and not many in line: guessing must never take the cores that lookups need. */
async function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  if (waiting >= MOST_WAITING) throw new Problem('service-busy')
  waiting += 1
  const turn = last.then(act)
  last = turn.catch(() => {})
  try {
    return await turn
  } finally {
    waiting -= 1
  }
}
