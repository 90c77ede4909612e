import { BlockList, isIP } from 'node:net'
import { z } from 'zod'
import { StartRefusal } from './store/start-refusal.ts'

export const SEEDS = ['demonstration', 'none'] as const
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((number) => number >= from && number <= to)

const filePath = z.string().refine((text) => !text.includes('\0') && text.trim() !== '')

const postgresUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false
  const { protocol, pathname } = new URL(text)
  return ['postgres:', 'postgresql:'].includes(protocol) && pathname.length > 1
})

const publicUrl = z
  .string()
  .refine((text) => {
    if (!URL.canParse(text)) return false
    const { protocol, pathname, search, hash, username } = new URL(text)
    return /^https?:$/.test(protocol) && `${pathname}${search}${hash}${username}` === '/'
  })
  .transform((text) => new URL(text).origin)

// What each variable expects is the end of the sentence that refuses a wrong value.
const VARIABLES = {
  HOST: {
    schema: z
      .string()
      .regex(/^[\w.:%-]{1,255}$/)
      .default('127.0.0.1'),
    expects: 'a host name or an address to listen on, for instance 127.0.0.1 or 0.0.0.0',
  },
  PORT: {
    schema: wholeNumber(0, 65_535).default(3000),
    expects: 'a port from 0 (any free one) to 65535',
  },
  DATABASE_URL: {
    schema: postgresUrl.optional(),
    expects: 'an address such as postgresql://user@host:5432/database',
  },
  DATABASE_OWNER_URL: {
    schema: postgresUrl.optional(),
    expects: 'an address such as postgresql://owner@host:5432/database',
  },
  DATA_DIR: {
    schema: filePath.optional(),
    expects: "the path of a folder for the embedded database's data",
  },
  SEED: { schema: z.enum(SEEDS).optional(), expects: SEEDS.join(' or ') },
  TIME_ZONE: {
    schema: z.string().refine(isTimeZone).default('Asia/Jakarta'),
    expects: 'an IANA time zone, for instance Asia/Jakarta',
  },
  COUNTRY: {
    schema: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .default('ID'),
    expects: 'a country code of two capital letters, for instance ID',
  },
  PUBLIC_URL: {
    schema: publicUrl.optional(),
    expects: 'the address that callers use, without a path, for instance https://pastikan.example',
  },
  TRUSTED_PROXIES: {
    schema: z
      .string()
      .default('')
      .transform(readAddressBlocks)
      .pipe(z.custom<AddressBlocks>(Boolean)),
    expects: 'addresses or blocks separated by commas, for instance 10.0.0.0/8,::1',
  },
  RATE_LIMIT_PER_MINUTE: {
    schema: wholeNumber(0, 1_000_000).default(600),
    expects: 'the requests one address may make in a minute, 0 for no limit',
  },
  MAX_IN_FLIGHT: {
    schema: wholeNumber(1, 100_000).default(256),
    expects: 'the most requests answered at one time, from 1 to 100000',
  },
  CHECK_HASH_KEY: {
    schema: z.string().min(32).max(1024).optional(),
    expects: 'a secret of at least 32 characters, the same for every instance',
  },
  CHECK_RETENTION_DAYS: {
    schema: wholeNumber(1, 3650).default(90),
    expects: 'the days a check is kept, from 1 to 3650',
  },
  RECEIPT_KEY_FILE: {
    schema: filePath.optional(),
    expects: 'the path of the file that holds the keys receipts are signed with',
  },
  RECEIPT_VALID_HOURS: {
    schema: wholeNumber(1, 24).default(24),
    expects: 'the hours a receipt is valid, from 1 to 24',
  },
  LOG_KEY_FILE: {
    schema: filePath.optional(),
    expects: 'the path of the file that holds the keys the log is signed with',
  },
  LOG_STATE_FILE: {
    schema: filePath.optional(),
    expects: 'the path of the file in which the signer remembers its last checkpoint',
  },
  LOG_ORIGIN: {
    schema: z
      .string()
      .regex(/^[^\s+]{1,200}$/u)
      .optional(),
    expects: "the log's name without spaces and plus signs, for instance pastikan.example/v1/log",
  },
  LOG_PUBLISH_DIR: {
    schema: filePath.optional(),
    expects: 'the path of the folder to which the log is published as files',
  },
  LOG_LEVEL: { schema: z.enum(LOG_LEVELS).default('info'), expects: LOG_LEVELS.join(', ') },
} as const

const SECRET_VARIABLES: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'CHECK_HASH_KEY',
])

type Environment = Readonly<Record<string, string | undefined>>

/** Addresses and blocks of addresses, and whether there are any. */
export interface AddressBlocks {
  readonly isEmpty: boolean
  has(address: string): boolean
}

export interface Config {
  readonly host: string
  readonly port: number
  /** The service's own login; undefined when the embedded database is used. */
  readonly databaseUrl: string | undefined
  /** The owner of the tables, used for migrations only. */
  readonly databaseOwnerUrl: string | undefined
  readonly dataDir: string | undefined
  readonly seed: (typeof SEEDS)[number]
  readonly timeZone: string
  readonly country: string
  /** Scheme, host and port that callers use, without a closing slash. */
  readonly publicUrl: string | undefined
  readonly trustedProxies: AddressBlocks
  readonly rateLimitPerMinute: number
  readonly maxInFlight: number
  /** Keys the hashes of check codes; made and kept in a file when undefined. */
  readonly checkHashKey: string | undefined
  readonly checkRetentionDays: number
  readonly receiptKeyFile: string | undefined
  readonly receiptValidHours: number
  readonly logKeyFile: string | undefined
  readonly logStateFile: string | undefined
  /** The log's name in its checkpoints, when its key is made. */
  readonly logOrigin: string
  readonly logPublishDir: string | undefined
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

/**
 * The configuration in `environment`; variables that are not ours are ignored, empty ones count as unset.
 * Throws a StartRefusal with one line for each wrong value.
 */
export function readConfig(environment: Environment): Config {
  const wrong: string[] = []
  const read = <Name extends keyof typeof VARIABLES>(
    name: Name,
  ): z.output<(typeof VARIABLES)[Name]['schema']> => {
    const value = environment[name] === '' ? undefined : environment[name]
    const result = VARIABLES[name].schema.safeParse(value)
    if (!result.success) {
      wrong.push(`${name}${shown(name, value)} is not usable: give ${VARIABLES[name].expects}.`)
    }
    return result.data as z.output<(typeof VARIABLES)[Name]['schema']>
  }

  const databaseUrl = read('DATABASE_URL')
  const publicUrl = read('PUBLIC_URL')
  const config: Config = {
    host: read('HOST'),
    port: read('PORT'),
    databaseUrl,
    databaseOwnerUrl: read('DATABASE_OWNER_URL'),
    dataDir: read('DATA_DIR'),
    seed: read('SEED') ?? (environment.DATABASE_URL ? 'none' : 'demonstration'),
    timeZone: read('TIME_ZONE'),
    country: read('COUNTRY'),
    publicUrl,
    trustedProxies: read('TRUSTED_PROXIES'),
    rateLimitPerMinute: read('RATE_LIMIT_PER_MINUTE'),
    maxInFlight: read('MAX_IN_FLIGHT'),
    checkHashKey: read('CHECK_HASH_KEY'),
    checkRetentionDays: read('CHECK_RETENTION_DAYS'),
    receiptKeyFile: read('RECEIPT_KEY_FILE'),
    receiptValidHours: read('RECEIPT_VALID_HOURS'),
    logKeyFile: read('LOG_KEY_FILE'),
    logStateFile: read('LOG_STATE_FILE'),
    logOrigin: read('LOG_ORIGIN') ?? originAt(publicUrl),
    logPublishDir: read('LOG_PUBLISH_DIR'),
    logLevel: read('LOG_LEVEL'),
  }
  if (environment.DATABASE_OWNER_URL && !environment.DATABASE_URL) {
    wrong.push('DATABASE_OWNER_URL is given without DATABASE_URL: give both, or neither.')
  }
  if (wrong.length > 0) throw new StartRefusal(wrong.join('\n'))
  return config
}

/** As c2sp.org/tlog-tiles advises: where the log is read, without the scheme. */
function originAt(publicUrl: string | undefined): string {
  return publicUrl === undefined ? 'pastikan.local/registry' : `${new URL(publicUrl).host}/v1/log`
}

// A database address is never shown: a mistyped one may hold its password anywhere.
function shown(name: string, value: string | undefined): string {
  if (value === undefined || SECRET_VARIABLES.has(name)) return ''
  return `=${JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)}`
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function readAddressBlocks(text: string): AddressBlocks | undefined {
  const blocks = text.split(',').flatMap((part) => part.trim() || [])
  const list = new BlockList()
  for (const block of blocks) {
    const [address = '', prefix, ...rest] = block.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const bits = family === 'ipv6' ? 128 : 32
    if (isIP(address) === 0 || rest.length > 0) return undefined
    if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits)) {
      return undefined
    }
    list.addSubnet(address, Number(prefix ?? bits), family)
  }
  return {
    isEmpty: blocks.length === 0,
    has: (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'),
  }
}
