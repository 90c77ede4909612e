import type { Dependencies } from '../dependencies.ts'
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import { type KeyUse, listKeyUses } from '../store/partner-key-uses.ts'
import { findKey, type KeptKey } from '../store/partner-keys.ts'

const DAYS_TOLD = 30

export interface KeyUsage {
  readonly key: KeptKey
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly uses: readonly KeyUse[]
}

/** What a key is, and how it was used in the last thirty days, up to a few seconds ago. */
export async function keyUsage(
  { database, clock }: Pick<Dependencies, 'database' | 'clock'>,
  id: string,
): Promise<KeyUsage | undefined> {
  const to = clock.today()
  const from = addDays(to, 1 - DAYS_TOLD)
  const [key, uses] = await Promise.all([findKey(database, id), listKeyUses(database, id, from)])
  return key && { key, from, to, uses }
}
