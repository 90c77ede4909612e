import { z } from '@hono/zod-openapi'

export const RegionNameSchema = z.string().nullable().openapi({
  description: 'What people call the region; null where its code is on no list',
  example: 'Kabupaten Indramayu',
})
