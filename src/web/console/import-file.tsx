import { COLUMN_WORDS } from '../../domain/listing/import-words.ts'
import { LIST_COLUMNS, type ListColumn } from '../../domain/listing/list-column.ts'
import type { KeptImport } from '../../store/list-imports.ts'
import type { Form } from '../form.ts'
import type { Frame } from '../frame.ts'
import { FormToken } from './console-page.tsx'
import { type ImportContent, mayChange } from './import-content.ts'
import { IMPORTS_PATH } from './paths.ts'

const LONGEST_HEADING = 500
const LONGEST_SHEET = 100

const DELIMITER_WORDS: Readonly<Record<string, readonly [id: string, en: string]>> = {
  ',': ['koma', 'commas'],
  ';': ['titik koma', 'semicolons'],
  '\t': ['tab', 'tabs'],
  '|': ['garis tegak', 'bars'],
}

/** What a file turned out to be. */
export function fileInWords({ say }: Frame, { fileName, fileBytes, file }: KeptImport): string {
  const kilobytes = Math.max(1, Math.round(fileBytes / 1024))
  const parts = [fileName, `${kilobytes} KB`]
  if (file === null) return parts.join(', ')
  parts.push(file.format.toUpperCase())
  if (file.encoding !== null) parts.push(file.encoding.toUpperCase())
  const delimiter = file.delimiter === null ? undefined : DELIMITER_WORDS[file.delimiter]
  if (delimiter !== undefined) {
    parts.push(`${say('dipisah', 'separated by')} ${say(...delimiter)}`)
  }
  if (file.sheet !== null) parts.push(`${say('lembar', 'sheet')} “${file.sheet}”`)
  parts.push(say(`judul di baris ${file.headerLine}`, `headings on line ${file.headerLine}`))
  return parts.join(', ')
}

/** The headings to choose from: of the last reading, which may have been of another sheet. */
function headingsOf({ file, problem }: KeptImport): readonly string[] {
  const told = problem?.headings ?? []
  const headings = told.length > 0 ? told : (file?.headings ?? [])
  return [...new Set(headings.filter((heading) => heading.trim() !== ''))]
}

/** Which heading serves what, and by whom it was chosen; compared anew when that changes. */
export function ColumnsForm({ frame, person, kept }: ImportContent) {
  const { say, href } = frame
  const { file, request, undoes, state, comparison } = kept
  if (undoes !== null || !mayChange(person, kept)) return null
  const headings = headingsOf(kept)
  const isShort = comparison?.warnings.some(({ code }) => code === 'many_missing') ?? false
  return (
    <details
      open={(state === 'failed' && headings.length > 0) || (isShort && !request.acceptMissing)}
    >
      <summary>{say('Kolom yang dipakai', 'Columns that are used')}</summary>
      <form
        method="post"
        action={href(`${IMPORTS_PATH}/${kept.id}/kolom`)}
        autocomplete="off"
        aria-label={say('Kolom yang dipakai', 'Columns that are used')}
      >
        <FormToken person={person} />
        <p class="hint">
          {say(
            'Pilihan Anda diingat untuk daftar berikut dari sumber yang sama.',
            'What you choose is remembered for the next list of this source.',
          )}
          {file !== null &&
            file.unused.length > 0 &&
            ` ${say('Tidak dibaca', 'Not read')}: ${file.unused.join(', ')}.`}
        </p>
        <div class="filter">
          {LIST_COLUMNS.map((column) => (
            <ColumnField
              frame={frame}
              column={column}
              headings={headings}
              recognised={file?.columns[column]}
              chosen={request.columns[column]}
            />
          ))}
        </div>
        {file !== null && file.sheet !== null && file.otherSheets.length > 0 && (
          <div class="field">
            <label for="sheet">{say('Lembar', 'Sheet')}</label>
            <select id="sheet" name="sheet">
              {[file.sheet, ...file.otherSheets].map((sheet) => (
                <option value={sheet} selected={sheet === file.sheet}>
                  {sheet}
                </option>
              ))}
            </select>
          </div>
        )}
        {(isShort || request.acceptMissing) && (
          <label class="choice">
            <input
              type="checkbox"
              name="accept_missing"
              value="true"
              checked={request.acceptMissing}
            />
            <span>
              {say(
                'Daftarnya utuh, meskipun lebih dari seperlima perusahaan tidak tercantum lagi',
                'The list is whole, although more than a fifth of the agencies are gone',
              )}
            </span>
          </label>
        )}
        <button type="submit">{say('Bandingkan lagi', 'Compare again')}</button>
      </form>
    </details>
  )
}

function ColumnField({
  frame,
  column,
  headings,
  recognised,
  chosen,
}: {
  readonly frame: Frame
  readonly column: ListColumn
  readonly headings: readonly string[]
  readonly recognised: string | undefined
  readonly chosen: string | undefined
}) {
  const { say, pick } = frame
  const id = `kolom-${column}`
  const isThere = chosen === undefined || headings.includes(chosen)
  const byItself = recognised === undefined || chosen !== undefined ? '' : `: ${recognised}`
  return (
    <div class="field">
      <label for={id}>{pick(COLUMN_WORDS[column])}</label>
      {headings.length === 0 ? (
        <input
          id={id}
          name={id}
          type="text"
          value={chosen ?? ''}
          maxlength={LONGEST_HEADING}
          placeholder={say('judulnya dalam berkas', 'its heading in the file')}
          autocomplete="off"
        />
      ) : (
        <select id={id} name={id}>
          <option value="">{`${say('dikenali sendiri', 'as recognised')}${byItself}`}</option>
          {(isThere ? headings : [...headings, chosen]).map((heading) => (
            <option value={heading} selected={heading === chosen}>
              {heading}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

/** The settings that the form of columns sends. */
export function readSettings({ text }: Form, { undoes, request }: KeptImport) {
  if (undoes !== null) return {}
  const chosen = LIST_COLUMNS.flatMap((column) => {
    const heading = text(`kolom-${column}`).slice(0, LONGEST_HEADING)
    return heading === '' ? [] : [[column, heading]]
  })
  return {
    columns: Object.fromEntries(chosen) as Partial<Record<ListColumn, string>>,
    sheet: text('sheet').slice(0, LONGEST_SHEET) || request.sheet,
    acceptMissing: text('accept_missing') === 'true',
  }
}
