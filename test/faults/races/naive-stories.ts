import fc from 'fast-check'
import { FakeClock, settled } from '#test/support/fake-clock.ts'
import { acts, answers, type Act } from './acts.ts'
import type { Answer } from './monitor.ts'

const holdMs = 10_000
const retryMs = 2_000

interface Item {
  id: number
  makes: boolean
  dueAt: number
}

/** The outbox one writes in an afternoon: a list, a timer per item, and a loop that sends what is due and tries again what failed. */
function naiveOutbox(clock: FakeClock, post: (item: Item) => Promise<Answer>) {
  let queue: Item[] = []
  let made = 0
  const sendAll = async (): Promise<void> => {
    for (const item of queue.filter(({ dueAt }) => dueAt <= clock.steady())) {
      const { is } = await post(item)
      if (is === 'accepts' || is === 'refuses') queue = queue.filter((other) => other !== item)
      else clock.after(retryMs, () => void sendAll())
    }
  }
  return {
    file(makes: boolean) {
      queue.push({ id: (made += 1), makes, dueAt: clock.steady() + holdMs })
      clock.after(holdMs, () => void sendAll())
    },
    ids: () => queue.map(({ id }) => id),
    cancel(id: number) {
      queue = queue.filter((item) => item.id !== id)
    },
    sendNow(id: number) {
      for (const item of queue) if (item.id === id) item.dueAt = 0
      void sendAll()
    },
    networkReturned: () => void sendAll(),
  }
}

/** Tells the same stories with the naive outbox; answers in how many of them something was made twice, or left after Cancel. */
export async function tellNaively(seed: number, numRuns: number): Promise<{ twice: number; cancelled: number }> {
  const tally = { twice: 0, cancelled: 0 }
  const property = fc.asyncProperty(fc.scheduler(), acts, answers, async (scheduler, list, said) => {
    const clock = new FakeClock()
    const mayHaveArrived = new Map<number, number>()
    const cancelled = new Set<number>()
    let leftAfterCancel = false
    let next = 0
    const outbox = naiveOutbox(clock, async ({ id, makes }) => {
      const answer: Answer = said[next] ?? { is: 'accepts' }
      next += 1
      leftAfterCancel ||= cancelled.has(id)
      if (makes && (answer.is === 'accepts' || answer.is === 'isSilent'))
        mayHaveArrived.set(id, (mayHaveArrived.get(id) ?? 0) + 1)
      await scheduler.schedule(Promise.resolve(), 'answer')
      return answer
    })
    const picked = (at: number) => outbox.ids()[at % Math.max(1, outbox.ids().length)]
    const perform = async (act: Act) => {
      if (act.act === 'pass') return clock.pass(act.ms)
      // Its button is disabled after the first click, so that two clicks file once here as well.
      if (act.act === 'file') outbox.file(act.what === 'dispute' || act.what === 'create')
      if (act.act === 'networkReturned') outbox.networkReturned()
      const id = 'item' in act ? picked(act.item) : undefined
      if (id === undefined) return
      if (act.act === 'sendNow') outbox.sendNow(id)
      if (act.act === 'cancel') {
        outbox.cancel(id)
        cancelled.add(id)
      }
    }
    scheduler.scheduleSequence(list.map((one) => ({ builder: () => perform(one), label: one.act })))
    while (scheduler.count() > 0) {
      await scheduler.waitNext(1)
      await settled()
    }
    if ([...mayHaveArrived.values()].some((count) => count > 1)) tally.twice += 1
    // What had already left when Cancel was clicked, and so was not taken back.
    if (leftAfterCancel || [...cancelled].some((id) => mayHaveArrived.has(id))) tally.cancelled += 1
  })
  await fc.assert(property, { seed, numRuns })
  return tally
}
