import { auditRecorded } from './actions/people/audit.ts'
import type { Dependencies } from './dependencies.ts'
import { type AuditAction, type AuditEvent, auditEvent } from './domain/people/audit-event.ts'
import { Problem } from './problem.ts'
import type { RequestContext } from './request-context.ts'
import { actorOf } from './signed-in.ts'

/** Writes down what the signed-in person is about to be shown. Throws where that fails: nothing is shown. */
export async function auditFirst(
  c: RequestContext,
  dependencies: Pick<Dependencies, 'database' | 'log'>,
  action: AuditAction,
  subject: string | null,
  detail: AuditEvent['detail'] = {},
): Promise<void> {
  const event = auditEvent(actorOf(c), action, subject, { detail })
  if (!(await auditRecorded(dependencies, event))) throw new Problem('service-unavailable')
}
