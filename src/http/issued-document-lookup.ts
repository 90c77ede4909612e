import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { openRegister } from '../actions/open-register.ts'
import type { Dependencies } from '../dependencies.ts'
import { ISSUED_DOCUMENT_TYPES } from '../domain/change-rules.ts'
import { LETTER_STATES, lookUpLetter } from '../domain/documents/look-up-letter.ts'
import type { Words } from '../language.ts'
import { Problem, problemResponses } from '../problem.ts'
import { type RequestContext, type RequestEnv, setHeader } from '../request-context.ts'
import { presentRegistry, RegistryMarkSchema } from './answer.ts'
import { RegionSchema } from './check-body.ts'
import { addressOf } from './client-address.ts'
import { DayOutSchema } from './days.ts'
import { setEntryTag } from './if-match.ts'
import { refuseInvalidInput, strictQuery } from './input.ts'
import { countedAs } from './key-gate.ts'
import { narrowLimit } from './rate-limit.ts'

/** Enough for a desk with papers on it, too few to read an office's book. */
const LOOKS_OF_ONE_CALLER = 60
const WINDOW_SECONDS = 600

const SAYS: Readonly<Record<(typeof LETTER_STATES)[number], Words>> = {
  recorded: {
    id: 'Kantor itu mencatat surat dengan nomor ini. Cocokkan tanggalnya dengan surat yang Anda pegang.',
    en: 'That office has a letter of this number on record. Compare its day with the paper in hand.',
  },
  not_recorded: {
    id: 'Surat dengan nomor ini tidak tercatat di sini. Itu belum berarti palsu: tanyakan ke kantor itu.',
    en: 'No letter of this number is on record here. That alone does not make it a forgery: ask that office.',
  },
  withdrawn: {
    id: 'Kantor itu sudah menarik kembali surat ini.',
    en: 'That office has withdrawn this letter.',
  },
}

const LetterLookupSchema = z
  .strictObject({
    type: z.enum(ISSUED_DOCUMENT_TYPES),
    issuer_region: z.string(),
    issued_in: z.int(),
    state: z.enum(LETTER_STATES),
    issued_on: DayOutSchema.nullable(),
    withdrawn_on: DayOutSchema.nullable(),
    says: z.string(),
    registry: RegistryMarkSchema,
  })
  .openapi('IssuedDocumentLookup')

const findIssuedDocument = createRoute({
  method: 'get',
  path: '/v1/issued-documents/{type}/{number}',
  operationId: 'findIssuedDocument',
  tags: ['issued-documents'],
  summary: 'Whether an office recorded a letter that is in hand',
  description:
    'Ask with everything that stands on the letter: type, number, the office’s region and the year. Says nothing of the holder. At most 60 in ten minutes for one caller: an office’s book cannot be read through it.',
  request: {
    params: z.strictObject({
      type: z.enum(ISSUED_DOCUMENT_TYPES),
      number: z.string().min(1).max(100).openapi({ example: 'CONTOH/474/01/2026' }),
    }),
    query: strictQuery({
      region: RegionSchema,
      issued_in: z
        .string()
        .regex(/^(19|20)\d{2}$/)
        .openapi({ description: 'The year on the letter', example: '2026' }),
    }),
  },
  responses: {
    200: {
      description: 'Recorded, not recorded, or withdrawn; with an ETag where it is on record',
      content: {
        'application/json': {
          schema: LetterLookupSchema,
          example: {
            type: 'family_permission',
            issuer_region: '32.12.99.2001',
            issued_in: 2026,
            state: 'recorded',
            issued_on: '2026-09-14',
            withdrawn_on: null,
            says: SAYS.recorded.id,
            registry: {
              entry: 348,
              as_of: '2026-11-24T03:12:07.000Z',
              current: true,
              demonstration: false,
              notice: null,
            },
          },
        },
      },
    },
    ...problemResponses(
      'input-invalid',
      'too-many-requests',
      'registry-unavailable',
      'unexpected-failure',
    ),
  },
})

export function issuedDocumentLookupRoutes(dependencies: Dependencies) {
  const { config } = dependencies
  const limit = narrowLimit(LOOKS_OF_ONE_CALLER, WINDOW_SECONDS)

  async function spend(c: RequestContext): Promise<void> {
    if (config.rateLimitPerMinute === 0) return
    const refusal = await limit.spend(countedAs(c, addressOf(c.env.incoming, config)))
    if (refusal !== undefined) throw refusal
  }

  return new OpenAPIHono<RequestEnv>({ defaultHook: refuseInvalidInput }).openapi(
    findIssuedDocument,
    async (c) => {
      const { type, number } = c.req.valid('param')
      const { region, issued_in: year } = c.req.valid('query')
      await spend(c)
      const opened = await openRegister(dependencies)
      // It may have been withdrawn meanwhile: an old copy must not call it recorded.
      if (opened?.view.isCurrent !== true) throw new Problem('registry-unavailable')
      const { state, letter } = lookUpLetter(opened.tables, { type, number, region, year })
      const source = letter && opened.view.source(letter.sourceId)
      const isDemonstration = source?.demonstration ?? config.seed === 'demonstration'
      const language = c.get('language')
      setHeader(c, 'Cache-Control', 'no-store')
      if (letter !== undefined) setEntryTag(c, letter.entry)
      return c.json(
        {
          type,
          issuer_region: region,
          issued_in: Number(year),
          state,
          issued_on: letter?.issuedOn ?? null,
          withdrawn_on: letter?.withdrawnOn ?? null,
          says: SAYS[state][language],
          registry: presentRegistry(opened.registry, isDemonstration, language),
        },
        200,
      )
    },
  )
}
