import type { AgencyThen } from '../../actions/agency-then.ts'
import type { HistoryItem } from '../../domain/agency-history.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { Frame } from '../frame.ts'
import { MergedNotice } from '../merged-records.tsx'
import { agencyInWords } from './agency-in-words.ts'
import { AgencyView } from './agency-views.tsx'
import type { ArrangedRows, Column } from './arrange-rows.ts'
import { DataTable } from './data-table.tsx'
import { MomentFields, MomentHint, type MomentReading, momentInWords } from './moment.tsx'
import { AGENCIES_PATH } from './paths.ts'

interface AgencyRecordContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly agencyId: string
  readonly title: string
  readonly reading: MomentReading
  readonly then: AgencyThen
  readonly columns: readonly Column<HistoryItem>[]
  readonly arranged: ArrangedRows<HistoryItem>
}

/** One agency by both clocks: how it stood at a moment, and everything ever recorded of it. */
export function AgencyRecordPage(content: AgencyRecordContent) {
  const { frame, agencyId, reading, then, columns, arranged } = content
  const { say } = frame
  const { moment, fault } = reading
  const path = `${AGENCIES_PATH}/${agencyId}`
  const { on, knownAt } = moment.typed
  return (
    <AgencyView {...content} view="" faults={[fault]} isBehind={!then.opened.registry.isCurrent}>
      <form class="filter" action={path} method="get">
        {frame.askedLanguage && <input type="hidden" name="lang" value={frame.askedLanguage} />}
        <MomentFields frame={frame} typed={moment.typed} />
        <div class="field filter-buttons">
          <button type="submit">{say('Tampilkan', 'Show')}</button>
        </div>
        <MomentHint frame={frame} />
      </form>
      <h2>{say('Keadaannya', 'How it stood')}</h2>
      <p class="hint">{momentInWords(frame, moment)}</p>
      {then.seen === undefined ? (
        <p class="card headline">{notRecordedYet(frame)}</p>
      ) : (
        <>
          <MergedNotice
            frame={frame}
            askedId={agencyId}
            agency={then.seen.agency}
            opened={then.opened}
          />
          <dl class="card">
            {agencyInWords(frame, then, moment).map(({ field, values }) => (
              <>
                <dt>{field}</dt>
                <dd>{values.join('; ') || '–'}</dd>
              </>
            ))}
          </dl>
        </>
      )}
      <h2>{say('Semua yang pernah dicatat', 'Everything ever recorded')}</h2>
      <DataTable
        frame={frame}
        label={say('Catatan', 'Record')}
        path={path}
        asked={{ on, known_at: knownAt }}
        columns={columns}
        arranged={arranged}
        empty={say('Belum ada yang dicatat.', 'Nothing has been recorded.')}
      />
    </AgencyView>
  )
}

export function notRecordedYet({ say }: Frame): string {
  return say(
    'Perusahaan ini belum dicatat pada saat itu.',
    'This company had not been recorded by then.',
  )
}
