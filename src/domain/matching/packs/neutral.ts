import type { CountryPack } from '../country-pack.ts'

/** For a country without a pack: the commonest English forms and nothing that could merge names. */
export const NEUTRAL: CountryPack = {
  country: 'ZZ',
  legalForms: [
    { id: 'ltd', spellings: ['ltd', 'limited', 'co ltd', 'company limited', 'company ltd'] },
    { id: 'pvt_ltd', spellings: ['pvt ltd', 'private limited', 'pte ltd'] },
    { id: 'inc', spellings: ['inc', 'incorporated'] },
    { id: 'llc', spellings: ['llc'] },
  ],
  roleWords: [],
  bracketMarks: [],
  branchWords: ['branch', 'branch office'],
  places: [],
  conjunction: 'and',
  spellingFolds: [],
  oldSpelling: [],
  soundFolds: [],
  equivalents: [['international', 'internasional']],
  knownWords: [],
  nameParts: [],
  numberWords: { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 },
  numberSchemas: [],
}
