import { z } from '@hono/zod-openapi'
import { listRuleRows, type RowPlace } from '../actions/list-rule-rows.ts'
import { type OpenedRegister, openRegister } from '../actions/open-register.ts'
import type { Dependencies } from '../dependencies.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { DatedRow } from '../domain/rule-tables/dated-row.ts'
import { Problem, problemResponses } from '../problem.ts'
import { DaySchema, InstantSchema } from './days.ts'
import { refuseFuture } from './verify.ts'

const PlaceSchema = z.tuple([z.string(), z.int().min(0)])

const RowCursorSchema = z
  .string()
  .max(2_000)
  .transform((text, context): RowPlace => {
    const place = PlaceSchema.safeParse(jsonIn(text))
    if (place.success) return place.data
    context.addIssue({
      code: 'custom',
      params: {
        says: {
          id: 'Pakai next_cursor dari halaman sebelumnya.',
          en: 'Give the next_cursor of the page before.',
        },
      },
    })
    return z.NEVER
  })
  .openapi({ type: 'string', description: 'The next_cursor of the page before' })

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** The parameters that every list of dated rows takes. */
export const ROW_QUERY = {
  on: DaySchema.optional().openapi({ description: 'Rows in force on this day; today when absent' }),
  known_at: InstantSchema.optional().openapi({
    description: 'Answer from what had been recorded by this instant',
  }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: RowCursorSchema.optional(),
} as const

/** Rows that speak of no place in particular hold for every place: they stay in a filtered list. */
export function speaksOf(limitedTo: string | null, asked: string | undefined): boolean {
  return limitedTo === null || asked === undefined || limitedTo === asked
}

export const isAsked = (value: string | null, asked: string | undefined): boolean =>
  asked === undefined || value === asked

export function rowListResponses<Item extends z.ZodType>(
  name: string,
  item: Item,
  example: z.infer<Item>,
) {
  return {
    200: {
      description: 'One page of the rows in force on that day',
      content: {
        'application/json': {
          schema: z
            .strictObject({
              items: z.array(item),
              next_cursor: z.string().nullable(),
              total: z.int(),
            })
            .openapi(name),
          example: { items: [example], next_cursor: null, total: 1 },
        },
      },
    },
    304: { description: 'Unchanged' },
    ...problemResponses('input-invalid', 'too-many-requests', 'registry-unavailable'),
  }
}

interface RowQuery {
  readonly on?: CalendarDate | undefined
  readonly known_at?: Date | undefined
  readonly limit: number
  readonly cursor?: RowPlace | undefined
}

/** The register as the list's question asks for it, and the day. */
export async function openRows(
  dependencies: Dependencies,
  { on, known_at: knownAt }: RowQuery,
): Promise<OpenedRegister & { readonly on: CalendarDate }> {
  refuseFuture(knownAt, dependencies)
  const opened = await openRegister(dependencies, knownAt)
  if (opened === undefined) throw new Problem('registry-unavailable')
  return { ...opened, on: on ?? opened.today }
}

export function pageOfRows<Row extends DatedRow, Item>(
  rows: readonly Row[],
  { limit, cursor }: RowQuery,
  list: {
    readonly on: CalendarDate
    readonly isWanted: (row: Row) => boolean
    readonly orderOf: (row: Row) => string
    readonly present: (row: Row) => Item
  },
): { items: Item[]; next_cursor: string | null; total: number } {
  const { items, next, total } = listRuleRows(rows, { ...list, limit, after: cursor })
  return {
    items: items.map(list.present),
    next_cursor: next === null ? null : Buffer.from(JSON.stringify(next)).toString('base64url'),
    total,
  }
}
