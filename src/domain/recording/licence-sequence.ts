import type { CalendarDate } from '../calendar-date.ts'
import type { LicenceEvent, LicenceEventType } from '../licence.ts'
import { type LicenceState, licenceStateOn } from '../licence-status.ts'
import type { Fault } from './fact-kind.ts'
import { fault } from './shared-fields.ts'

/**
 * Why an event may not follow what is on record; null when it may. Reading never fails on an odd
 * history: this is where one is kept from arising.
 */
export function whatForbids(
  type: LicenceEventType,
  on: CalendarDate,
  lifts: string | null,
  events: readonly LicenceEvent[],
): Fault | null {
  const state = licenceStateOn(on, events)
  if (lifts !== null && type !== 'lifted') {
    return fault('lifts', 'Hanya untuk pencabutan sanksi.', 'Only for the lifting of a sanction.')
  }
  switch (type) {
    case 'granted':
      return isStanding(state)
        ? fault(
            'type',
            'Izin ini masih berlaku pada hari itu; catat perpanjangan.',
            'This licence still stands on that day; record a renewal.',
          )
        : null
    case 'lifted':
      if (state.sanctions.length === 0) return noSanction('type')
      return lifts === null || state.sanctions.some(({ id }) => id === lifts)
        ? null
        : noSanction('lifts')
    case 'renewed':
    case 'warned':
    case 'suspended_partial':
    case 'suspended_full':
    case 'lapsed':
      return neverGranted(state) ?? ended(state)
    case 'revoked':
    case 'surrendered':
      return neverGranted(state) ?? (state.status === type ? already() : null)
    case 'corrected':
      return fault('type', 'Tarik catatan yang keliru.', 'Retract the mistaken record.')
  }
}

function isStanding({ status, term }: LicenceState): boolean {
  return term !== null && !['revoked', 'surrendered', 'expired'].includes(status)
}

function neverGranted({ term }: LicenceState): Fault | null {
  if (term !== null) return null
  return fault(
    'effective_on',
    'Pada hari itu izin ini belum diberikan.',
    'On that day this licence had not been granted.',
  )
}

function ended({ status }: LicenceState): Fault | null {
  if (status !== 'revoked' && status !== 'surrendered') return null
  return fault(
    'type',
    'Izin ini sudah dicabut atau dikembalikan; yang dapat menyusul hanya pemberian baru.',
    'This licence was revoked or given back; only a new grant may follow.',
  )
}

function already(): Fault {
  return fault('type', 'Sudah tercatat demikian.', 'It is on record as such already.')
}

function noSanction(field: string): Fault {
  return fault(
    field,
    'Pada hari itu tidak ada sanksi seperti itu yang berlaku.',
    'On that day no such sanction is in force.',
  )
}
