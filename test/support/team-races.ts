import { dispute, note, outcome, teamClerk, type TeamClerk } from './team-clerk.ts'
import type { TeamServer } from './team-server.ts'

export interface RaceTally {
  /** Races in which two were told to go. */
  doubles: number
  /** Races in which nobody was. */
  none: number
  /** Calls that failed, deadlocks among them. */
  failed: string[]
}

const clerksOf = (server: TeamServer, count: number): Promise<TeamClerk[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => teamClerk(server, `clerk${n}`)))

/**
 * So many clerks want the same new thing at the same moment, race after race. After half of them the winner is done at once while
 * the others ask again: also then nobody may go who was not told of it.
 */
export async function raceForOne(server: TeamServer, clerks: number, races: number): Promise<RaceTally> {
  const desks = await clerksOf(server, clerks)
  const tally: RaceTally = { doubles: 0, none: 0, failed: [] }
  const verdict = (desk: TeamClerk, item: ReturnType<typeof note>) =>
    desk.verdict(item).catch((error: unknown) => {
      tally.failed.push(String(error))
      return 'failed'
    })
  let serial = 0
  for (let race = 0; race < races; race += 1) {
    const make = race % 2 ? () => dispute(`RACE-${clerks}-${race}`) : () => note(String(clerks * 10_000_000 + race))
    const items = desks.map(make)
    const verdicts = await Promise.all(desks.map((desk, n) => verdict(desk, items[n]!)))
    const winner = verdicts.indexOf('go')
    if (verdicts.filter((word) => word === 'go').length > 1) tally.doubles += 1
    if (winner < 0) {
      tally.none += 1
      continue
    }
    if (race % 4 > 1) continue
    serial += 1
    const again = await Promise.all(
      desks.map(async (desk, n) => {
        if (n !== winner) return await verdict(desk, items[n]!)
        await desk.store.publish(desk.by, [outcome(items[n]!, 'sent', serial, String(serial))], serial)
        return 'published'
      }),
    )
    if (again.includes('go')) tally.doubles += 1
  }
  await Promise.all(desks.map((desk) => desk.close()))
  return tally
}

/** Batches that overlap, in any order: so many reservations by some desks at once, of so many things. */
export async function raceInBatches(server: TeamServer, desks: number, reservations: number, size = 100): Promise<RaceTally> {
  const clerks = await clerksOf(server, desks)
  const tally: RaceTally = { doubles: 0, none: 0, failed: [] }
  const things = Math.ceil(reservations / desks / 2)
  const told = new Map<string, number>()
  await Promise.all(
    clerks.map(async (clerk, n) => {
      for (let done = 0; done < reservations / desks; done += size) {
        // Each takes another stretch of the same things, turned round every other time.
        const batch = Array.from({ length: size }, (_, at) => note(String(90_000_000_000 + ((done + at + n * 37) % things))))
        const verdicts = await clerk.store.reserve(clerk.by, n % 2 ? batch : batch.toReversed()).catch((error: unknown) => {
          tally.failed.push(String(error))
          return []
        })
        const byId = new Map(batch.map((item) => [item.id, item.subject]))
        for (const { id, verdict } of verdicts) if (verdict === 'go') told.set(byId.get(id)!, (told.get(byId.get(id)!) ?? 0) + 1)
      }
    }),
  )
  tally.doubles = [...told.values()].filter((count) => count > 1).length
  tally.none = things - told.size
  await Promise.all(clerks.map((clerk) => clerk.close()))
  return tally
}

/** Takes away what keeps two from going, to see that the races would notice. */
export async function withoutUniqueKeys(server: TeamServer): Promise<void> {
  await server.boss.query('ALTER TABLE team.item DROP CONSTRAINT item_turn')
  await server.boss.query('CREATE INDEX item_turn_plain ON team.item (key, turn)')
  await server.boss.query('DROP INDEX team.item_one_leaving')
}
