import type { CountryPack } from '../country-pack.ts'
import { NEUTRAL } from './neutral.ts'

/** Licences of the Bureau of Foreign Employment (SLBFE), numbered in one run. */
export const SRI_LANKA: CountryPack = {
  ...NEUTRAL,
  country: 'LK',
  legalForms: [
    {
      id: 'pvt_ltd',
      spellings: ['pvt ltd', 'private limited', 'private ltd', 'pvt limited', 'p ltd', 'pvt'],
    },
    { id: 'ltd', spellings: ['ltd', 'limited', 'plc'] },
  ],
  roleWords: ['m s', 'messrs', 'slbfe'],
  places: ['colombo', 'kandy', 'kurunegala', 'galle', 'negombo'],
  numberSchemas: [
    {
      id: 'slbfe',
      pattern: /^(?:SLBFE\/?|LL\/?)?0*(\d{1,5})$/,
      normalise: (parts) => `SLBFE/${parts[1]}`,
    },
  ],
  phonePlan: { callingCode: '94', trunkPrefix: '0', digits: [9, 9] },
}
