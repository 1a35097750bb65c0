import { vendor, type TestDesk } from '#test/support/desk.ts'
import type { FakeClock } from '#test/support/fake-clock.ts'

export const second = 1_000
export const hour = 3_600 * second
export const tenYears = 10 * 365 * 24 * hour

/** A desk whose app can be closed and opened, and the moments at which an item left it, in seconds of the steady clock. */
export interface Stage {
  clock: FakeClock
  desk(): TestDesk
  /** Sets what becomes of tries, whether or not the app is closed in between. */
  whenAsked(answer: () => ReturnType<typeof vendor.accepts>): void
  /** Closes the app, lets this happen, and opens it. */
  closed(meanwhile: () => void): Promise<void>
}

export interface Scenario {
  name: string
  /** When it leaves, in seconds after filing, and how it stands then. */
  expected: string
  run(stage: Stage): Promise<void>
  /** The same wait for the naive client, which has nothing but one clock and a time in a file: how long, and what happens within. */
  naive: { waitMs: number; after: number; happens(clock: FakeClock): void } | null
}

type Jump = readonly [name: string, ms: number]
const jumps: readonly Jump[] = [
  ['ten years forward', tenYears],
  ['ten years back', -tenYears],
]
const holdMs = 10 * second

const fileDispute = (stage: Stage) => stage.desk().file(stage.desk().draftDispute())
const fileUpdate = (stage: Stage) => stage.desk().file(stage.desk().draftNote({ action: 'update' }))

/** The vendor answers like this once and accepts from then on. */
function once(stage: Stage, first: ReturnType<typeof vendor.accepts>) {
  let asked = 0
  stage.whenAsked(() => ((asked += 1) === 1 ? first : vendor.accepts()))
}

const set = ([name, ms]: Jump): Scenario[] => {
  const naive = (waitMs: number, after: number): Scenario['naive'] => ({ waitMs, after, happens: (clock) => clock.jump(ms) })
  return [
    {
      name: `hold, clock set ${name}`,
      expected: '10 · sent',
      naive: naive(holdMs, 4 * second),
      async run(stage) {
        fileDispute(stage)
        await stage.clock.pass(4 * second)
        stage.clock.jump(ms)
      },
    },
    {
      name: `backoff, clock set ${name}`,
      expected: '10, 12 · sent',
      naive: naive(2 * second, second),
      async run(stage) {
        once(stage, vendor.isUnreachable())
        fileDispute(stage)
        await stage.clock.pass(11 * second)
        stage.clock.jump(ms)
      },
    },
    {
      name: `Retry-After of 30 s, clock set ${name}`,
      expected: '10, 40 · sent',
      naive: naive(30 * second, 10 * second),
      async run(stage) {
        once(stage, vendor.isBusy(30 * second))
        fileDispute(stage)
        await stage.clock.pass(20 * second)
        stage.clock.jump(ms)
      },
    },
    {
      name: `unknown update, clock set ${name}`,
      expected: '10 · unknown',
      naive: null,
      async run(stage) {
        once(stage, vendor.isSilent())
        fileUpdate(stage)
        await stage.clock.pass(12 * second)
        stage.clock.jump(ms)
      },
    },
    {
      name: `hold, closed meanwhile, clock set ${name}`,
      expected: ms > 0 ? 'not at all · asks' : '14 · sent',
      naive: naive(holdMs, 4 * second),
      async run(stage) {
        fileDispute(stage)
        await stage.clock.pass(4 * second)
        await stage.closed(() => stage.clock.jump(ms))
      },
    },
    {
      name: `Retry-After of 600 s, closed meanwhile, clock set ${name}`,
      expected: ms > 0 ? '10 · asks' : '10, 620 · sent',
      naive: naive(600 * second, 10 * second),
      async run(stage) {
        once(stage, vendor.isBusy(600 * second))
        fileDispute(stage)
        await stage.clock.pass(20 * second)
        await stage.closed(() => stage.clock.jump(ms))
        stage.desk().outbox.networkReturned()
      },
    },
  ]
}

/** Eight hours with the lid closed. Some systems let the steady clock stand still meanwhile, others let it go on. */
const asleep = (steady: 'stands still' | 'goes on'): Scenario[] => {
  const goesOn = steady === 'goes on'
  const wake = (stage: Stage) => {
    if (goesOn) stage.clock.sleep(8 * hour)
    else stage.clock.jump(8 * hour)
    stage.desk().outbox.networkReturned()
  }
  const seconds = (ms: number) => ms / second
  return [
    {
      name: `hold, asleep, steady clock ${steady}`,
      expected: goesOn ? `${seconds(4 * second + 8 * hour)} · sent` : '10 · sent',
      naive: null,
      async run(stage) {
        fileDispute(stage)
        await stage.clock.pass(4 * second)
        wake(stage)
      },
    },
    {
      name: `backoff, asleep, steady clock ${steady}`,
      expected: goesOn ? `10, ${seconds(11 * second + 8 * hour)} · sent` : '10, 11 · sent',
      naive: null,
      async run(stage) {
        once(stage, vendor.isUnreachable())
        fileDispute(stage)
        await stage.clock.pass(11 * second)
        wake(stage)
      },
    },
    {
      name: `Retry-After of 30 min, asleep, steady clock ${steady}`,
      expected: goesOn ? `10, ${seconds(20 * second + 8 * hour)} · sent` : '10, 1810 · sent',
      naive: null,
      async run(stage) {
        once(stage, vendor.isBusy(1_800 * second))
        fileDispute(stage)
        await stage.clock.pass(20 * second)
        wake(stage)
      },
    },
    {
      name: `unknown update, asleep, steady clock ${steady}`,
      expected: '10 · unknown',
      naive: null,
      async run(stage) {
        once(stage, vendor.isSilent())
        fileUpdate(stage)
        await stage.clock.pass(12 * second)
        wake(stage)
      },
    },
  ]
}

export const scenarios: readonly Scenario[] = [...jumps.flatMap(set), ...asleep('stands still'), ...asleep('goes on')]
