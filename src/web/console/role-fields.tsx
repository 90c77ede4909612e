import type { Bilingual } from '../../domain/bilingual.ts'
import { ROLE_WORDS } from '../../domain/people/people-words.ts'
import type { RoleGrant } from '../../domain/people/person.ts'
import { ROLES } from '../../domain/people/role.ts'
import type { Form } from '../form.ts'
import type { Frame } from '../frame.ts'
import { type FormFault, wrongIf } from './form-faults.tsx'
import type { Typed } from './typed-fact.ts'

/** One role and its place, in a form. */
export function RoleFields({
  frame,
  typed = new URLSearchParams(),
  faulty,
}: {
  readonly frame: Frame
  readonly typed?: Typed | undefined
  /** The id of the input that is wrong. */
  readonly faulty?: string | undefined
}) {
  const { say } = frame
  const standing = (name: RoleField) => ({
    id: name,
    name,
    value: typed.get(name) ?? '',
    ...wrongIf(faulty === name),
  })
  return (
    <>
      <div class="field">
        <label for="role">{frame.pick(ROLE_LABELS.role)}</label>
        <select id="role" name="role" {...wrongIf(faulty === 'role')}>
          {ROLES.map((role) => (
            <option value={role} selected={typed.get('role') === role}>
              {frame.pick(ROLE_WORDS[role])}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="country">{frame.pick(ROLE_LABELS.country)}</label>
        <input
          {...standing('country')}
          type="text"
          maxlength={2}
          autocomplete="off"
          aria-describedby="wilayah"
        />
      </div>
      <div class="field">
        <label for="region">{frame.pick(ROLE_LABELS.region)}</label>
        <input
          {...standing('region')}
          type="text"
          maxlength={13}
          autocomplete="off"
          aria-describedby="wilayah"
        />
        <p class="hint" id="wilayah">
          {say(
            'Misalnya ID dan 32.12 untuk Indramayu. Kosong berarti seluruhnya.',
            'For instance ID and 32.12 for Indramayu. Empty means all of it.',
          )}
        </p>
      </div>
    </>
  )
}

/** The role that a form names, or which of its fields is not written as it should be. */
export function readRoleFields(form: Form): RoleGrant | { readonly faulty: RoleField } {
  const role = ROLES.find((word) => word === form.text('role'))
  const country = form.text('country').toUpperCase()
  const region = form.text('region').toUpperCase()
  if (role === undefined) return { faulty: 'role' }
  // A region lies in a country: without one it is the country that is missing.
  if (country === '' ? region !== '' : !/^[A-Z]{2}$/.test(country)) return { faulty: 'country' }
  if (region !== '' && !/^[0-9A-Z]{1,6}(\.[0-9A-Z]{1,6})?$/.test(region)) {
    return { faulty: 'region' }
  }
  return { role, country: country || null, region: region || null }
}

type RoleField = 'role' | 'country' | 'region'

const ROLE_LABELS: Readonly<Record<RoleField, Bilingual>> = {
  role: { id: 'Peran', en: 'Role' },
  country: { id: 'Negara (dua huruf)', en: 'Country (two letters)' },
  region: { id: 'Kode provinsi atau kabupaten', en: 'Code of a province or district' },
}

export function roleFault(frame: Frame, faulty: RoleField): FormFault {
  return {
    at: { id: faulty, label: frame.pick(ROLE_LABELS[faulty]) },
    says:
      faulty === 'role'
        ? frame.say('Pilih perannya.', 'Choose a role.')
        : frame.say(
            'Tulis negara dengan dua huruf (ID) dan wilayah dengan kodenya (32 atau 32.12).',
            'Write the country in two letters (ID) and the region by its code (32 or 32.12).',
          ),
  }
}
