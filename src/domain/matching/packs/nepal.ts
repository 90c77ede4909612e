import type { CountryPack } from '../country-pack.ts'
import { NEUTRAL } from './neutral.ts'

/** Licences of the Department of Foreign Employment: number / fiscal year in Bikram Sambat. */
export const NEPAL: CountryPack = {
  ...NEUTRAL,
  country: 'NP',
  legalForms: [
    {
      id: 'pvt_ltd',
      spellings: ['pvt ltd', 'private limited', 'p ltd', 'pvt limited', 'pra li', 'प्रा लि'],
    },
    { id: 'ltd', spellings: ['ltd', 'limited'], equivalentTo: 'pvt_ltd' },
  ],
  roleWords: ['m s', 'messrs'],
  places: ['kathmandu', 'lalitpur', 'pokhara', 'bhaktapur'],
  equivalents: [
    ['international', 'internasional'],
    ['overseas', 'oversees'],
  ],
  numberSchemas: [
    {
      id: 'dofe',
      pattern: /^0*(\d{1,4})\/0?(\d{2,3})\/0?(\d{2,3})$/,
      normalise: (parts) => `${parts[1]}/${parts[2]}/${parts[3]}`,
    },
  ],
  phonePlan: { callingCode: '977', trunkPrefix: '0', digits: [8, 10] },
}
