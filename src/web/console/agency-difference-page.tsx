import type { HistoryItem } from '../../domain/agency-history.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { Frame } from '../frame.ts'
import type { SaidDifference } from './agency-in-words.ts'
import { AgencyView } from './agency-views.tsx'
import type { ArrangedRows, Column } from './arrange-rows.ts'
import { DataTable } from './data-table.tsx'
import { MomentFields, MomentHint, type MomentReading, momentInWords } from './moment.tsx'
import { AGENCIES_PATH } from './paths.ts'

interface AgencyDifferenceContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly agencyId: string
  readonly title: string
  readonly before: MomentReading
  readonly after: MomentReading
  readonly isBehind: boolean
  readonly differences: readonly SaidDifference[]
  readonly columns: readonly Column<HistoryItem>[]
  /** What was recorded, replaced or ended between the two moments. */
  readonly between: ArrangedRows<HistoryItem>
}

/** What of one agency is different between two moments, and which records made it so. */
export function AgencyDifferencePage(content: AgencyDifferenceContent) {
  const { frame, agencyId, before, after, differences, columns, between } = content
  const { say } = frame
  const path = `${AGENCIES_PATH}/${agencyId}/perbedaan`
  return (
    <AgencyView {...content} view="/perbedaan" faults={[before.fault, after.fault]}>
      <form class="moments" action={path} method="get">
        {frame.askedLanguage && <input type="hidden" name="lang" value={frame.askedLanguage} />}
        <fieldset>
          <legend>{say('Saat pertama', 'First moment')}</legend>
          <MomentFields frame={frame} typed={before.moment.typed} suffix="_1" />
        </fieldset>
        <fieldset>
          <legend>{say('Saat kedua', 'Second moment')}</legend>
          <MomentFields frame={frame} typed={after.moment.typed} suffix="_2" />
        </fieldset>
        <MomentHint frame={frame} />
        <button type="submit">{say('Bandingkan', 'Compare')}</button>
      </form>
      <h2>{say('Yang berbeda', 'What is different')}</h2>
      <p class="hint">
        {say('Dari ', 'From ')}
        {momentInWords(frame, before.moment)}; {say('ke ', 'to ')}
        {momentInWords(frame, after.moment)}.
      </p>
      {differences.length === 0 ? (
        <p class="card headline">{say('Tidak ada yang berbeda.', 'Nothing is different.')}</p>
      ) : (
        <section class="wide-table" aria-label={say('Perbedaan', 'Differences')} tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('Hal', 'Field')}</th>
                <th scope="col">{say('Semula', 'Before')}</th>
                <th scope="col">{say('Menjadi', 'After')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ field, gone, come }) => (
                <tr>
                  <th scope="row">{field}</th>
                  <td>{gone.length === 0 ? '–' : <del>{gone.join('; ')}</del>}</td>
                  <td>{come.length === 0 ? '–' : <ins>{come.join('; ')}</ins>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <h2>{say('Yang dicatat di antara keduanya', 'What was recorded in between')}</h2>
      <DataTable
        frame={frame}
        label={say('Catatan di antara keduanya', 'Records in between')}
        path={path}
        asked={askedOf(before, after)}
        columns={columns}
        arranged={between}
        empty={say(
          'Tidak ada. Yang berbeda hanya karena hari yang ditanyakan.',
          'Nothing. What differs does so by the day asked about alone.',
        )}
      />
    </AgencyView>
  )
}

function askedOf({ moment: before }: MomentReading, { moment: after }: MomentReading) {
  return {
    on_1: before.typed.on,
    known_at_1: before.typed.knownAt,
    on_2: after.typed.on,
    known_at_2: after.typed.knownAt,
  }
}
