import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { startBackup } from '#main/storage/backup/backup-maker.ts'
import { unpackBackup } from '#main/storage/backup/unpack.ts'
import { cleanPages } from '#main/storage/ledger-pages.ts'
import { joinLedger } from '#main/storage/ledger.ts'
import { expiredRecords } from '#main/storage/expired-records.ts'
import { erasedText } from '#main/storage/erased-text.ts'
import { personPlaces } from '#main/storage/person-places.ts'
import { personFinder } from '#main/privacy/find-person.ts'
import { sweep } from '#main/privacy/sweep.ts'
import { createTraces } from '#main/storage/traces.ts'
import { writeRing } from '#main/storage/keys/key-ring.ts'
import { peakBytes } from '#test/support/peak-memory.ts'
import { benchKey } from '../sealed/orders.ts'

/** What one process measured: in milliseconds, and bytes. */
export interface UpkeepWork {
  longest: number
  total: number
  peak: number
  bytes?: number
  restored?: number
}

const { folder, what, due } = JSON.parse(process.argv[2] ?? '') as { folder: string; what: string; due: number }
const file = path.join(folder, 'ledger.sqlite')
const ledger = joinLedger(file, benchKey, 'FULL')
ledger.db.exec('PRAGMA journal_mode = WAL')
const vaultKey = Buffer.alloc(32, 'vault')
const breath = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Processor time of this thread: it does not go by what else the machine does. */
function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The longest turn of the event loop while something is done. */
async function watched(work: () => Promise<unknown>): Promise<{ longest: number; total: number }> {
  let longest = 0
  let isOver = false
  const started = performance.now()
  let last = processorMs()
  const turn = () => {
    const now = processorMs()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  await work().finally(() => (isOver = true))
  const total = performance.now() - started
  await breath()
  return { longest, total }
}

/** Its items were made a millisecond apart, so that this many are older than the retention. */
async function swept(): Promise<void> {
  const day = 86_400_000
  const at = Date.UTC(2026, 0, 1) + due + 730 * day
  const clock = { now: () => at, steady: () => performance.now(), after: () => () => undefined }
  const keys = { state: 'key', key: { id: Buffer.alloc(8), key: vaultKey } } as const
  const traces = createTraces(ledger, {
    forSealing: () => Promise.resolve(keys),
    forOpening: () => Promise.resolve(keys),
  } as unknown as Parameters<typeof createTraces>[1])
  const text = erasedText(ledger, traces)
  await sweep({
    ledger,
    expired: expiredRecords(ledger),
    text,
    traces,
    vault: { erase: () => Promise.resolve(), emptyRemoved: () => Promise.resolve() },
    copies: { clear: () => Promise.resolve() },
    folder,
    clock,
    retention: () => ({ files: 30, texts: 730, unsent: 1, tables: 30, logs: 14 }),
    isForVendors: () => false,
    isSending: () => false,
    eraseTable: () => Promise.resolve(),
    onChange: () => undefined,
    log: (message, error) => {
      throw new Error(message, { cause: error })
    },
  }).run()
}

const works: Record<string, () => Promise<unknown>> = {
  sweep: swept,
  find: () => personFinder({ ledger, places: personPlaces(ledger), folder, breath })(['Quintelaar', 'zoe@example.nl']),
  erase: () => cleanPages(ledger, breath, () => undefined),
}

async function backup(): Promise<UpkeepWork> {
  const to = path.join(folder, 'bench.balie-backup')
  const passphrase = 'vier losse woorden achter elkaar'
  const ring = writeRing([{ vault: vaultKey, ledger: benchKey }])
  const order = { folder, ledgerFile: file, to, passphrase, app: '1.0.0', createdAt: new Date(), ring }
  const made = await watched(async () => {
    const outcome = await startBackup(order, () => undefined).outcome
    if (outcome.state !== 'made') throw new Error(JSON.stringify(outcome))
  })
  const into = path.join(folder, 'restored')
  mkdirSync(into)
  const target = { vault: Buffer.alloc(32, 'other'), ledger: Buffer.alloc(32, 'other ledger') }
  const { total: restored } = await watched(() =>
    unpackBackup(
      { file: to, passphrase, folder: into, target, now: Date.now },
      { signal: new AbortController().signal, onProgress: () => undefined },
    ),
  )
  return { ...made, restored, bytes: statSync(to).size, peak: await peakBytes() }
}

const figures = what === 'backup' ? await backup() : { ...(await watched(works[what]!)), peak: await peakBytes() }
ledger.close()
process.stdout.write(JSON.stringify(figures satisfies UpkeepWork))
