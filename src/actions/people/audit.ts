import type { Dependencies } from '../../dependencies.ts'
import type { AuditEvent } from '../../domain/people/audit-event.ts'
import { appendAudit } from '../../store/audit.ts'

/** Writes down what is about to be answered. False when it could not: then there is no answer. */
export async function auditRecorded(
  { database, log }: Pick<Dependencies, 'database' | 'log'>,
  event: AuditEvent,
): Promise<boolean> {
  try {
    await appendAudit(database, event)
    return true
  } catch (error) {
    log.error({ err: error }, 'writing down who did what')
    return false
  }
}
