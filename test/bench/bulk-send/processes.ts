import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppCost, AppJob } from './app.ts'
import type { RawCost } from './raw.ts'
import type { Arrived, Ask } from './vendor.ts'

/** What a process says last before it ends well. */
async function lastWord<T>(child: ChildProcess, what: string): Promise<T> {
  const exited = once(child, 'exit')
  const [word] = await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => {
      throw new Error(`${what} ended with ${code}`)
    }),
  ])
  await exited
  return word as T
}

/** The vendor, in a process of its own. */
export async function startVendor() {
  const child = fork(join(import.meta.dirname, 'vendor.ts'))
  const [port] = await once(child, 'message')
  const ask = async (latencyMs: number): Promise<Arrived> => {
    const answered = once(child, 'message')
    child.send({ latencyMs } satisfies Ask)
    return (await answered)[0] as Arrived
  }
  return {
    url: `http://127.0.0.1:${String(port)}`,
    /** Lets a tool send to it, and fails where not every row arrived once. */
    async expect<T>(rows: number, latencyMs: number, work: () => Promise<T>): Promise<T> {
      await ask(latencyMs)
      const result = await work()
      const { requests, sales } = await ask(0)
      if (requests !== rows || sales !== rows) throw new Error(`of ${rows} rows ${sales} arrived, in ${requests} requests`)
      return result
    },
    /** Lets a tool send to it that may not come to its end. */
    async watch<T>(latencyMs: number, work: () => Promise<T>): Promise<{ result: T; arrived: Arrived }> {
      await ask(latencyMs)
      const result = await work()
      return { result, arrived: await ask(0) }
    },
    close: () => child.disconnect(),
  }
}
export type BenchVendor = Awaited<ReturnType<typeof startVendor>>

/** The app, on a ledger of its own that is gone afterwards. */
export async function runApp(script: string, folder: string, job: Omit<AppJob, 'folder'>): Promise<AppCost> {
  const own = await mkdtemp(join(folder, 'app-'))
  try {
    return await lastWord<AppCost>(fork(script, [JSON.stringify({ ...job, folder: own })]), 'the app')
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

/** undici's pool. */
export const runRaw = (script: string, url: string, csv: string, connections: number): Promise<RawCost> =>
  lastWord<RawCost>(fork(script, [url, csv, String(connections)]), 'the raw pool')
