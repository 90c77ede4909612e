import type { Field } from '../../domain/recording/field.ts'
import { wordLabel } from '../../domain/recording/word-labels.ts'
import type { Source } from '../../domain/source.ts'
import type { Frame } from '../frame.ts'

interface InputContent {
  readonly frame: Frame
  readonly name: string
  readonly field: Field
  /** What stands in it: several where several may be chosen. */
  readonly typed: readonly string[]
  readonly fault: string | undefined
  readonly sources: readonly Source[]
}

/** One field of a fact with its hint and what is wrong with it. */
export function FactInput(content: InputContent) {
  const { frame, name, field, fault } = content
  const hint = (
    <>
      {field.hint !== undefined && (
        <p class="hint" id={`${name}-petunjuk`}>
          {frame.pick(field.hint)}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${name}-keliru`}>
          {fault}
        </p>
      )}
    </>
  )
  if (field.type === 'codes' && field.words !== undefined) {
    return (
      <fieldset class="choices" {...describedBy(content)}>
        <legend>{labelOf(frame, field)}</legend>
        {hint}
        <Ticks {...content} words={field.words} />
      </fieldset>
    )
  }
  return (
    <div class={fault === undefined ? 'field' : 'field is-wrong'}>
      <label for={name}>{labelOf(frame, field)}</label>
      {hint}
      <OneInput {...content} />
    </div>
  )
}

function labelOf(frame: Frame, { label, required }: Field): string {
  return required
    ? frame.pick(label)
    : `${frame.pick(label)} ${frame.say('(bila ada)', '(if any)')}`
}

function describedBy({ field, name, fault }: InputContent) {
  const ids = [
    ...(field.hint === undefined ? [] : [`${name}-petunjuk`]),
    ...(fault === undefined ? [] : [`${name}-keliru`]),
  ]
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(fault !== undefined && { 'aria-invalid': true }),
  }
}

function OneInput(content: InputContent) {
  const { frame, name, field, typed, sources } = content
  const value = typed.join(' ')
  if (field.type === 'word') {
    const options = field.words.map(
      (word) => [word, frame.pick(wordLabel(field.words, word))] as const,
    )
    return <Select content={content} options={options} chosen={value} />
  }
  if (name === 'source_id') {
    const options = sources.map(
      ({ id, publisher, title }) => [id, `${title} (${publisher})`] as const,
    )
    return <Select content={content} options={options} chosen={value} />
  }
  const isNumeric = field.type === 'day' || field.type === 'integer'
  return (
    <input
      id={name}
      name={name}
      type="text"
      value={value}
      maxlength={field.type === 'text' ? field.most : LONGEST_WRITTEN}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      {...(isNumeric && { inputmode: 'numeric' as const })}
      {...(field.type === 'day' && { placeholder: frame.say('hh/bb/tttt', 'dd/mm/yyyy') })}
      {...(field.required && { required: true })}
      {...describedBy(content)}
    />
  )
}

/** Long enough for any day, number or list of codes. */
const LONGEST_WRITTEN = 500

function Select({
  content,
  options,
  chosen,
}: {
  readonly content: InputContent
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly chosen: string
}) {
  const { frame, name, field } = content
  return (
    <select id={name} name={name} required={field.required} {...describedBy(content)}>
      <option value="">{field.required ? frame.say('pilih', 'choose') : '–'}</option>
      {options.map(([value, label]) => (
        <option value={value} selected={value === chosen}>
          {label}
        </option>
      ))}
    </select>
  )
}

function Ticks({
  frame,
  name,
  typed,
  words,
}: InputContent & { readonly words: readonly string[] }) {
  return words.map((word, at) => (
    <label class="choice">
      <input
        id={at === 0 ? name : `${name}-${at}`}
        name={name}
        type="checkbox"
        value={word}
        checked={typed.includes(word)}
      />
      <span>{frame.pick(wordLabel(words, word))}</span>
    </label>
  ))
}
