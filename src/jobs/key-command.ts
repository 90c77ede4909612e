import { parseArgs } from 'node:util'
import {
  endKey,
  type IssuedKey,
  issueKey,
  KEY_REFUSALS,
  type KeyOrder,
  type KeyRefusal,
  rotateKey,
  USUAL_OVERLAP_DAYS,
  USUAL_QUOTA,
} from '../actions/manage-keys.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { KEY_LIMITS, KEY_SCOPES, keyStateAt, orderFaults } from '../domain/partner-key.ts'
import { commandActor } from '../domain/people/audit-event.ts'
import { LiveKeys } from '../register/live-keys.ts'
import { connect } from '../store/database.ts'
import { openDatabaseBeside } from '../store/open-database.ts'
import { type KeptKey, listKeys } from '../store/partner-keys.ts'
import { StartRefusal } from '../store/start-refusal.ts'

const USAGE = `usage: npm run key -- issue --partner NAME --scopes SCOPES [options]
       npm run key -- list
       npm run key -- rotate ID [--days N] [--overlap-days N]
       npm run key -- revoke ID

  --partner NAME       who holds the key; for a kiosk, the kiosk itself
  --scopes SCOPES      ${KEY_SCOPES.join(',')}; device stands alone
  --place PLACE        whose letters it may record, for instance ID/32.12
  --quota N            questions a minute, ${USUAL_QUOTA} unless told
  --days N             days until it expires, ${KEY_LIMITS.days} unless told and at most
  --test               a pst_test_ key, for demonstration registers only
  --overlap-days N     days the old key still works after rotate, ${USUAL_OVERLAP_DAYS} unless told

The key is printed once, alone on standard output, and kept nowhere.`

class UsageError extends Error {
  override readonly name = 'UsageError'
}

type Command =
  | { readonly is: 'issue'; readonly order: KeyOrder }
  | { readonly is: 'list' }
  | { readonly is: 'revoke'; readonly id: string }
  | {
      readonly is: 'rotate'
      readonly id: string
      readonly days: number
      readonly overlapDays: number
    }

function readCommand(argv: string[]): Command {
  const { values, positionals } = parse(argv)
  const [is, id, ...others] = positionals
  const days = numberOf('--days', values.days, KEY_LIMITS.days)
  if (others.length > 0) throw new UsageError(`not understood: ${others.join(' ')}`)
  if (is === 'list' && id === undefined) return { is }
  if (is === 'issue' && id === undefined) {
    const order = {
      partner: values.partner ?? '',
      scopes: scopesOf(values.scopes ?? ''),
      place: placeOf(values.place),
      quotaPerMinute: numberOf('--quota', values.quota, KEY_LIMITS.quotaPerMinute),
      days,
      isTest: values.test,
    }
    const [fault] = orderFaults(order)
    if (fault !== undefined) throw new UsageError(`${fault.field}: ${fault.says.en}`)
    return { is, order }
  }
  if (is !== 'revoke' && is !== 'rotate') {
    throw new UsageError('say issue, list, rotate or revoke')
  }
  if (id === undefined) throw new UsageError(`which key? ${is} takes its id`)
  if (is === 'revoke') return { is, id }
  const overlapDays = numberOf('--overlap-days', values['overlap-days'], KEY_LIMITS.overlapDays)
  return { is, id, days, overlapDays }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        partner: text,
        scopes: text,
        place: text,
        quota: { ...text, default: String(USUAL_QUOTA) },
        days: { ...text, default: String(KEY_LIMITS.days) },
        test: { type: 'boolean', default: false },
        'overlap-days': { ...text, default: String(USUAL_OVERLAP_DAYS) },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0])
  }
}

function numberOf(option: string, text: string, most: number): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > most) throw new UsageError(`${option}: a number from 1 to ${most}`)
  return number
}

function scopesOf(text: string) {
  return text.split(',').map((given) => {
    const scope = KEY_SCOPES.find((known) => known === given.trim())
    if (scope === undefined) throw new UsageError(`--scopes: of ${KEY_SCOPES.join(', ')}`)
    return scope
  })
}

function placeOf(text: string | undefined): KeyOrder['place'] {
  if (text === undefined) return null
  const [, country, region] = /^([A-Z]{2})(?:\/([0-9.]+))?$/.exec(text) ?? []
  if (country === undefined) throw new UsageError('--place: for instance ID/32.12')
  return { country, region: region ?? null }
}

const BY = commandActor('key-command')

function refuse(refused: KeyRefusal): number {
  tell(KEY_REFUSALS[refused].en)
  return 1
}

function show({ key, text }: IssuedKey): void {
  tell(`Key ${key.id} of ${key.partner}, until ${key.expiresAt.toISOString()}. It is shown once:`)
  process.stdout.write(`${text}\n`)
}

function lineOf(key: KeptKey, now: Date): string {
  const place = key.place === null ? '-' : [key.place.country, key.place.region].join('/')
  return [
    key.id,
    key.isTest ? 'test' : 'live',
    keyStateAt(now, key),
    key.partner,
    key.scopes.join(','),
    place,
    `${key.quotaPerMinute}/min`,
    `until ${key.expiresAt.toISOString().slice(0, 10)}`,
    `last used ${key.lastUsedAt?.toISOString() ?? 'never'}`,
  ].join('\t')
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** 0 when it is done, 1 when it is refused, 2 for wrong use. */
async function run(): Promise<number> {
  const command = readCommand(process.argv.slice(2))
  const config = readConfig(process.env)
  const { serviceUrl, stop } = await openDatabaseBeside(config, tell)
  const database = connect(serviceUrl, { max: 1 })
  try {
    const clock = systemClock(config.timeZone)
    const keys = new LiveKeys({ database, now: clock.now, onFault: () => {} })
    const dependencies = { database, clock, keys }
    switch (command.is) {
      case 'list':
        for (const key of await listKeys(database)) {
          process.stdout.write(`${lineOf(key, clock.now())}\n`)
        }
        return 0
      case 'issue': {
        const issued = await issueKey(dependencies, command.order, BY)
        if ('refused' in issued) return refuse(issued.refused)
        show(issued)
        return 0
      }
      case 'rotate': {
        const rotated = await rotateKey(dependencies, command.id, command, BY)
        if ('refused' in rotated) return refuse(rotated.refused)
        show(rotated)
        tell(`Key ${command.id} ends ${rotated.oldEndsAt.toISOString()}.`)
        return 0
      }
      case 'revoke': {
        const refused = await endKey(dependencies, command.id, BY)
        if (refused !== undefined) return refuse(refused.refused)
        tell(`Key ${command.id} is revoked: dead on every instance within two seconds.`)
        return 0
      }
    }
  } finally {
    await database.close()
    await stop()
  }
}

try {
  process.exitCode = await run()
} catch (error) {
  if (error instanceof UsageError) {
    tell(`${error.message}\n\n${USAGE}`)
    process.exitCode = 2
  } else {
    // A failed query would print the values that it was given.
    const { code, message } = error as { code?: string; message?: string }
    tell(error instanceof StartRefusal ? (message ?? '') : `Failed (${code ?? 'no code'}).`)
    process.exitCode = 1
  }
}
