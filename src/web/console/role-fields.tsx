import { ROLE_WORDS } from '../../domain/people/people-words.ts'
import type { RoleGrant } from '../../domain/people/person.ts'
import { ROLES } from '../../domain/people/role.ts'
import type { Form } from '../form.ts'
import type { Frame } from '../frame.ts'

/** One role and its place, in a form. */
export function RoleFields({ frame }: { readonly frame: Frame }) {
  const { say } = frame
  return (
    <>
      <div class="field">
        <label for="role">{say('Peran', 'Role')}</label>
        <select id="role" name="role">
          {ROLES.map((role) => (
            <option value={role}>{frame.pick(ROLE_WORDS[role])}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="country">{say('Negara (dua huruf)', 'Country (two letters)')}</label>
        <input
          id="country"
          name="country"
          type="text"
          maxlength={2}
          autocomplete="off"
          aria-describedby="wilayah"
        />
      </div>
      <div class="field">
        <label for="region">
          {say('Kode provinsi atau kabupaten', 'Code of a province or district')}
        </label>
        <input
          id="region"
          name="region"
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

/** The role that a form names; undefined when its place is not written as places are. */
export function readRoleFields(form: Form): RoleGrant | undefined {
  const role = ROLES.find((word) => word === form.text('role'))
  const country = form.text('country').toUpperCase()
  const region = form.text('region').toUpperCase()
  const isCountry = country === '' || /^[A-Z]{2}$/.test(country)
  const isRegion =
    region === '' || (country !== '' && /^[0-9A-Z]{1,6}(\.[0-9A-Z]{1,6})?$/.test(region))
  if (role === undefined || !isCountry || !isRegion) return undefined
  return { role, country: country || null, region: region || null }
}
