import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the vendor is told: how long to take over an answer from now on. It tells what came until then, and counts anew. */
export interface Ask {
  latencyMs: number
}
export interface Arrived {
  /** Complete requests, and the different sales among them: fewer where one was sent twice. */
  requests: number
  sales: number
}

let latencyMs = 0
let requests = 0
let sales = new Set<string>()

function answer(response: ServerResponse, body: string): void {
  requests += 1
  sales.add(/saleID=(\d+)/.exec(body)?.[1] ?? '')
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ status: 0, message: 'SaleNote successfully created', saleNoteID: requests }))
}

/** Answers every create as DigiWallet does, after so many milliseconds. */
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text: string) => (body += text))
  request.on('end', () => {
    if (latencyMs === 0) answer(response, body)
    else setTimeout(answer, latencyMs, response, body)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('message', (ask: Ask) => {
  process.send?.({ requests, sales: sales.size } satisfies Arrived)
  latencyMs = ask.latencyMs
  requests = 0
  sales = new Set()
})
process.on('disconnect', () => process.exit())
