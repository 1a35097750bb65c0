import { deadOrigin, liveNotes, stormDesk } from '#test/support/storm-desk.ts'

/** What main of the app is put through, in a process of its own. */
export interface StormJob {
  folder: string
  count: number
  what: 'wait' | 'send all' | 'give all back'
}

export interface StormCost {
  /** Of one processor, over the minute after the first tries. */
  cpuPercent: number
  triesInMinute: number
  /** Until another vendor's item was sent. */
  otherMs: number
  /** Until a person's one word was answered. */
  allMs: number
  changes: number
  longestMs: number
}

const minute = 60_000

async function measure({ folder, count, what }: StormJob): Promise<StormCost> {
  const live = await liveNotes()
  const desk = await stormDesk({ folder, count, isAsking: what !== 'wait', dispute: await deadOrigin(), notes: live.origin })
  const cost: StormCost = { cpuPercent: 0, triesInMinute: 0, otherMs: 0, allMs: 0, changes: 0, longestMs: 0 }
  try {
    await desk.desk.start()
    if (what === 'wait') {
      const { longestMs } = await desk.watch(async () => {
        await desk.firstTries()
        const before = desk.triesMade()
        const used = process.cpuUsage()
        await new Promise((resolve) => setTimeout(resolve, minute))
        const { user, system } = process.cpuUsage(used)
        cost.cpuPercent = ((user + system) / 1000 / minute) * 100
        cost.triesInMinute = desk.triesMade() - before
        cost.otherMs = await desk.noteThrough()
      })
      return { ...cost, longestMs }
    }
    const before = desk.told.changes
    const { ms, longestMs } = await desk.watch(async () => {
      await desk.desk.handlers.outbox.answerAsking({ send: what === 'send all' })
      cost.changes = desk.told.changes - before
    })
    return { ...cost, allMs: ms, longestMs }
  } finally {
    await desk.close()
    await live.close()
  }
}

process.send?.(await measure(JSON.parse(process.argv[2] ?? '{}') as StormJob))
process.disconnect?.()
