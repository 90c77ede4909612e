import type { CountryPack } from '../country-pack.ts'
import { NEUTRAL } from './neutral.ts'

/** Licences of the DMW (POEA until 2022): land-based (LB) and sea-based (SB) agencies. */
export const PHILIPPINES: CountryPack = {
  ...NEUTRAL,
  country: 'PH',
  legalForms: [
    { id: 'inc', spellings: ['inc', 'incorporated'] },
    { id: 'corp', spellings: ['corp', 'corporation'] },
    { id: 'opc', spellings: ['opc'] },
    { id: 'ltd', spellings: ['ltd', 'limited', 'ltd co', 'co ltd'] },
  ],
  roleWords: ['poea', 'dmw'],
  places: ['manila', 'makati', 'quezon city', 'pasay', 'cebu', 'davao', 'metro manila'],
  // Filipino respells English c and ch, yet agencies keep one spelling: nothing is folded.
  numberSchemas: [
    {
      id: 'dmw',
      pattern: /^(POEA|DMW)\/0*(\d{1,4})\/(LB|SB)\/(\d{6,8})(?:\/([A-Z]+))?$/,
      normalise: (parts) =>
        [parts[1], parts[2], parts[3], parts[4], parts[5]]
          .filter((part) => part !== undefined)
          .join('/'),
    },
  ],
  phonePlan: { callingCode: '63', trunkPrefix: '0', digits: [8, 10] },
}
