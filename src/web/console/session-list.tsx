import type { Bilingual } from '../../domain/bilingual.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { ListedSession } from '../../store/sessions.ts'
import type { Frame } from '../frame.ts'
import { FormToken } from './console-page.tsx'

const METHOD_WORDS: Readonly<Record<ListedSession['method'], Bilingual>> = {
  password: { id: 'kata sandi', en: 'password' },
  authenticator: { id: 'kata sandi dan aplikasi kode', en: 'password and authenticator app' },
  backup_code: { id: 'kata sandi dan kode cadangan', en: 'password and backup code' },
  passkey: { id: 'kunci sandi', en: 'passkey' },
}

/** Where somebody is signed in, with what ends it. */
export function SessionList({
  frame,
  person,
  sessions,
}: {
  readonly frame: Frame
  readonly person: SignedIn
  readonly sessions: readonly ListedSession[]
}) {
  const { say } = frame
  const others = sessions.filter(({ id }) => id !== person.sessionId)
  return (
    <section aria-labelledby="sesi">
      <h2 id="sesi">{say('Tempat Anda sedang masuk', 'Where you are signed in')}</h2>
      <ul>
        {sessions.map((session) => (
          <li>
            <strong>
              {session.id === person.sessionId ? say('Di sini', 'Here') : session.address}
            </strong>
            , {frame.pick(METHOD_WORDS[session.method])}, {say('sejak', 'since')}{' '}
            {frame.instant(new Date(session.startedAt))}
            {session.userAgent !== '' && <span class="hint"> {session.userAgent}</span>}
            {session.id !== person.sessionId && (
              <form method="post" action={frame.href('/konsol/akun/sesi')}>
                <FormToken person={person} />
                <input type="hidden" name="session" value={session.id} />
                <button class="quiet" type="submit">
                  {say('Akhiri', 'End it')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <form method="post" action={frame.href('/konsol/akun/sesi-lain')}>
          <FormToken person={person} />
          <button type="submit">{say('Akhiri semua yang lain', 'End all the others')}</button>
        </form>
      )}
    </section>
  )
}
