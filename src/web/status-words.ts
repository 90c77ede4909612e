import type { AgencyOnDay } from '../domain/agency-on-day.ts'
import { type LicenceStatus, STATUSES_IN_FORCE } from '../domain/licence.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import type { Frame } from './frame.ts'

/** True for what people would take as good news, which needs a fresh source before it is said. */
export function isInForce(status: LicenceStatus): boolean {
  return STATUSES_IN_FORCE.has(status)
}

/** The status on record, and what keeps it from being certain. */
export function statusInWords(frame: Frame, { state, confirmation }: AgencyOnDay): string {
  const { say } = frame
  const status = frame.pick(VOCABULARY.status[state.status])
  if (!isInForce(state.status)) return status
  if (confirmation.missing !== null) {
    return `${status}, ${say('tetapi tidak ada lagi di daftar terbaru', 'but no longer on the newest list')}`
  }
  if (!confirmation.isFresh) {
    return `${status}, ${say('tetapi catatannya sudah lama', 'but the record is old')}`
  }
  return status
}
