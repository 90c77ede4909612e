import type { OpenedRegister } from '../../actions/open-register.ts'
import { registeredNameOn } from '../../domain/agency.ts'
import type { Change } from '../../domain/change.ts'
import { readChange } from '../../domain/recording/after-changes.ts'

/** What a person calls a subject of the log: a name, a number or a title before its id. */
export function subjectName(
  { register, view, rows, today }: OpenedRegister,
  subject: string,
): string | undefined {
  const agency = register.recordOf(subject, view.size)
  if (agency !== undefined) return registeredNameOn(agency, today)
  const numbered = [...rows.recruitmentPermits(), ...rows.jobOrders()]
  return view.source(subject)?.title ?? numbered.find(({ id }) => id === subject)?.number
}

/** The same for what is not on record yet: what it will be called. */
export function proposedName(changes: readonly Change[]): string | undefined {
  const named = changes.map(readChange).flatMap(({ row }) => [row?.name, row?.title, row?.number])
  return named.find((name) => typeof name === 'string')
}
