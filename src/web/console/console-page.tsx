import type { Child } from 'hono/jsx'
import type { Bilingual } from '../../domain/bilingual.ts'
import { mayDo } from '../../domain/people/person.ts'
import type { Task } from '../../domain/people/role.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { Frame } from '../frame.ts'
import { Page } from '../page.tsx'
import { PROPOSALS_PATH, RECORD_PATH } from './recording-paths.ts'

interface ConsoleLink {
  readonly path: string
  readonly words: Bilingual
  /** Who sees it; everybody who is signed in when null. */
  readonly task: Task | null
}

/** The console's navigation: a page is listed for those who may use it. */
const LINKS: readonly ConsoleLink[] = [
  { path: '/konsol', words: { id: 'Konsol', en: 'Console' }, task: null },
  { path: PROPOSALS_PATH, words: { id: 'Usulan', en: 'Proposals' }, task: 'read_console' },
  { path: RECORD_PATH, words: { id: 'Catat', en: 'Record' }, task: 'record' },
  { path: '/konsol/kunci', words: { id: 'Kunci mitra', en: 'Partner keys' }, task: 'manage_keys' },
  { path: '/konsol/orang', words: { id: 'Orang', en: 'People' }, task: 'manage_people' },
  { path: '/konsol/jejak', words: { id: 'Jejak', en: 'Trail' }, task: 'read_audit' },
  { path: '/konsol/akun', words: { id: 'Akun saya', en: 'My account' }, task: null },
]

interface ConsoleContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly title: string
  readonly children?: Child
}

/** What surrounds every page of the console. */
export function ConsolePage({ frame, person, title, children }: ConsoleContent) {
  const { say } = frame
  return (
    <Page frame={frame} title={title} isForOfficers>
      <div class="console-bar">
        <nav class="console-links" aria-label={say('Konsol', 'Console')}>
          {LINKS.filter(({ task }) => task === null || mayDo(person, task)).map(
            ({ path, words }) => (
              <a
                class="bottom-link"
                href={frame.href(path)}
                aria-current={frame.here('id').startsWith(`${path}?`) ? 'page' : undefined}
              >
                {frame.pick(words)}
              </a>
            ),
          )}
        </nav>
        <form class="console-person" method="post" action={frame.href('/keluar')}>
          <FormToken person={person} />
          <span>{person.name}</span>{' '}
          <button class="quiet" type="submit">
            {say('Keluar', 'Sign out')}
          </button>
        </form>
      </div>
      <h1>{title}</h1>
      {children}
    </Page>
  )
}

/** The part of every form of the console that shows it to be ours. */
export function FormToken({ person }: { readonly person: SignedIn }) {
  return <input type="hidden" name="form_token" value={person.formToken} />
}
