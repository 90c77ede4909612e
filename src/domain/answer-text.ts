import type { AgencySituation } from './agency-situation.ts'
import { type Bilingual, dayInWords } from './bilingual.ts'
import type { Rule } from './rules/rule.ts'
import type { Verdict } from './verdict.ts'

/** What one short message holds in the letters that every telephone has (GSM 03.38). */
export const LONGEST_TEXT = 160

const WORD: Readonly<Record<Verdict, Bilingual>> = {
  legal: { id: 'TERCATAT BERIZIN', en: 'LICENSED ON RECORD' },
  caution: { id: 'HATI-HATI', en: 'CAUTION' },
  cannot_confirm: { id: 'BELUM PASTI', en: 'CANNOT CONFIRM' },
  not_legal: { id: 'TIDAK LEGAL', en: 'NOT LEGAL' },
}

const CLOSING: Readonly<Record<Verdict, Bilingual>> = {
  legal: {
    id: 'Lowongan BELUM diperiksa. Tanya Disnaker.',
    en: 'The job was NOT checked. Ask Disnaker.',
  },
  caution: {
    id: 'Lowongan BELUM diperiksa. Tanya Disnaker.',
    en: 'The job was NOT checked. Ask Disnaker.',
  },
  cannot_confirm: {
    id: 'Jangan bayar atau berangkat dulu. Tanya Disnaker.',
    en: 'Do not pay or leave yet. Ask Disnaker.',
  },
  not_legal: {
    id: 'Jangan bayar atau berangkat. Tanya Disnaker.',
    en: 'Do not pay or leave. Ask Disnaker.',
  },
}

/** The rule that decided the verdict; undefined when no rule spoke. */
type Leading = Rule<AgencySituation> | undefined

const NOTHING_CONFIRMED: Bilingual = {
  id: 'belum ada yang dapat dipastikan',
  en: 'nothing could be confirmed',
}

/** One sentence that can be read aloud. Of a licence only: no answer here approves a departure. */
export function headlineOf(
  verdict: Verdict,
  { subject, on }: AgencySituation,
  leading: Leading,
): Bilingual {
  const name = subject?.name
  const day = dayInWords(on)
  const brief = leading?.brief ?? NOTHING_CONFIRMED
  switch (verdict) {
    case 'legal':
      return {
        id: `${name} tercatat berizin pada ${day.id}. Lowongannya belum diperiksa.`,
        en: `${name} is on record as licensed on ${day.en}. The job was not checked.`,
      }
    case 'caution':
      return {
        id: `Hati-hati: ${name} tercatat, tetapi ${brief.id}. Lowongannya belum diperiksa.`,
        en: `Caution: ${name} is on record, but ${brief.en}. The job was not checked.`,
      }
    case 'cannot_confirm': {
      const who = name === undefined ? { id: '', en: '' } : { id: `${name}: `, en: `${name}: ` }
      return {
        id: `Belum dapat dipastikan. ${sentence(`${who.id}${brief.id}`)} Jangan membayar atau berangkat dulu.`,
        en: `This cannot be confirmed. ${sentence(`${who.en}${brief.en}`)} Do not pay or leave yet.`,
      }
    }
    case 'not_legal':
      return name === undefined
        ? {
            id: `Tidak legal seperti yang disebut: ${brief.id}.`,
            en: `Not legal as claimed: ${brief.en}.`,
          }
        : {
            id: `${name} tidak boleh menempatkan pekerja pada ${day.id}: ${brief.id}.`,
            en: `${name} may not place workers on ${day.en}: ${brief.en}.`,
          }
  }
}

/** The same for one short message: the verdict first and whole, the name cut when it is long. */
export function textOf(
  verdict: Verdict,
  { subject, identity }: AgencySituation,
  leading: Leading,
): Bilingual {
  const name = subject?.name ?? identity.name ?? ''
  const brief = leading?.brief ?? NOTHING_CONFIRMED
  return {
    id: shortMessage(
      WORD[verdict].id,
      name,
      verdict === 'legal' ? '' : brief.id,
      CLOSING[verdict].id,
    ),
    en: shortMessage(
      WORD[verdict].en,
      name,
      verdict === 'legal' ? '' : brief.en,
      CLOSING[verdict].en,
    ),
  }
}

const ELLIPSIS = '..'
const SHORTEST_NAME = 8

function shortMessage(word: string, name: string, brief: string, closing: string): string {
  const plain = plainLetters(name).toUpperCase()
  const around = brief === '' ? '. . ' : '. : . '
  const room = LONGEST_TEXT - word.length - brief.length - closing.length - around.length
  const shown = room < SHORTEST_NAME ? '' : cut(plain, room)
  const middle = [shown, brief].filter((part) => part !== '').join(': ')
  return middle === '' ? `${word}. ${closing}` : `${word}. ${middle}. ${closing}`
}

/** Cut after a word where one ends in the second half, else within it. */
function cut(text: string, room: number): string {
  if (text.length <= room) return text
  const kept = text.slice(0, room - ELLIPSIS.length)
  const end = text[kept.length] === ' ' ? kept.length : kept.lastIndexOf(' ')
  return `${kept.slice(0, end > kept.length / 2 ? end : kept.length).trimEnd()}${ELLIPSIS}`
}

const PLAIN = /^[A-Za-z0-9 !"#%&'()*+,\-./:;<=>?@_]*$/

/** Letters that a telephone cannot send in one message of 160 become the nearest, or a space. */
function plainLetters(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[^A-Za-z0-9 !"#%&'()*+,\-./:;<=>?@_]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
