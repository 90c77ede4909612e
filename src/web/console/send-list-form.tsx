import { AGENCY_KINDS } from '../../domain/licence.ts'
import { type Field, onDay, optional, text, word } from '../../domain/recording/field.ts'
import type { Source } from '../../domain/source.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { Frame } from '../frame.ts'
import { FormToken } from './console-page.tsx'
import { FactInput } from './fact-input.tsx'
import { IMPORTS_PATH } from './paths.ts'
import { RECORD_PATH } from './recording-paths.ts'
import type { FieldFaults, Typed } from './typed-fact.ts'

/** What a file cannot say of itself. */
export const SEND_FIELDS = {
  source_id: text(['Sumber', 'Source'], 100),
  as_of: onDay(
    ['Hari daftar', 'Day of the list'],
    [
      'Keadaan per hari apa menurut daftarnya sendiri.',
      'As of which day the list itself says that it is.',
    ],
  ),
  retrieved_on: optional(
    onDay(['Diambil pada', 'Retrieved on'], ['Kosong: hari ini.', 'Empty: today.']),
  ),
  kind: word(['Jenis perusahaan di daftar', 'Kind of agency on the list'], AGENCY_KINDS),
} as const satisfies Readonly<Record<string, Field>>

interface SendListContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly sources: readonly Source[]
  readonly typed: Typed
  readonly faults: FieldFaults
}

/** The form by which a list is sent: nothing is recorded by it. */
export function SendListForm({ frame, person, sources, typed, faults }: SendListContent) {
  const { say, href } = frame
  const fileFault = faults.get('file')
  return (
    <section aria-labelledby="kirim">
      <h2 id="kirim">{say('Kirim daftar', 'Send a list')}</h2>
      <p>
        {say(
          'Daftarnya dibandingkan dengan registri. Belum ada yang tercatat sampai dua orang setuju.',
          'The list is compared with the register. Nothing is recorded until two persons agree.',
        )}
      </p>
      <form
        method="post"
        action={href(IMPORTS_PATH)}
        enctype="multipart/form-data"
        autocomplete="off"
      >
        <FormToken person={person} />
        <div class={fileFault === undefined ? 'field' : 'field is-wrong'}>
          <label for="file">{say('Berkas CSV atau XLSX', 'CSV or XLSX file')}</label>
          <p class="hint" id="file-petunjuk">
            {say('Paling besar 25 MB.', 'At most 25 MB.')}
            {faults.size > 0 &&
              say(
                ' Peramban tidak menyimpan pilihan berkas: pilih lagi.',
                ' Browsers forget the choice of a file: choose it again.',
              )}
          </p>
          {fileFault !== undefined && (
            <p class="fault" id="file-keliru">
              {frame.pick(fileFault)}
            </p>
          )}
          <input
            id="file"
            name="file"
            type="file"
            required
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-describedby={
              fileFault === undefined ? 'file-petunjuk' : 'file-petunjuk file-keliru'
            }
            {...(fileFault !== undefined && { 'aria-invalid': true })}
          />
        </div>
        {Object.entries(SEND_FIELDS).map(([name, field]) => {
          const fault = faults.get(name)
          return (
            <FactInput
              frame={frame}
              name={name}
              field={field}
              typed={typed.getAll(name)}
              fault={fault && frame.pick(fault)}
              sources={sources}
            />
          )
        })}
        <p class="hint">
          <a href={href(`${RECORD_PATH}/sources`)}>
            {say('Sumbernya belum ada? Catat dahulu.', 'Is the source not there? Record it first.')}
          </a>
        </p>
        <button type="submit">{say('Kirim dan bandingkan', 'Send and compare')}</button>
      </form>
    </section>
  )
}
