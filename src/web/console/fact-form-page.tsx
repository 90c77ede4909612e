import type { Bilingual } from '../../domain/bilingual.ts'
import type { FactKind } from '../../domain/recording/fact-kind.ts'
import type { Source } from '../../domain/source.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { Frame } from '../frame.ts'
import { ConsolePage, FormToken } from './console-page.tsx'
import { FactInput } from './fact-input.tsx'
import { RECORD_PATH, SUBJECT_PATH } from './recording-paths.ts'
import type { FieldFaults, Typed } from './typed-fact.ts'

export interface FactFormContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly kind: FactKind
  readonly typed: Typed
  readonly faults: FieldFaults
  /** What kept it from being recorded though every field is right. */
  readonly trouble: Bilingual | null
  readonly sources: readonly Source[]
  /** Whom it is about, where that is known. */
  readonly about: { readonly id: string; readonly name: string } | undefined
  readonly held: HeldForm
}

/** What a form holds unseen, so that nothing is recorded twice or on a record that has changed. */
export interface HeldForm {
  /** The newest entry of the log when the form was opened. */
  readonly ofLog: number
  /** Names this one recording: pressed twice, it is recorded once. */
  readonly key: string
}

/** The form of one kind of fact, made from its fields. */
export function FactFormPage(content: FactFormContent) {
  const { frame, person, kind, typed, faults, sources, about, held } = content
  const { say } = frame
  const corrects = typed.get('corrects')
  const isWrong = faults.size > 0 || content.trouble !== null
  const title = frame.pick(kind.title)
  return (
    <ConsolePage
      frame={frame}
      person={person}
      title={isWrong ? `${say('Belum tercatat', 'Not recorded yet')}: ${title}` : title}
    >
      {isWrong && <Trouble {...content} />}
      {about !== undefined && (
        <p>
          {say('Tentang ', 'About ')}
          <a href={frame.href(`${SUBJECT_PATH}/${about.id}`)}>{about.name}</a>
        </p>
      )}
      {corrects !== null && corrects !== '' && (
        <p class="card">
          {say(
            `Ini membetulkan catatan nomor ${corrects}. Catatan itu tetap tersimpan dan terlihat sebagai digantikan.`,
            `This corrects entry ${corrects}. That entry is kept, and is seen to be replaced.`,
          )}
        </p>
      )}
      <p>
        {say(
          'Yang hanya memperburuk jawaban langsung berlaku. Yang lain menunggu orang kedua.',
          'What can only make answers worse counts at once. Anything else waits for a second person.',
        )}
      </p>
      <form method="post" action={frame.href(`${RECORD_PATH}/${kind.path}`)} autocomplete="off">
        <FormToken person={person} />
        <HeldInputs held={held} />
        {Object.entries(kind.fields).map(([name, field]) => {
          const fault = faults.get(name)
          return (
            <FactInput
              frame={frame}
              name={name}
              field={field}
              typed={typed.getAll(name)}
              fault={fault && frame.pick(fault)}
              sources={sources}
            />
          )
        })}
        <ReasonInput frame={frame} typed={typed.get('reason') ?? ''} />
        <button type="submit">{say('Catat', 'Record')}</button>
      </form>
    </ConsolePage>
  )
}

export function HeldInputs({ held: { ofLog, key } }: { readonly held: HeldForm }) {
  return (
    <>
      <input type="hidden" name="entry" value={String(ofLog)} />
      <input type="hidden" name="key" value={key} />
    </>
  )
}

export function ReasonInput({
  frame,
  typed = '',
}: {
  readonly frame: Frame
  readonly typed?: string
}) {
  return (
    <div class="field">
      <label for="reason">
        {frame.say(
          'Alasan, untuk orang kedua (bila ada)',
          'Reason, for the second person (if any)',
        )}
      </label>
      <input
        id="reason"
        name="reason"
        type="text"
        maxlength={500}
        value={typed}
        autocomplete="off"
      />
    </div>
  )
}

function Trouble({ frame, kind, faults, trouble }: FactFormContent) {
  return (
    <div class="faults" role="alert" tabindex={-1} autofocus>
      <h2>{frame.say('Ada yang perlu diperhatikan', 'Something needs your attention')}</h2>
      {trouble !== null && <p>{frame.pick(trouble)}</p>}
      {faults.size > 0 && (
        <ul>
          {[...faults].map(([name, fault]) => {
            const label = kind.fields[name]?.label
            return (
              <li>
                <a href={`#${name}`}>{label === undefined ? name : frame.pick(label)}</a>:{' '}
                {frame.pick(fault)}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
