import type { Bilingual } from '../../domain/bilingual.ts'
import type { FieldGroup } from './field.ts'
import { JOB_GROUPS } from './job-fields.ts'
import { RECRUITER_GROUPS } from './recruiter-fields.ts'
import { WORKER_GROUPS } from './worker-fields.ts'

export const STEPS = ['recruiter', 'job', 'worker', 'summary'] as const
export type Step = (typeof STEPS)[number]

interface StepContent {
  readonly title: Bilingual
  readonly groups: readonly FieldGroup[]
}

/** One screen each, in the order in which an officer asks. The papers belong to the worker's. */
export const STEP_CONTENT: Readonly<Record<Step, StepContent>> = {
  recruiter: {
    title: { id: 'Siapa yang mengajak?', en: 'Who recruits?' },
    groups: RECRUITER_GROUPS,
  },
  job: { title: { id: 'Pekerjaan apa?', en: 'Which job?' }, groups: JOB_GROUPS },
  worker: {
    title: { id: 'Siapa yang berangkat?', en: 'Who leaves?' },
    groups: WORKER_GROUPS,
  },
  summary: { title: { id: 'Sudah benar?', en: 'Is this right?' }, groups: [] },
}

export const FIELDS = STEPS.flatMap((step) =>
  STEP_CONTENT[step].groups.flatMap(({ fields }) => fields),
)

export function stepAfter(step: Step, steps: 1 | -1): Step {
  return STEPS[STEPS.indexOf(step) + steps] ?? step
}
