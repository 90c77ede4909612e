import type { OpenedRegister } from '../../actions/open-register.ts'
import type { Bilingual } from '../../domain/bilingual.ts'
import { mayDo } from '../../domain/people/person.ts'
import type { Task } from '../../domain/people/role.ts'
import type { SignedIn } from '../../signed-in.ts'
import type { KeptImport } from '../../store/list-imports.ts'
import type { Frame } from '../frame.ts'

/** What every part of the page of an import is made from. */
export interface ImportContent {
  readonly frame: Frame
  readonly person: SignedIn
  readonly opened: OpenedRegister
  readonly kept: KeptImport
  /** The people who had a hand in it, by their ids. */
  readonly names: ReadonlyMap<string, string>
  /** Why what was pressed was not done. */
  readonly trouble: Bilingual | null
}

/** A list speaks for a whole country. */
export function mayDoHere(person: SignedIn, task: Task, { request }: KeptImport): boolean {
  return mayDo(person, task, { country: request.country, region: null })
}

/** True where this person may change the import as it is. */
export function mayChange(person: SignedIn, kept: KeptImport): boolean {
  const isOpen = kept.state === 'compared' || kept.state === 'failed'
  return isOpen && mayDoHere(person, 'record', kept)
}
