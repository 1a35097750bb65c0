import { createFarSide, type Authorities } from './far-side.ts'
import type { Fault } from './faults.ts'
import type { Operation } from './operations.ts'

/** What the naive client made of the same fault: its word, and how often the request arrived whole. */
export interface NaiveCell {
  says: 'done' | 'done, wrongly' | 'failed' | 'done at a second try' | 'keeps trying' | 'hangs, then sends again'
  arrived: number
  strayed: number
}

/** How long a person looks at a window that does nothing before they start the program anew. */
const patienceMs = 1_500

type Try = 'done' | 'failed' | 'again' | 'hangs'

/** `fetch`, and what the status says: as in naive/client.ts, for any operation. */
async function tryOnce(origin: string, { naive }: Operation): Promise<Try> {
  const patience = AbortSignal.timeout(patienceMs)
  try {
    const { method, path, body } = naive
    const headers = { authorization: 'Bearer geheim', 'content-type': 'application/json' }
    const response = await fetch(`${origin}${path}`, { method, headers, body, signal: patience })
    await response.text()
    if (response.status >= 500 || response.status === 429) return 'again'
    return response.ok ? 'done' : 'failed'
  } catch {
    return patience.aborted ? 'hangs' : 'again'
  }
}

/** Meets the fault, and tries again once it is mended where the naive client would. */
export async function tryNaively(fault: Fault, operation: Operation, authorities: Authorities): Promise<NaiveCell> {
  const far = await createFarSide(fault, operation, authorities)
  try {
    const first = await tryOnce(far.origin, operation)
    await far.mend()
    const tells = async (): Promise<NaiveCell['says']> => {
      if (first === 'done') return fault.expected === 'sent' ? 'done' : 'done, wrongly'
      if (first === 'failed') return 'failed'
      const second = await tryOnce(far.origin, operation)
      if (second !== 'done') return 'keeps trying'
      return first === 'hangs' ? 'hangs, then sends again' : 'done at a second try'
    }
    const says = await tells()
    const { atFault, mended } = far.arrived()
    return { says, arrived: atFault + mended, strayed: far.strayed() }
  } finally {
    await far.close()
  }
}
