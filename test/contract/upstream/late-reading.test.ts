import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { noteOrder } from '../../support/orders.ts'
import { transmitterFor } from '../../support/sending.ts'

/** A vendor in a thread of its own, which answers while this one stands still: at once, and the rest after `restMs`. */
const vendor = `
  const net = require('node:net')
  const { parentPort, workerData } = require('node:worker_threads')
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      setTimeout(() => socket.write(workerData.first), 50)
      if (workerData.rest) setTimeout(() => socket.write(workerData.rest), 100)
    })
  })
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))`

async function vendorInThread(first: string, rest = '') {
  const worker = new Worker(vendor, { eval: true, workerData: { first, rest } })
  onTestFinished(async () => void (await worker.terminate()))
  const [port] = (await once(worker, 'message')) as [number]
  return `http://127.0.0.1:${port}`
}

/** As a stop signal or a sleeping computer does it: no timer runs and no socket is read, and timers come first afterwards. */
const standStill = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

async function sendStandingStill(origin: string, stillMs: number) {
  const limits = { headersMs: 200, idleMs: 200, totalMs: 400, connectMs: 5_000 }
  const transmitter = transmitterFor({ limits })
  onTestFinished(() => transmitter.close())
  const order = noteOrder(origin, 'create')
  const watch = {
    signal: new AbortController().signal,
    onProgress: (step: string) => void (step === 'request-sent' && setImmediate(standStill, stillMs)),
  }
  return transmitter.transmit(order, watch)
}

const body = '{"status":0,"message":"ok","saleNoteID":12345}'
const head = (length: number) => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`
const long = body.replace('ok', 'x'.repeat(400_000))

test.each([
  ['a small one', head(body.length) + body, ''],
  ['one that came in two pieces', head(body.length), body],
  ['a long one', head(long.length) + long, ''],
])('an answer that came while the computer slept is read: %s', async (_, first, rest) => {
  const evidence = await sendStandingStill(await vendorInThread(first, rest), 600)
  expect(evidence).toMatchObject({ progress: 'answered', cause: null, status: 200, vendor: { says: 'success', number: '12345' } })
})

test('a vendor that said nothing meanwhile is not waited for any longer', async () => {
  const evidence = await sendStandingStill(await vendorInThread(''), 600)
  expect(evidence).toMatchObject({ progress: 'request-sent', cause: 'timeout' })
})
