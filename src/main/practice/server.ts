import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BodyProblem } from './body.ts'
import { answer, statusWords, type Reaction } from './reaction.ts'
import type { PracticeVendor } from './vendor.ts'

export interface PracticeServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** Breaks off whatever is open, silent demonstrations included. */
  close(): Promise<void>
}

/**
 * Starts the practice environment: a real HTTP server that behaves as the vendors' documents say, so that the app does
 * in practice exactly what it does for real. It logs nothing. Port 0 takes any free one.
 */
export async function startPracticeServer(vendors: readonly PracticeVendor[], port = 0): Promise<PracticeServer> {
  const server = createServer((request, response) => {
    // What a vendor's stand-in cannot answer is a broken connection, as with a real one.
    respond(request, response, vendors).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // SECURITY: loopback only. What is practised here is no business of the network's.
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        for (const vendor of vendors) vendor.close?.()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function respond(request: IncomingMessage, response: ServerResponse, vendors: readonly PracticeVendor[]): Promise<void> {
  const reaction = await react(request, vendors)
  if (reaction.kind === 'silence' || response.destroyed) return
  if (reaction.kind === 'cut') {
    request.socket.resetAndDestroy()
    return
  }
  const body = Buffer.from(JSON.stringify(reaction.body))
  response.writeHead(reaction.status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    ...reaction.headers,
  })
  response.end(body)
}

/** Chooses the vendor by the path as it stands in the request line: not normalised, not decoded, without its query. */
async function react(request: IncomingMessage, vendors: readonly PracticeVendor[]): Promise<Reaction> {
  if (isForeign(request))
    return answer(403, { status: 1, message: 'Only programs on this computer may use the practice environment.' })
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  const vendor = vendors.find(({ serves }) => serves(path))
  if (!vendor) return answer(404, { status: 1, message: statusWords(404) })
  try {
    return await vendor.answer(request, path)
  } catch (error) {
    return error instanceof BodyProblem ? vendor.refuse(error.status, error.message) : vendor.refuse(500)
  }
}

/**
 * SECURITY: the port is open to every page in every browser on this computer. A page's request carries an `Origin`; one
 * that came by a rebound DNS name carries that name as `Host`. Neither is answered, and no CORS header is ever sent.
 */
function isForeign(request: IncomingMessage): boolean {
  const { localPort } = request.socket
  const hosts = [`127.0.0.1:${localPort}`, `localhost:${localPort}`]
  return request.headers.origin !== undefined || !hosts.includes(request.headers.host ?? '')
}
