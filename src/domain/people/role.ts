export const ROLES = ['reader', 'recorder', 'approver', 'administrator', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** What a person may be allowed to do; each guarded call and page names exactly one. */
export const TASKS = [
  'read_console',
  'read_checks',
  'record',
  'approve',
  'manage_people',
  'manage_keys',
  'read_audit',
] as const
export type Task = (typeof TASKS)[number]

/** An administrator keeps people and keys, not facts: neither half of a second pair of eyes. */
export const TASKS_OF_ROLE = {
  reader: ['read_console', 'read_checks'],
  recorder: ['read_console', 'read_checks', 'record'],
  approver: ['read_console', 'read_checks', 'record', 'approve'],
  administrator: ['read_console', 'manage_people', 'manage_keys'],
  auditor: ['read_console', 'read_checks', 'read_audit'],
} as const satisfies Record<Role, readonly Task[]>
