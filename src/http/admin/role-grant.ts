import { z } from '@hono/zod-openapi'
import { ROLES } from '../../domain/people/role.ts'

/** A province ("32") or a district ("32.12") of a country. */
const RegionSchema = z.string().regex(/^[0-9A-Z]{1,6}(\.[0-9A-Z]{1,6})?$/)

const SHAPE = {
  role: z.enum(ROLES),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .openapi({ description: 'null: every country', example: 'ID' }),
  region: RegionSchema.nullable().openapi({
    description: 'Code of a province or district; null: the whole country',
    example: '32.12',
  }),
}

export const RoleGrantSchema = z.strictObject(SHAPE).openapi('RoleGrant')

/** A role as it is given: a region needs its country. */
export const NewRoleGrantSchema = z
  .strictObject({
    role: SHAPE.role,
    country: SHAPE.country.default(null),
    region: SHAPE.region.default(null),
  })
  .refine(({ country, region }) => region === null || country !== null, {
    path: ['country'],
    params: {
      says: { id: 'Isi negaranya juga.', en: 'Give the country of the region too.' },
    },
  })
  .openapi('NewRoleGrant')

export const HeldRoleSchema = z
  .strictObject({
    id: z.int(),
    ...SHAPE,
    granted_by: z.string(),
    granted_at: z.string().openapi({ format: 'date-time', example: '2026-11-24T03:12:08Z' }),
  })
  .openapi('HeldRole')
