import type { OpenedRegister } from '../actions/open-register.ts'
import { type Agency, type Branch, registeredNameOn } from '../domain/agency.ts'
import { agencyOnDay } from '../domain/agency-on-day.ts'
import { sourceIdsOf } from '../domain/agency-sources.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type Fact, holdsOn } from '../domain/fact.ts'
import { referenceTo } from '../domain/finding.ts'
import { regionName } from '../domain/regions/region.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import { AgencyHistory } from './agency-history.tsx'
import { ageInWords } from './finding-list.tsx'
import type { Frame } from './frame.ts'
import { LicenceSection } from './licence-section.tsx'
import { MergedNotice, MergedRecords } from './merged-records.tsx'
import { Page } from './page.tsx'
import { statusInWords } from './status-words.ts'

export interface AgencyContent {
  readonly frame: Frame
  /** The id that was asked for, which may be a duplicate’s. */
  readonly askedId: string
  readonly agency: Agency
  readonly on: CalendarDate
  readonly opened: OpenedRegister
}

/** One agency as it stood on a day, and everything that was ever recorded of it. */
export function AgencyPage({ frame, askedId, agency, on, opened }: AgencyContent) {
  const { say } = frame
  const { register, view, today } = opened
  const seen = agencyOnDay(on, agency, view)
  const merges = register.merges.leadingTo(agency.id, view.size)
  const sources = sourceIdsOf(agency, merges).flatMap((id) => view.source(id) ?? [])
  const { number } = seen
  return (
    <Page
      frame={frame}
      title={seen.name}
      demonstration={sources.some(({ demonstration }) => demonstration)}
    >
      <h1>{seen.name}</h1>
      <MergedNotice frame={frame} askedId={askedId} agency={agency} opened={opened} />
      <p class="headline">
        {frame.pick(VOCABULARY.agency_kind[agency.kind])}. {say('Keadaan izin pada', 'Licence on')}{' '}
        {frame.day(on)}: <strong>{statusInWords(frame, seen)}</strong>.
      </p>
      <p>
        <a
          class="button"
          href={frame.href('/periksa', {
            ...(number === null ? { name: seen.name } : { licence: number.printed }),
            on: on === today ? null : on,
          })}
        >
          {say('Periksa perusahaan ini', 'Check this company')}
        </a>
      </p>
      <MergedRecords frame={frame} agency={agency} opened={opened} />
      <Names frame={frame} agency={agency} on={on} />
      <LicenceSection frame={frame} agency={agency} on={on} />
      <Contacts frame={frame} agency={agency} on={on} />
      <Branches frame={frame} agency={agency} on={on} />
      <Destinations frame={frame} agency={agency} on={on} />
      <section>
        <h2>{say('Sumber', 'Sources')}</h2>
        <ul class="plain-list">
          {sources.map((source) => {
            const { title, retrievedOn, ageDays } = referenceTo(source, today, view.size)
            return (
              <li>
                {title} ({source.publisher})
                {retrievedOn !== null &&
                  `, ${say('diambil', 'retrieved')} ${frame.day(retrievedOn)}`}
                {ageDays !== null && `, ${ageInWords(frame, ageDays)}`}
              </li>
            )
          })}
        </ul>
      </section>
      <AgencyHistory frame={frame} agencyId={agency.id} opened={opened} />
    </Page>
  )
}

type SectionContent = Pick<AgencyContent, 'frame' | 'agency' | 'on'>

function Names({ frame, agency, on }: SectionContent) {
  const current = registeredNameOn(agency, on)
  const others = agency.names.filter(({ name }) => name !== current)
  if (others.length === 0) return null
  return (
    <section>
      <h2>{frame.say('Nama lain, dulu dan sekarang', 'Other names, past and present')}</h2>
      <ul class="plain-list">
        {others.map((name) => (
          <li>
            <strong>{name.name}</strong> ({frame.pick(VOCABULARY.name_kind[name.kind])},{' '}
            {periodInWords(frame, name)})
          </li>
        ))}
      </ul>
    </section>
  )
}

function Contacts({ frame, agency, on }: SectionContent) {
  const { say } = frame
  const contacts = agency.contacts.filter((contact) => holdsOn(contact, on))
  const hasPhone = contacts.some(({ kind }) => kind === 'phone')
  const officers = agency.representatives.filter((officer) => holdsOn(officer, on)).length
  return (
    <section>
      <h2>{say('Kontak yang tercatat', 'Contacts on record')}</h2>
      {contacts.length === 0 && <p>{say('Belum ada yang tercatat.', 'None on record yet.')}</p>}
      <ul class="plain-list">
        {contacts.map(({ kind, value, normalised }) => (
          <li>
            {frame.pick(VOCABULARY.contact_kind[kind])}:{' '}
            {kind === 'phone' ? (
              <a class="call" href={`tel:${normalised}`}>
                {value}
              </a>
            ) : (
              value
            )}
          </li>
        ))}
      </ul>
      <p>
        {say(
          `Petugas lapangan dengan surat tugas pada hari itu: ${officers}. Namanya tidak diumumkan`,
          `Field officers with a letter on that day: ${officers}. Their names are not published`,
        )}
        {hasPhone && say('; tanyakan ke nomor di atas', '; ask at the number above')}.
      </p>
    </section>
  )
}

function Branches({ frame, agency, on }: SectionContent) {
  const { say } = frame
  const placeOf = ({ regionCode }: Branch) => regionName(agency.country, regionCode) ?? regionCode
  return (
    <section>
      <h2>{say('Kantor cabang', 'Branch offices')}</h2>
      {agency.branches.length === 0 && (
        <p>{say('Belum ada yang tercatat.', 'None on record yet.')}</p>
      )}
      <ul class="plain-list">
        {agency.branches.map((branch) => (
          <li>
            <strong>{branch.name ?? placeOf(branch)}</strong>
            {branch.name !== null && `, ${placeOf(branch)}`}:{' '}
            {holdsOn(branch, on)
              ? say('buka', 'open')
              : say('tidak buka pada hari itu', 'not open on that day')}
            , {periodInWords(frame, branch)}
            {branch.address !== null && `. ${branch.address}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Destinations({ frame, agency, on }: SectionContent) {
  const { say } = frame
  const open = agency.destinations.filter((destination) => holdsOn(destination, on))
  return (
    <section>
      <h2>{say('Negara tujuan yang diizinkan', 'Authorised destinations')}</h2>
      {open.length === 0 && <p>{say('Belum ada yang tercatat.', 'None on record yet.')}</p>}
      <ul class="plain-list">
        {open.map(({ destination, scheme }) => (
          <li>
            {frame.country(destination)}
            {scheme !== null && ` (${scheme})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function periodInWords(frame: Frame, { effectiveOn, lastDay }: Fact): string {
  const from = `${frame.say('sejak', 'since')} ${frame.day(effectiveOn)}`
  return lastDay === null ? from : `${from} ${frame.say('sampai', 'until')} ${frame.day(lastDay)}`
}
