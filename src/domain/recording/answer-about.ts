import type { Agency } from '../agency.ts'
import { type Answer, answerQuickCheck } from '../answer.ts'
import type { CalendarDate } from '../calendar-date.ts'
import type { RegisterView } from '../register-view.ts'

// Any text with a digit is read as a number; whose it is says the view below.
const SOME_NUMBER = '1'

/**
 * What the quick check answers about an agency that the question leaves no doubt about: what its
 * record alone decides. By one of its licences, or by any of them.
 */
export function answerAbout(
  agency: Agency,
  register: RegisterView,
  days: { readonly on: CalendarDate; readonly today: CalendarDate },
  licenceId?: string,
): Answer {
  const licences = agency.licences.filter(({ id }) => licenceId === undefined || id === licenceId)
  const ids = licences.length === 0 ? [''] : licences.map(({ id }) => id)
  return answerQuickCheck(
    { ...days, licence: SOME_NUMBER },
    {
      ...register,
      agency: (id) => (id === agency.id ? agency : register.agency(id)),
      holdersOfNumber: () =>
        ids.map((id) => ({ agencyId: agency.id, licenceId: id, outcome: 'exact' })),
      holdersOfPhone: () => [],
    },
  )
}
