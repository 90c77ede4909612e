import { type IssuedKey, issueKey, type KeyOrder } from '../../src/actions/manage-keys.ts'
import { commandActor } from '../../src/domain/people/audit-event.ts'
import type { TestService } from './test-service.ts'

export const BY_TEST = commandActor('test')

let partners = 0

/** A key of a partner of its own, with a place where it needs one. */
export async function issuedKey(
  { dependencies }: Pick<TestService, 'dependencies'>,
  order: Partial<KeyOrder> = {},
): Promise<IssuedKey & { readonly headers: { readonly Authorization: string } }> {
  partners += 1
  const scopes = order.scopes ?? ['verify']
  const issued = await issueKey(
    dependencies,
    {
      partner: `Mitra Contoh ${partners}`,
      place: scopes.includes('issued_documents') ? { country: 'ID', region: '32.12' } : null,
      quotaPerMinute: 600,
      days: 365,
      isTest: false,
      ...order,
      scopes,
    },
    BY_TEST,
  )
  if ('refused' in issued) throw new Error(issued.refused)
  return { ...issued, headers: { Authorization: `Bearer ${issued.text}` } }
}
