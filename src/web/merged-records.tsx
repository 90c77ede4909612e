import type { OpenedRegister } from '../actions/open-register.ts'
import { type Agency, type AgencyMerge, registeredNameOn } from '../domain/agency.ts'
import type { Frame } from './frame.ts'

interface MergedContent {
  readonly frame: Frame
  /** The id that was asked for, which may be a duplicate’s. */
  readonly askedId: string
  readonly agency: Agency
  readonly opened: OpenedRegister
}

/** That the record which was asked for is shown as part of another one; nothing where it is its own. */
export function MergedNotice({ frame, askedId, agency, opened }: MergedContent) {
  if (askedId === agency.id) return null
  const [asked, kept] = [askedId, agency.id].map((id) => recordInWords(id, opened))
  return (
    <p class="notice">
      {frame.say(
        `Catatan yang diminta, ${asked}, sudah digabungkan ke ${kept}. Yang tampil di sini adalah catatan gabungannya.`,
        `The record that was asked for, ${asked}, was merged into ${kept}. What is shown here is the merged record.`,
      )}
    </p>
  )
}

/** Which records answer with this one; nothing where none was merged. */
export function MergedRecords({ frame, agency, opened }: Omit<MergedContent, 'askedId'>) {
  const merges = mergesInWords(frame, agency, opened)
  if (merges.length === 0) return null
  return (
    <section>
      <h2>{frame.say('Catatan yang digabungkan', 'Merged records')}</h2>
      <ul class="plain-list">
        {merges.map((merge) => (
          <li>{merge}</li>
        ))}
      </ul>
    </section>
  )
}

/** Each merge that leads to the agency: of which record into which, since when, by which source. */
export function mergesInWords(
  frame: Frame,
  agency: Agency,
  opened: OpenedRegister,
): readonly string[] {
  const { register, view } = opened
  return register.merges
    .leadingTo(agency.id, view.size)
    .map((merge) => mergeInWords(frame, merge, opened))
}

function mergeInWords(
  { say, day }: Frame,
  { agencyId, keptId, effectiveOn, sourceId }: AgencyMerge,
  opened: OpenedRegister,
): string {
  const [duplicate, kept] = [agencyId, keptId].map((id) => recordInWords(id, opened))
  const source = opened.view.source(sourceId)
  const by = source === undefined ? sourceId : `${source.title} (${source.publisher})`
  return say(
    `${duplicate} digabungkan ke ${kept} sejak ${day(effectiveOn)}, menurut ${by}`,
    `${duplicate} was merged into ${kept} on ${day(effectiveOn)}, by ${by}`,
  )
}

function recordInWords(id: string, { register, view, today }: OpenedRegister): string {
  const record = register.recordOf(id, view.size)
  return record === undefined ? id : `${registeredNameOn(record, today)} (${id})`
}
