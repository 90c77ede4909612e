import type { InviteRefusal } from './actions/people/invite.ts'
import type { RightsFailure, RightsResult } from './actions/people/rights.ts'
import type { Words } from './language.ts'
import { Problem, type ProblemKind } from './problem.ts'

type Refusal = RightsFailure | InviteRefusal

const REFUSALS: Readonly<Record<Refusal, readonly [ProblemKind, Words?]>> = {
  unknown: ['person-not-found'],
  outside_place: [
    'not-allowed',
    {
      id: 'Wilayah itu di luar wilayah peran Anda.',
      en: 'That place lies outside the place of your role.',
    },
  ],
  own_role: [
    'not-allowed',
    {
      id: 'Peran sendiri diberikan dan dicabut oleh administrator lain.',
      en: 'Your own roles are given and taken by another administrator.',
    },
  ],
  last_administrator: [
    'conflict',
    {
      id: 'Ini administrator terakhir. Tambahkan yang lain dahulu.',
      en: 'This is the last administrator. Add another one first.',
    },
  ],
  email_taken: [
    'conflict',
    { id: 'Alamat surel ini sudah terdaftar.', en: 'This e-mail address is known already.' },
  ],
  email_unreadable: [
    'input-invalid',
    { id: 'Ini bukan alamat surel.', en: 'This is no e-mail address.' },
  ],
}

/** Goes on when it was done, or was so already; throws what the person is to be told otherwise. */
export function refuseUnlessDone(result: RightsResult): void {
  if (result !== 'done' && result !== 'unchanged') throw rightsProblem(result)
}

export function rightsProblem(refusal: Refusal): Problem {
  const [kind, detail] = REFUSALS[refusal]
  return new Problem(kind, detail === undefined ? {} : { detail })
}
