import type { OpenedRegister } from '../../actions/open-register.ts'
import type { AgencyOnDay } from '../../domain/agency-on-day.ts'
import {
  ENDS_WITHIN_DAYS,
  endsWithin,
  hasLeftItsList,
  SOURCE_DUE_DAYS,
} from '../../domain/attention.ts'
import { addDays } from '../../domain/calendar-date.ts'
import { daysLeft } from '../../domain/source-age.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { CheckCount } from '../../store/checks.ts'
import type { ImportsToLookAt } from '../../store/list-imports.ts'
import type { WaitingProposals } from '../../store/proposals.ts'
import type { Frame } from '../frame.ts'
import { CheckChart } from './check-chart.tsx'
import { ConsolePage } from './console-page.tsx'
import { AGENCIES_PATH, IMPORTS_PATH, NAMES_PATH, SOURCES_PATH } from './paths.ts'
import { PROPOSALS_PATH } from './recording-paths.ts'
import { freshnessInWords } from './sources.tsx'

/** How many days the chart shows, today included. */
export const CHART_DAYS = 30
const MOST_NAMED = 5
const LONGEST_TERM = Math.max(...ENDS_WITHIN_DAYS)

interface DashboardContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly opened: OpenedRegister
  /** Every agency today. */
  readonly agencies: readonly AgencyOnDay[]
  readonly counts: readonly CheckCount[]
  readonly waiting: WaitingProposals
  readonly imports: ImportsToLookAt
}

/** What needs attention today, the most pressing first, and how many checks were made. */
export function Dashboard(content: DashboardContent) {
  const { frame, person, opened, counts } = content
  const { say } = frame
  const days = Array.from({ length: CHART_DAYS }, (_, at) =>
    addDays(opened.today, at + 1 - CHART_DAYS),
  )
  return (
    <ConsolePage
      frame={frame}
      person={person}
      title={say('Konsol', 'Console')}
      isBehind={!opened.registry.isCurrent}
    >
      <p>
        {say(`Anda masuk sebagai ${person.name}.`, `You are signed in as ${person.name}.`)}{' '}
        {frame.day(opened.today)}.
      </p>
      <div class="panels">
        <Waiting {...content} />
        <Imports {...content} />
        <AgingSources {...content} />
        <EndingLicences {...content} />
        <GoneFromList {...content} />
        <section class="card">
          <h2>{say('Nama yang mirip', 'Names alike')}</h2>
          <p>
            {say(
              'Nama perusahaan berbeda yang mudah tertukar, atau satu perusahaan yang dicatat dua kali.',
              'Names of different companies that are easily confused, or one company recorded twice.',
            )}
          </p>
          <a class="tap" href={frame.href(NAMES_PATH)}>
            {say('Lihat pasangannya', 'See the pairs')}
          </a>
        </section>
      </div>
      <section aria-labelledby="pemeriksaan">
        <h2 id="pemeriksaan">
          {say(
            `Pemeriksaan lengkap, ${CHART_DAYS} hari terakhir`,
            `Full checks, the last ${CHART_DAYS} days`,
          )}
        </h2>
        <CheckChart frame={frame} days={days} counts={counts} />
        <p class="hint">
          {say(
            'Cek cepat tidak disimpan, jadi tidak terhitung.',
            'Quick checks are not kept, and so not counted.',
          )}
        </p>
      </section>
    </ConsolePage>
  )
}

function Waiting({ frame, waiting: { count, since } }: DashboardContent) {
  const { say } = frame
  return (
    <section class="card">
      <h2>{say(`Usulan yang menunggu (${count})`, `Proposals that wait (${count})`)}</h2>
      <p>
        {since === null
          ? say('Tidak ada yang menunggu orang kedua.', 'None waits for a second person.')
          : say(
              `Yang paling lama menunggu sejak ${frame.instant(since)}.`,
              `The oldest has waited since ${frame.instant(since)}.`,
            )}
      </p>
      <a class="tap" href={frame.href(PROPOSALS_PATH)}>
        {say('Semua usulan', 'All proposals')}
      </a>
    </section>
  )
}

function Imports({ frame, imports }: DashboardContent) {
  const { say, href } = frame
  const { proposed, since, failed, stopped, rows } = imports
  const isQuiet = proposed + failed + stopped + rows === 0
  return (
    <section class="card">
      <h2>{say(`Impor daftar yang menunggu (${proposed})`, `Imports that wait (${proposed})`)}</h2>
      {isQuiet && <p>{say('Tidak ada yang perlu dilihat.', 'Nothing needs a look.')}</p>}
      {since !== null && (
        <p>
          {say(
            `Yang paling lama menunggu orang kedua sejak ${frame.instant(since)}.`,
            `The oldest has waited for a second person since ${frame.instant(since)}.`,
          )}
        </p>
      )}
      <ul class="plain-list">
        {proposed > 0 && (
          <li>
            <a class="tap" href={href(IMPORTS_PATH, { state: 'proposed' })}>
              {say('menunggu orang kedua', 'waiting for a second person')}: {proposed}
            </a>
          </li>
        )}
        {failed > 0 && (
          <li>
            <a class="tap" href={href(IMPORTS_PATH, { state: 'failed' })}>
              {say('tidak dapat dibandingkan', 'could not be compared')}: {failed}
            </a>
          </li>
        )}
        {stopped > 0 && (
          <li>
            <a class="tap" href={href(IMPORTS_PATH)}>
              {say('terhenti di tengah jalan', 'stopped half way')}: {stopped}
            </a>
          </li>
        )}
        {rows > 0 && (
          <li>
            <a class="tap" href={href(IMPORTS_PATH, { state: 'compared' })}>
              {say('baris yang perlu dilihat', 'rows that need a look')}: {rows}
            </a>
          </li>
        )}
      </ul>
      <a class="tap" href={href(IMPORTS_PATH)}>
        {say('Semua impor', 'All imports')}
      </a>
    </section>
  )
}

function AgingSources({ frame, opened: { register, view, today } }: DashboardContent) {
  const { say } = frame
  const due = [...register.sources()]
    .map((source) => ({ source, left: daysLeft(source, today, view.size) }))
    .filter(({ left }) => left !== null && left <= SOURCE_DUE_DAYS)
    .sort((a, b) => (a.left ?? 0) - (b.left ?? 0))
  return (
    <section class="card">
      <h2>
        {say('Sumber yang menua', 'Sources growing old')} ({due.length})
      </h2>
      {due.length === 0 && (
        <p>
          {say(
            `Semua sumber masih segar lebih dari ${SOURCE_DUE_DAYS} hari lagi.`,
            `Every source stays fresh for more than ${SOURCE_DUE_DAYS} days.`,
          )}
        </p>
      )}
      <ul class="plain-list">
        {due.slice(0, MOST_NAMED).map(({ source, left }) => (
          <li>
            <strong>{source.title}</strong>: {freshnessInWords(frame, left)}
          </li>
        ))}
      </ul>
      <a class="tap" href={frame.href(SOURCES_PATH)}>
        {say('Semua sumber', 'All sources')}
      </a>
    </section>
  )
}

function EndingLicences({ frame, opened: { today }, agencies }: DashboardContent) {
  const { say } = frame
  const ending = agencies
    .filter((seen) => endsWithin(seen, today, LONGEST_TERM))
    .sort((a, b) => ((a.state.validUntil ?? '') < (b.state.validUntil ?? '') ? -1 : 1))
  return (
    <section class="card">
      <h2>{say('Izin yang segera berakhir', 'Licences near their end')}</h2>
      <ul class="plain-list">
        {ENDS_WITHIN_DAYS.map((days) => (
          <li>
            <a
              class="tap"
              href={frame.href(AGENCIES_PATH, { ends: String(days), sort: 'valid_until' })}
            >
              {say(`dalam ${days} hari`, `within ${days} days`)}:{' '}
              {ending.filter((seen) => endsWithin(seen, today, days)).length}
            </a>
          </li>
        ))}
      </ul>
      <NamedAgencies
        frame={frame}
        agencies={ending}
        tell={({ state }) => (state.validUntil === null ? '' : frame.day(state.validUntil))}
      />
    </section>
  )
}

function GoneFromList({ frame, agencies }: DashboardContent) {
  const { say } = frame
  const gone = agencies.filter(hasLeftItsList)
  return (
    <section class="card">
      <h2>
        {say('Hilang dari daftar terbaru', 'Gone from the newest list')} ({gone.length})
      </h2>
      {gone.length === 0 && <p>{say('Tidak ada.', 'None.')}</p>}
      <NamedAgencies
        frame={frame}
        agencies={gone}
        tell={({ confirmation: { missing } }) =>
          missing === null ? '' : `${say('sejak', 'since')} ${frame.day(missing.since)}`
        }
      />
      {gone.length > MOST_NAMED && (
        <a class="tap" href={frame.href(AGENCIES_PATH, { list: 'missing' })}>
          {say('Semuanya', 'All of them')}
        </a>
      )}
    </section>
  )
}

interface NamedAgenciesContent {
  readonly frame: Frame
  readonly agencies: readonly AgencyOnDay[]
  tell(seen: AgencyOnDay): string
}

function NamedAgencies({ frame, agencies, tell }: NamedAgenciesContent) {
  return (
    <ul class="plain-list">
      {agencies.slice(0, MOST_NAMED).map((seen) => (
        <li>
          <a class="tap" href={frame.href(`${AGENCIES_PATH}/${seen.agency.id}`)}>
            {seen.name}
          </a>
          , {tell(seen)}
        </li>
      ))}
    </ul>
  )
}
