import type { SignedIn } from '../../signed-in.ts'
import type { ListedPerson } from '../../store/people.ts'
import type { Frame } from '../frame.ts'
import { ConsolePage, FormToken } from './console-page.tsx'
import { type FormFault, FormFaults, wrongIf } from './form-faults.tsx'
import { RoleFields } from './role-fields.tsx'
import { roleInWords } from './role-in-words.ts'
import type { Typed } from './typed-fact.ts'

export interface PeopleContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly people: readonly ListedPerson[]
  readonly q: string | undefined
  /** The last address of this page where more follow. */
  readonly next: string | null
  readonly isFirst: boolean
  readonly fault?: FormFault | undefined
  /** What stood in the form that was refused. */
  readonly typed?: Typed | undefined
}

/** Everybody who may sign in, for who invites them and gives them roles. */
export function PeoplePage({
  frame,
  person,
  people,
  q,
  next,
  isFirst,
  fault,
  typed,
}: PeopleContent) {
  const { say, href } = frame
  const faulty = fault?.at?.id
  return (
    <ConsolePage frame={frame} person={person} title={say('Orang', 'People')}>
      <FormFaults frame={frame} faults={fault === undefined ? [] : [fault]} />
      <search>
        <form action="/konsol/orang" method="get">
          {frame.askedLanguage && <input type="hidden" name="lang" value={frame.askedLanguage} />}
          <label for="cari">{say('Cari nama atau alamat surel', 'Search a name or address')}</label>
          <div class="box">
            <input id="cari" name="q" type="text" value={q ?? ''} maxlength={100} />
            <button type="submit">{say('Cari', 'Search')}</button>
          </div>
        </form>
      </search>
      <section class="wide-table" aria-label={say('Daftar orang', 'People')} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('Nama', 'Name')}</th>
              <th scope="col">{say('Alamat surel', 'E-mail address')}</th>
              <th scope="col">{say('Peran', 'Roles')}</th>
              <th scope="col">{say('Keadaan', 'State')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((each) => (
              <tr>
                <th scope="row">
                  <a class="tap" href={href(`/konsol/orang/${each.id}`)}>
                    {each.name}
                  </a>
                </th>
                <td>{each.email}</td>
                <td>{each.grants.map((grant) => roleInWords(frame, grant)).join('; ') || '–'}</td>
                <td>{stateInWords(frame, each)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {people.length === 0 && <p>{say('Tidak ada yang cocok.', 'Nobody matches.')}</p>}
      <nav class="paging" aria-label={say('Halaman daftar', 'Pages of the list')}>
        {!isFirst && (
          <a class="button" href={href('/konsol/orang', { q })}>
            {say('Kembali ke awal', 'Back to the start')}
          </a>
        )}
        {next !== null && (
          <a class="button" rel="next" href={href('/konsol/orang', { q, after: next })}>
            {say('Berikutnya', 'Next')}
          </a>
        )}
      </nav>
      <h2>{say('Undang orang', 'Invite somebody')}</h2>
      <form method="post" action={href('/konsol/orang')}>
        <FormToken person={person} />
        <div class="field">
          <label for="email">{say('Alamat surel', 'E-mail address')}</label>
          <input
            id="email"
            name="email"
            type="email"
            maxlength={254}
            value={typed?.get('email') ?? ''}
            autocomplete="off"
            required
            {...wrongIf(faulty === 'email')}
          />
        </div>
        <div class="field">
          <label for="name">{say('Nama', 'Name')}</label>
          <input
            id="name"
            name="name"
            type="text"
            maxlength={100}
            value={typed?.get('name') ?? ''}
            autocomplete="off"
            required
            {...wrongIf(faulty === 'name')}
          />
        </div>
        <RoleFields frame={frame} typed={typed ?? new URLSearchParams()} faulty={faulty} />
        <button type="submit">{say('Undang', 'Invite')}</button>
      </form>
    </ConsolePage>
  )
}

export function stateInWords({ say }: Frame, { isDisabled, canSignIn }: ListedPerson): string {
  if (isDisabled) return say('nonaktif', 'disabled')
  return canSignIn ? say('aktif', 'active') : say('diundang', 'invited')
}
