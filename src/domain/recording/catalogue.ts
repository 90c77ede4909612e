import { AGENCY_FACTS } from './agency-facts.ts'
import type { FactKind } from './fact-kind.ts'
import { LICENCE_FACTS } from './licence-facts.ts'
import { MERGE_FACTS } from './merge-facts.ts'
import { OFFICE_FACTS } from './office-facts.ts'
import { RECRUITMENT_FACTS } from './recruitment-facts.ts'
import { RULE_FACTS } from './rule-facts.ts'
import { SOURCE_FACTS } from './source-facts.ts'

/** Every fact that a person may record: routes, wire schemas and forms are made from this list. */
export const RECORDABLE: readonly FactKind[] = [
  ...AGENCY_FACTS,
  ...LICENCE_FACTS,
  ...MERGE_FACTS,
  ...RECRUITMENT_FACTS,
  ...RULE_FACTS,
  ...OFFICE_FACTS,
  ...SOURCE_FACTS,
]

export function recordableKind(kind: string): FactKind | undefined {
  return RECORDABLE.find((one) => one.kind === kind)
}

/** Facts that others hang on are never taken back; what was said of them is. */
export const NEVER_RETRACTED: ReadonlySet<string> = new Set([
  'agencies',
  'licences',
  'sources',
  'source_editions',
])
