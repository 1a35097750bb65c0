import { afterAll, beforeAll, expect, test } from 'vitest'
import { withoutPostgres } from '#test/support/postgres.ts'
import { raceForOne, raceInBatches, withoutUniqueKeys } from '#test/support/team-races.ts'
import { startTeamServer, type TeamServer } from '#test/support/team-server.ts'

// The short forms; `npm run test:faults -- team` has 10,000 races of two, 1,500 of eight and 50,000 reservations in batches.
const why = withoutPostgres()
let server: TeamServer
beforeAll(async () => {
  // What is raced for here needs no disk: the fault runs keep it honest.
  if (!why)
    server = await startTeamServer(
      Array.from({ length: 8 }, (_, n) => `clerk${n}`),
      { settings: { synchronous_commit: 'off' } },
    )
})
afterAll(() => server?.close())

const clean = { doubles: 0, none: 0, failed: [] }

test('of two who want the same thing at the same moment one goes', async (context) => {
  context.skip(why !== undefined, why)
  expect(await raceForOne(server, 2, 150)).toEqual(clean)
})

test('of eight one goes', async (context) => {
  context.skip(why !== undefined, why)
  expect(await raceForOne(server, 8, 40)).toEqual(clean)
})

test('batches that overlap, turned round, neither double nor wait for each other', async (context) => {
  context.skip(why !== undefined, why)
  expect(await raceInBatches(server, 4, 2_400)).toEqual(clean)
})

test('without the two unique keys the same races double', async (context) => {
  context.skip(why !== undefined, why)
  await withoutUniqueKeys(server)
  // Other things than before: those have their rows.
  await server.boss.query('TRUNCATE team.item')
  const { doubles } = await raceForOne(server, 8, 60)
  expect(doubles).toBeGreaterThan(0)
})
