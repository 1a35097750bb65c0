import type { Reaction, Refuse } from './reaction.ts'

/**
 * Unpleasant things on request, so that each state of the app can be seen on purpose. Each vendor's folder says which of its
 * numbers choose them; README.md lists them.
 *
 * - a status: the request is answered with it and *not* carried out;
 * - `cut`: it is carried out, then the connection is reset;
 * - `silence`: it is carried out, then nothing is ever answered.
 */
export type Demonstration = { kind: 'status'; status: number } | { kind: 'cut' } | { kind: 'silence' }

/** Remembers which once-only demonstrations have been given: true the first time it is asked of a key. */
export function firstTimes(): (key: string) => boolean {
  const given = new Set<string>()
  return (key) => {
    const isFirst = !given.has(key)
    given.add(key)
    return isFirst
  }
}

/**
 * Plays a demonstration, or answers as usual where there is none. `refuse` is the vendor's own shape of an error,
 * `carryOut` does the work and gives the usual answer; a refusal needs no demonstration.
 */
export function demonstrate(demonstration: Demonstration | null, refuse: Refuse, carryOut: () => Reaction): Reaction {
  if (demonstration?.kind === 'status') {
    const { status } = demonstration
    return refuse(status, undefined, status === 429 ? { 'Retry-After': '2' } : undefined)
  }
  const usual = carryOut()
  if (demonstration === null || (usual.kind === 'answer' && usual.status >= 400)) return usual
  return { kind: demonstration.kind }
}
