import { z } from '@hono/zod-openapi'
import { daysWaited } from '../../actions/look-at-proposal.ts'
import { PROPOSAL_STATES, stateOf } from '../../domain/recording/proposal.ts'
import type { KeptProposal } from '../../store/proposals.ts'
import { InstantOutSchema } from '../days.ts'

export const ProposalSchema = z
  .strictObject({
    id: z.string().openapi({ example: 'prp_2b7c0d6a51f94e0c8a3e1f72' }),
    state: z.enum(PROPOSAL_STATES),
    kind: z.string(),
    subject: z.string(),
    proposed_by: z.string(),
    proposed_at: InstantOutSchema,
    waiting_days: z.int().openapi({ description: 'Whole days since it was proposed' }),
    reason: z.string().nullable(),
    place: z.strictObject({ country: z.string().nullable(), region: z.string().nullable() }),
    renews: z.string().nullable(),
    decided: z
      .strictObject({
        by: z.string(),
        at: InstantOutSchema,
        reason: z.string().nullable(),
        entry: z
          .int()
          .nullable()
          .openapi({ description: 'The first log entry of what was approved' }),
      })
      .nullable(),
  })
  .openapi('Proposal')

export function presentProposal(proposal: KeptProposal, now: Date): z.infer<typeof ProposalSchema> {
  const { decided } = proposal
  return {
    id: proposal.id,
    state: stateOf(proposal),
    kind: proposal.kind,
    subject: proposal.subject,
    proposed_by: proposal.proposedBy,
    proposed_at: new Date(proposal.proposedAt).toISOString(),
    waiting_days: daysWaited(proposal, now),
    reason: proposal.reason,
    place: { country: proposal.place.country, region: proposal.place.region },
    renews: proposal.renews,
    decided: decided && {
      by: decided.by,
      at: new Date(decided.at).toISOString(),
      reason: decided.reason,
      entry: decided.firstEntry,
    },
  }
}

export const PROPOSAL_EXAMPLE: z.infer<typeof ProposalSchema> = {
  id: 'prp_2b7c0d6a51f94e0c8a3e1f72',
  state: 'waiting',
  kind: 'licence_events',
  subject: 'agy_contoh05',
  proposed_by: 'per_7q4n0ztm5r2xk9db',
  proposed_at: '2026-11-24T03:12:08.000Z',
  waiting_days: 0,
  reason: 'Surat pencabutan sanksi diterima hari ini.',
  place: { country: 'ID', region: '32.12' },
  renews: null,
  decided: null,
}
