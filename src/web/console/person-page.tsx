import type { SignedIn } from '../../signed-in.ts'
import type { ListedPerson } from '../../store/people.ts'
import type { Frame } from '../frame.ts'
import { ConsolePage, FormToken } from './console-page.tsx'
import { type FormFault, FormFaults } from './form-faults.tsx'
import { stateInWords } from './people-page.tsx'
import { RoleFields } from './role-fields.tsx'
import { roleInWords } from './role-in-words.ts'
import type { Typed } from './typed-fact.ts'

interface PersonContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly shown: ListedPerson
  readonly fault?: FormFault | undefined
  /** What stood in the form of a role that was refused. */
  readonly typed?: Typed | undefined
}

/** One person: roles, and what an administrator may do about them. */
export function PersonPage({ frame, person, shown, fault, typed }: PersonContent) {
  const { say, href } = frame
  const at = `/konsol/orang/${shown.id}`
  return (
    <ConsolePage frame={frame} person={person} title={shown.name}>
      <FormFaults frame={frame} faults={fault === undefined ? [] : [fault]} />
      <dl>
        <dt>{say('Alamat surel', 'E-mail address')}</dt>
        <dd>{shown.email}</dd>
        <dt>{say('Keadaan', 'State')}</dt>
        <dd>{stateInWords(frame, shown)}</dd>
        <dt>{say('Tanda dalam catatan', 'Mark in the records')}</dt>
        <dd>{shown.id}</dd>
      </dl>
      <h2>{say('Peran', 'Roles')}</h2>
      {shown.grants.length === 0 && <p>{say('Belum ada.', 'None yet.')}</p>}
      <ul>
        {shown.grants.map((grant) => (
          <li>
            {roleInWords(frame, grant)},{' '}
            {say(
              `diberikan ${frame.instant(new Date(grant.grantedAt))} oleh ${grant.grantedBy}`,
              `given ${frame.instant(new Date(grant.grantedAt))} by ${grant.grantedBy}`,
            )}
            <form method="post" action={href(`${at}/cabut`)}>
              <FormToken person={person} />
              <input type="hidden" name="grant" value={String(grant.grantId)} />
              <button class="quiet" type="submit">
                {say('Cabut', 'Take away')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {shown.id === person.id ? (
        <p>
          {say(
            'Peran Anda sendiri diberikan dan dicabut oleh administrator lain.',
            'Your own roles are given and taken by another administrator.',
          )}
        </p>
      ) : (
        <details open={typed !== undefined}>
          <summary>{say('Beri peran', 'Give a role')}</summary>
          <form method="post" action={href(`${at}/peran`)}>
            <FormToken person={person} />
            <RoleFields frame={frame} typed={typed} faulty={fault?.at?.id} />
            <button type="submit">{say('Beri', 'Give')}</button>
          </form>
        </details>
      )}
      <h2>{say('Cara masuk', 'Signing in')}</h2>
      <form method="post" action={href(`${at}/atur-ulang`)}>
        <FormToken person={person} />
        <p>
          {say(
            'Bila telepon hilang atau kata sandi terlupa: semua cara masuk orang ini dihapus, dan ia mendapat undangan baru.',
            'For a lost phone or a forgotten password: everything this person signs in with is removed, and a new invitation is made.',
          )}
        </p>
        <button class="quiet" type="submit">
          {say('Atur ulang dan undang lagi', 'Reset and invite again')}
        </button>
      </form>
      <form method="post" action={href(`${at}/${shown.isDisabled ? 'aktifkan' : 'nonaktifkan'}`)}>
        <FormToken person={person} />
        <p>
          {shown.isDisabled
            ? say('Orang ini tidak dapat masuk.', 'This person cannot sign in.')
            : say(
                'Menonaktifkan mengakhiri semua sesinya saat itu juga.',
                'Disabling ends all their sessions at once.',
              )}
        </p>
        <button class="quiet" type="submit">
          {shown.isDisabled ? say('Aktifkan lagi', 'Enable again') : say('Nonaktifkan', 'Disable')}
        </button>
      </form>
    </ConsolePage>
  )
}

export function InvitedPage({
  frame,
  person,
  personId,
  address,
  until,
}: {
  readonly frame: Frame
  readonly person: SignedIn
  readonly personId: string
  readonly address: string
  readonly until: Date
}) {
  const { say } = frame
  return (
    <ConsolePage frame={frame} person={person} title={say('Undangan dibuat', 'Invitation made')}>
      <p>
        {say(
          'Serahkan alamat ini hanya kepada orang itu, sebaiknya langsung. Terbuka satu kali, dan tidak ditampilkan lagi.',
          'Give this address to that person alone, best in person. It opens once, and is not shown again.',
        )}
      </p>
      <p class="card secret">{address}</p>
      <p>
        {say(`Berlaku sampai ${frame.instant(until)}.`, `Valid until ${frame.instant(until)}.`)}
      </p>
      <p>
        <a class="button" href={frame.href(`/konsol/orang/${personId}`)}>
          {say('Ke orang ini', 'To this person')}
        </a>
      </p>
    </ConsolePage>
  )
}
