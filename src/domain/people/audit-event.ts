import { EVERYWHERE, type Place } from './person.ts'

export const ACTOR_KINDS = ['person', 'key', 'command', 'anonymous'] as const

/** What is written down when it is done: `thing.done`, one word for each. */
export const AUDIT_ACTIONS = [
  'audit.read',
  'audit.exported',
  'authenticator.replaced',
  'check.read',
  'fact.proposed',
  'fact.recorded',
  'import.approved',
  'import.compared_anew',
  'import.declined',
  'import.proposed',
  'import.read',
  'import.row_decided',
  'import.sent',
  'import.undoing',
  'import.withdrawn',
  'invitation.made',
  'invitation.used',
  'key.issued',
  'key.revoked',
  'key.rotated',
  'passkey.added',
  'passkey.removed',
  'password.changed',
  'people.read',
  'person.disabled',
  'person.enabled',
  'proposal.approved',
  'proposal.declined',
  'proposal.read',
  'proposal.withdrawn',
  'role.ended',
  'role.granted',
  'second_factor.reset',
  'session.ended',
  'session.opened',
  'sign_in.refused',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Who acted, and from where. A session is named by its reference, never by its token. */
export interface Actor {
  readonly kind: (typeof ACTOR_KINDS)[number]
  /** `per_…`, a key's id, or a command's name; null for somebody unknown. */
  readonly id: string | null
  readonly sessionId: string | null
  readonly address: string | null
  readonly requestId: string | null
}

/** One line of who did what. Nothing in it is a worker's, a code, a token or a password. */
export interface AuditEvent {
  readonly actor: Actor
  readonly action: AuditAction
  /** What it was done to: an id, or a check's reference. */
  readonly subject: string | null
  readonly place: Place
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

export function commandActor(name: string): Actor {
  return { kind: 'command', id: name, sessionId: null, address: null, requestId: null }
}

export function auditEvent(
  actor: Actor,
  action: AuditAction,
  subject: string | null,
  { place = EVERYWHERE, detail = {} }: Partial<Pick<AuditEvent, 'place' | 'detail'>> = {},
): AuditEvent {
  return { actor, action, subject, place, detail }
}
