import { EventEmitter, once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'
import tls from 'node:tls'

/** A request as its bytes came in: nothing decoded, nothing normalised. */
export interface RawRequest {
  /** Which connection it came over, counted from 0. */
  connection: number
  method: string
  /** The request target, byte for byte. */
  target: string
  /** Names as sent, in their order. */
  headers: [name: string, value: string][]
  body: Buffer
  /** Head and body together. */
  raw: Buffer
  /** False where the connection went before the announced length was there. */
  complete: boolean
}

/** What a server does with one connection's requests; each function gets the socket to do with as it likes. */
export interface Behaviour {
  /** Once a connection stands, before any byte. */
  onConnect?(socket: Socket): void
  /** Once a head is there and its body still to come. */
  onHead?(socket: Socket, request: RawRequest): void
  /** Once a request is complete. */
  onRequest?(socket: Socket, request: RawRequest): void
  /** False leaves the body in the network: the sender comes to a standstill. */
  reads?: boolean
}

export interface RawRecorder {
  /** `http://127.0.0.1:port`, or `https://localhost:port`. */
  origin: string
  port: number
  /** Every request in the order its head came, incomplete ones included. */
  requests: RawRequest[]
  /** Connections that were made, whether or not anything came over them. */
  connections: Socket[]
  /** All bytes received, over all connections. */
  received(): number
  /** Once so many connections were made and are gone again, all that came over them is known. */
  gone(count: number): Promise<void>
  close(): Promise<void>
}

const headEnd = Buffer.from('\r\n\r\n')

/** Header values of one name, whatever its case. */
export const headerOf = (request: RawRequest | undefined, name: string) =>
  request?.headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value) ?? []

function parseHead(head: string, connection: number): RawRequest {
  const [requestLine = '', ...lines] = head.split('\r\n')
  const [method = '', target = ''] = requestLine.split(' ')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  return { connection, method, target, headers, body: Buffer.alloc(0), raw: Buffer.alloc(0), complete: false }
}

/** Feeds one connection's bytes to its requests. */
function follow(socket: Socket, connection: number, requests: RawRequest[], behaviour: Behaviour) {
  let rest: Buffer = Buffer.alloc(0)
  let current: RawRequest | null = null
  let chunks: Buffer[] = []
  let wanted = 0
  socket.on('data', (data) => {
    rest = rest.length > 0 ? Buffer.concat([rest, data]) : data
    for (;;) {
      if (!current) {
        const end = rest.indexOf(headEnd)
        if (end === -1) return
        current = parseHead(rest.subarray(0, end).toString('latin1'), connection)
        current.raw = rest.subarray(0, end + headEnd.length)
        requests.push(current)
        rest = rest.subarray(end + headEnd.length)
        chunks = []
        wanted = Number(headerOf(current, 'content-length')[0] ?? 0)
        behaviour.onHead?.(socket, current)
      }
      const taken = rest.subarray(0, wanted)
      if (taken.length > 0) chunks.push(taken)
      wanted -= taken.length
      rest = rest.subarray(taken.length)
      if (wanted > 0) return
      current.body = Buffer.concat(chunks)
      current.raw = Buffer.concat([current.raw, current.body])
      current.complete = true
      const done = current
      current = null
      behaviour.onRequest?.(socket, done)
    }
  })
}

/** A TCP (or TLS) server that keeps every byte of every request and answers as told; at a port of its own unless one is given. */
export async function createRawRecorder(
  behaviour: Behaviour,
  secure?: { key: string; cert: string },
  at = 0,
): Promise<RawRecorder> {
  const requests: RawRequest[] = []
  const connections: Socket[] = []
  const changes = new EventEmitter()
  const accept = (socket: Socket) => {
    connections.push(socket)
    socket.on('close', () => changes.emit('closed'))
    // A peer that resets is what half of the tests are about.
    socket.on('error', () => undefined)
    behaviour.onConnect?.(socket)
    if (behaviour.reads !== false) follow(socket, connections.length - 1, requests, behaviour)
  }
  const server = secure ? tls.createServer(secure, accept) : net.createServer(accept)
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
  })
  server.listen(at, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: secure ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    port,
    requests,
    connections,
    received: () => connections.reduce((sum, socket) => sum + socket.bytesRead, 0),
    async gone(count) {
      while (connections.length < count || connections.some((socket) => !socket.closed)) await once(changes, 'closed')
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
