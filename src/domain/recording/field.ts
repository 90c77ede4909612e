import type { Bilingual } from '../bilingual.ts'
import type { CalendarDate } from '../calendar-date.ts'

interface Common {
  readonly label: Bilingual
  readonly hint?: Bilingual
  readonly required: boolean
}

interface WordField<Word extends string> extends Common {
  readonly type: 'word'
  readonly words: readonly Word[]
}

/** One field of a recordable fact: its wire schema, its form and its documentation come from here. */
export type Field =
  | (Common & { readonly type: 'text'; readonly most: number; readonly pattern?: RegExp })
  | (Common & { readonly type: 'day' })
  | (Common & { readonly type: 'integer'; readonly least: number; readonly most: number })
  | (Common & { readonly type: 'codes'; readonly words?: readonly string[] })
  | WordField<string>

export type Fields = Readonly<Record<string, Field>>

type ValueOf<One extends Field> =
  One extends WordField<infer Word>
    ? Word
    : One extends { readonly type: 'day' }
      ? CalendarDate
      : One extends { readonly type: 'integer' }
        ? number
        : One extends { readonly type: 'codes' }
          ? readonly string[]
          : string

/** What a body holds once it is read: what was left out is null. */
export type BodyOf<Of extends Fields> = {
  readonly [Name in keyof Of]: Of[Name]['required'] extends true
    ? ValueOf<Of[Name]>
    : ValueOf<Of[Name]> | null
}

/** A body whose kind is not known where it is handled. */
export type AnyBody = Readonly<Record<string, string | number | readonly string[] | null>>

type Words = readonly [id: string, en: string]

function common(label: Words, hint?: Words) {
  return {
    label: { id: label[0], en: label[1] },
    ...(hint !== undefined && { hint: { id: hint[0], en: hint[1] } }),
    required: true,
  } as const
}

export function text(label: Words, most: number, hint?: Words) {
  return { ...common(label, hint), type: 'text', most } as const
}

/** A text of one form, such as a code or an id. */
export function formed(label: Words, pattern: RegExp, hint?: Words) {
  return { ...common(label, hint), type: 'text', most: 200, pattern } as const
}

export function onDay(label: Words, hint?: Words) {
  return { ...common(label, hint), type: 'day' } as const
}

export function integer(label: Words, least: number, most: number, hint?: Words) {
  return { ...common(label, hint), type: 'integer', least, most } as const
}

export function word<const Word extends string>(
  label: Words,
  words: readonly Word[],
  hint?: Words,
) {
  return { ...common(label, hint), type: 'word', words } as const
}

/** Several codes; any, or those of a closed set. */
export function codes(label: Words, words?: readonly string[], hint?: Words) {
  return { ...common(label, hint), type: 'codes', ...(words !== undefined && { words }) } as const
}

export function optional<const One extends Field>(
  field: One,
): Omit<One, 'required'> & { readonly required: false } {
  return { ...field, required: false }
}
