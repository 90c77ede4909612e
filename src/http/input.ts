import { z } from '@hono/zod-openapi'
import type { Words } from '../language.ts'
import { type InputFault, Problem } from '../problem.ts'

const MOST_FAULTS = 50

/** A query whose unknown parameters are refused by name. Every route has one, even an empty one. */
export const strictQuery = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape)

export const NoQuerySchema = strictQuery({})

/** How many of a list to give: digits only, so that `1e1` and `0x10` are refused. */
export const limitSchema = (most: number, usual: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .default(usual)
    .openapi({ type: 'integer', minimum: 1, maximum: most, default: usual })

interface Validation {
  readonly target: string
  readonly success: boolean
  readonly error?: { readonly issues: readonly z.core.$ZodIssue[] }
}

/** The `defaultHook` of every OpenAPIHono: what a schema refuses becomes one problem naming each part. */
export function refuseInvalidInput(result: Validation): void {
  if (result.success) return
  const isBody = result.target === 'json' || result.target === 'form'
  throw new Problem('input-invalid', { errors: inputFaults(result.error?.issues ?? [], isBody) })
}

/** Each issue of a validation, named by its place in the body or by its parameter. */
export function inputFaults(issues: readonly z.core.$ZodIssue[], isBody: boolean): InputFault[] {
  return issues
    .flatMap((issue) => {
      const paths =
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((key) => [...issue.path, key])
          : [issue.path]
      const detail = wordsFor(issue)
      return paths.map((path) =>
        isBody ? { pointer: pointerTo(path), detail } : { parameter: path.join('.'), detail },
      )
    })
    .slice(0, MOST_FAULTS)
}

export function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((key) => `/${String(key).slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}

// Zod words an issue in one language when it is found; ours depends on the caller. Nothing typed is quoted.
function wordsFor(issue: z.core.$ZodIssue): Words | string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { id: 'Tidak dikenal di sini.', en: 'Not known here.' }
    case 'invalid_type':
      return {
        id: `Wajib diisi satu kali, dengan jenis ${TYPES[issue.expected]?.id ?? issue.expected}.`,
        en: `Needed once, as ${TYPES[issue.expected]?.en ?? issue.expected}.`,
      }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { id: `Pilih salah satu: ${values}.`, en: `Give one of: ${values}.` }
    }
    case 'too_small':
      return bound('paling sedikit', 'at least', issue.origin, issue.minimum)
    case 'too_big':
      return bound('paling banyak', 'at most', issue.origin, issue.maximum)
    case 'invalid_format':
      return (
        FORMATS[issue.format] ?? {
          id: 'Bentuknya tidak sesuai.',
          en: 'It does not have the form that is expected.',
        }
      )
    case 'custom': {
      const said = issue.params?.says as Words | undefined
      return said ?? (issue.message || { id: 'Tidak sah.', en: 'Not valid.' })
    }
    default:
      return { id: 'Tidak sah.', en: 'Not valid.' }
  }
}

const TYPES: Readonly<Record<string, Words>> = {
  string: { id: 'teks', en: 'text' },
  number: { id: 'bilangan', en: 'a number' },
  int: { id: 'bilangan bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  array: { id: 'daftar', en: 'a list' },
  object: { id: 'objek', en: 'an object' },
}

const FORMATS: Readonly<Record<string, Words>> = {
  date: {
    id: 'Isi dengan tanggal YYYY-MM-DD yang ada.',
    en: 'Give a day that exists, as YYYY-MM-DD.',
  },
  datetime: {
    id: 'Isi dengan waktu RFC 3339, misalnya 2026-11-24T03:12:08Z.',
    en: 'Give an instant as RFC 3339, for instance 2026-11-24T03:12:08Z.',
  },
}

function bound(id: string, en: string, origin: string, limit: number | bigint): Words {
  const [unitId, unitEn] =
    origin === 'string'
      ? [' huruf', ' characters']
      : origin === 'array'
        ? [' butir', ' items']
        : ['', '']
  return { id: `Isi ${id} ${limit}${unitId}.`, en: `Give ${en} ${limit}${unitEn}.` }
}
