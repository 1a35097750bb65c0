import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Random } from '../harness/random.ts'

type Metadata = Record<string, unknown>

/** What becomes of one request; `applied` is of a change. `late`: never answered, and carried out once its client has given up. */
export type Mood =
  | { kind: 'usual' }
  | { kind: 'silence' | 'hangs up'; applied: boolean }
  | { kind: 'late' }
  | { kind: 'status'; status: number; applied: boolean }

/** A change that reached the vendor. */
export interface Change {
  paymentID: string
  /** Tells the note: its text and its moment. */
  note: string
  /** How often it was carried out. */
  applied: number
  /** Keys of other programs that stood there when it was read, and are not in it. */
  lost: string[]
  /** Keys that others wrote since it was read: nobody could keep them. */
  overwritten: number
  /** What stood there when it was read. */
  read: string
}

export interface VendorOptions {
  /** What happens to each request; it is asked in the order in which they come. */
  mood(method: string): Mood
  /** Another program writes something beside the note, just now. */
  interferes(): boolean
  lateMs: number
  /** Knows a request again by its key, and gives the answer that it gave, or would have given, to the first. */
  replays: boolean
}

const noteOf = ({ note, noteAt }: Metadata) => `${String(note)} ${String(noteAt)}`
const foreign = (metadata: Metadata) => Object.keys(metadata).filter((key) => key !== 'note' && key !== 'noteAt')

/** Chance's moods, as on a bad day. */
export function badMood(random: Random, method: string): Mood {
  const common: [number, Mood][] = [
    [4, { kind: 'silence', applied: false }],
    [3, { kind: 'hangs up', applied: false }],
    [3, { kind: 'status', status: 503, applied: false }],
    [2, { kind: 'status', status: 429, applied: false }],
    [1, { kind: 'status', status: 401, applied: false }],
  ]
  const ofChanges: [number, Mood][] = [
    [8, { kind: 'silence', applied: true }],
    [6, { kind: 'late' }],
    [5, { kind: 'hangs up', applied: true }],
    [4, { kind: 'status', status: 500, applied: true }],
  ]
  const bag = [...common, ...(method === 'PATCH' ? ofChanges : [])]
  const total = bag.reduce((sum, [weight]) => sum + weight, 0)
  if (!random.chance(total / 100)) return { kind: 'usual' }
  return random.pick(bag.flatMap(([weight, mood]) => Array.from({ length: weight }, () => mood)))
}

/** Mollie, as far as notes need it, which applies changes late, loses answers and repeats old ones; it keeps book of all. */
export async function playMollie({ mood, interferes, lateMs, replays }: VendorOptions) {
  const payments = new Map<string, Metadata>()
  const reads = new Map<string, Metadata>()
  const readAt = new Map<string, number>()
  const gaps: number[] = []
  const answers = new Map<string, string>()
  const changes = new Map<string, Change>()
  let counter = 0

  const stateOf = (id: string): Metadata => {
    const state = payments.get(id) ?? { order_id: id }
    payments.set(id, state)
    return state
  }
  const bodyOf = (id: string, metadata: Metadata) =>
    JSON.stringify({ resource: 'payment', id, mode: 'test', status: 'paid', description: id, metadata })
  const answer = (response: ServerResponse, status: number, body: string) => {
    response.writeHead(status, { 'content-type': 'application/hal+json', ...(status === 429 && { 'retry-after': '1' }) })
    response.end(body)
  }
  const interfere = (id: string) => {
    counter += 1
    payments.set(id, { ...stateOf(id), [`k${counter}`]: counter })
  }

  function read(id: string, now: Mood, response: ServerResponse): void {
    if (now.kind === 'hangs up') return void response.destroy()
    if (now.kind === 'silence' || now.kind === 'late') return
    if (now.kind === 'status') return answer(response, now.status, JSON.stringify({ status: now.status, detail: 'Nee' }))
    const state = stateOf(id)
    reads.set(id, state)
    readAt.set(id, performance.now())
    answer(response, 200, bodyOf(id, state))
    if (interferes()) interfere(id)
  }

  function change(id: string, key: string, body: string, now: Mood, response: ServerResponse): void {
    gaps.push(performance.now() - (readAt.get(id) ?? 0))
    const wanted = (JSON.parse(body) as { metadata: Metadata }).metadata
    const earlier = replays ? answers.get(`${key} ${body}`) : undefined
    if (earlier !== undefined) return answer(response, 200, earlier)
    const seen = reads.get(id) ?? {}
    const name = `${id} ${noteOf(wanted)}`
    const known = changes.get(name)
    const lost = foreign(seen).filter((one) => !(one in wanted))
    const made: Change = {
      paymentID: id,
      note: noteOf(wanted),
      applied: known?.applied ?? 0,
      lost: [...(known?.lost ?? []), ...lost],
      overwritten: known?.overwritten ?? 0,
      read: JSON.stringify(seen),
    }
    changes.set(name, made)
    const apply = () => {
      made.applied += 1
      made.overwritten += foreign(stateOf(id)).filter((one) => !(one in wanted) && !(one in seen)).length
      payments.set(id, wanted)
    }
    // What it would answer is known before it is lost.
    answers.set(`${key} ${body}`, bodyOf(id, wanted))
    switch (now.kind) {
      case 'usual':
        apply()
        return answer(response, 200, bodyOf(id, wanted))
      case 'late':
        setTimeout(apply, lateMs)
        return
      case 'silence':
        if (now.applied) apply()
        return
      case 'hangs up':
        if (now.applied) apply()
        return void response.destroy()
      case 'status':
        if (now.applied) apply()
        if (!now.applied) answers.delete(`${key} ${body}`)
        return answer(response, now.status, JSON.stringify({ status: now.status, detail: 'Nee' }))
    }
  }

  const server = createServer((request: IncomingMessage, response) => {
    const id = (request.url ?? '').split('/').at(-1) ?? ''
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const now = mood(request.method ?? '')
      const key = String(request.headers['idempotency-key'] ?? '')
      if (request.method === 'GET') read(id, now, response)
      else change(id, key, Buffer.concat(chunks).toString(), now, response)
    })
    request.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    changes,
    /** Between the answer to a reading and its change, in milliseconds: what others write then is overwritten. */
    gaps,
    interfere,
    stateOf,
    /** A note as it stands there. */
    noteAt: (id: string) => noteOf(stateOf(id)),
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type PlayedVendor = Awaited<ReturnType<typeof playMollie>>
