import path from 'node:path'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDesk } from '#main/desk.ts'
import { keyAmong } from '#main/storage/ledger-seal/open-key.ts'
import { joinLedger } from '#main/storage/ledger.ts'
import { testLedgerKey } from '#test/support/ledger-file.ts'
import { submissionRecords } from '#main/storage/submission-records.ts'
import { vendorAccounts } from '#test/faults/harness/accounts.ts'
import { faultPorts } from '#test/faults/harness/ports.ts'
import { insertStorm } from './storm.ts'

/** An address at which nobody listens. */
export async function deadOrigin(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}

/** A vendor of notes that accepts all at once, and counts. */
export async function liveNotes() {
  const arrived: number[] = []
  const server = createServer((request, response) => {
    request.resume()
    arrived.push(performance.now())
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ status: 0, saleNoteID: arrived.length }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

export interface StormDeskOptions {
  folder: string
  /** So many disputes wait for a vendor that is not there. */
  count: number
  /** They have waited for a day and ask. */
  isAsking: boolean
  dispute: string
  notes: string
}

const waitFor = async (isSo: () => unknown): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** The whole desk with the app's own HTTP client, on the computer's own clock, and a screen that reads the outbox whenever it is told to. */
export async function stormDesk({ folder, count, isAsking, dispute, notes }: StormDeskOptions) {
  const told = { changes: 0, isClosed: false }
  let reading: NodeJS.Immediate | null = null
  const readScreen = () => {
    reading ??= setImmediate(() => {
      reading = null
      if (told.isClosed) return
      void desk.handlers.outbox.list({ cursor: null, limit: 100 })
      // Another call of the page, and so another task of main.
      setImmediate(() => {
        if (!told.isClosed) void desk.handlers.outbox.counts(undefined)
      })
    })
  }
  const desk = await openDesk(
    faultPorts({
      folder,
      holdSeconds: 0,
      onItems() {
        told.changes += 1
        readScreen()
      },
    }),
  )
  const accounts = await vendorAccounts(desk, { dispute: `${dispute}/dispute`, notes })
  // Beside the desk, which has not begun to send: filing so many one by one takes minutes.
  const file = path.join(folder, 'ledger.sqlite')
  const ledger = joinLedger(file, keyAmong([testLedgerKey], file), 'NORMAL')
  insertStorm({ ledger, records: submissionRecords(ledger), now: Date.now() }, count, {
    accountId: accounts.billink,
    boundOrigin: dispute,
    environment: 'practice',
    isAsking,
  })
  const tries = ledger.db.prepare('SELECT count(*) AS count FROM attempts WHERE ended_at IS NOT NULL')
  const triesMade = () => Number(tries.get()?.['count'])
  return {
    desk,
    told,
    /** How often one of them was tried. */
    triesMade,
    /** Until the first ones have found out that nobody is there. */
    firstTries: () => waitFor(() => triesMade() >= Math.min(4, count)),
    /** Milliseconds from the click until a note for the other vendor is sent and written down. */
    async noteThrough(): Promise<number> {
      const draft = await desk.handlers.drafts.create({
        kind: 'note',
        accountId: accounts.digiwallet,
        fields: { action: 'create', outletID: '12345', saleID: '1001', paymentMethodCode: 'IDE', text: 'Factuur 1', test: false },
      })
      const from = performance.now()
      const { id } = await desk.handlers.notes.submit({ draftId: draft.id })
      await waitFor(async () => (await desk.handlers.history.get({ id })).state === 'sent')
      return performance.now() - from
    },
    /** The longest that anything kept main from answering while this was done, and how long it took. */
    async watch<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; longestMs: number }> {
      const delay = monitorEventLoopDelay({ resolution: 10 })
      delay.enable()
      const from = performance.now()
      const result = await work()
      const ms = performance.now() - from
      // Whatever it set off, as far as it keeps main busy.
      await new Promise((resolve) => setTimeout(resolve, 200))
      delay.disable()
      return { result, ms, longestMs: delay.max / 1e6 }
    },
    async close(): Promise<void> {
      ledger.close()
      told.isClosed = true
      await desk.close()
    },
  }
}
