import { setTimeout } from 'node:timers/promises'

const TRIES = 50
const MILLISECONDS_BETWEEN_TRIES = 100

/** A form that is pressed twice: the second press is answered as the first, once that is done. */
export async function answeredOnce<Outcome extends object>(
  ask: () => Promise<Outcome>,
): Promise<Outcome> {
  for (let left = TRIES; ; left--) {
    const outcome = await ask()
    const isInFlight = 'refused' in outcome && outcome.refused === 'in_flight'
    if (!isInFlight || left === 0) return outcome
    await setTimeout(MILLISECONDS_BETWEEN_TRIES)
  }
}
