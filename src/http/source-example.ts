import type { z } from '@hono/zod-openapi'
import type { SourceSchema } from './source.ts'

export const SOURCE_EXAMPLE: z.infer<typeof SourceSchema> = {
  id: 'src_contoh_daftar',
  publisher: 'Pastikan (data contoh, rekaan)',
  title: 'Daftar P3MI contoh',
  kind: 'demonstration',
  instrument: null,
  issued_on: null,
  url: null,
  demonstration: true,
  fresh_for_days: 36500,
  latest: { as_of: '2026-11-01', retrieved_on: '2026-11-01', age_days: 24 },
  is_fresh: true,
  editions: 2,
}
