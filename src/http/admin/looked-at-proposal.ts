import { z } from '@hono/zod-openapi'
import type { LookedAtProposal } from '../../actions/look-at-proposal.ts'
import type { Answer } from '../../domain/answer.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { LICENCE_STATUSES } from '../../domain/licence.ts'
import { VERDICTS } from '../../domain/verdict.ts'
import type { Language } from '../../language.ts'
import { presentSource, SourceSchema } from '../source.ts'
import { LogEntrySchema, presentEntries } from './log-entry.ts'
import { ProposalSchema, presentProposal } from './proposal-schema.ts'

const PublicAnswerSchema = z
  .strictObject({
    verdict: z.enum(VERDICTS),
    status: z.enum(LICENCE_STATUSES).nullable(),
    headline: z.string(),
  })
  .openapi('PublicAnswer')

export const LookedAtProposalSchema = z
  .strictObject({
    proposal: ProposalSchema,
    differences: z.array(
      z.strictObject({
        kind: z.string(),
        fields: z.array(
          z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() }),
        ),
      }),
    ),
    answers: z
      .strictObject({ before: PublicAnswerSchema.nullable(), after: PublicAnswerSchema })
      .nullable()
      .openapi({ description: 'What the quick check says of the agency today; null for others' }),
    sources: z.array(SourceSchema),
    changed_since: z.array(LogEntrySchema).openapi({
      description: 'Recorded of the subject since: then it can be renewed, not approved',
    }),
  })
  .openapi('LookedAtProposal')

export function presentLookedAt(
  { proposal, differences, answers, sources, changedSince }: LookedAtProposal,
  today: CalendarDate,
  now: Date,
  language: Language,
): z.infer<typeof LookedAtProposalSchema> {
  const answer = ({ verdict, agency, headline }: Answer) => ({
    verdict,
    status: agency?.status ?? null,
    headline: headline[language],
  })
  return {
    proposal: presentProposal(proposal, now),
    differences: differences.map(({ kind, fields }) => ({ kind, fields: [...fields] })),
    answers: answers && {
      before: answers.before && answer(answers.before),
      after: answer(answers.after),
    },
    sources: sources.map((source) => presentSource(source, today)),
    changed_since: presentEntries(changedSince),
  }
}
