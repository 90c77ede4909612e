import { randomBytes } from 'node:crypto'
import type { CheckInput } from '../../actions/run-check.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { DOCUMENT_TYPES, type DocumentType } from '../../domain/placement/words.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { InputFault } from '../../problem.ts'
import type { Frame } from '../frame.ts'
import { type Field, type FieldValue, readField } from './field.ts'
import { FIELDS, STEP_CONTENT, STEPS, type Step } from './steps.ts'
import { documentFields } from './worker-fields.ts'

export interface TypedDocument {
  readonly type: DocumentType
  readonly values: ReadonlyMap<string, string>
}

/** All that was typed so far, as it was typed. It lives in the form alone and nowhere else. */
export interface TypedCheck {
  /** Made with the form, so that asking twice is asking once. */
  readonly key: string
  readonly values: ReadonlyMap<string, string>
  readonly documents: readonly TypedDocument[]
}

export interface SentForm {
  readonly typed: TypedCheck
  /** The screen that was filled in, and what was pressed on it. */
  readonly step: Step
  readonly to: string
  /** The kind of paper chosen to be added. */
  readonly adding: DocumentType | undefined
}

/** With every paper the whole form stays below what a request may carry. */
export const MOST_DOCUMENTS = 20

const KEY = /^[\w-]{22}$/
const AMOUNT = 'placement.fee.amount'
const CURRENCY = 'placement.fee.currency'

export function newTyped(): TypedCheck {
  return { key: randomBytes(16).toString('base64url'), values: new Map(), documents: [] }
}

export function readForm(body: string): SentForm {
  const sent = new Map(
    [...new URLSearchParams(body)].flatMap(([name, text]) => {
      const typed = cleaned(text)
      return typed === '' ? [] : [[name, typed] as const]
    }),
  )
  const key = sent.get('key') ?? ''
  const values = picked(sent, FIELDS, '')
  // A currency is always chosen; without an amount it says nothing.
  if (!values.has(AMOUNT)) values.delete(CURRENCY)
  return {
    typed: {
      key: KEY.test(key) ? key : newTyped().key,
      values,
      documents: sentDocuments(sent),
    },
    step: STEPS.find((step) => step === sent.get('step')) ?? 'recruiter',
    to: sent.get('to') ?? '',
    adding: documentType(sent.get('add')),
  }
}

// What PostgreSQL cannot hold, and line breaks that no field has.
function cleaned(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}

function picked(sent: ReadonlyMap<string, string>, fields: readonly Field[], at: string) {
  return new Map(
    fields.flatMap(({ name }) => {
      const text = sent.get(`${at}${name}`)
      return text === undefined ? [] : [[name, text] as const]
    }),
  )
}

function sentDocuments(sent: ReadonlyMap<string, string>): readonly TypedDocument[] {
  return Array.from({ length: MOST_DOCUMENTS }, (_, at) => documentAt(at)).flatMap((at) => {
    const type = documentType(sent.get(`${at}type`))
    return type === undefined ? [] : [{ type, values: picked(sent, documentFields(type), at) }]
  })
}

/** How the names of a paper's fields begin. */
export function documentAt(at: number): string {
  return `documents.${at}.`
}

function documentType(text: string | undefined): DocumentType | undefined {
  return DOCUMENT_TYPES.find((type) => type === text)
}

/** Hidden inputs for what stands on other screens than `step`. */
export function carriedBeside(
  step: Step,
  { values, documents }: TypedCheck,
): readonly (readonly [string, string])[] {
  const shown = new Set(
    STEP_CONTENT[step].groups.flatMap(({ fields }) => fields.map(({ name }) => name)),
  )
  return [
    ...[...values].filter(([name]) => !shown.has(name)),
    ...(step === 'worker'
      ? []
      : documents.flatMap(({ type, values: own }, at) => [
          [`${documentAt(at)}type`, type] as const,
          ...[...own].map(([name, text]) => [`${documentAt(at)}${name}`, text] as const),
        ])),
  ]
}

/** Reads a body by the schema of the API. */
export type ReadCheck = (
  body: unknown,
) => { readonly input: CheckInput } | { readonly faults: readonly InputFault[] }

/** What is wrong, by the name of the field. */
export type Faults = ReadonlyMap<string, Bilingual>

export interface ReadTyped {
  /** Null where something is wrong, or nothing was told. */
  readonly input: CheckInput | null
  readonly faults: Faults
}

/** Turns what was typed into the question: days, amounts and ticks first, then by the API’s schema. */
export function readTyped(typed: TypedCheck, readCheck: ReadCheck): ReadTyped {
  const faults = new Map<string, Bilingual>()
  const fieldsByName = new Map<string, Field>()
  const body: Body = {}
  const take = (field: Field, text: string | undefined, into: Body, at = '') => {
    fieldsByName.set(`${at}${field.name}`, field)
    if (text === undefined) return
    const reading = readField(field, text)
    if ('fault' in reading) faults.set(`${at}${field.name}`, reading.fault)
    else place(into, field.name.split('.'), reading.value)
  }
  for (const field of FIELDS) take(field, typed.values.get(field.name), body)
  const documents = typed.documents.map(({ type, values }, index) => {
    const document: Body = { type }
    for (const field of documentFields(type)) {
      take(field, values.get(field.name), document, documentAt(index))
    }
    return document
  })
  const read = readCheck(documents.length > 0 ? { ...body, documents } : body)
  for (const { detail, ...where } of 'faults' in read ? read.faults : []) {
    const name = 'pointer' in where ? where.pointer.slice(1).replaceAll('/', '.') : ''
    const field = fieldsByName.get(name)
    if (field !== undefined) faults.set(name, field.fault ?? inBoth(detail))
  }
  return {
    input: 'input' in read && faults.size === 0 ? read.input : null,
    faults,
  }
}

type Body = { [key: string]: FieldValue | Body }

function place(into: Body, [name = '', ...rest]: readonly string[], value: FieldValue): void {
  if (rest.length === 0) {
    into[name] = value
    return
  }
  const part = (into[name] ?? {}) as Body
  into[name] = part
  place(part, rest, value)
}

function inBoth(detail: InputFault['detail']): Bilingual {
  return typeof detail === 'string' ? { id: detail, en: detail } : detail
}

/** The screen on which a field stands. */
export function stepOf(name: string): Step {
  if (name.startsWith('documents.')) return 'worker'
  return (
    STEPS.find((step) =>
      STEP_CONTENT[step].groups.some(({ fields }) => fields.some((field) => field.name === name)),
    ) ?? 'summary'
  )
}

/** What a field is called, with the paper that it belongs to. */
export function labelAt(frame: Frame, { documents }: TypedCheck, name: string): string {
  const [, index, own] = /^documents\.(\d+)\.(.+)$/.exec(name) ?? []
  const document = documents[Number(index)]
  const fields = document === undefined ? FIELDS : documentFields(document.type)
  const label = fields.find((field) => field.name === (own ?? name))?.label
  const paper = document && `${frame.pick(VOCABULARY.document_type[document.type])}, `
  return `${paper ?? ''}${label === undefined ? name : frame.pick(label)}`
}
