import type { Frame } from '../frame.ts'

/** What is wrong with a form; `at` names the input that it is about, by its id and its label. */
export interface FormFault {
  readonly at?: { readonly id: string; readonly label: string }
  readonly says: string
}

/** Stands before a form that was refused, takes the focus and leads to what is to be corrected. */
export function FormFaults({
  frame,
  faults,
}: {
  readonly frame: Frame
  readonly faults: readonly FormFault[]
}) {
  if (faults.length === 0) return null
  return (
    <div class="faults" role="alert" tabindex={-1} autofocus id="keliru">
      <h2>{frame.say('Ada yang perlu diperhatikan', 'Something needs your attention')}</h2>
      <ul>
        {faults.map(({ at, says }) => (
          <li>
            {at !== undefined && (
              <>
                <a href={`#${at.id}`}>{at.label}</a>:{' '}
              </>
            )}
            {says}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** To spread into an input that a fault is about. */
export function wrongIf(isWrong: boolean) {
  return isWrong ? { 'aria-invalid': true } : {}
}
