import { copyFileSync, existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { AppFailure } from '#main/ipc/failure.ts'
import { FakeClock, settled } from '#test/support/fake-clock.ts'
import { testDesk, vendor, type TestDesk } from '#test/support/desk.ts'
import { acts, answers, type Act } from './acts.ts'
import { Monitor, type Answer } from './monitor.ts'

const holdSeconds = 10
const connections = 3

const outcomeOf = (answer: Answer) => (answer.is === 'isBusy' ? vendor.isBusy(answer.retryAfterMs) : vendor[answer.is]())

/** The desk with everything that happens to it seen by a monitor. */
function watched(desk: TestDesk) {
  const monitor = new Monitor(() => desk.clock.steady(), connections)
  /** What is no longer possible is refused, and nothing happened. */
  const quietly = (work: () => void) => {
    try {
      work()
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error
    }
  }
  const picked = (at: number) => {
    const ids = monitor.ids()
    return ids.length > 0 ? ids[at % ids.length]! : null
  }
  const file = (draftId: string) => {
    const { id, kind, noteKey, accountId } = desk.file(draftId)
    monitor.filed({ id, kind, note: noteKey, account: accountId }, holdSeconds * 1000)
  }
  const sendNow = (id: string) => {
    desk.person.sendNow(id)
    monitor.told(id)
  }
  const cancel = (id: string) => {
    const draft = desk.person.cancel(id)
    monitor.ended(id, 'withdrawn')
    return draft
  }
  const decide = (id: string, decision: Extract<Act, { act: 'decide' }>['decision']) => {
    // The outbox may act on the word before it returns.
    const before = desk.stateOf(id)
    if (decision === 'send-again' && before === 'unknown' && allowed(id, decision)) monitor.told(id)
    desk.person.decide(id, decision, null)
    if (decision === 'arrived') monitor.ended(id, 'sent')
    if (decision === 'close') monitor.ended(id, 'closed')
  }
  const allowed = (id: string, decision: string) => {
    const item = desk.queries.get(id)
    return item !== null && !(item.supersededBy && item.kind !== 'note.create') && decision === 'send-again'
  }

  const perform = async (act: Act): Promise<void> => {
    switch (act.act) {
      case 'pass':
        return desk.clock.pass(act.ms)
      case 'file': {
        const draft = act.what === 'dispute' ? desk.draftDispute() : desk.draftNote({ action: act.what, saleID: act.sale })
        for (let click = 0; click < act.clicks; click += 1) file(draft)
        return
      }
      case 'networkReturned':
        return desk.outbox.networkReturned()
      case 'release':
        monitor.released(act.account)
        await desk.person.release(act.account)
        return
      case 'answerAsking': {
        const asking = desk.inState('queued').filter(({ asks }) => asks)
        await desk.person.answerAsking(act.send).catch(() => undefined)
        for (const { id } of asking)
          if (act.send) monitor.told(id)
          else if (desk.stateOf(id) === 'withdrawn') monitor.ended(id, 'withdrawn')
        return
      }
      default: {
        const id = picked(act.item)
        if (id === null) return
        if (act.act === 'sendNow') return quietly(() => sendNow(id))
        if (act.act === 'cancel') return quietly(() => void cancel(id))
        if (act.act === 'decide') return quietly(() => decide(id, act.decision))
        return quietly(() => file(desk.person.edit(id)))
      }
    }
  }
  return {
    monitor,
    perform,
    sendNow: (id: string) => quietly(() => sendNow(id)),
    decide: (id: string, decision: 'arrived' | 'close') => quietly(() => decide(id, decision)),
  }
}

/** In the end a person answers every question and the vendor accepts everything: nothing may be left lying. */
async function finish(
  desk: TestDesk,
  { monitor, perform, sendNow, decide }: ReturnType<typeof watched>,
  drain: () => Promise<void>,
) {
  for (let round = 0; round < 12; round += 1) {
    for (const account of ['billink', 'digiwallet'] as const) await perform({ act: 'release', account })
    for (const item of desk.inState('queued')) if (item.asks) sendNow(item.id)
    for (const item of desk.inState('unknown')) {
      decide(item.id, 'arrived')
      decide(item.id, 'close')
    }
    await drain()
    await desk.clock.pass(16 * 60_000)
    await drain()
  }
  const left = monitor.ids().filter((id) => ['queued', 'sending', 'held', 'unknown'].includes(desk.stateOf(id) ?? ''))
  if (left.length > 0) throw new Error(`left lying: ${left.map((id) => desk.stateOf(id)).join(', ')}`)
}

/** What a number of stories came to. */
export interface Stories {
  tries: number
  steps: number
  /** Why the first failed, with the shortest story that fails alike; null where none did. */
  failure: string | null
}

/** Tells so many random stories of acts, answers and passing time, in every order the scheduler comes up with. */
export async function tellStories(folder: string, seed: number, numRuns: number): Promise<Stories> {
  const template = path.join(folder, 'template.sqlite')
  testDesk({ file: template }).close()
  let story = 0
  let tries = 0
  let steps = 0

  const property = fc.asyncProperty(fc.scheduler(), acts, answers, async (scheduler, list, said) => {
    story += 1
    const file = path.join(folder, `${story}.sqlite`)
    copyFileSync(template, file)
    const desk = testDesk({ file, clock: new FakeClock(), holdSeconds, connections })
    const watch = watched(desk)
    const { monitor, perform } = watch
    let next = 0
    let free = false
    desk.whenPreparing((id) => (free ? Promise.resolve() : scheduler.schedule(Promise.resolve(), `prepare ${id}`)))
    desk.whenAsked(async (_, id) => {
      monitor.transmitted(id)
      const answer: Answer = free ? { is: 'accepts' } : (said[next] ?? { is: 'accepts' })
      next += 1
      if (!free) await scheduler.schedule(Promise.resolve(), `answer ${answer.is}`)
      monitor.answered(id, answer)
      return outcomeOf(answer)
    })
    const drain = async () => {
      await settled()
      while (scheduler.count() > 0) {
        await scheduler.waitNext(1)
        await settled()
        steps += 1
        for (const id of monitor.ids()) monitor.compare(id, desk.stateOf(id))
        if (monitor.violations.length > 0) throw new Error(monitor.violations.join('; '))
      }
    }
    try {
      desk.outbox.start()
      scheduler.scheduleSequence(list.map((one) => ({ builder: () => perform(one), label: JSON.stringify(one) })))
      await drain()
      free = true
      await finish(desk, watch, drain)
      if (desk.troubles.length > 0) throw new Error(`trouble: ${String(desk.troubles[0])}`)
      if (monitor.violations.length > 0) throw new Error(monitor.violations.join('; '))
    } finally {
      tries += monitor.tries
      free = true
      while (scheduler.count() > 0) await scheduler.waitNext(1)
      await desk.outbox.stop()
      desk.close()
      for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) rmSync(file + end)
    }
  })
  const result = await fc.check(property, { seed, numRuns })
  return { tries, steps, failure: result.failed ? `${String(result.errorInstance)}\n${fc.defaultReportMessage(result)}` : null }
}
