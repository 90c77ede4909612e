import { day } from '../../src/domain/calendar-date.ts'
import type { RowToRecord } from '../../src/domain/change-rules.ts'
import type { AgeLimit, JobOrder, RecruitmentPermit } from '../../src/domain/rule-tables/rows.ts'

const row = (id: string, from: string, until: string | null) => ({
  id,
  validFrom: day(from),
  validUntil: until === null ? null : day(until),
  instrument: 'Keputusan Percontohan 1/2026',
  instrumentOn: day(from),
  url: 'https://contoh.invalid/keputusan/1',
  confidence: 'law_text' as const,
  sourceId: 'src_contoh_keputusan',
})

type Term = { readonly from?: string; readonly until?: string | null }

/** An age limit for an invented territory, so that no seeded row speaks of it. */
export function ageLimit(
  id: string,
  { from = '2026-03-02', until = null, ...more }: Term & Partial<RowToRecord<AgeLimit>> = {},
): RowToRecord<AgeLimit> {
  return {
    ...row(id, from, until),
    destination: 'XA',
    scheme: null,
    sector: null,
    sex: null,
    min: 21,
    max: null,
    ...more,
  }
}

export function recruitmentPermit(
  id: string,
  {
    from = '2026-03-02',
    until = null,
    ...more
  }: Term & Partial<RowToRecord<RecruitmentPermit>> = {},
): RowToRecord<RecruitmentPermit> {
  return {
    ...row(id, from, until),
    number: `UJI/SIP2MI/${id}`,
    agencyId: 'agy_contoh02',
    destination: 'XA',
    position: null,
    sector: null,
    renewal: 'none',
    revokedOn: null,
    ...more,
  }
}

export function jobOrder(
  id: string,
  { from = '2026-03-02', until = null, ...more }: Term & Partial<RowToRecord<JobOrder>> = {},
): RowToRecord<JobOrder> {
  return {
    ...row(id, from, until),
    number: `UJI/JO/${id}`,
    permitNumber: 'UJI/SIP2MI/1',
    agencyId: 'agy_contoh02',
    destination: 'XA',
    position: null,
    sector: null,
    employerName: null,
    employerType: null,
    partnerName: null,
    verifyingMission: null,
    verifiedOn: null,
    quota: 10,
    used: 0,
    syncedOn: null,
    ...more,
  }
}
