import type { RegisterName } from '../../../src/domain/matching/match.ts'
import { Random } from './random.ts'

const COMMON =
  'mandiri abadi jaya karya putra utama sejahtera duta bina citra mitra insan indo indonesia sentosa mulia persada perkasa makmur lestari pratama prima cahaya bintang sinar surya graha bumi nusa wahana'.split(
    ' ',
  )
const STARTS =
  'ba be bi bo bu ca ci da de di du fa ga gi ha in ja ka ke ku la le li ma me mi mu na ni nu pa pe pi ra re ri ru sa se si su ta te ti tu wa ya za'.split(
    ' ',
  )
const ENDS = 'n r l ng s t k h a i u m'.split(' ')

/** Invented names shaped like the real ones: some very common words, many that occur once. */
export function syntheticRegister(count: number, seed: number): readonly RegisterName[] {
  const random = new Random(seed)
  const word = () => {
    const syllables = 2 + random.below(2)
    let text = ''
    for (let at = 0; at < syllables; at += 1) text += random.pick(STARTS)
    return random.below(2) === 0 ? text + random.pick(ENDS) : text
  }
  return Array.from({ length: count }, (_, at) => {
    const words = Array.from({ length: 2 + random.below(3) }, () =>
      // A skewed choice: the first words of the list are the commonest, as in real registers.
      random.below(100) < 55 ? COMMON[Math.floor(random.next() ** 2 * COMMON.length)]! : word(),
    )
    return {
      id: `name-${at}`,
      agencyId: `agency-${at}`,
      name: `PT. ${words.join(' ').toUpperCase()}`,
      kind: 'registered',
      country: 'ID',
    }
  })
}
