import path from 'node:path'
import { openLedgerFile } from '#test/support/ledger-file.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { inFolder, startChild } from '../harness/children.ts'
import { seeded } from '../harness/random.ts'
import { times } from './desk.ts'
import type { ClerkEvent, Orders } from './orders.ts'
import { badMood, playMollie, type PlayedVendor } from './vendor.ts'

/** What some rounds came to. */
export interface Tally {
  kills: number
  filed: number
  twice: number
  /** Acknowledged and not in the ledger, or sent by the ledger's word and never carried out. */
  lost: number
  /** Keys of other programs that stood there when a change was read, and were lost. */
  metadataLost: number
  /** Left to a person although what stood there told. */
  unsettled: number
  /** Not finished in the end. */
  open: number
  /** Written by others between a reading and its change: the window that nobody can close. */
  overwritten: number
  /** How long that window was open, each time; milliseconds. */
  gaps: number[]
  troubles: string[]
}

interface Row {
  id: string
  state: string
  payload: string
  words: number
}

const rowsOf = (folder: string): Row[] => {
  const db = openLedgerFile(path.join(folder, 'ledger.sqlite'), { readonly: true })
  try {
    return db
      .prepare(
        `SELECT id, state, payload, (SELECT count(*) FROM decisions WHERE submission_id = id AND decision = 'send-again') AS words
         FROM submissions ORDER BY seq`,
      )
      .all() as unknown as Row[]
  } finally {
    db.close()
  }
}

/** A person is asked, and what stands there says all: the note itself, or exactly what was read before it. */
function couldBeSettled(vendor: PlayedVendor, { paymentID, note }: { paymentID: string; note: string }): boolean {
  const state = vendor.stateOf(paymentID)
  const change = vendor.changes.get(`${paymentID} ${note}`)
  return vendor.noteAt(paymentID) === note || change?.read === JSON.stringify(state)
}

/** So many lives of a clerk, each killed at some moment, and a last one that finishes; then everything is counted. */
export async function killRounds(seed: number, rounds: number, replays: boolean): Promise<Tally> {
  const random = seeded(seed)
  const moods = seeded(random.seed())
  let calm = false
  const vendor = await playMollie({
    mood: (method) => (calm ? { kind: 'usual' } : badMood(moods, method)),
    interferes: () => !calm && moods.chance(0.08),
    lateMs: times.lateMs,
    replays,
  })
  const tally: Tally = {
    kills: 0,
    filed: 0,
    twice: 0,
    lost: 0,
    metadataLost: 0,
    unsettled: 0,
    open: 0,
    overwritten: 0,
    gaps: [],
    troubles: [],
  }
  const filed = new Set<string>()
  try {
    await inFolder(async (folder) => {
      const common = { folder, url: vendor.url, epoch: Date.now() }
      const live = (orders: Orders) => {
        const ready = Promise.withResolvers<void>()
        const child = startChild(path.join(import.meta.dirname, 'clerk-child.ts'), orders, (heard) => {
          const event = heard as ClerkEvent
          if (event.type === 'ready') ready.resolve()
          if (event.type === 'filed') filed.add(event.item)
          if (event.type === 'trouble') tally.troubles.push(event.text)
          if (event.type === 'asks' && couldBeSettled(vendor, event)) tally.unsettled += 1
        })
        return { ...child, working: Promise.race([ready.promise, child.ended]) }
      }
      for (let round = 0; round < rounds; round += 1) {
        const child = live({ ...common, seed: random.seed(), life: `a${round}`, finish: false })
        if (!random.chance(0.1)) await child.working
        await sleep(random.between(0, 700))
        child.kill()
        const { signal, stderr } = await child.ended
        if (signal !== 'SIGKILL') tally.troubles.push(stderr)
        tally.kills += 1
      }
      calm = true
      const last = live({ ...common, seed: random.seed(), life: 'z', finish: true })
      const timer = setTimeout(last.kill, 60_000)
      const { code, stderr } = await last.ended
      clearTimeout(timer)
      if (code !== 0) tally.troubles.push(`what was left could not be finished: ${stderr}`)
      count(tally, rowsOf(folder), filed, vendor)
    })
  } finally {
    await vendor.close()
  }
  return tally
}

function count(tally: Tally, rows: readonly Row[], filed: ReadonlySet<string>, vendor: PlayedVendor): void {
  tally.filed = filed.size
  tally.gaps = vendor.gaps
  const known = new Set(rows.map(({ id }) => id))
  tally.lost += [...filed].filter((id) => !known.has(id)).length
  for (const { state, payload, words } of rows) {
    const { paymentID, text, at } = JSON.parse(payload) as { paymentID: string; text: string; at: string }
    const applied = vendor.changes.get(`${paymentID} ${text} ${at}`)?.applied ?? 0
    if (applied > 1 + words) tally.twice += 1
    if (state === 'sent' && applied === 0) tally.lost += 1
    if (!['sent', 'rejected', 'closed', 'withdrawn'].includes(state)) tally.open += 1
  }
  for (const { lost, overwritten } of vendor.changes.values()) {
    tally.metadataLost += lost.length
    tally.overwritten += overwritten
  }
}
