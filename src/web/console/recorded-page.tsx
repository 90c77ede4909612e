import type { RecordFactOutcome } from '../../actions/record-fact.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { Frame } from '../frame.ts'
import { ConsolePage } from './console-page.tsx'
import { kindInWords } from './fact-in-words.ts'
import { PROPOSALS_PATH, RECORD_PATH, SUBJECT_PATH } from './recording-paths.ts'

export type Done = Exclude<RecordFactOutcome, { readonly refused: string }>

/** What came of recording: it counts, or it waits. */
export function RecordedPage({
  frame,
  person,
  done,
}: {
  readonly frame: Frame
  readonly person: SignedIn
  readonly done: Done
}) {
  const { say, href } = frame
  const isWaiting = 'proposed' in done
  const { kind, subject } = isWaiting ? done.proposed : done.recorded
  return (
    <ConsolePage
      frame={frame}
      person={person}
      title={
        isWaiting
          ? say('Menunggu orang kedua', 'Waiting for a second person')
          : say('Tercatat dan langsung berlaku', 'Recorded, and it counts from now on')
      }
    >
      <p>
        {kindInWords(frame, kind)}
        {isWaiting
          ? say(
              ': belum berlaku. Orang lain yang berwenang akan menyetujui atau menolaknya.',
              ': not in effect yet. Another person who may decide approves or declines it.',
            )
          : say(
              `: catatan nomor ${done.recorded.entry}.`,
              `: entry ${done.recorded.entry} of the log.`,
            )}
      </p>
      {done.warnings.length > 0 && (
        <div class="faults" role="alert">
          <h2>{say('Periksa dulu', 'Look at this')}</h2>
          <ul>
            {done.warnings.map(({ says, agencyId }) => (
              <li>
                {frame.pick(says)}{' '}
                <a class="tap" href={href(`${SUBJECT_PATH}/${agencyId}`)}>
                  {say('Lihat catatannya', 'See its record')}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        {isWaiting ? (
          <a class="button" href={href(`${PROPOSALS_PATH}/${done.proposed.id}`)}>
            {say('Lihat usulannya', 'See the proposal')}
          </a>
        ) : (
          <a class="button" href={href(`${SUBJECT_PATH}/${subject}`)}>
            {say('Lihat catatannya', 'See the record')}
          </a>
        )}{' '}
        <a class="button quiet" href={href(RECORD_PATH)}>
          {say('Catat yang lain', 'Record something else')}
        </a>
      </p>
    </ConsolePage>
  )
}
