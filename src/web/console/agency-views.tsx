import type { Child } from 'hono/jsx'
import type { SignedIn } from '../../signed-in.ts'
import type { Frame } from '../frame.ts'
import { ConsolePage } from './console-page.tsx'
import { AGENCIES_PATH } from './paths.ts'
import { SUBJECT_PATH } from './recording-paths.ts'

const VIEWS = [
  { part: '', words: { id: 'Catatan', en: 'Record' } },
  { part: '/perbedaan', words: { id: 'Perbedaan', en: 'Difference' } },
  { part: '/jawaban', words: { id: 'Jawaban saat itu', en: 'Answer then' } },
] as const

interface AgencyViewContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly agencyId: string
  readonly title: string
  readonly view: (typeof VIEWS)[number]['part']
  /** What is wrong with a moment that was typed. */
  readonly faults: readonly (string | null)[]
  readonly isBehind: boolean
  readonly children?: Child
}

/** What surrounds every look at one agency. */
export function AgencyView(content: AgencyViewContent) {
  const { frame, person, agencyId, title, view, faults, isBehind, children } = content
  const said = faults.filter((fault) => fault !== null)
  return (
    <ConsolePage frame={frame} person={person} title={title} isBehind={isBehind}>
      <nav class="views" aria-label={frame.say('Tampilan perusahaan ini', 'Views of this company')}>
        {VIEWS.map(({ part, words }) => (
          <a
            class="bottom-link"
            href={frame.href(`${AGENCIES_PATH}/${agencyId}${part}`)}
            aria-current={part === view ? 'page' : undefined}
          >
            {frame.pick(words)}
          </a>
        ))}
        <a class="bottom-link" href={frame.href(`${SUBJECT_PATH}/${agencyId}`)}>
          {frame.say('Betulkan atau cabut', 'Correct or retract')}
        </a>
        <a class="bottom-link" href={frame.href(`/perusahaan/${agencyId}`)}>
          {frame.say('Halaman umum', 'Public page')}
        </a>
      </nav>
      {said.length > 0 && (
        <div class="faults" role="alert" id="keliru">
          {said.map((fault) => (
            <p>{fault}</p>
          ))}
        </div>
      )}
      {children}
    </ConsolePage>
  )
}
