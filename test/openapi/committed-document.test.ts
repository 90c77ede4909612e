import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { committedDocument, currentDocument } from '../../openapi/document.ts'

test('the committed OpenAPI document is that of the routes: after a change, npm run openapi', () => {
  expect(readFileSync(committedDocument, 'utf8')).toBe(currentDocument())
})
