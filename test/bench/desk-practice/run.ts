import { join } from 'node:path'
import { openDesk } from '#main/desk.ts'
import { faultPorts } from '../../faults/harness/ports.ts'
import { writeNotes } from '../bulk-send/notes.ts'

/** What a practice run leaves behind in main. */
export interface PracticeCost {
  /** Heap and buffers, after a collection. */
  idleBytes: number
  keptBytes: number
  sent: number
}

const [folder = '', rows = ''] = process.argv.slice(2)
const ports = faultPorts({ folder, holdSeconds: 0, onTrouble: (message, error) => console.error(message, error) })
const csv = join(folder, 'notes.csv')
// A test note needs no sale.
await writeNotes(csv, Number(rows), '1')
const { promise: finished, resolve: finish } = Promise.withResolvers<number>()
const desk = await openDesk({
  ...ports,
  bulk: { ...ports.bulk, chooseTable: () => Promise.resolve(csv) },
  emit(name, payload) {
    if (name !== 'bulk.progress' || !('progress' in payload)) return
    if (payload.state === 'done' || payload.state === 'paused') finish(payload.progress.sent)
  },
})
const { accounts, bulk } = desk.handlers
await desk.start()
const account = (await accounts.list(undefined)).find(({ settings }) => settings.kind === 'digiwallet')
if (!account) throw new Error('there is no account to practise with')

/** What is held once all that nobody holds is gone. */
async function held(): Promise<number> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    globalThis.gc?.()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const idleBytes = await held()
const opened = await bulk.open({ kind: 'notes', accountId: account.id, source: { from: 'picker' } })
if (!opened) throw new Error('no table was chosen')
await bulk.check({ runId: opened.id })
await bulk.setConnections({ runId: opened.id, connections: 16 })
const { total } = await bulk.confirmation({ runId: opened.id })
await bulk.start({ runId: opened.id, total })
const sent = await finished
process.send?.({ idleBytes, keptBytes: await held(), sent } satisfies PracticeCost)
await desk.close()
process.disconnect()
