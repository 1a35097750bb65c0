import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdministration, type PracticeNote, type PracticeState } from './administration.ts'
import { answerBillink, disputePaths } from './billink.ts'
import { BodyProblem } from './body.ts'
import { createDemonstrations } from './demonstrations.ts'
import { answerDigiwallet } from './digiwallet.ts'
import type { ExampleSale } from '#shared/domain/sale-note.ts'
import { exampleSales } from './example-sales.ts'
import type { PracticeParts } from './parts.ts'
import { answer, type Reaction, refuseBillink, refuseDigiwallet } from './reaction.ts'
import { documentedSwitches, type PracticeSwitches } from './switches.ts'

export interface PracticeOptions extends Partial<PracticeSwitches> {
  /** 0, the default, takes any free port. */
  port?: number
  /** The sales that exist; the examples by default. */
  sales?: readonly Omit<ExampleSale, 'label'>[]
  /** Notes that exist from the start, such as those an earlier run recorded. */
  notes?: readonly Omit<PracticeNote, 'saleNoteID'>[]
  now?: () => Date
}

export interface PracticeServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** A Billink account's full dispute URL. */
  readonly disputeUrl: string
  /** A DigiWallet account's base URL, without `/sale-note`. */
  readonly digiwalletUrl: string
  readonly state: PracticeState
  /** Breaks off whatever is open, silent demonstrations included. */
  close(): Promise<void>
}

/**
 * Starts the practice environment: a real HTTP server that behaves as both vendors' documents say, so that the app does
 * in practice exactly what it does for real. It logs nothing.
 */
export async function createPracticeServer(options: PracticeOptions = {}): Promise<PracticeServer> {
  const { port = 0, sales = exampleSales, notes = [], now = () => new Date(), ...switches } = options
  const parts: PracticeParts = {
    administration: createAdministration(sales, notes),
    demonstrations: createDemonstrations(),
    switches: { ...documentedSwitches, ...switches },
    now,
  }
  const server = createServer((request, response) => {
    void respond(request, response, parts)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // SECURITY: loopback only. What is practised here is no business of the network's.
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    disputeUrl: `${origin}${disputePaths.at(-1)}`,
    digiwalletUrl: origin,
    state: parts.administration.state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function respond(request: IncomingMessage, response: ServerResponse, parts: PracticeParts): Promise<void> {
  const reaction = await react(request, parts)
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
async function react(request: IncomingMessage, parts: PracticeParts): Promise<Reaction> {
  if (isForeign(request))
    return answer(403, { status: 1, message: 'Only programs on this computer may use the practice environment.' })
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  const isBillink = disputePaths.includes(path)
  try {
    return isBillink ? await answerBillink(request, parts) : await answerDigiwallet(request, path, parts)
  } catch (error) {
    const refuse = isBillink ? refuseBillink : refuseDigiwallet
    return error instanceof BodyProblem ? refuse(error.status, error.message) : refuse(500)
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
