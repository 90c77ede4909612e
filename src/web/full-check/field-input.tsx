import { getCountries } from 'libphonenumber-js'
import type { Frame } from '../frame.ts'
import type { Field } from './field.ts'

interface FieldContent {
  readonly frame: Frame
  readonly field: Field
  /** The name in the form; the field's own, or within a paper. */
  readonly name: string
  readonly typed: string | undefined
  readonly fault: string | undefined
  /** Destinations that rules speak of. */
  readonly destinations: readonly string[]
}

const MOST_BUTTONS = 5
/** Long enough for any day or amount that somebody writes out. */
const LONGEST_WRITTEN = 40

/** One thing to be told, with its hint and what is wrong with it. */
export function FieldInput(content: FieldContent) {
  const { frame, field, name, fault } = content
  const { hint } = field
  const isChoiceOfFew =
    field.kind === 'choice' &&
    field.usual === undefined &&
    Object.keys(field.labels).length <= MOST_BUTTONS
  if (isChoiceOfFew) return <ButtonsInput {...content} />
  if (field.kind === 'yes') return <TickInput {...content} />
  return (
    <div class={fault === undefined ? 'field' : 'field is-wrong'}>
      <label for={name}>{frame.pick(field.label)}</label>
      {hint && (
        <p class="hint" id={`${name}-petunjuk`}>
          {frame.pick(hint)}
        </p>
      )}
      <Fault name={name} fault={fault} />
      {field.kind === 'choice' || field.kind === 'country' ? (
        <SelectInput {...content} />
      ) : (
        <TextInput {...content} />
      )}
    </div>
  )
}

function Fault({ name, fault }: Pick<FieldContent, 'name' | 'fault'>) {
  if (fault === undefined) return null
  return (
    <p class="fault" id={`${name}-keliru`}>
      {fault}
    </p>
  )
}

function describedBy({ field, name, fault }: FieldContent) {
  const ids = [
    ...(field.hint === undefined ? [] : [`${name}-petunjuk`]),
    ...(fault === undefined ? [] : [`${name}-keliru`]),
  ]
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(fault !== undefined && { 'aria-invalid': true }),
  }
}

function TextInput(content: FieldContent) {
  const { frame, field, name, typed } = content
  const isNumeric = field.kind === 'day' || field.kind === 'amount' || field.kind === 'digits'
  return (
    <input
      id={name}
      name={name}
      type={field.kind === 'telephone' ? 'tel' : 'text'}
      value={typed ?? ''}
      maxlength={'longest' in field ? field.longest : LONGEST_WRITTEN}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      {...(isNumeric && { inputmode: 'numeric' as const })}
      {...(field.kind === 'day' && { placeholder: frame.say('hh/bb/tttt', 'dd/mm/yyyy') })}
      {...describedBy(content)}
    />
  )
}

function SelectInput(content: FieldContent) {
  const { frame, field, name, typed } = content
  const usual = field.kind === 'choice' ? field.usual : undefined
  const chosen = typed ?? usual ?? ''
  const option = ([value, label]: readonly [string, string]) => (
    <option value={value} selected={value === chosen}>
      {label}
    </option>
  )
  return (
    <select id={name} name={name} autocomplete="off" {...describedBy(content)}>
      {usual === undefined && <option value="">{notKnown(frame)}</option>}
      {field.kind === 'choice' &&
        Object.entries(field.labels).map(([value, label]) => option([value, frame.pick(label)]))}
      {field.kind === 'country' && (
        <>
          <optgroup label={frame.say('Sering ditanyakan', 'Often asked about')}>
            {byName(frame, content.destinations).map(option)}
          </optgroup>
          <optgroup label={frame.say('Semua negara', 'All countries')}>
            {byName(
              frame,
              getCountries().filter((code) => !content.destinations.includes(code)),
            ).map(option)}
          </optgroup>
        </>
      )}
    </select>
  )
}

function byName(frame: Frame, codes: readonly string[]): (readonly [string, string])[] {
  return codes
    .map((code) => [code, frame.country(code)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, frame.language))
}

function ButtonsInput(content: FieldContent) {
  const { frame, field, name, typed = '', fault } = content
  const labels = field.kind === 'choice' ? field.labels : {}
  const choices = [
    ...Object.entries(labels).map(([value, label]) => [value, frame.pick(label)] as const),
    ['', notKnown(frame)] as const,
  ]
  return (
    <fieldset class="choices" {...describedBy(content)}>
      <legend>{frame.pick(field.label)}</legend>
      <Fault name={name} fault={fault} />
      {choices.map(([value, label], at) => (
        <label class="choice">
          <input
            id={at === 0 ? name : `${name}-${at}`}
            name={name}
            type="radio"
            value={value}
            checked={value === typed}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function TickInput({ frame, field, name, typed }: FieldContent) {
  return (
    <label class="choice field">
      <input id={name} name={name} type="checkbox" value="yes" checked={typed !== undefined} />
      <span>{frame.pick(field.label)}</span>
    </label>
  )
}

function notKnown({ say }: Frame): string {
  return say('belum diketahui', 'not known')
}
