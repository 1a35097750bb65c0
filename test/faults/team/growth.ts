import { note, teamClerk } from '#test/support/team-clerk.ts'
import { startTeamServer } from '#test/support/team-server.ts'

const together = 200
const sample = 400

/** How long a reservation takes in one session, at the beginning and once so many items are there: the 99th of a hundred. */
export async function growth(items: number): Promise<{ young: number; old: number }> {
  const server = await startTeamServer(['anna'])
  const anna = await teamClerk(server, 'anna')
  let made = 0
  const next = () => note(String(40_000_000_000 + (made += 1)))
  async function p99(): Promise<number> {
    const took: number[] = []
    for (let n = 0; n < sample; n += 1) {
      const item = next()
      const from = performance.now()
      await anna.store.reserve(anna.by, [item])
      took.push(performance.now() - from)
    }
    return took.toSorted((a, b) => a - b)[Math.floor(sample * 0.99)] ?? Number.NaN
  }
  try {
    await p99()
    const young = await p99()
    for (let left = items; left > 0; left -= together) await anna.store.reserve(anna.by, Array.from({ length: together }, next))
    return { young, old: await p99() }
  } finally {
    await anna.close()
    await server.close()
  }
}
