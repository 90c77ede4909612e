import fc, { type Arbitrary } from 'fast-check'
import { document } from './documented.ts'
import { encoded, hostileText } from './hostile-text.ts'

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: Schema
}

interface DocumentedOperation {
  readonly operationId: string
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

export interface GeneratedRequest {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

export interface GeneratedOperation {
  readonly operationId: string
  readonly method: string
  readonly path: string
  /** Whose it is to ask, by the name of its security scheme; anybody's when undefined. */
  readonly needs: string | undefined
  readonly requests: Arbitrary<GeneratedRequest>
}

const NUMBERS = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, -1, 1e308, 2 ** 31, 2 ** 53, 1.5, 99999999999999),
)
const WELL_FORMED: Readonly<Record<string, Arbitrary<unknown>>> = {
  date: fc.constantFrom('2026-11-24', '2026-11-20', '2027-01-10', '2000-02-29', '9999-12-31'),
  'date-time': fc.constantFrom('2026-11-24T03:12:08Z', '0001-01-01T00:00:00Z'),
}
/** Ids and codes that the demonstration register has, so that some requests go all the way. */
const KNOWN = fc.constantFrom(
  'agy_contoh01',
  'lic_contoh01',
  'src_contoh_keputusan',
  '9900000000011',
  '32.12.99.2001',
  '32.12',
  'ID',
  'TW',
  '1',
  '0',
  '"349"',
  'family_permission',
  'PT Contoh Bahari Sentosa',
)
const TEXT = fc.oneof({ arbitrary: KNOWN, weight: 4 }, { arbitrary: hostileText, weight: 1 })
const DEEPEST = 6

/** Every operation of the document, with requests that mostly fit it and partly do not. */
export const GENERATED: readonly GeneratedOperation[] = Object.entries(
  document.paths ?? {},
).flatMap(([path, item]) =>
  Object.entries(item as Record<string, DocumentedOperation>).map(([method, operation]) => ({
    operationId: operation.operationId,
    method,
    path,
    needs: operation.security?.flatMap((scheme) => Object.keys(scheme))[0],
    requests: requestsOf(path, operation),
  })),
)

function requestsOf(
  path: string,
  { parameters = [], requestBody }: DocumentedOperation,
): Arbitrary<GeneratedRequest> {
  const given = (place: string) => {
    const there = parameters.filter((one) => one.in === place)
    return fc
      .subarray(there, { maxLength: Math.min(3, there.length) })
      .chain((some) =>
        fc.record(
          Object.fromEntries(
            some.map(({ name, schema = {} }) => [name, arbitraryOf(schema).map(asText)]),
          ),
        ),
      )
  }
  const schema = requestBody?.content['application/json']?.schema
  return fc
    .record({
      inPath: fc.array(TEXT, { minLength: 3, maxLength: 3 }),
      query: given('query'),
      headers: given('header'),
      body: schema === undefined ? fc.constant(undefined) : arbitraryOf(schema),
    })
    .map(({ inPath, query, headers, body }) => {
      let at = 0
      const filled = path.replace(/\{\w+\}/g, () => {
        const text = inPath[at++] ?? ''
        // A client takes a dot or two, encoded or not, for a step in the address: that is another one.
        return /^\.{0,2}$/.test(text) ? 'x' : encoded(text) || 'x'
      })
      const search = Object.entries(query).map(([name, text]) => `${name}=${encoded(text ?? '')}`)
      return {
        address: `${filled}?${search.join('&')}`,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, text]) => [name, sendable(text ?? '')]),
        ),
        body: schema === undefined ? undefined : JSON.stringify(body ?? null),
      }
    })
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** What a client can send in a header at all. */
function sendable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').trim()
}

function arbitraryOf(schema: Schema, depth = 0): Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: fittingOf(schema, depth), weight: 30 },
    { arbitrary: fc.oneof(hostileText, KNOWN, NUMBERS, fc.jsonValue({ maxDepth: 2 })), weight: 1 },
  )
}

function fittingOf(schema: Schema, depth: number): Arbitrary<unknown> {
  const next = depth + 1
  if (depth > DEEPEST) return fc.constant(null)
  if (schema.$ref !== undefined) return fittingOf(referred(schema.$ref), next)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices !== undefined) return fc.oneof(...choices.map((one) => arbitraryOf(one, next)))
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['string'])
  return fc.oneof(...types.map((type) => ofType(type, schema, next)))
}

function ofType(type: string, schema: Schema, depth: number): Arbitrary<unknown> {
  if (type === 'object') {
    const { properties = {}, required = [] } = schema
    const fields: Record<string, Arbitrary<unknown>> = Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, arbitraryOf(one, depth)]),
    )
    const record = (requiredKeys: readonly string[]) =>
      fc.record(fields, { requiredKeys: [...requiredKeys] })
    return fc.oneof(
      { arbitrary: record(required), weight: 8 },
      { arbitrary: record([]), weight: 1 },
    )
  }
  if (type === 'array') return fc.array(arbitraryOf(schema.items ?? {}, depth), { maxLength: 4 })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'integer' || type === 'number') {
    return fc.oneof(fc.integer({ min: 0, max: 400 }), NUMBERS)
  }
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern))
  return WELL_FORMED[schema.format ?? ''] ?? TEXT
}

function referred(reference: string): Schema {
  const name = reference.replace('#/components/schemas/', '')
  return (document.components?.schemas?.[name] ?? {}) as Schema
}
