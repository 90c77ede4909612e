import { IDENTITY_RULES } from '../../identity-rules.ts'
import { ALWAYS } from '../../instruments.ts'
import type { CheckRule } from '../check-rule.ts'
import { OF_SCHEME } from './scheme-rule.ts'

export const COURSE_RULES: readonly CheckRule[] = [
  {
    ...OF_SCHEME,
    code: 'scheme.course_speaks_of_job',
    inForce: ALWAYS,
    outcome: 'ambiguous',
    effect: 'caution',
    needs: ['offers'],
    states: {
      id: 'Katanya hanya kursus, tetapi juga disebut surat, visa, perjanjian, atau pemberi kerja. Tanyakan apa yang sebenarnya ditawarkan.',
      en: 'Only a course is said to be offered, yet papers, a visa, a contract or an employer are spoken of. Ask what is really offered.',
    },
    brief: { id: 'kursus tetapi menyebut pekerjaan', en: 'a course that speaks of a job' },
    steps: ['do_not_pay', 'ask_disnaker'],
    applies: ({ isCourseOnly, question: { placement = {} } }) =>
      isCourseOnly &&
      [
        placement.recruitmentPermit,
        placement.jobOrder,
        placement.visaType,
        placement.contract,
        placement.employer,
        placement.isWageWork,
        placement.departsOn,
      ].some((told) => told !== undefined),
  },
  {
    ...OF_SCHEME,
    code: 'scheme.course_gives_no_place',
    inForce: ALWAYS,
    outcome: 'confirmed',
    effect: 'none',
    needs: ['offers'],
    // A training centre is on no register of placers, so not finding it says nothing here.
    replaces: IDENTITY_RULES.filter(({ effect }) => effect === 'cannot_confirm').map(
      ({ code }) => code,
    ),
    states: {
      id: 'Yang ditawarkan hanya kursus. Kursus boleh, tetapi tidak memberi tempat kerja di luar negeri dan tidak menggantikan seleksi resmi.',
      en: 'Only a course is offered. A course is allowed, but gives no place in work abroad and takes no place of the official selection.',
    },
    brief: { id: 'hanya kursus, tidak memberi tempat kerja', en: 'only a course; it gives no job' },
    steps: [],
    applies: ({ isCourseOnly }) => isCourseOnly,
  },
]
