import { headlineOf, textOf } from './answer-text.ts'
import type { Bilingual } from './bilingual.ts'
import type { CheckSituation } from './check-situation.ts'
import type { Rule } from './rules/rule.ts'
import type { Claim, Verdict } from './verdict.ts'

type Briefly = Pick<Rule<never>, 'brief' | 'claim'>

const WORD: Readonly<Record<Verdict, Bilingual>> = {
  legal: { id: 'TERCATAT LENGKAP', en: 'CONFIRMED ON RECORD' },
  caution: { id: 'HATI-HATI', en: 'CAUTION' },
  cannot_confirm: { id: 'BELUM PASTI', en: 'CANNOT CONFIRM' },
  not_legal: { id: 'TIDAK LEGAL', en: 'NOT LEGAL' },
}

const CLOSING: Readonly<Record<Verdict, Bilingual>> = {
  legal: {
    id: 'Hanya yang disebut yang diperiksa. Tanya Disnaker.',
    en: 'Only what was told was checked. Ask Disnaker.',
  },
  caution: { id: 'Tanya Disnaker sebelum berangkat.', en: 'Ask Disnaker before leaving.' },
  cannot_confirm: {
    id: 'Jangan bayar atau berangkat dulu. Tanya Disnaker.',
    en: 'Do not pay or leave yet. Ask Disnaker.',
  },
  not_legal: {
    id: 'Jangan bayar atau berangkat. Tanya Disnaker.',
    en: 'Do not pay or leave. Ask Disnaker.',
  },
}

const NOTHING_CONFIRMED: Bilingual = {
  id: 'belum ada yang dapat dipastikan',
  en: 'nothing could be confirmed',
}

/**
 * The headline and the short message. A question about the recruiter alone gets the quick check's
 * words; any other names nobody, so that nothing of what was told can be read over a shoulder.
 */
export function checkTexts(
  verdict: Verdict,
  situation: CheckSituation,
  leading: Briefly | undefined,
): { readonly headline: Bilingual; readonly text160: Bilingual } {
  const { recruiter, required } = situation
  const isAboutAgency = leading === undefined || leading.claim === 'agency'
  if (recruiter !== null && isAboutAgency && isOnly(required, 'agency')) {
    const rule = leading as Parameters<typeof headlineOf>[2]
    return {
      headline: headlineOf(verdict, recruiter, rule),
      text160: textOf(verdict, recruiter, rule),
    }
  }
  const brief = leading?.brief ?? NOTHING_CONFIRMED
  if (verdict === 'legal' && situation.isCourseOnly) return COURSE_ONLY
  return {
    headline: {
      id: headline(HEADLINE[verdict].id, brief.id, verdict),
      en: headline(HEADLINE[verdict].en, brief.en, verdict),
    },
    text160: {
      id: shortText(WORD[verdict].id, brief.id, CLOSING[verdict].id, verdict),
      en: shortText(WORD[verdict].en, brief.en, CLOSING[verdict].en, verdict),
    },
  }
}

const COURSE_ONLY = {
  headline: {
    id: 'Hanya kursus: boleh, tetapi tidak memberi tempat kerja di luar negeri. Yang lain belum diperiksa.',
    en: 'A course only: allowed, but it gives no place in work abroad. Nothing else was checked.',
  },
  text160: {
    id: 'KURSUS SAJA. Tidak memberi tempat kerja di luar negeri. Yang lain BELUM diperiksa. Tanya Disnaker.',
    en: 'COURSE ONLY. It gives no place in work abroad. Nothing else was checked. Ask Disnaker.',
  },
} as const

const HEADLINE: Readonly<Record<Verdict, Bilingual>> = {
  legal: {
    id: 'Semua yang diperiksa tercatat sesuai pada hari yang ditanyakan.',
    en: 'All that was checked is confirmed on record for the day asked about.',
  },
  caution: { id: 'Hati-hati', en: 'Caution' },
  cannot_confirm: { id: 'Belum dapat dipastikan', en: 'This cannot be confirmed' },
  not_legal: { id: 'Tidak legal seperti yang disebut', en: 'Not legal as claimed' },
}

function headline(lead: string, brief: string, verdict: Verdict): string {
  return verdict === 'legal' ? lead : `${lead}: ${brief}.`
}

function shortText(word: string, brief: string, closing: string, verdict: Verdict): string {
  return verdict === 'legal' ? `${word}. ${closing}` : `${word}: ${brief}. ${closing}`
}

function isOnly(claims: readonly Claim[], claim: Claim): boolean {
  return claims.length === 1 && claims[0] === claim
}
