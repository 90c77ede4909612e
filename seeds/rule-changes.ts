import { day } from '../src/domain/calendar-date.ts'
import { type Change, editionRecorded, sourceRecorded } from '../src/domain/change.ts'
import {
  ageLimitRecorded,
  assistanceOfficeRecorded,
  destinationRuleRecorded,
  documentRequirementRecorded,
  feeRuleRecorded,
} from '../src/domain/change-rules.ts'
import { indonesiaRuleRows, indonesiaRuleSources } from './indonesia-rules.ts'

const COMPILED_ON = day('2026-11-01')
const A_YEAR = 365

/**
 * Indonesia's rules as public pages tell them. They are not invented and nobody has verified them:
 * each source is one page, of the kind that says so, and each row carries its confidence.
 */
export function ruleChanges(): Change[] {
  return [
    ...indonesiaRuleSources.flatMap(({ id, title, url }) => [
      sourceRecorded({
        id,
        publisher: url === null ? 'Pastikan' : new URL(url).hostname,
        title,
        kind: 'public_page',
        url,
        freshForDays: A_YEAR,
        demonstration: false,
      }),
      editionRecorded({ sourceId: id, asOf: COMPILED_ON, retrievedOn: COMPILED_ON }),
    ]),
    ...indonesiaRuleRows.destinations.map(destinationRuleRecorded),
    ...indonesiaRuleRows.ageLimits.map(ageLimitRecorded),
    ...indonesiaRuleRows.documentRequirements.map(documentRequirementRecorded),
    ...indonesiaRuleRows.feeRules.map(feeRuleRecorded),
    ...indonesiaRuleRows.offices.map(assistanceOfficeRecorded),
  ]
}
