import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A DigiWallet on loopback that a test plays: it takes its time as the test says, and knows all that reached it. */
export interface PlayedDigiwallet {
  /** An account's base URL. */
  url: string
  /** What arrived, in its order, such as `POST 12345678`: whether or not it was answered. */
  readonly arrived: readonly string[]
  /** Answers so many more requests; those after them wait. */
  answer(count: number): void
  answerAll(): void
  close(): Promise<void>
}

const created = '{"status":0,"message":"SaleNote successfully created","saleNoteID":4711}'
const deleted = '{"status":0,"message":"SaleNote successfully deleted"}'
const refused = '{"status":1,"message":"Validation failed","errors":{"saleID":["Sale not found."]}}'

async function saleOf(request: IncomingMessage): Promise<string> {
  if (request.method === 'POST') return new URLSearchParams(await text(request)).get('saleID') ?? ''
  return request.url?.split('/')[3] ?? ''
}

/** Starts one that answers nothing until it is told to, and refuses these sales. */
export async function playDigiwallet({
  unknownSales = [],
}: { unknownSales?: readonly string[] } = {}): Promise<PlayedDigiwallet> {
  const arrived: string[] = []
  const waiting: (() => void)[] = []
  let allowed = 0
  const answerWaiting = () => {
    while (allowed > 0 && waiting.length > 0) {
      allowed -= 1
      waiting.shift()?.()
    }
  }
  const server = createServer((request, response) => {
    void saleOf(request).then((sale) => {
      arrived.push(`${request.method} ${sale}`)
      const [status, body] = unknownSales.includes(sale)
        ? [400, refused]
        : request.method === 'POST'
          ? [201, created]
          : [200, deleted]
      waiting.push(() => response.writeHead(status, { 'content-type': 'application/json' }).end(body))
      answerWaiting()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    answer(count) {
      allowed += count
      answerWaiting()
    },
    answerAll() {
      allowed = Infinity
      answerWaiting()
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
