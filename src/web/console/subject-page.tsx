import type { OpenedRegister } from '../../actions/open-register.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { mayDo } from '../../domain/people/person.ts'
import { NEVER_RETRACTED, recordableKind } from '../../domain/recording/catalogue.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { LogEntry } from '../../store/log-entries.ts'
import type { Frame } from '../frame.ts'
import { ConsolePage, FormToken } from './console-page.tsx'
import { type HeldForm, HeldInputs } from './fact-form-page.tsx'
import { columnInWords, kindInWords, valueInWords } from './fact-in-words.ts'
import { RECORD_PATH, SUBJECT_PATH } from './recording-paths.ts'
import { subjectName } from './subject-name.ts'

interface SubjectContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly subject: string
  readonly entries: readonly LogEntry[]
  readonly opened: OpenedRegister
  readonly held: HeldForm
  readonly refused: RefusedRetraction | null
}

/** A retraction that was not recorded: of which entry, what was typed, and why. */
export interface RefusedRetraction {
  readonly entry: number
  readonly reason: string
  readonly trouble: Bilingual
}

/** Everything recorded of a subject, current and superseded, with what may be done about it. */
export function SubjectPage(content: SubjectContent) {
  const { frame, person, subject, entries, opened, refused } = content
  const { say, href } = frame
  const agency = opened.register.recordOf(subject, opened.view.size)
  const supersededBy = new Map(
    entries.flatMap(({ entry, supersedes }) => supersedes.map((old) => [old, entry] as const)),
  )
  return (
    <ConsolePage frame={frame} person={person} title={subjectName(opened, subject) ?? subject}>
      {refused !== null && (
        <div class="faults" role="alert" tabindex={-1} autofocus>
          <h2>
            {say(
              `Catatan ${refused.entry} belum dicabut`,
              `Entry ${refused.entry} is not taken back`,
            )}
          </h2>
          <p>{frame.pick(refused.trouble)}</p>
        </div>
      )}
      <p class="hint">{subject}</p>
      {mayDo(person, 'record') && agency !== undefined && (
        <p>
          <a class="button" href={href(RECORD_PATH, { agency_id: subject })}>
            {say('Catat tentang perusahaan ini', 'Record about this agency')}
          </a>{' '}
          {agency.licences.map(({ id }) => (
            <a
              class="button quiet"
              href={href(`${RECORD_PATH}/licence-events`, { licence_id: id })}
            >
              {say(`Keputusan tentang izin ${id}`, `Decision on licence ${id}`)}
            </a>
          ))}
        </p>
      )}
      <section class="wide-table" aria-label={say('Catatan', 'Entries')} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('Nomor', 'Entry')}</th>
              <th scope="col">{say('Apa', 'What')}</th>
              <th scope="col">{say('Isi', 'It says')}</th>
              <th scope="col">{say('Dicatat', 'Recorded')}</th>
              <th scope="col">{say('Keadaan', 'Standing')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow {...content} entry={entry} supersededBy={supersededBy.get(entry.entry)} />
            ))}
          </tbody>
        </table>
      </section>
    </ConsolePage>
  )
}

function EntryRow({
  frame,
  person,
  subject,
  opened,
  held,
  refused,
  entry: { entry, kind, row, retracts, recordedAt, recordedBy, supersedes },
  supersededBy,
}: SubjectContent & { readonly entry: LogEntry; readonly supersededBy: number | undefined }) {
  const { say, href } = frame
  const typed = refused?.entry === entry ? refused : null
  const recordable = recordableKind(kind)
  const mayChange = mayDo(person, 'record') && supersededBy === undefined && !retracts
  const told = Object.entries(row)
    .filter(([column, value]) => value !== null && !HIDDEN.has(column))
    .map(([column, value]) => {
      const words = valueInWords(frame, opened.view, { kind, column, value })
      return `${columnInWords(frame, kind, column)}: ${words}`
    })
  return (
    <tr>
      <th scope="row">{entry}</th>
      <td>{kindInWords(frame, kind)}</td>
      <td>
        {retracts
          ? say(
              `mencabut catatan ${supersedes.join(', ')}`,
              `takes back entry ${supersedes.join(', ')}`,
            )
          : told.join('; ')}
      </td>
      <td>
        {frame.instant(new Date(recordedAt))}
        <span class="hint"> {recordedBy}</span>
      </td>
      <td>
        {supersededBy === undefined
          ? say('berlaku', 'stands')
          : say(`digantikan catatan ${supersededBy}`, `replaced by entry ${supersededBy}`)}
        {mayChange && recordable?.fields.corrects !== undefined && (
          <p>
            <a
              class="tap"
              href={href(`${RECORD_PATH}/${recordable.path}`, { corrects: String(entry) })}
            >
              {say('Betulkan', 'Correct')}
            </a>
          </p>
        )}
        {mayChange && recordable !== undefined && !NEVER_RETRACTED.has(kind) && (
          <details open={typed !== null}>
            <summary>{say('Cabut pencatatan', 'Take back')}</summary>
            <form method="post" action={href(`${SUBJECT_PATH}/${subject}/cabut`)}>
              <FormToken person={person} />
              <HeldInputs held={{ ...held, key: `${held.key}-${entry}` }} />
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="retracted" value={String(entry)} />
              <label for={`alasan-${entry}`}>{say('Alasan (bila ada)', 'Reason (if any)')}</label>
              <input
                id={`alasan-${entry}`}
                name="reason"
                type="text"
                maxlength={500}
                value={typed?.reason ?? ''}
              />
              <button class="quiet" type="submit">
                {say('Cabut pencatatan', 'Take back')}
              </button>
            </form>
          </details>
        )}
      </td>
    </tr>
  )
}

/** A commitment says nothing to a person. */
const HIDDEN: ReadonlySet<string> = new Set(['name_commitment', 'retracts'])
