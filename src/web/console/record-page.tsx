import type { Bilingual } from '../../domain/bilingual.ts'
import { AGENCY_FACTS } from '../../domain/recording/agency-facts.ts'
import type { FactKind } from '../../domain/recording/fact-kind.ts'
import { LICENCE_FACTS } from '../../domain/recording/licence-facts.ts'
import { MERGE_FACTS } from '../../domain/recording/merge-facts.ts'
import { OFFICE_FACTS } from '../../domain/recording/office-facts.ts'
import { RECRUITMENT_FACTS } from '../../domain/recording/recruitment-facts.ts'
import { RULE_FACTS } from '../../domain/recording/rule-facts.ts'
import { SOURCE_FACTS } from '../../domain/recording/source-facts.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { Frame } from '../frame.ts'
import { ConsolePage } from './console-page.tsx'
import { RECORD_PATH, SUBJECT_PATH } from './recording-paths.ts'

interface KindGroup {
  readonly title: Bilingual
  readonly kinds: readonly FactKind[]
}

export const KIND_GROUPS: readonly KindGroup[] = [
  { title: { id: 'Izin dan sanksi', en: 'Licences and sanctions' }, kinds: LICENCE_FACTS },
  { title: { id: 'Perusahaan', en: 'Agencies' }, kinds: [...AGENCY_FACTS, ...MERGE_FACTS] },
  { title: { id: 'Lowongan dan mitra', en: 'Jobs and partners' }, kinds: RECRUITMENT_FACTS },
  { title: { id: 'Aturan', en: 'Rules' }, kinds: RULE_FACTS },
  { title: { id: 'Kantor dan kelengkapan', en: 'Offices and completeness' }, kinds: OFFICE_FACTS },
  { title: { id: 'Sumber', en: 'Sources' }, kinds: SOURCE_FACTS },
]

/** What there is to record. */
export function RecordPage({
  frame,
  person,
  given,
}: {
  readonly frame: Frame
  readonly person: SignedIn
  /** What the forms shall hold from the start. */
  readonly given: Readonly<Record<string, string>>
}) {
  const { say, href } = frame
  return (
    <ConsolePage frame={frame} person={person} title={say('Catat', 'Record')}>
      <p>
        {say(
          'Pilih apa yang dicatat. Siapkan sumbernya: keputusan, daftar, atau surat.',
          'Choose what to record. Have its source at hand: a decree, a list or a letter.',
        )}
      </p>
      {KIND_GROUPS.map(({ title, kinds }) => (
        <section>
          <h2>{frame.pick(title)}</h2>
          <ul class="plain-links">
            {kinds.map((kind) => (
              <li>
                <a class="tap" href={href(`${RECORD_PATH}/${kind.path}`, given)}>
                  {frame.pick(kind.title)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p class="hint">
        {say(
          'Membetulkan atau mencabut catatan yang keliru: buka catatan perusahaan, sumber, atau aturannya, lalu pilih barisnya.',
          'To correct or take back a wrong record, open the record of the agency, the source or the rules and choose its line.',
        )}
      </p>
      <form action={href(SUBJECT_PATH)} method="get">
        <label for="id">
          {say(
            'Buka catatan dengan id, misalnya agy_contoh01',
            'Open a record by its id, for instance agy_contoh01',
          )}
        </label>
        <div class="box">
          <input id="id" name="id" type="text" maxlength={200} autocomplete="off" required />
          <button type="submit">{say('Buka', 'Open')}</button>
        </div>
      </form>
    </ConsolePage>
  )
}
