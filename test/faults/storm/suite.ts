import { once } from 'node:events'
import { createServer } from 'node:http'
import { deadOrigin, liveNotes, stormDesk } from '#test/support/storm-desk.ts'
import { inFolder } from '../harness/children.ts'
import type { Run } from '../report.ts'
import { waitNaively } from './naive.ts'

/** How soon another vendor's item has to be sent. */
const mostOtherMs = 1_000

/** A vendor of disputes that is back at the address where nobody was, and what reached it. */
async function comesBack(origin: string) {
  const invoices: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { invoice } = JSON.parse(Buffer.concat(chunks).toString()) as { invoice: string }
      invoices.push(invoice)
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify({ id: invoices.length }))
    })
  }).listen(Number(new URL(origin).port), '127.0.0.1')
  await once(server, 'listening')
  return {
    invoices,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Wave {
  tries: number
  otherMs: number
  arrived: number
  twice: number
}

/** So many wait while their vendor is gone for so long; then it is back, and whoever sits there hurries nothing. */
async function wave(count: number, goneMs: number): Promise<Wave> {
  const gone = await deadOrigin()
  const live = await liveNotes()
  return inFolder(async (folder) => {
    const waiting = await stormDesk({ folder, count, isAsking: false, dispute: gone, notes: live.origin })
    const { desk } = waiting
    await desk.start()
    await waiting.firstTries()
    const from = performance.now()
    const otherMs = await waiting.noteThrough()
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, goneMs - (performance.now() - from))))
    const tries = waiting.triesMade()
    const back = await comesBack(gone)
    desk.networkReturned()
    while ((await desk.handlers.outbox.counts(undefined)).waiting > 0 || !desk.isIdle())
      await new Promise((resolve) => setTimeout(resolve, 20))
    await waiting.close()
    await live.close()
    await back.close()
    const distinct = new Set(back.invoices).size
    return { tries, otherMs, arrived: distinct, twice: back.invoices.length - distinct }
  })
}

/** Thousands that wait for one vendor: one of them finds out whether it is back, and another vendor's item does not wait for them. */
export async function storm({ short, report }: Run): Promise<void> {
  const goneMs = short ? 1_500 : 30_000
  const rows: (string | number)[][] = []
  for (const count of short ? [100] : [1_000, 10_000]) {
    const { tries, otherMs, arrived, twice } = await wave(count, goneMs)
    const live = await liveNotes()
    const naive = await waitNaively(count, await deadOrigin(), live.origin, goneMs)
    await live.close()
    report.check(`storm, ${count} waiting, another vendor's item`, otherMs <= mostOtherMs, `${otherMs.toFixed(0)} ms`)
    // Four at once before anything is known; then at 1, 2, 4 … seconds at the soonest.
    const most = 4 + 1 + Math.ceil(Math.log2(goneMs / 1_000 + 1)) + 1
    report.check(`storm, ${count} waiting, tries while it is gone`, tries - 1 <= most, `${tries - 1} tries`)
    report.check(`storm, ${count} waiting, all arrive once`, arrived === count && twice === 0, `${arrived}, ${twice} twice`)
    rows.push([
      count,
      goneMs / 1_000,
      tries - 1,
      `${otherMs.toFixed(0)} ms`,
      count - arrived,
      twice,
      naive.tries,
      naive.otherSent ? 'sent' : `not in ${goneMs / 1_000} s`,
    ])
  }
  report.heading('A vendor that is gone, and thousands that wait for it')
  report.table(
    [
      'waiting',
      'gone for (s)',
      'tries meanwhile',
      "another vendor's item sent after",
      'lost',
      'POSTs twice',
      'naive: tries',
      "naive: another vendor's item",
    ],
    rows,
  )
  report.note(
    'The whole desk with its own HTTP client on the computer’s clock. All wait from the start; four try at once before anything is known, then one at a time, ever less often. Then the vendor is back and nobody says a word: all arrive, each once. The naive client tries what is first in its queue ten times a second, and what stands behind waits.',
  )
}
