import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import { createApp } from '../../src/app.ts'
import { openApiDocument } from '../../src/http/openapi.ts'
import { bareDependencies } from './bare-dependencies.ts'

export const document = openApiDocument(createApp(bareDependencies()))

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(document, 'api')

type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>

/** Whether the document has this response of the operation, with this type, and its body fits. */
export async function expectDocumented(
  path: string,
  response: Response,
  method = 'get',
  asked = `${method} ${path}`,
): Promise<void> {
  const item = document.paths?.[path] as Record<string, { responses: Responses }> | undefined
  const responses = item?.[method]?.responses
  const { status } = response
  const text = await response.text()
  expect(Object.keys(responses ?? {}), `${asked}: ${text}`).toContain(String(status))
  if (status === 304 || status === 204) return expect(text).toBe('')

  const type = response.headers.get('content-type')?.split(';')[0] ?? ''
  expect(Object.keys(responses?.[status]?.content ?? {}), asked).toContain(type)
  if (!type.endsWith('json')) return
  const pointer = ['paths', path, method, 'responses', String(status), 'content', type, 'schema']
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/')
  const validate = ajv.getSchema(`api#/${pointer}`)
  expect(validate, pointer).toBeDefined()
  validate?.(JSON.parse(text))
  expect(validate?.errors ?? [], `${asked}: ${text.slice(0, 2_000)}`).toEqual([])
}
