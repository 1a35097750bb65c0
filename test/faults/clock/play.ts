import path from 'node:path'
import { FakeClock } from '#test/support/fake-clock.ts'
import { testDesk, vendor, type TestDesk } from '#test/support/desk.ts'
import { inFolder } from '../harness/children.ts'
import { hour, second, type Scenario } from './scenarios.ts'

/** Plays a scenario and lets two hours pass; answers when the item left, in seconds after filing, and how it stands. */
export const play = (scenario: Scenario, start?: number): Promise<string> =>
  inFolder(async (folder) => {
    const clock = new FakeClock(start)
    const file = path.join(folder, 'ledger.sqlite')
    const left: number[] = []
    let answer = vendor.accepts
    const open = (): TestDesk => {
      const opened = testDesk({ file, clock })
      opened.whenAsked(() => {
        left.push(clock.steady() / second)
        return answer()
      })
      opened.recover()
      opened.outbox.start()
      return opened
    }
    let desk = open()
    await scenario.run({
      clock,
      desk: () => desk,
      whenAsked: (next) => (answer = next),
      async closed(meanwhile) {
        await desk.outbox.stop()
        desk.close()
        meanwhile()
        desk = open()
      },
    })
    await clock.pass(2 * hour)
    const [item] = desk.found({ filter: { search: '', kinds: [], states: [] }, after: null, limit: 1 }).items
    await desk.outbox.stop()
    desk.close()
    return `${left.join(', ') || 'not at all'} · ${item && 'asks' in item && item.asks ? 'asks' : (item?.state ?? 'gone')}`
  })

/** The naive client: the time to leave stands in its file, and it looks every second whether the wall's clock says so. */
export async function playNaively({ waitMs, after, happens }: NonNullable<Scenario['naive']>): Promise<string> {
  const clock = new FakeClock()
  const leaveAt = clock.now() + waitMs
  const left: number[] = []
  const look = () => {
    if (clock.now() >= leaveAt) left.push(clock.steady() / second)
    else clock.after(second, look)
  }
  look()
  await clock.pass(after)
  happens(clock)
  await clock.pass(2 * hour)
  return left.length === 0 ? 'never' : `${left[0]} s of ${waitMs / second}`
}
