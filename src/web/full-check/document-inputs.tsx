import { DOCUMENT_TYPES } from '../../domain/placement/words.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import { FieldInput } from './field-input.tsx'
import type { StepContext } from './step-page.tsx'
import { documentAt, MOST_DOCUMENTS } from './typed-check.ts'
import { documentFields } from './worker-fields.ts'

/** The papers one by one; adding and removing are buttons of the form, so that no script is needed. */
export function DocumentInputs({ context }: { context: StepContext }) {
  const { frame, typed, faults, destinations, address } = context
  const { say } = frame
  const { documents } = typed
  return (
    <section id="surat" aria-labelledby="surat-surat">
      <h2 id="surat-surat">{say('Surat-surat', 'Papers')}</h2>
      <p class="hint">
        {say(
          'Tambahkan setiap surat yang diperlihatkan. Bila satu surat pun tidak ditambahkan, surat-surat tidak diperiksa.',
          'Add each paper that was shown. If none is added, papers are not checked.',
        )}
      </p>
      {documents.map(({ type, values }, index) => (
        <fieldset class="group" id={`documents.${index}`}>
          <legend>
            {say('Surat', 'Paper')} {index + 1}: {frame.pick(VOCABULARY.document_type[type])}
          </legend>
          <input type="hidden" name={`${documentAt(index)}type`} value={type} />
          {documentFields(type).map((field) => {
            const name = `${documentAt(index)}${field.name}`
            const fault = faults.get(name)
            return (
              <FieldInput
                frame={frame}
                field={field}
                name={name}
                typed={values.get(field.name)}
                fault={fault && frame.pick(fault)}
                destinations={destinations}
              />
            )
          })}
          <button
            class="quiet"
            type="submit"
            name="to"
            value={`remove.${index}`}
            formaction={`${address}#surat`}
          >
            {say('Hapus', 'Remove')} {frame.pick(VOCABULARY.document_type[type])}
          </button>
        </fieldset>
      ))}
      {documents.length < MOST_DOCUMENTS && (
        <div class="adding">
          <label for="add">{say('Tambah surat', 'Add a paper')}</label>
          <select id="add" name="add" autocomplete="off">
            <option value="">{say('pilih jenis surat', 'choose the kind')}</option>
            {DOCUMENT_TYPES.map((type) => (
              <option value={type}>{frame.pick(VOCABULARY.document_type[type])}</option>
            ))}
          </select>
          <button
            class="quiet"
            type="submit"
            name="to"
            value="add"
            formaction={`${address}#documents.${documents.length}`}
          >
            {say('Tambah', 'Add')}
          </button>
        </div>
      )}
    </section>
  )
}
