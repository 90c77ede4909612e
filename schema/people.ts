import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  char,
  check,
  customType,
  index,
  integer,
  pgTable,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { role } from './words.ts'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const moment = () => timestamp({ withTimezone: true, mode: 'string' })

/** Who may sign in. A person is disabled, never deleted: the logs name them. */
export const people = pgTable(
  'people',
  {
    id: text().primaryKey(),
    email: text().notNull().unique(),
    name: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    disabledAt: moment(),
    /** Grows whenever all sessions end: one of an earlier generation is dead, however late it was opened. */
    sessionGeneration: integer().notNull().default(0),
  },
  // The registry's log takes these ids as they are.
  () => [check('people_id', sql`id ~ '^per_[0-9a-z]{16}$'`)],
)

const personId = () =>
  text()
    .notNull()
    .references(() => people.id)

/** Append-only: a role is taken by a row in role_grant_ends, so who gave what to whom stays known. */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: personId(),
    role: role().notNull(),
    country: char({ length: 2 }),
    region: text(),
    grantedBy: text().notNull(),
    grantedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index('role_grants_person').on(table.personId),
    check('role_grants_region', sql`region is null or country is not null`),
  ],
)

export const roleGrantEnds = pgTable('role_grant_ends', {
  grantId: bigint({ mode: 'number' })
    .primaryKey()
    .references(() => roleGrants.id),
  endedBy: text().notNull(),
  endedAt: moment().notNull().defaultNow(),
})

/** One-time leave to choose a password and a second factor, or a passkey. */
export const invitations = pgTable(
  'invitations',
  {
    id: text().primaryKey(),
    tokenHash: text().notNull().unique(),
    personId: personId(),
    invitedBy: text().notNull(),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index('invitations_person').on(table.personId)],
)

export const passwords = pgTable('passwords', {
  personId: personId().primaryKey(),
  /** scrypt, with its parameters and salt. */
  hash: text().notNull(),
  setAt: moment().notNull(),
})

/** The secret of an authenticator app follows from the seed with the service's key, and is nowhere. */
export const authenticatorApps = pgTable('authenticator_apps', {
  personId: personId().primaryKey(),
  seed: text().notNull(),
  /** The last time step whose code was taken, so that no code is taken twice. */
  lastStep: bigint({ mode: 'number' }).notNull(),
})

export const backupCodes = pgTable(
  'backup_codes',
  { codeHash: text().primaryKey(), personId: personId() },
  (table) => [index('backup_codes_person').on(table.personId)],
)

export const passkeys = pgTable(
  'passkeys',
  {
    id: text().primaryKey(),
    personId: personId(),
    publicKey: bytea().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    name: text().notNull(),
    createdAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index('passkeys_person').on(table.personId)],
)

/** Challenges that were signed to sign in: none is taken twice before it expires. */
export const passkeyChallenges = pgTable('passkey_challenges', {
  challenge: text().primaryKey(),
  expiresAt: moment().notNull(),
})

/** Found by the keyed hash of the token in the cookie. A session has no task before its second factor. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    tokenHash: text().notNull().unique(),
    personId: personId(),
    generation: integer().notNull().default(0),
    isComplete: boolean().notNull(),
    method: text().notNull(),
    address: text().notNull(),
    userAgent: text().notNull(),
    startedAt: moment().notNull(),
    seenAt: moment().notNull(),
    endsAt: moment().notNull(),
    /** When the second factor was last proven in it. */
    provenAt: moment(),
  },
  (table) => [
    index('sessions_person').on(table.personId),
    index('sessions_ends_at').on(table.endsAt),
  ],
)

/** Attempts to sign in, by the keyed hash of an account or an address, whether or not it exists. */
export const signInAttempts = pgTable('sign_in_attempts', {
  keyHash: text().primaryKey(),
  attempts: integer().notNull(),
  lockedUntil: moment().notNull(),
  forgetAt: moment().notNull(),
})
