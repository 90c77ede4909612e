import type { OpenedRegister } from '../../actions/open-register.ts'
import { isCalendarDate } from '../../domain/calendar-date.ts'
import { DIRT, type Dirt } from '../../domain/listing/dirt.ts'
import { IMPORT_FINDINGS } from '../../domain/listing/import-finding.ts'
import { FIELD_WORDS } from '../../domain/listing/import-words.ts'
import { CONFLICT_REASONS, type FieldChange } from '../../domain/listing/list-comparison.ts'
import type { ImportRow, RowDecision } from '../../domain/listing/list-import.ts'
import type { Frame } from '../frame.ts'
import { subjectName } from './subject-name.ts'

/** Everything that was found of one row: what it changes, before and after, and every fault. */
export function RowFindings({ frame, row }: { readonly frame: Frame; readonly row: ImportRow }) {
  const { say, pick } = frame
  const { changes, conflict, findings, dirt, duplicateOf, line } = row
  // Where nothing is recorded in its place, what was said before counts again: it is not empty then.
  const isTakenBack = row.class === 'taken_back'
  return (
    <ul class="plain-list">
      {conflict !== null && (
        <li>
          <strong>{pick(CONFLICT_REASONS[conflict.reason])}</strong>
          {conflict.agencyName !== null && ` (${conflict.agencyName})`}
        </li>
      )}
      {duplicateOf !== null && (
        <li>
          {line === null
            ? say(
                `Nama atau nomornya tampak di baris ${duplicateOf}.`,
                `Its name or number is seen on line ${duplicateOf}.`,
              )
            : say(
                `Sama dengan baris ${duplicateOf}: baris itu yang dipakai.`,
                `The same as line ${duplicateOf}: that one counts.`,
              )}
        </li>
      )}
      {changes.map((change) => (
        <li>
          {pick(FIELD_WORDS[change.field])}: <del>{valueInWords(frame, change, 'before')}</del>{' '}
          {isTakenBack && change.after === null ? (
            say('ditarik kembali', 'taken back')
          ) : (
            <>
              {say('menjadi', 'becomes')} <ins>{valueInWords(frame, change, 'after')}</ins>
            </>
          )}
        </li>
      ))}
      {findings.map(({ code, detail }) => (
        <li>
          {pick(IMPORT_FINDINGS[code])}
          {detail !== null && ` (${detail})`}
        </li>
      ))}
      {dirt.map((fault) => (
        <li>{dirtInWords(frame, fault)}</li>
      ))}
    </ul>
  )
}

const LISTED_WORDS: Readonly<Record<string, { id: string; en: string }>> = {
  never: { id: 'belum pernah', en: 'never' },
  listed: { id: 'tercantum', en: 'listed' },
  missing: { id: 'tidak tercantum', en: 'not listed' },
}

function valueInWords(frame: Frame, change: FieldChange, side: 'before' | 'after'): string {
  const value = change[side]
  if (value === null) return frame.say('kosong', 'empty')
  const listed = change.field === 'listed' ? LISTED_WORDS[value] : undefined
  if (listed !== undefined) return frame.pick(listed)
  return change.field === 'validUntil' && isCalendarDate(value) ? frame.day(value) : value
}

function dirtInWords({ say, pick }: Frame, { code, detail, otherLine }: Dirt): string {
  const told = [
    ...(detail === undefined ? [] : [detail]),
    ...(otherLine === undefined ? [] : [say(`baris ${otherLine}`, `line ${otherLine}`)]),
  ]
  return told.length === 0 ? pick(DIRT[code]) : `${pick(DIRT[code])} (${told.join('; ')})`
}

export function decisionInWords(
  { say }: Frame,
  opened: OpenedRegister,
  decision: RowDecision,
): string {
  switch (decision.is) {
    case 'leave_out':
      return say('dikeluarkan', 'left out')
    case 'is_new':
      return say('perusahaan baru', 'a new agency')
    case 'is_agency': {
      const name = subjectName(opened, decision.agencyId) ?? decision.agencyId
      return say(`ini ${name}`, `this is ${name}`)
    }
  }
}
