import { expect, test } from 'vitest'
import { daily } from '#main/privacy/daily.ts'
import { FakeClock } from '#test/support/fake-clock.ts'

const hourMs = 60 * 60_000

test('it runs once a day, is asked each hour, and after a stop in its middle nothing waits any more', async () => {
  const clock = new FakeClock()
  const kept = new Map<string, number>()
  const runs: PromiseWithResolvers<boolean>[] = []
  const days = daily({
    expired: { upkeep: (name) => kept.get(name) ?? null, setUpkeep: (name, at) => void kept.set(name, at) },
    clock,
    run() {
      const run = Promise.withResolvers<boolean>()
      runs.push(run)
      return run.promise
    },
    log: (message, error) => expect.unreachable(`${message}: ${String(error)}`),
  })
  days.start()
  await clock.pass(60_000)
  expect(runs).toHaveLength(1)
  runs[0]?.resolve(true)
  await clock.pass(19 * hourMs)
  expect(runs).toHaveLength(1)
  await clock.pass(2 * hourMs)
  expect(runs).toHaveLength(2)

  const stopped = days.stop()
  runs[1]?.resolve(true)
  await stopped
  expect(clock.nextDue).toBe(Infinity)
})
