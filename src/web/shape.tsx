import type { Effect, Verdict } from '../domain/verdict.ts'

/** One form for each weight, so that nothing depends on telling colours apart. */
const FORMS = {
  legal: { outline: <circle cx="32" cy="32" r="28" />, sign: 'M20 33l9 9 16-19' },
  caution: {
    outline: <path d="M32 5L61 57H3z" stroke-width="4" stroke-linejoin="round" />,
    sign: 'M32 24v16M32 48v.5',
  },
  cannot_confirm: {
    outline: <rect x="12" y="12" width="40" height="40" rx="3" transform="rotate(45 32 32)" />,
    sign: 'M25 26a7 7 0 1 1 9 7c-2 1-2 3-2 5M32 46v.5',
  },
  not_legal: {
    outline: <path d="M21 4h22l17 17v22L43 60H21L4 43V21z" />,
    sign: 'M22 22l20 20M42 22L22 42',
  },
} as const

/** Drawn for the eye only: the word beside it says the same. */
export function Shape({ of, small = false }: { of: Verdict; small?: boolean }) {
  const { outline, sign } = FORMS[of]
  return (
    <svg
      class={small ? `shape small is-${of}` : `shape is-${of}`}
      viewBox="0 0 64 64"
      aria-hidden="true"
      focusable="false"
    >
      <g class="outline">{outline}</g>
      <path class="sign" d={sign} />
    </svg>
  )
}

export const SHAPE_OF_EFFECT: Readonly<Record<Effect, Verdict>> = {
  not_legal: 'not_legal',
  cannot_confirm: 'cannot_confirm',
  caution: 'caution',
  none: 'legal',
}
