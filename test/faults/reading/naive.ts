import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '../harness/random.ts'
import { times } from './desk.ts'
import { badMood, playMollie } from './vendor.ts'

/** What a client came to that writes its note over whatever is there, and what failed again. */
export async function naiveNotes(seed: number, notes: number): Promise<{ twice: number; metadataLost: number }> {
  const moods = seeded(seed)
  const vendor = await playMollie({
    mood: (method) => badMood(moods, method),
    interferes: () => false,
    lateMs: times.lateMs,
    replays: false,
  })
  const send = async (id: string, metadata: object) => {
    for (let tries = 0; tries < 20; tries += 1) {
      const answer = await fetch(`${vendor.url}/v2/payments/${id}`, {
        method: 'PATCH',
        body: JSON.stringify({ metadata }),
        signal: AbortSignal.timeout(times.limits.headersMs),
      }).catch(() => null)
      await answer?.text().catch(() => '')
      if (answer?.ok) return
    }
  }
  try {
    let metadataLost = 0
    for (let note = 0; note < notes; note += 1) {
      const before = Object.keys(vendor.stateOf(`tr_${note}`)).length
      await send(`tr_${note}`, { note: `n${note}`, noteAt: 'nu' })
      metadataLost += 'order_id' in vendor.stateOf(`tr_${note}`) ? 0 : before
    }
    await sleep(times.lateMs + 100)
    return { twice: [...vendor.changes.values()].filter(({ applied }) => applied > 1).length, metadataLost }
  } finally {
    await vendor.close()
  }
}
