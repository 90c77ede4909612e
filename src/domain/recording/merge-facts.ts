import { agencyMerged } from '../change.ts'
import { factKind } from './fact-kind.ts'
import {
  AGENCY_ID,
  commonFaults,
  FACT_FIELDS,
  fault,
  notThere,
  SOURCE_ID,
} from './shared-fields.ts'

export const MERGE_FACTS = [
  factKind({
    kind: 'agency_merges',
    path: 'agency-merges',
    title: { id: 'Gabungkan catatan ganda', en: 'Merge a duplicate' },
    fields: {
      duplicate_id: { ...AGENCY_ID, label: { id: 'Catatan ganda', en: 'Duplicate' } },
      kept_id: { ...AGENCY_ID, label: { id: 'Catatan yang dipakai', en: 'Record that is kept' } },
      effective_on: FACT_FIELDS.effective_on,
      source_id: SOURCE_ID,
    },
    draft(body, desk) {
      const faults = commonFaults(
        body,
        { from: { field: 'effective_on', day: body.effective_on } },
        desk,
      )
      const duplicate = desk.agency(body.duplicate_id)
      const kept = desk.agency(body.kept_id)
      if (duplicate === undefined) faults.push(notThere('duplicate_id'))
      if (kept === undefined) faults.push(notThere('kept_id'))
      if (body.duplicate_id === body.kept_id) {
        faults.push(fault('kept_id', 'Keduanya sama.', 'Both are the same.'))
      }
      const answersFor = (id: string) => desk.register.agency(id)?.id
      if (duplicate !== undefined && answersFor(body.duplicate_id) !== body.duplicate_id) {
        faults.push(fault('duplicate_id', 'Sudah digabungkan.', 'It is merged already.'))
      }
      if (kept !== undefined && answersFor(body.kept_id) !== body.kept_id) {
        faults.push(
          fault('kept_id', 'Sudah digabungkan ke catatan lain.', 'It is merged into another.'),
        )
      }
      if (duplicate !== undefined && kept !== undefined && duplicate.kind !== kept.kind) {
        faults.push(fault('kept_id', 'Jenis perusahaannya berbeda.', 'It is of another kind.'))
      }
      if (duplicate !== undefined && kept !== undefined && duplicate.country !== kept.country) {
        faults.push(fault('kept_id', 'Negaranya berbeda.', 'It is of another country.'))
      }
      if (duplicate === undefined || kept === undefined || faults.length > 0) return faults
      return {
        // Whoever keeps both records may merge them.
        place: {
          country: kept.country,
          region: kept.regionCode === duplicate.regionCode ? kept.regionCode : null,
        },
        changes: [
          agencyMerged(body.duplicate_id, {
            keptId: body.kept_id,
            effectiveOn: body.effective_on,
            sourceId: body.source_id,
          }),
        ],
      }
    },
  }),
] as const
