import type { Child } from 'hono/jsx'
import type { Frame } from '../frame.ts'

interface FilterFormContent {
  readonly frame: Frame
  readonly path: string
  /** Without a label there is no text to search by. */
  readonly q?: string | undefined
  readonly label?: string
  readonly hint?: string
  /** What the address asks for besides, and this form leaves as it is. */
  readonly kept?: Readonly<Record<string, string | undefined>>
  readonly children?: Child
}

/** What a table is narrowed by: its text, and the choices given as children. */
export function FilterForm(content: FilterFormContent) {
  const { frame, path, q, label, hint, kept = {}, children } = content
  return (
    <search>
      <form class="filter" action={path} method="get">
        {frame.askedLanguage && <input type="hidden" name="lang" value={frame.askedLanguage} />}
        {Object.entries(kept).map(
          ([name, value]) => value && <input type="hidden" name={name} value={value} />,
        )}
        {label !== undefined && (
          <div class="field">
            <label for="cari">{label}</label>
            <input
              id="cari"
              name="q"
              type="text"
              value={q ?? ''}
              maxlength={LONGEST_SEARCH}
              autocomplete="off"
              aria-describedby={hint === undefined ? undefined : 'cari-hint'}
            />
            {hint !== undefined && (
              <p class="hint" id="cari-hint">
                {hint}
              </p>
            )}
          </div>
        )}
        {children}
        <div class="field filter-buttons">
          <button type="submit">{frame.say('Tampilkan', 'Show')}</button>
          <a class="button quiet" href={frame.href(path)}>
            {frame.say('Kosongkan', 'Clear')}
          </a>
        </div>
      </form>
    </search>
  )
}

const LONGEST_SEARCH = 200

/** What was typed to search for; undefined when nothing was. */
export function searchedFor(typed: string | undefined): string | undefined {
  return typed?.trim().slice(0, LONGEST_SEARCH) || undefined
}

interface ChoiceContent {
  readonly id: string
  readonly label: string
  /** The empty choice. */
  readonly any: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly chosen: string | undefined
}

export function Choice({ id, label, any, options, chosen }: ChoiceContent) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={id}>
        <option value="">{any}</option>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
