import type { AnsweredOffice } from '../../domain/answer-check.ts'
import type { Frame } from '../frame.ts'

const TELEPHONE = /^\+?[\d\s().-]{3,}$/

/** Whom to call. A contact that nobody has tried is never shown as if it were known to work. */
export function OfficeList({
  frame,
  offices,
}: {
  frame: Frame
  offices: readonly AnsweredOffice[]
}) {
  const { say } = frame
  if (offices.length === 0) return null
  const untried = say('belum kami coba', 'we have not tried it')
  const isNoneTried = offices.every(({ verifiedOn }) => verifiedOn === null)
  return (
    <section class="steps offices" aria-labelledby="hubungi">
      <h2 id="hubungi">{say('Siapa yang dapat dihubungi', 'Whom to call')}</h2>
      <dl>
        {offices.map(({ name, contact, verifiedOn }) => (
          <>
            <dt>
              {frame.pick(name)}
              {verifiedOn === null && !isNoneTried && ` (${untried})`}
            </dt>
            <dd>
              {TELEPHONE.test(contact) ? (
                <a class="tap" href={`tel:${contact.replace(/[^\d+]/g, '')}`}>
                  {contact}
                </a>
              ) : (
                contact
              )}
            </dd>
          </>
        ))}
      </dl>
      {isNoneTried && (
        <p class="hint">
          {say(
            'Nomor dan alamat ini dari sumber umum dan belum kami coba.',
            'These numbers and addresses are from public sources, and we have not tried them.',
          )}
        </p>
      )}
    </section>
  )
}
