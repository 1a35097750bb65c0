import { setTimeout as sleep } from 'node:timers/promises'
import { AppFailure } from '#main/ipc/failure.ts'
import { fastClock } from '../harness/fast-clock.ts'
import { seeded } from '../harness/random.ts'
import { given, tell } from '../harness/tell.ts'
import { readingDesk } from './desk.ts'
import { timeFactor, type Orders } from './orders.ts'

const { folder, url, seed, life, epoch, finish } = given as Orders
const random = seeded(seed)
const { desk, accountId } = await readingDesk({ folder, url, clock: fastClock(timeFactor, epoch), factor: timeFactor })
await desk.start()
tell({ type: 'ready' })
const { drafts, paymentNotes, outbox, history } = desk.handlers

/** Another click was first, or the item moved on: what a person is told, and no fault. */
async function quietly(act: () => unknown): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof AppFailure)) tell({ type: 'trouble', text: String(error) })
  }
}

let count = 0
async function file(): Promise<void> {
  count += 1
  const paymentID = `tr_${life}${random.below(6)}`
  const fields = { action: 'create' as const, paymentID, text: `${life} ${count}`, keepValue: false }
  const { id } = await drafts.create({ kind: 'payment-note', accountId, fields })
  const item = await paymentNotes.submit({ draftId: id, shown: null })
  tell({ type: 'filed', item: item.id })
}

const waiting = async () => (await outbox.list({ cursor: null, limit: 200 })).items

/** Lets go whatever waits for a person; in the end also what nobody but a person can decide, once it was said what it is. */
async function decide(isEnd: boolean): Promise<void> {
  for (const { id, actions, accountId: account } of await waiting()) {
    if (actions.includes('release')) await quietly(() => outbox.release({ accountId: account }))
    else if (actions.includes('look-again') && random.chance(0.2))
      await quietly(() => outbox.decide({ id, decision: 'look-again' }))
    else if (actions.includes('send-again')) {
      const { payload } = await history.get({ id })
      if (isEnd && payload.kind === 'payment-note')
        tell({ type: 'asks', paymentID: payload.paymentID, note: `${payload.text ?? ''} ${payload.at}` })
      await quietly(() => outbox.decide({ id, decision: 'send-again' }))
    } else if (actions.includes('send-now')) await quietly(() => outbox.sendNow({ id }))
  }
}

if (finish) {
  for (;;) {
    const { waiting: left, sending, held, unknown } = await outbox.counts(undefined)
    if (left + sending + held + unknown === 0) break
    await decide(true)
    await sleep(15)
  }
  await desk.close()
  process.exit(0)
}
for (;;) {
  await quietly(random.chance(0.8) ? file : () => decide(false))
  await sleep(random.below(40))
}
