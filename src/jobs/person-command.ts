import { parseArgs } from 'node:util'
import { type Invited, invite } from '../actions/people/invite.ts'
import { disable, resetFactors } from '../actions/people/rights.ts'
import { systemClock } from '../clock.ts'
import { type Config, readConfig } from '../config.ts'
import { commandActor } from '../domain/people/audit-event.ts'
import { readEmail } from '../domain/people/email.ts'
import { EVERYWHERE } from '../domain/people/person.ts'
import { openKeyedHash } from '../secrets.ts'
import { connect } from '../store/database.ts'
import { DEFAULT_DATA_DIR, openDatabaseBeside } from '../store/open-database.ts'
import { findPerson, type ListedPerson, listPeople } from '../store/people.ts'
import { StartRefusal } from '../store/start-refusal.ts'

const USAGE = `usage: npm run person -- COMMAND [options]

  create-administrator --email ADDRESS --name NAME   prints an invitation that is valid for 24 hours
  list                                               everybody who may sign in
  disable --email ADDRESS                            ends their sessions too
  reset-second-factor --email ADDRESS                prints a new invitation`

class UsageError extends Error {
  override readonly name = 'UsageError'
}

type CommandDependencies = Parameters<typeof invite>[0]

const BY = commandActor('person-command')
const MOST_LISTED = 1_000

interface Options {
  readonly email: string
  readonly name: string
}

/** Each prints what it did and gives the exit code: 1 when refused. */
const COMMANDS: Readonly<
  Record<
    string,
    (dependencies: CommandDependencies, options: Options, config: Config) => Promise<number>
  >
> = {
  async 'create-administrator'(dependencies, { email, name }, config) {
    const roles = [{ role: 'administrator', ...EVERYWHERE }] as const
    const invited = await invite(dependencies, { email, name, roles }, undefined, BY)
    if ('refused' in invited) {
      return refused(`${email} is known already: reset-second-factor makes a new invitation.`)
    }
    return tellInvitation(invited, config)
  },
  async list({ database }) {
    const people = await listPeople(database, { limit: MOST_LISTED })
    for (const person of people) print(lineOf(person))
    if (people.length === 0) print('Nobody yet: begin with create-administrator.')
    return 0
  },
  async disable(dependencies, { email }) {
    const person = await findPerson(dependencies.database, { email })
    if (person === undefined) return refused(`Nobody has the address ${email}.`)
    const outcome = await disable(dependencies, person.id, undefined, BY)
    if (outcome === 'last_administrator') {
      return refused('This is the last administrator: create another one first.')
    }
    print(outcome === 'done' ? `${email} is disabled.` : `${email} was disabled before.`)
    return 0
  },
  async 'reset-second-factor'(dependencies, { email }, config) {
    const person = await findPerson(dependencies.database, { email })
    if (person === undefined) return refused(`Nobody has the address ${email}.`)
    const invited = await resetFactors(dependencies, person.id, undefined, BY)
    if ('refused' in invited) return refused(`Nothing was reset: ${invited.refused}.`)
    return tellInvitation(invited, config)
  },
}

function tellInvitation({ token, expiresAt }: Invited, { publicUrl, port }: Config): number {
  print(`${publicUrl ?? `http://localhost:${port}`}/undangan#${token}`)
  print(`Opens once, until ${expiresAt.toISOString()}. Give it to nobody else.`)
  return 0
}

function lineOf({ id, email, name, grants, isDisabled, canSignIn }: ListedPerson): string {
  const roles = grants.map(({ role, country, region }) =>
    [role, ...[region ?? country].flatMap((place) => place ?? [])].join('@'),
  )
  const state = isDisabled ? 'disabled' : canSignIn ? 'active' : 'invited'
  return [id, email, name, state, roles.join(',')].join('\t')
}

function refused(line: string): number {
  tell(line)
  return 1
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

function readArguments(argv: string[]) {
  try {
    const text = { type: 'string', default: '' } as const
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { email: text, name: text },
    })
    const [name = ''] = positionals
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (command === undefined || positionals.length > 1) throw new Error('COMMAND is missing')
    const email = readEmail(values.email)
    if (name !== 'list' && email === undefined) throw new Error('--email is missing or wrong')
    const options = { email: email ?? '', name: values.name.trim() }
    if (name === 'create-administrator' && options.name === '') throw new Error('--name is missing')
    return { command, options }
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0])
  }
}

async function run(): Promise<number> {
  const { command, options } = readArguments(process.argv.slice(2))
  const config = readConfig(process.env)
  const { serviceUrl, dataDir, stop } = await openDatabaseBeside(config, tell)
  const database = connect(serviceUrl, { max: 1 })
  try {
    const folder = dataDir ?? config.dataDir ?? DEFAULT_DATA_DIR
    const hash = openKeyedHash(config, folder)
    const clock = systemClock(config.timeZone)
    return await command({ database, clock, hash }, options, config)
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
  } else if (error instanceof StartRefusal) {
    tell(error.message)
    process.exitCode = 1
  } else {
    // A failed query would print the values that it was given.
    tell(`The command failed (${(error as { code?: string }).code ?? 'no code'}).`)
    process.exitCode = 1
  }
}
