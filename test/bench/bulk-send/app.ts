import { monitorEventLoopDelay } from 'node:perf_hooks'
import { newDigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import type { BulkProgress, BulkState } from '#shared/domain/bulk.ts'
import type { TeamAddressFields } from '#shared/domain/team.ts'
import { openDesk } from '#main/desk.ts'
import { faultPorts } from '../../faults/harness/ports.ts'
import { peakBytes } from '#test/support/peak-memory.ts'

/** A run through the app: which table, to whom, over how many connections. */
export interface AppJob {
  folder: string
  url: string
  csv: string
  connections: number
  /** The team that is asked; none: a person alone. */
  team?: { link: TeamAddressFields; password: string; shared: number }
}

/** What it cost, told to who started this process. */
export interface AppCost {
  /** From the confirmed start to the end of the run; that includes writing down every row before the first one leaves. */
  ms: number
  /** Of it, from the moment that rows may leave. */
  sendingMs: number
  progress: BulkProgress
  /** While rows were sent. */
  delayP99Ms: number
  delayMaxMs: number
  idleBytes: number
  peakBytes: number
}

const job = JSON.parse(process.argv[2] ?? '') as AppJob
const ports = faultPorts({ folder: job.folder, holdSeconds: 0, onTrouble: (message, error) => console.error(message, error) })
let told: (state: BulkState, progress: BulkProgress) => void = () => undefined
const desk = await openDesk({
  ...ports,
  bulk: { ...ports.bulk, chooseTable: () => Promise.resolve(job.csv) },
  emit(name, payload) {
    if (name === 'bulk.progress' && 'progress' in payload) told(payload.state, payload.progress)
  },
})
const { accounts, bulk } = desk.handlers
await desk.start()
const settings = { ...newDigiwalletSettings(), environment: 'practice', name: 'Meting', url: job.url } as const
const account = await accounts.save({ accountId: null, settings: { ...settings, testDefault: 'off' } })
for (const { id, settings: of } of await accounts.list(undefined)) if (of.url === null) await accounts.remove({ accountId: id })
if (job.team) {
  const { link, password, shared } = job.team
  const { team } = desk.handlers
  await team.connect({ ...link, password })
  while ((await team.get(undefined)).state !== 'online') await new Promise((resolve) => setTimeout(resolve, 20))
  await team.share({ shared, accountId: account?.id ?? '' })
}
await new Promise((resolve) => setTimeout(resolve, 500))
const idleBytes = process.memoryUsage.rss()

/** From the file to the confirmation, as a clerk who finds the suggested columns right. */
async function checked() {
  const opened = await bulk.open({ kind: 'notes', accountId: account?.id ?? '', source: { from: 'picker' } })
  if (!opened) throw new Error('no table was chosen')
  await bulk.check({ runId: opened.id })
  await bulk.setConnections({ runId: opened.id, connections: job.connections })
  const { total } = await bulk.confirmation({ runId: opened.id })
  return { runId: opened.id, total }
}

const start = await checked()
const delay = monitorEventLoopDelay({ resolution: 1 })
const { promise: finished, resolve: finish } = Promise.withResolvers<BulkProgress>()
let sendingFrom = 0
told = (state, progress) => {
  if (state === 'sending' && sendingFrom === 0) {
    sendingFrom = performance.now()
    delay.enable()
  }
  if (state === 'done' || state === 'paused') finish(progress)
}
const from = performance.now()
await bulk.start(start)
const progress = await finished
const to = performance.now()
delay.disable()
const cost: AppCost = {
  ms: to - from,
  sendingMs: to - sendingFrom,
  progress,
  delayP99Ms: delay.percentile(99) / 1e6,
  delayMaxMs: delay.max / 1e6,
  idleBytes,
  peakBytes: await peakBytes(),
}
await desk.close()
process.send?.(cost)
process.disconnect?.()
