import type { AskedQuestion } from '../asked-question.ts'
import type { Frame } from '../frame.ts'
import { FULL_CHECK } from './step-page.tsx'

/** Leads from the quick answer to the full check. A button of a form: what was asked stays out of the address. */
export function CheckJobToo({ frame, asked }: { frame: Frame; asked: AskedQuestion }) {
  const { name, licence, phone } = asked
  return (
    <form class="onward" method="post" action={frame.href(FULL_CHECK)}>
      {Object.entries({ name, licence, phone }).map(
        ([field, text]) =>
          text !== undefined && <input type="hidden" name={`recruiter.${field}`} value={text} />,
      )}
      <button type="submit">{frame.say('Periksa lowongannya juga', 'Check the job too')}</button>
    </form>
  )
}
