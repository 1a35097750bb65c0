import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ledgerFileIn } from '#main/storage/keys/own-keys.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { testLedgerKey } from '#test/support/ledger-file.ts'
import type { StartCost } from './desk-start/start.ts'
import { median, verdict, type Figure } from './figures.ts'
import { writeHistory } from './sealed/history.ts'

/** Two years of ten thousand items a week; BENCH_ITEMS for another size. */
const items = Number(process.env['BENCH_ITEMS'] ?? 1_000_000)
const rounds = 7
const mostOpenMs = 150
const mostOfEmpty = 1.15

async function start(folder: string): Promise<StartCost> {
  const child = fork(join(import.meta.dirname, 'desk-start', 'start.ts'), [folder])
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`the start ended with ${code}`)
  })
  const [cost] = (await Promise.race([once(child, 'message'), exited])) as [StartCost]
  await exited.catch(() => undefined)
  return cost
}

async function folderWith(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-start-'))
  const ledger = openLedger(ledgerFileIn(folder), testLedgerKey)
  // Only what is measured has to wait for the disk.
  ledger.db.exec('PRAGMA synchronous = OFF')
  writeHistory(ledger, count)
  ledger.close()
  // The first start reads all of it, as of any ledger that this computer does not know.
  await start(folder)
  return folder
}

/** A start with years of items beside one with none, in turn: a file that this computer closed is read whole beside the work. */
export async function measure(): Promise<Figure[]> {
  const folders = { empty: await folderWith(0), full: await folderWith(items) }
  const costs: Record<keyof typeof folders, StartCost[]> = { empty: [], full: [] }
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const which of ['empty', 'full'] as const) costs[which].push(await start(folders[which]))
    const of = (which: keyof typeof folders, what: keyof StartCost) => median(costs[which].map((cost) => cost[what]))
    const megabytes = ((await stat(ledgerFileIn(folders.full))).size / 1024 ** 2).toFixed(0)
    const label = `${items.toLocaleString('en')} items`
    const line = (what: string, key: keyof StartCost, target: string, isMet: (ms: number, part: number) => boolean): Figure => {
      const [full, empty] = [of('full', key), of('empty', key)]
      return {
        case: 'desk-start',
        what: `${label} (${megabytes} MB), ${what} (${rounds} rounds)`,
        measured: `${full.toFixed(0)} ms`,
        against: `${empty.toFixed(0)} ms with none`,
        ratio: `${(full / empty).toFixed(2)} ×`,
        target,
        verdict: verdict(isMet(full, full / empty)),
      }
    }
    return [
      line('the ledger open', 'openMs', `≤ ${mostOpenMs} ms`, (ms) => ms <= mostOpenMs),
      line('the first screen answered', 'usableMs', `≤ ${mostOfEmpty} ×`, (_, part) => part <= mostOfEmpty),
      line('all of the file read, so that items leave', 'sendingMs', '—', () => true),
    ]
  } finally {
    for (const folder of Object.values(folders)) await rm(folder, { recursive: true, force: true })
  }
}
