import { type AgencyOnDay, agencyOnDay } from '../../domain/agency-on-day.ts'
import { isCalendarDate } from '../../domain/calendar-date.ts'
import { ROW_CLASS_MEANING, ROW_CLASS_WORDS } from '../../domain/listing/import-words.ts'
import type { ImportRow } from '../../domain/listing/list-import.ts'
import type { Frame } from '../frame.ts'
import { statusInWords } from '../status-words.ts'
import { ConsolePage, FormToken } from './console-page.tsx'
import { wrongIf } from './form-faults.tsx'
import { type ImportContent, mayChange } from './import-content.ts'
import { decisionInWords, RowFindings } from './import-row-words.tsx'
import { importName, nameOf } from './imports-page.tsx'
import { AGENCIES_PATH, IMPORTS_PATH } from './paths.ts'

export interface ImportRowContent extends ImportContent {
  readonly row: ImportRow & { readonly line: number }
  /** The other rows of the list that it is to be told from. */
  readonly others: readonly ImportRow[]
  /** The line of the next row that nobody has decided about and somebody should look at. */
  readonly nextLine: number | null
  readonly isDecided: boolean
  /** What stood in the field for another agency when that was refused. */
  readonly typedAgencyId: string
}

/** One row beside what it resembles or contradicts, and what may be decided about it. */
export function ImportRowPage(content: ImportRowContent) {
  const { frame, person, opened, kept, names, row, nextLine, trouble, isDecided } = content
  const { say, href, pick } = frame
  const path = `${IMPORTS_PATH}/${kept.id}`
  const agencies = agenciesNamed(content)
  return (
    <ConsolePage
      frame={frame}
      person={person}
      title={say(
        `Baris ${row.line}: ${row.name || 'tanpa nama'}`,
        `Line ${row.line}: ${row.name || 'without a name'}`,
      )}
    >
      {trouble !== null && (
        <div class="faults" role="alert" tabindex={-1} autofocus>
          <p>{pick(trouble)}</p>
        </div>
      )}
      {isDecided && (
        <p class="card" role="status">
          {say(
            'Tersimpan. Keputusan ikut dihitung setelah dibandingkan lagi.',
            'Kept. Decisions count once it is compared again.',
          )}
        </p>
      )}
      <nav class="views" aria-label={say('Impor ini', 'This import')}>
        <a class="bottom-link" href={href(path)}>
          {importName(frame, kept)}
        </a>
        {nextLine !== null && (
          <a class="bottom-link" href={href(`${path}/baris/${nextLine}`)}>
            {say('Baris berikut yang perlu dilihat', 'Next row that needs a look')}
          </a>
        )}
      </nav>
      <p>
        <strong>{pick(ROW_CLASS_WORDS[row.class])}</strong>: {pick(ROW_CLASS_MEANING[row.class])}
      </p>
      <RowFindings frame={frame} row={row} />
      <SideBySide {...content} agencies={agencies} />
      {row.decision !== null && (
        <p>
          {say('Keputusan sekarang', 'Decision now')}:{' '}
          <strong>{decisionInWords(frame, opened, row.decision)}</strong>
          {row.decidedBy !== null &&
            `, ${say('oleh', 'by')} ${nameOf(frame, person, names, row.decidedBy)}`}
        </p>
      )}
      {mayChange(person, kept) && <DecisionForms {...content} agencies={agencies} />}
    </ConsolePage>
  )
}

interface WithAgencies extends ImportRowContent {
  readonly agencies: readonly AgencyOnDay[]
}

/** The agencies of the register that the comparison names, as they stand today. */
function agenciesNamed({ opened, row }: ImportRowContent): readonly AgencyOnDay[] {
  const ids = new Set(
    [row.agencyId, ...row.dirt.map(({ agencyId }) => agencyId)].filter((id) => id != null),
  )
  return [...ids].flatMap((id) => {
    const agency = opened.view.agency(id)
    return agency === undefined ? [] : [agencyOnDay(opened.today, agency, opened.view)]
  })
}

interface Side {
  readonly head: string
  readonly href: string | null
  readonly name: string
  readonly number: string
  readonly state: string
  readonly validUntil: string
}

function SideBySide({ frame, kept, row, others, agencies }: WithAgencies) {
  const { say, href, pick } = frame
  if (others.length + agencies.length === 0) return null
  const ofRow = (each: ImportRow, head: string): Side => ({
    head,
    href:
      each.line === null || each === row
        ? null
        : href(`${IMPORTS_PATH}/${kept.id}/baris/${each.line}`),
    name: each.name,
    number: each.number ?? '–',
    state: pick(ROW_CLASS_WORDS[each.class]),
    validUntil: validUntilIn(frame, each),
  })
  const sides: readonly Side[] = [
    ofRow(row, say('Baris ini', 'This row')),
    ...others.map((each) => ofRow(each, say(`Baris ${each.line}`, `Line ${each.line}`))),
    ...agencies.map(
      (seen): Side => ({
        head: say('Registri', 'Register'),
        href: href(`${AGENCIES_PATH}/${seen.agency.id}`),
        name: seen.name,
        number: seen.number?.printed ?? '–',
        state: statusInWords(frame, seen),
        validUntil: seen.state.validUntil === null ? '–' : frame.day(seen.state.validUntil),
      }),
    ),
  ]
  return (
    <section class="wide-table" aria-labelledby="berdampingan" tabindex={0}>
      <h2 id="berdampingan">{say('Berdampingan', 'Side by side')}</h2>
      <table>
        <thead>
          <tr>
            <td></td>
            {sides.map((side) => (
              <th scope="col">{side.head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('Nama', 'Name')}</th>
            {sides.map(({ name, href: at }) => (
              <td>
                {at === null ? (
                  name
                ) : (
                  <a class="tap" href={at}>
                    {name}
                  </a>
                )}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{say('Nomor izin', 'Licence number')}</th>
            {sides.map(({ number }) => (
              <td>{number}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{say('Keadaan', 'State')}</th>
            {sides.map(({ state }) => (
              <td>{state}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{say('Berlaku sampai', 'Valid until')}</th>
            {sides.map(({ validUntil }) => (
              <td>{validUntil}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

/** What a row says of its term is kept only where it differs from the register. */
function validUntilIn(frame: Frame, { changes }: ImportRow): string {
  const until = changes.find(({ field }) => field === 'validUntil')?.after ?? ''
  return isCalendarDate(until) ? frame.day(until) : '–'
}

function DecisionForms(content: WithAgencies) {
  const { frame, person, kept, row, agencies, typedAgencyId } = content
  const { say, href } = frame
  const action = href(`${IMPORTS_PATH}/${kept.id}/baris/${row.line}`, { back: 'row' })
  // All alike: a name that only resembles another is not to be pressed into one.
  const decide = (is: string, words: string, agencyId?: string) => (
    <form method="post" action={action}>
      <FormToken person={person} />
      <input type="hidden" name="is" value={is} />
      {agencyId !== undefined && <input type="hidden" name="agency_id" value={agencyId} />}
      <button class="quiet" type="submit">
        {words}
      </button>
    </form>
  )
  return (
    <section aria-labelledby="putuskan">
      <h2 id="putuskan">{say('Putuskan', 'Decide')}</h2>
      <div class="decisions">
        {agencies.map((seen) =>
          decide('is_agency', say(`Ini ${seen.name}`, `This is ${seen.name}`), seen.agency.id),
        )}
        {decide('is_new', say('Ini perusahaan baru', 'This is a new agency'))}
        {row.decision?.is !== 'leave_out' &&
          decide('leave_out', say('Keluarkan dari impor', 'Leave it out'))}
        {row.decision !== null &&
          decide(
            '',
            row.decision.is === 'leave_out'
              ? say('Masukkan lagi', 'Take it in again')
              : say('Batalkan keputusan', 'Undo the decision'),
          )}
      </div>
      <form method="post" action={action} autocomplete="off">
        <FormToken person={person} />
        <input type="hidden" name="is" value="is_agency" />
        <div class="field">
          <label for="agency_id">
            {say(
              'Ini perusahaan lain dalam registri: idnya',
              'It is another agency of the register: its id',
            )}
          </label>
          <p class="hint" id="agency_id-petunjuk">
            {say(
              'Idnya ada di alamat halaman perusahaan: ',
              'The id stands in the address of its page: ',
            )}
            <a href={href(AGENCIES_PATH, { q: row.name })}>
              {say('cari perusahaan', 'search for agencies')}
            </a>
          </p>
          <input
            id="agency_id"
            name="agency_id"
            type="text"
            required
            value={typedAgencyId}
            {...wrongIf(typedAgencyId !== '')}
            maxlength={100}
            placeholder="agy_…"
            autocapitalize="off"
            spellcheck={false}
            autocomplete="off"
            aria-describedby="agency_id-petunjuk"
          />
        </div>
        <button class="quiet" type="submit">
          {say('Ini perusahaan itu', 'It is that agency')}
        </button>
      </form>
    </section>
  )
}
