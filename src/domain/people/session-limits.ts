const MINUTE = 60_000

/** How long a session lives, in milliseconds. */
export const SESSION_LIMITS = {
  /** Without a request of its own. */
  idle: 15 * MINUTE,
  /** However busy it is. */
  absolute: 8 * 60 * MINUTE,
  /** Between the password and the second factor. */
  secondFactor: 10 * MINUTE,
  /** So long after proving their second factor somebody may do what a stolen session must not. */
  fresh: 5 * MINUTE,
} as const

export const INVITATION_LIFE = 24 * 60 * MINUTE
