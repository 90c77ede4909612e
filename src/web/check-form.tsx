import type { Frame } from './frame.ts'

/** What stood in the form, to be shown again. */
export interface Typed {
  readonly q?: string | undefined
  readonly name?: string | undefined
  readonly licence?: string | undefined
  readonly phone?: string | undefined
  readonly on?: string | undefined
}

export const LONGEST = { q: 300, name: 200, licence: 100, phone: 40 } as const

interface CheckFormContent {
  readonly frame: Frame
  readonly typed?: Typed
  readonly faults?: readonly string[]
}

/** One box for whatever stands on the paper; the fields below it are for those who want to be exact. */
export function CheckForm({ frame, typed = {}, faults = [] }: CheckFormContent) {
  const { say } = frame
  const isApart = [typed.name, typed.licence, typed.phone, typed.on].some((text) => text)
  const isWrong = faults.length > 0
  return (
    <search>
      <form class="check" action="/periksa" method="get">
        {frame.askedLanguage && <input type="hidden" name="lang" value={frame.askedLanguage} />}
        {isWrong && (
          <div class="faults" role="alert" id="keliru">
            {faults.map((fault) => (
              <p>{fault}</p>
            ))}
          </div>
        )}
        <label for="q">
          {say(
            'Nama perusahaan, nomor izin, atau telepon',
            'Company name, licence number or phone',
          )}
        </label>
        <div class="box">
          <input
            id="q"
            name="q"
            type="text"
            value={typed.q ?? ''}
            maxlength={LONGEST.q}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            enterkeyhint="search"
            aria-describedby={isWrong ? 'keliru petunjuk' : 'petunjuk'}
            data-hint={say(
              'Pilih hanya bila sama dengan di kertas, huruf demi huruf.',
              'Choose only what is the same as on the paper, letter by letter.',
            )}
            data-found={say('nama ditemukan', 'names found')}
          />
          <button type="submit">{say('Periksa', 'Check')}</button>
        </div>
        <p class="hint" id="petunjuk">
          {say(
            'Ketik seperti tertulis di brosur atau surat.',
            'Type it as it is written on the brochure or letter.',
          )}
        </p>
        <details open={isApart}>
          <summary>{say('Pilihan lain', 'More choices')}</summary>
          <div class="fields">
            <Field
              id="name"
              label={say('Nama perusahaan', 'Company name')}
              value={typed.name}
              longest={LONGEST.name}
            />
            <Field
              id="licence"
              label={say('Nomor izin (SIP3MI)', 'Licence number (SIP3MI)')}
              value={typed.licence}
              longest={LONGEST.licence}
            />
            <Field
              id="phone"
              label={say('Nomor telepon yang diberikan', 'Phone number that was given')}
              value={typed.phone}
              longest={LONGEST.phone}
              type="tel"
            />
            <div class="field">
              <label for="on">
                {say(
                  'Untuk hari apa (kosongkan untuk hari ini)',
                  'For which day (empty for today)',
                )}
              </label>
              <input id="on" name="on" type="date" value={typed.on ?? ''} />
            </div>
          </div>
          <button type="submit">{say('Periksa', 'Check')}</button>
        </details>
      </form>
    </search>
  )
}

interface FieldContent {
  readonly id: 'name' | 'licence' | 'phone'
  readonly label: string
  readonly value: string | undefined
  readonly longest: number
  readonly type?: string
}

function Field({ id, label, value, longest, type = 'text' }: FieldContent) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={id}
        type={type}
        value={value ?? ''}
        maxlength={longest}
        autocomplete="off"
        spellcheck={false}
      />
    </div>
  )
}
