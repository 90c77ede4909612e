import { z } from '@hono/zod-openapi'
import type { AgencyOnDay } from '../domain/agency-on-day.ts'
import { AGENCY_KINDS, LICENCE_STATUSES } from '../domain/licence.ts'
import { regionName } from '../domain/regions/region.ts'
import { DayOutSchema } from './days.ts'
import { RegionNameSchema } from './region-name.ts'

export const AgencySummarySchema = z
  .strictObject({
    id: z.string().openapi({ example: 'agy_contoh01' }),
    name: z.string(),
    kind: z.enum(AGENCY_KINDS),
    country: z.string(),
    region: z.string().nullable().openapi({ description: 'Region code of the head office' }),
    region_name: RegionNameSchema,
    status: z.enum(LICENCE_STATUSES),
    licence_number: z.string().nullable(),
    valid_until: DayOutSchema.nullable(),
  })
  .openapi('AgencySummary')

export function presentAgencySummary({
  agency,
  name,
  number,
  state,
}: AgencyOnDay): z.infer<typeof AgencySummarySchema> {
  return {
    id: agency.id,
    name,
    kind: agency.kind,
    country: agency.country,
    region: agency.regionCode,
    region_name: regionName(agency.country, agency.regionCode),
    status: state.status,
    licence_number: number?.printed ?? null,
    valid_until: state.validUntil,
  }
}
