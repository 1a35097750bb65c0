import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { VendorUrls } from './accounts.ts'

/**
 * What a played vendor does with a complete request. All but the refusals (400, 401, 429) have done the work, and 502, which is
 * the word of somebody before it.
 */
export interface Reaction {
  answer: 'success' | 400 | 401 | 429 | 500 | 502 | 'hangs up' | 'is silent'
  afterMs: number
}

/** A request that arrived whole. */
export interface Arrival {
  /** What the item is known by: the invoice, the note's text, or the sale of a delete. */
  marker: string
  method: string
  /** The sale of a note; null for a dispute. */
  sale: string | null
  /** SHA-256 of the dispute's file, as it was decoded here; null where there was none. */
  fileSha256: string | null
  reaction: Reaction
}

export interface Vendor {
  urls: VendorUrls
  arrivals: Arrival[]
  /** Of processes that have ended nothing can arrive any more: `arrivals` is final. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface VendorOptions {
  react(arrival: Omit<Arrival, 'reaction'>): Reaction
  /** Bytes of a body are coming in, which is not yet complete. True stops reading them. */
  onPart?: (bytes: number) => boolean
  onArrival?: (arrival: Arrival) => void
}

export const succeeds = (afterMs = 0): Reaction => ({ answer: 'success', afterMs })

const undone = new Set<Reaction['answer']>([400, 401, 429, 502])

/** Whether the vendor did what was asked, as against having refused it or not having got it. */
export const isProcessed = ({ reaction: { answer } }: Arrival) => !undone.has(answer)

export const deleteMarker = (sale: string) => `delete-${sale}`

function read(method: string, target: string, body: Buffer): Omit<Arrival, 'reaction'> {
  if (target === '/dispute') {
    const { invoice, file } = JSON.parse(body.toString()) as { invoice: string; file?: string }
    const fileSha256 = file === undefined ? null : createHash('sha256').update(Buffer.from(file, 'base64')).digest('hex')
    return { marker: invoice, method, sale: null, fileSha256 }
  }
  const [, , , sale = '', , text = ''] = target.split('/').map(decodeURIComponent)
  if (method === 'DELETE') return { marker: deleteMarker(sale), method, sale, fileSha256: null }
  if (method === 'PATCH') return { marker: text, method, sale, fileSha256: null }
  const form = new URLSearchParams(body.toString())
  return { marker: form.get('text') ?? '', method, sale: form.get('saleID'), fileSha256: null }
}

const successOf = ({ sale, method }: Arrival, number: number) => {
  if (sale === null) return { id: number, status: 'open' }
  return { status: 0, message: 'SaleNote successfully done', ...(method === 'DELETE' ? {} : { saleNoteID: number }) }
}

const refusal = (arrival: Arrival) =>
  arrival.sale === null
    ? { code: 400, message: 'Validation failed' }
    : { status: 1, message: 'Validation failed', errors: { text: ['Not this one.'] } }

/** Both vendors in one server: it counts the requests that arrived whole and answers as told. */
export async function playVendor({ react, onPart, onArrival }: VendorOptions): Promise<Vendor> {
  const arrivals: Arrival[] = []
  const sockets = new Set<Socket>()

  const answer = (arrival: Arrival, response: ServerResponse) => {
    const { answer: kind } = arrival.reaction
    if (kind === 'is silent') return
    if (kind === 'hangs up') return void response.socket?.destroy()
    const body = kind === 'success' ? successOf(arrival, arrivals.length) : kind === 400 ? refusal(arrival) : {}
    const headers = { 'content-type': 'application/json', ...(kind === 429 ? { 'retry-after': '1' } : {}) }
    response.writeHead(kind === 'success' ? 200 : kind, headers).end(JSON.stringify(body))
  }

  const receive = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/knock') return void response.end()
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('error', () => undefined)
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      bytes += chunk.length
      if (onPart && bytes < Number(request.headers['content-length']) && onPart(bytes)) request.pause()
    })
    request.on('end', () => {
      const found = read(request.method ?? '', request.url ?? '', Buffer.concat(chunks))
      const arrival: Arrival = { ...found, reaction: react(found) }
      arrivals.push(arrival)
      onArrival?.(arrival)
      setTimeout(() => answer(arrival, response), arrival.reaction.afterMs)
    })
  }

  const server = createServer(receive)
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    urls: { dispute: `${origin}/dispute`, notes: origin },
    arrivals,
    async settled() {
      // Connections are taken in turn: whoever is served now has all those behind it that were waiting.
      const [served] = (await once(get(`${origin}/knock`, { agent: false }), 'response')) as [IncomingMessage]
      served.resume()
      while (sockets.size > 0) await Promise.race([...sockets].map((socket) => once(socket, 'close')))
      await new Promise<void>((resolve) => setImmediate(resolve))
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
