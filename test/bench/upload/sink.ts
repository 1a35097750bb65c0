import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Takes whatever is posted, throws it away and says how much it was: a server that is never what one waits for. */
const server = createServer((request, response) => {
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  request.on('end', () => {
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify({ id: bytes }))
  })
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
