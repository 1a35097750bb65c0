import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { OutgoingFile } from '#main/upstream/types.ts'
import { answering, rawAnswer } from '../../support/hostile-server.ts'
import { disputeOrder, fileOf } from '../../support/orders.ts'
import type { Behaviour } from '../../support/raw-recorder.ts'
import { send, staged } from '../../support/sending.ts'

const success = rawAnswer(200, '{"id":77}')

/** A file of this length whose reading does as told after the first chunk. */
function fileThat(bytes: number, after: () => AsyncIterable<Uint8Array>): OutgoingFile {
  return {
    name: 'bon.pdf',
    bytes,
    async *read() {
      yield Buffer.alloc(196_608, 'x')
      yield* after()
    },
  }
}

async function* waiting(until: Promise<void>) {
  await until
  yield Buffer.alloc(196_608, 'x')
}

describe('a file', () => {
  test.each([1, 1000, 65_536, 196_608, 262_145])('arrives as it is, read in chunks of %i bytes', async (chunkBytes) => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    const bytes = randomBytes(chunkBytes === 1 ? 2_000 : 3_000_001)
    const { outcome } = await send(transmitter, disputeOrder(`${server.origin}/`, { file: fileOf(bytes, 'bon.pdf', chunkBytes) }))
    expect(outcome.state).toBe('sent')
    const { file } = JSON.parse(server.requests[0]?.body.toString() ?? '') as { file: string }
    expect(file).toBe(bytes.toString('base64'))
    const digest = (data: Buffer) => createHash('sha256').update(data).digest('hex')
    expect(digest(Buffer.from(file, 'base64'))).toBe(digest(bytes))
  })

  test('that cannot be opened is found before anything is sent', async () => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    const lost: OutgoingFile = {
      name: 'bon.pdf',
      bytes: 10,
      read: () => {
        throw new Error('gone')
      },
    }
    const { evidence, outcome } = await send(transmitter, disputeOrder(`${server.origin}/`, { file: lost }))
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'file-lost' })
    expect(outcome).toMatchObject({ state: 'queued', asks: true, reason: { id: 'outcome.fileLost' } })
    expect(server.connections).toEqual([])
  })

  const failures: [string, OutgoingFile][] = [
    [
      'fails under way',
      fileThat(400_000, async function* () {
        yield Buffer.alloc(100_000, 'x')
        throw new Error('bad tag')
      }),
    ],
    ['is shorter than it was', fileThat(400_000, () => fileOf(Buffer.alloc(100_000)).read())],
    ['is longer than it was', fileThat(400_000, () => fileOf(Buffer.alloc(300_000)).read())],
  ]
  test.each(failures)('that %s is never delivered whole', async (_, file) => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    const { evidence, outcome } = await send(transmitter, disputeOrder(`${server.origin}/`, { file }))
    expect(evidence).toMatchObject({ progress: 'connected', cause: 'file-lost', status: null })
    expect(outcome).toMatchObject({ state: 'unknown', reason: { id: 'outcome.unknown.fileLost' } })
    await server.gone(1)
    expect(server.requests.map(({ complete }) => complete)).toEqual([false])
  })
})

describe('an answer that comes while the file is still leaving', () => {
  test.each([
    [
      413,
      '{"code":413,"message":"Too large"}',
      { state: 'rejected', head: [{ text: 'Too large' }, { id: 'outcome.vendorCode', values: { code: '413' } }] },
    ],
    [200, '{"id":77}', { state: 'sent', number: '77' }],
    [503, '{}', { state: 'unknown' }],
  ] as const)('%i counts', async (status, body, expected) => {
    const release = Promise.withResolvers<void>()
    const early: Behaviour = { onHead: (socket) => void socket.write(rawAnswer(status, body)) }
    const { server, transmitter } = await staged(onTestFinished, early)
    const file = fileThat(393_216, () => waiting(release.promise))
    const { outcome, steps } = await send(transmitter, disputeOrder(`${server.origin}/`, { file }))
    release.resolve()
    expect(outcome).toMatchObject(expected)
    expect(steps).toEqual(['connected', 'answer-begun', 'answered'])
    expect(server.requests.map(({ complete }) => complete)).toEqual([false])
    // The connection stands in the middle of a request: it must not carry another.
    await send(transmitter, disputeOrder(`${server.origin}/`))
    expect(server.requests.map(({ connection }) => connection)).toEqual([0, 1])
  })
})

describe('stopping', () => {
  test('before anything happened sends nothing', async () => {
    const { server, transmitter } = await staged(onTestFinished, answering(success))
    const { evidence, outcome } = await send(transmitter, disputeOrder(`${server.origin}/`), AbortSignal.abort())
    expect(evidence).toMatchObject({ progress: 'nothing-sent', cause: 'stopped' })
    expect(outcome).toMatchObject({ state: 'queued', asks: false, reason: { id: 'outcome.stopped' } })
    expect(server.connections).toEqual([])
  })

  test('while the file leaves ends at once, unknown', async () => {
    const stop = new AbortController()
    const never = Promise.withResolvers<void>()
    const { server, transmitter } = await staged(onTestFinished, { onHead: () => stop.abort() })
    const file = fileThat(393_216, () => waiting(never.promise))
    const { evidence, outcome } = await send(transmitter, disputeOrder(`${server.origin}/`, { file }), stop.signal)
    never.resolve()
    expect(evidence).toMatchObject({ progress: 'connected', cause: 'stopped' })
    expect(outcome).toMatchObject({ state: 'unknown', reason: { id: 'outcome.unknown.stopped' } })
    expect(server.requests.map(({ complete }) => complete)).toEqual([false])
  })

  test('while the answer is awaited ends at once, unknown', async () => {
    const stop = new AbortController()
    const { server, transmitter } = await staged(onTestFinished, { onRequest: () => stop.abort() })
    const { evidence, outcome } = await send(transmitter, disputeOrder(`${server.origin}/`), stop.signal)
    expect(evidence).toMatchObject({ progress: 'request-sent', cause: 'stopped' })
    expect(outcome.state).toBe('unknown')
    expect(server.requests.length).toBe(1)
  })

  test('the transmitter itself stops what is under way and takes nothing more', async () => {
    const asked = Promise.withResolvers<void>()
    const { server, transmitter } = await staged(onTestFinished, { onRequest: () => asked.resolve() })
    const under = send(transmitter, disputeOrder(`${server.origin}/`))
    await asked.promise
    await transmitter.close()
    expect((await under).evidence).toMatchObject({ progress: 'request-sent', cause: 'stopped' })
    const after = await send(transmitter, disputeOrder(`${server.origin}/`))
    expect(after.evidence).toMatchObject({ progress: 'nothing-sent', cause: 'stopped' })
    expect(server.requests.length).toBe(1)
  })
})

describe('time', () => {
  test('runs out where a server stops reading the file', async () => {
    const still: Behaviour = { reads: false, onConnect: (socket) => void socket.pause() }
    const { server, transmitter } = await staged(onTestFinished, still, { limits: { idleMs: 500 } })
    const { evidence, outcome } = await send(
      transmitter,
      disputeOrder(`${server.origin}/`, { file: fileOf(Buffer.alloc(30_000_000)) }),
    )
    expect(evidence).toMatchObject({ progress: 'connected', cause: 'timeout' })
    expect(outcome).toMatchObject({ state: 'unknown', reason: { id: 'outcome.unknown.timeout', values: { step: 'sending' } } })
  })

  test('runs out for the whole, however steadily a little comes', async () => {
    const slow = (until: number): AsyncIterable<Uint8Array> => ({
      async *[Symbol.asyncIterator]() {
        while (performance.now() < until) {
          await new Promise((resolve) => setTimeout(resolve, 50))
          yield Buffer.alloc(3, 'x')
        }
      },
    })
    const limits = { idleMs: 5_000, totalMs: 800, minBytesPerSecond: 1e9 }
    const { server, transmitter } = await staged(onTestFinished, answering(success), { limits })
    const file = fileThat(5_000_000, () => slow(performance.now() + 20_000))
    const { evidence } = await send(transmitter, disputeOrder(`${server.origin}/`, { file }))
    expect(evidence).toMatchObject({ progress: 'connected', cause: 'timeout' })
  })

  test('for the whole grows with the size', async () => {
    const { totalMsFor, defaultLimits } = await import('#main/upstream/limits.ts')
    expect(totalMsFor(defaultLimits, 0)).toBe(300_000)
    expect(totalMsFor(defaultLimits, 134_217_728)).toBe(300_000 + 4_096_000)
  })
})

test('a watcher that fails changes nothing', async () => {
  const { server, transmitter } = await staged(onTestFinished, answering(success))
  const evidence = await transmitter.transmit(disputeOrder(`${server.origin}/`), {
    signal: new AbortController().signal,
    onProgress: () => {
      throw new Error('the ledger is full')
    },
  })
  expect(evidence).toMatchObject({ progress: 'answered', vendor: { says: 'success', number: '77' } })
})
