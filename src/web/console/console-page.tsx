import type { Child } from 'hono/jsx'
import type { Bilingual } from '../../domain/bilingual.ts'
import { mayDo } from '../../domain/people/person.ts'
import type { Task } from '../../domain/people/role.ts'
import type { SignedIn } from '../../signed-in.ts'
import { ASSET_ADDRESS } from '../assets.ts'
import type { Frame } from '../frame.ts'
import { Page } from '../page.tsx'
import { AGENCIES_PATH, IMPORTS_PATH, NAMES_PATH, RULES_PATH, SOURCES_PATH } from './paths.ts'
import { PROPOSALS_PATH, RECORD_PATH } from './recording-paths.ts'

interface ConsoleLink {
  readonly path: string
  readonly words: Bilingual
  /** Who sees it; everybody who is signed in when null. */
  readonly task: Task | null
  /** After `g`, leads there. */
  readonly key?: string
}

/** The console's navigation: a page is listed for those who may use it. */
const LINKS: readonly ConsoleLink[] = [
  { path: '/konsol', words: { id: 'Konsol', en: 'Console' }, task: null, key: 'k' },
  {
    path: AGENCIES_PATH,
    words: { id: 'Perusahaan', en: 'Companies' },
    task: 'read_console',
    key: 'p',
  },
  {
    path: SOURCES_PATH,
    words: { id: 'Sumber', en: 'Sources' },
    task: 'read_console',
    key: 's',
  },
  { path: RULES_PATH, words: { id: 'Aturan', en: 'Rules' }, task: 'read_console', key: 'a' },
  {
    path: NAMES_PATH,
    words: { id: 'Nama yang mirip', en: 'Names alike' },
    task: 'read_console',
    key: 'n',
  },
  {
    path: IMPORTS_PATH,
    words: { id: 'Impor', en: 'Imports' },
    task: 'read_console',
    key: 'i',
  },
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
  /** True where the newest records could not be reached in time: the page says so. */
  readonly isBehind?: boolean
  /** As for every page. */
  readonly refreshAfter?: number | undefined
  readonly children?: Child
}

/** What surrounds every page of the console. */
export function ConsolePage(content: ConsoleContent) {
  const { frame, person, title, isBehind = false, refreshAfter, children } = content
  const { say } = frame
  return (
    <Page frame={frame} title={title} isForOfficers refreshAfter={refreshAfter}>
      <div class="console-bar">
        <nav class="console-links" aria-label={say('Konsol', 'Console')}>
          {LINKS.filter(({ task }) => task === null || mayDo(person, task)).map(
            ({ path, words, key }) => (
              <a
                class="bottom-link"
                href={frame.href(path)}
                data-go={key}
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
      {isBehind && (
        <p class="faults" role="alert">
          {say(
            'Catatan terbaru belum dapat dibuka, jadi halaman ini mungkin tertinggal. Muat ulang sebentar lagi.',
            'The newest records could not be reached, so this page may be behind. Load it again shortly.',
          )}
        </p>
      )}
      {children}
      <KeyHelp frame={frame} />
      <script src={ASSET_ADDRESS['console.js']} defer></script>
    </Page>
  )
}

/** Shown by the script that listens to the keys; it can be switched off, as single keys must be. */
function KeyHelp({ frame: { say } }: { readonly frame: Frame }) {
  return (
    <div class="keys hint" id="pintasan" hidden>
      <p>
        {say('Pintasan: ', 'Keys: ')}
        <kbd>/</kbd> {say('cari', 'search')}, <kbd>j</kbd> <kbd>k</kbd>{' '}
        {say('baris berikut dan sebelumnya', 'next and previous row')}, <kbd>g</kbd>{' '}
        {say('lalu', 'then')} <kbd>k</kbd> {say('konsol', 'console')}, <kbd>p</kbd>{' '}
        {say('perusahaan', 'companies')}, <kbd>s</kbd> {say('sumber', 'sources')}, <kbd>a</kbd>{' '}
        {say('aturan', 'rules')}, <kbd>n</kbd> {say('nama mirip', 'names alike')}, <kbd>i</kbd>{' '}
        {say('impor', 'imports')}.
      </p>
      <label class="keys-switch">
        <input type="checkbox" id="pintasan-hidup" />{' '}
        {say('Pintasan papan ketik hidup', 'Keyboard shortcuts are on')}
      </label>
    </div>
  )
}

/** The part of every form of the console that shows it to be ours. */
export function FormToken({ person }: { readonly person: Pick<SignedIn, 'formToken'> }) {
  return <input type="hidden" name="form_token" value={person.formToken} />
}
