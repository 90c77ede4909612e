import type { CountryPack } from '../country-pack.ts'
import { NEUTRAL } from './neutral.ts'

/** Registration certificates under the Emigration Act 1983, issued by the Protector General. */
export const INDIA: CountryPack = {
  ...NEUTRAL,
  country: 'IN',
  legalForms: [
    {
      id: 'pvt_ltd',
      spellings: ['pvt ltd', 'private limited', 'private ltd', 'pvt limited', 'p ltd'],
    },
    { id: 'ltd', spellings: ['ltd', 'limited'] },
    { id: 'llp', spellings: ['llp'] },
  ],
  roleWords: ['m s', 'messrs'],
  places: ['mumbai', 'delhi', 'new delhi', 'chennai', 'kochi', 'cochin', 'hyderabad', 'lucknow'],
  equivalents: [
    ['international', 'internasional'],
    ['centre', 'center'],
  ],
  numberSchemas: [
    {
      // B-0123/MUM/PART/1000+/5/8344/2008
      id: 'rc',
      pattern: /^B\/?0*(\d{1,4})\/([A-Z]{3})\/(.+)\/(\d{4})$/,
      normalise: (parts) => `B/${parts[1]}/${parts[2]}/${parts[3]}/${parts[4]}`,
    },
  ],
  phonePlan: { callingCode: '91', trunkPrefix: '0', digits: [10, 10] },
}
