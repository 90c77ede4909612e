import type { DecideOutcome } from './actions/decide-proposal.ts'
import type { RecordFactOutcome } from './actions/record-fact.ts'
import type { Words } from './language.ts'
import { Problem, type ProblemKind, type ProblemMembers } from './problem.ts'

type Refused = Extract<RecordFactOutcome | DecideOutcome, { readonly refused: string }>
type Plain = Exclude<Refused['refused'], 'faults' | 'licence_overlaps'>

const RETRY_SOON = { headers: { 'Retry-After': '1' } }
const detail = (id: string, en: string): ProblemMembers => ({ detail: { id, en } satisfies Words })

const PROBLEM_OF: Readonly<Record<Plain, readonly [ProblemKind, ProblemMembers?]>> = {
  unavailable: ['registry-unavailable', RETRY_SOON],
  recording_held: ['recording-held'],
  in_flight: ['request-in-progress', RETRY_SOON],
  key_reused: ['idempotency-key-reused'],
  outside_place: [
    'not-allowed',
    detail('Ini di luar wilayah tugas Anda.', 'This is outside the place that you keep.'),
  ],
  not_yours_to_decide: ['second-person-needed'],
  unknown_proposal: ['proposal-not-found'],
  changed_since_read: ['precondition-failed'],
  superseded_already: [
    'conflict',
    detail(
      'Catatan yang hendak dibetulkan sudah diganti atau ditarik.',
      'The record to be corrected was replaced or retracted already.',
    ),
  ],
  number_taken: [
    'conflict',
    detail('Nomor ini sudah dipakai catatan lain.', 'Another record has this number.'),
  ],
  decided_already: [
    'conflict',
    detail('Usulan ini sudah diputuskan.', 'This proposal has been decided.'),
  ],
  unknown_reference: [
    'conflict',
    detail('Yang dirujuk belum ada dalam catatan.', 'What it refers to is not on record.'),
  ],
}

/** The problem that an expected refusal of the recording actions is. */
export function recordingProblem(refused: Refused): Problem {
  switch (refused.refused) {
    case 'faults':
      return new Problem('input-invalid', {
        errors: refused.faults.map(({ field, says }) => ({ pointer: `/${field}`, detail: says })),
      })
    case 'licence_overlaps': {
      const others = refused.licences.join(', ')
      return new Problem(
        'conflict',
        detail(
          `Masa berlakunya bertumpang tindih dengan izin lain dari jenis yang sama: ${others}.`,
          `Its term overlaps another licence of the same kind: ${others}.`,
        ),
      )
    }
    default: {
      const [kind, members] = PROBLEM_OF[refused.refused]
      return new Problem(kind, members)
    }
  }
}
