import type { CheckInput } from '../../actions/run-check.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { STEPS, type Step, stepAfter } from './steps.ts'
import {
  type Faults,
  MOST_DOCUMENTS,
  type ReadCheck,
  readTyped,
  type SentForm,
  stepOf,
  type TypedCheck,
} from './typed-check.ts'

export interface Screen {
  readonly step: Step
  readonly typed: TypedCheck
  readonly faults: Faults
  readonly trouble?: Bilingual
}

const NO_FAULTS: Faults = new Map()

const NOTHING_TOLD: Bilingual = {
  id: 'Belum ada yang diisi. Isi paling sedikit satu hal, misalnya nama perekrut.',
  en: 'Nothing was filled in. Tell at least one thing, such as the recruiter’s name.',
}

/** What a press leads to: the next screen, or the question when it is to be asked. */
export function moved(
  { typed, step, to, adding }: SentForm,
  readCheck: ReadCheck,
): Screen | (Screen & { readonly ask: CheckInput }) {
  const at = (where: Step, faults = NO_FAULTS, what = typed) => ({
    step: where,
    typed: what,
    faults,
  })
  const removed = /^remove\.(\d+)$/.exec(to)?.[1]
  if (removed !== undefined) {
    const documents = typed.documents.filter((_, index) => index !== Number(removed))
    return at(step, NO_FAULTS, { ...typed, documents })
  }
  // Whoever chose a paper and went on meant to add it.
  if (adding !== undefined && (to === 'add' || to === 'next')) {
    const documents = [...typed.documents, { type: adding, values: new Map() }]
    return at(step, NO_FAULTS, { ...typed, documents: documents.slice(0, MOST_DOCUMENTS) })
  }
  const named = STEPS.find((one) => one === to)
  if (named !== undefined) return at(named)
  if (to === 'skip') return at(stepAfter(step, 1))
  if (to === 'back') return at(stepAfter(step, -1))

  if (to !== 'next' && to !== 'answer') return at(step)
  const { input, faults } = readTyped(typed, readCheck)
  const faultsAt = (where: Step) => new Map([...faults].filter(([name]) => stepOf(name) === where))
  if (to === 'next') {
    const here = faultsAt(step)
    return here.size > 0 ? at(step, here) : at(stepAfter(step, 1))
  }
  if (input !== null) return { ...at('summary'), ask: input }
  const wrong = STEPS.find((where) => faultsAt(where).size > 0)
  if (wrong !== undefined) return at(wrong, faultsAt(wrong))
  return { ...at('summary'), trouble: NOTHING_TOLD }
}
