import type { KeptImport } from './store/list-imports.ts'

const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+\d\d$/

/** Where a page of imports ends, to the microsecond: the next one continues after it. */
export function importPlace({ createdAt, id }: Pick<KeptImport, 'createdAt' | 'id'>): string {
  return `${createdAt}~${id}`
}

export function readImportPlace(text: string) {
  const [createdAt = '', id] = text.split('~')
  // A day that no calendar has would fail in the database.
  const isMoment = MOMENT.test(createdAt) && !Number.isNaN(Date.parse(`${createdAt}:00`))
  return isMoment && id !== undefined ? { createdAt, id } : undefined
}
