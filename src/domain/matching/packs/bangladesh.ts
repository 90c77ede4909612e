import type { CountryPack } from '../country-pack.ts'
import { NEUTRAL } from './neutral.ts'

/** Names are English or Arabic words; licences are the RL numbers of BMET. */
export const BANGLADESH: CountryPack = {
  ...NEUTRAL,
  country: 'BD',
  legalForms: [
    // A proprietorship writes no form, and lists print the same agency with and without Ltd.
    { id: 'ltd', spellings: ['ltd', 'limited', 'co ltd', 'company limited', 'company ltd'] },
    {
      id: 'pvt_ltd',
      spellings: ['pvt ltd', 'private limited', 'private ltd', 'pvt limited', 'p ltd'],
      equivalentTo: 'ltd',
    },
  ],
  // Messrs, written before a proprietor's firm.
  roleWords: ['m s', 'messrs', 'recruiting licence', 'recruiting agency'],
  places: ['dhaka', 'chittagong', 'chattogram', 'sylhet', 'khulna', 'cumilla', 'comilla'],
  spellingFolds: [
    // Letters that transliteration from Bengali and Arabic doubles or drops.
    { from: 'oo', to: 'u' },
    { from: 'ee', to: 'i' },
    { from: 'bh', to: 'b' },
    { from: 'dh', to: 'd' },
  ],
  equivalents: [
    ['international', 'internasional'],
    ['mohammad', 'muhammad', 'mohammed', 'muhammed'],
    ['centre', 'center'],
    ['travel', 'travels'],
  ],
  knownWords: [
    'star',
    'air',
    'care',
    'fair',
    'trade',
    'fine',
    'line',
    'land',
    'link',
    'gulf',
    'golf',
  ],
  numberSchemas: [
    {
      // The BMET list pads to four digits; people write RL-960, RL 0960 and 960.
      id: 'rl',
      pattern: /^(?:RL\/?)?0*(\d{1,4})$/,
      normalise: (parts) => `RL/${parts[1]}`,
    },
  ],
  phonePlan: { callingCode: '880', trunkPrefix: '0', digits: [8, 10] },
}
