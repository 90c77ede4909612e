import type { Role } from './role.ts'
import { SESSION_LIMITS } from './session-limits.ts'

/**
 * Whether the second factor was proven lately enough for what a stolen session must not do. A moment
 * that lies ahead by more than that is a clock that jumped, and proves nothing.
 */
export function isFreshProof(provenAt: Date | null, now: Date): boolean {
  if (provenAt === null) return false
  return Math.abs(now.getTime() - provenAt.getTime()) < SESSION_LIMITS.fresh
}

/** Roles that make answers better, or give others power. */
const GUARDED_ROLES: ReadonlySet<Role> = new Set(['approver', 'administrator'])

/** Whether giving these roles takes a fresh proof. */
export function giveNeedsProof(given: readonly { readonly role: Role }[]): boolean {
  return given.some(({ role }) => GUARDED_ROLES.has(role))
}
