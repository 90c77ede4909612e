import type { AgencyThen } from '../../actions/agency-then.ts'
import type { SignedIn } from '../../signed-in.ts'
import { AgencyCard, NextSteps, NotChecked, VerdictHead } from '../answer-page.tsx'
import { FindingList } from '../finding-list.tsx'
import type { Frame } from '../frame.ts'
import { notRecordedYet } from './agency-record-page.tsx'
import { AgencyView } from './agency-views.tsx'
import { MomentFields, MomentHint, type MomentReading, momentInWords } from './moment.tsx'
import { AGENCIES_PATH } from './paths.ts'

interface AgencyAnswerContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly agencyId: string
  readonly title: string
  readonly reading: MomentReading
  readonly then: AgencyThen
}

/** What the quick check answered about one agency at a moment, as the public page shows it. */
export function AgencyAnswerPage(content: AgencyAnswerContent) {
  const { frame, agencyId, reading, then } = content
  const { say } = frame
  const { moment, fault } = reading
  const { answer } = then
  const { entry } = then.opened.registry
  return (
    <AgencyView
      {...content}
      view="/jawaban"
      faults={[fault]}
      isBehind={!then.opened.registry.isCurrent}
    >
      <form class="filter" action={`${AGENCIES_PATH}/${agencyId}/jawaban`} method="get">
        {frame.askedLanguage && <input type="hidden" name="lang" value={frame.askedLanguage} />}
        <MomentFields frame={frame} typed={moment.typed} />
        <div class="field filter-buttons">
          <button type="submit">{say('Tampilkan', 'Show')}</button>
        </div>
        <MomentHint frame={frame} />
      </form>
      <p class="hint">
        {say('Jawaban tentang ', 'The answer about the ')}
        {momentInWords(frame, moment)}
        {entry !== null && ` (${say('sampai catatan nomor', 'up to entry')} ${entry})`}.{' '}
        {say(
          'Dihitung ulang dari catatan saat itu dengan aturan layanan yang sekarang; pertanyaannya nomor izinnya, atau namanya bila tanpa nomor.',
          'Computed again from the record of that moment by the rules that the service has now; it was asked by licence number, or by name without one.',
        )}
      </p>
      {answer === undefined ? (
        <p class="card headline">{notRecordedYet(frame)}</p>
      ) : (
        <article class="answer">
          <VerdictHead frame={frame} answer={answer} level="h2" />
          {answer.agency && <AgencyCard frame={frame} agency={answer.agency} on={moment.on} />}
          <FindingList frame={frame} findings={answer.findings} />
          <NextSteps frame={frame} steps={answer.nextSteps} />
          <NotChecked frame={frame} claims={answer.notCovered} />
        </article>
      )}
    </AgencyView>
  )
}
