import { placeName } from '../../place-name.ts'
import { ALWAYS } from '../instruments.ts'
import type { CheckRule } from './check-rule.ts'

export const AUTHORISATION_RULES: readonly CheckRule[] = [
  {
    code: 'destination.not_authorised_for_agency',
    claim: 'destination',
    outcome: 'ambiguous',
    // No text was seen that limits a licence to countries, and the record may lag: nothing graver.
    effect: 'caution',
    basis: [],
    inForce: ALWAYS,
    needs: ['destination', 'authorised_destinations'],
    dated: 'recruited',
    states: {
      id: 'Negara tujuan ini tidak termasuk negara yang tercatat untuk perusahaan ini. Catatannya bisa tertinggal; minta izin merekrut (SIP2MI) untuk negara itu dan tanyakan ke Disnaker.',
      en: 'This destination is not among those on record for this company. The record may lag; ask for the recruitment permit (SIP2MI) for that country, and ask the labour office.',
    },
    says: ({ authorisation, question }) => {
      const offered = placeName(question.placement?.destination ?? '')
      const places = authorisation.authorised.map(({ destination }) => placeName(destination))
      const listed = (language: 'id' | 'en', none: string) =>
        [...new Set(places.map((place) => place[language]))].join(', ') || none
      return {
        id: `${offered.id} tidak termasuk negara yang tercatat untuk perusahaan ini (${listed('id', 'kini tidak ada')}). Catatannya bisa tertinggal; minta izin merekrut (SIP2MI) untuk negara itu dan tanyakan ke Disnaker.`,
        en: `${offered.en} is not among the destinations on record for this company (${listed('en', 'none now')}). The record may lag; ask for the recruitment permit (SIP2MI) for that country, and ask the labour office.`,
      }
    },
    brief: { id: 'negara di luar catatan perusahaan', en: 'a country not on its record' },
    steps: ['do_not_pay', 'ask_permit', 'ask_disnaker'],
    applies: ({ authorisation, asksPlacement, isCourseOnly }) =>
      asksPlacement && !isCourseOnly && authorisation.isOutside,
    source: ({ authorisation: { authorised }, register }) =>
      authorised[0] === undefined ? null : (register.source(authorised[0].sourceId) ?? null),
    params: ({ authorisation: { authorised } }) => ({
      authorised: authorised.map(({ destination }) => destination),
    }),
  },
]
