import { setImmediate } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createClosingServer } from '../../support/closing-server.ts'
import { answering, rawAnswer } from '../../support/hostile-server.ts'
import { disputeOrder, fileOf, noteOrder } from '../../support/orders.ts'
import type { Behaviour } from '../../support/raw-recorder.ts'
import { send, staged, transmitterFor } from '../../support/sending.ts'
import { operations } from './operations.ts'

describe.each(operations)('$name on a connection used before', ({ success, order }) => {
  const good = rawAnswer(200, success)

  test('the next one goes over the same connection', async () => {
    const { server, transmitter } = await staged(onTestFinished, answering(good))
    await send(transmitter, order(server.origin))
    await send(transmitter, order(server.origin))
    expect(server.requests.map(({ connection }) => connection)).toEqual([0, 0])
  })

  test.each(['closes', 'resets'] as const)('the server %s it unseen: the item goes once, over a new one', async (how) => {
    const server = await createClosingServer(good.toString('latin1'))
    const transmitter = transmitterFor()
    onTestFinished(async () => {
      await transmitter.close()
      await server.close()
    })
    await send(transmitter, order(server.origin))
    await setImmediate()
    server.hangUpUnseen(how)
    const { outcome } = await send(transmitter, order(server.origin))
    expect(outcome.state).toBe('sent')
    expect((await server.requests()).map(({ connection }) => connection)).toEqual([0, 1])
  })

  test.each<[string, Behaviour['onRequest']]>([
    ['closes', (socket) => void socket.end()],
    ['resets', (socket) => void socket.resetAndDestroy()],
  ])('the server %s it once the item is there: the outcome is unknown and nothing is repeated', async (_, hangUp) => {
    let count = 0
    const { server, transmitter } = await staged(onTestFinished, {
      onRequest(socket, request) {
        count += 1
        if (count === 2) hangUp?.(socket, request)
        else socket.write(good)
      },
    })
    await send(transmitter, order(server.origin))
    const second = await send(transmitter, order(server.origin))
    expect(second.outcome.state).toBe('unknown')
    // A third one that arrives shows that nothing else came in between.
    const third = await send(transmitter, order(server.origin))
    expect(third.outcome.state).toBe('sent')
    expect(server.requests.map(({ connection }) => connection)).toEqual([0, 0, 1])
  })

  test('a server that keeps connections for a second only is not asked again over the old one', async () => {
    const { server, transmitter } = await staged(
      onTestFinished,
      answering(rawAnswer(200, success, { 'Keep-Alive': 'timeout=1' })),
    )
    await send(transmitter, order(server.origin))
    await send(transmitter, order(server.origin))
    expect(server.requests.map(({ connection }) => connection)).toEqual([0, 1])
  })
})

test('ten at once take ten connections, and ten more go over the same ten', async () => {
  const { server, transmitter } = await staged(onTestFinished, answering(rawAnswer(200, '{"status":0,"saleNoteID":1}')))
  const ten = () => Promise.all(Array.from({ length: 10 }, () => send(transmitter, noteOrder(server.origin, 'create'))))
  await ten()
  expect(server.connections.length).toBe(10)
  const second = await ten()
  expect(second.map(({ outcome }) => outcome.state)).toEqual(Array(10).fill('sent'))
  expect(server.connections.length).toBe(10)
  expect(server.requests.length).toBe(20)
})

test('a dispute with a file goes over a connection that was used before', async () => {
  const { server, transmitter } = await staged(onTestFinished, answering(rawAnswer(200, '{"id":1}')))
  await send(transmitter, disputeOrder(server.origin))
  const { outcome } = await send(transmitter, disputeOrder(server.origin, { file: fileOf(Buffer.alloc(500_000, 'x')) }))
  expect(outcome.state).toBe('sent')
  expect(server.requests.map(({ connection, complete }) => [connection, complete])).toEqual([
    [0, true],
    [0, true],
  ])
})
