import { describe, test } from 'vitest'
import type { Outcome } from '#main/upstream/types.ts'
import { answering, rawAnswer } from '../../support/hostile-server.ts'
import { createRawRecorder, type Behaviour } from '../../support/raw-recorder.ts'
import { send, staged } from '../../support/sending.ts'
import { operations } from './operations.ts'

/** What each status makes of an item whose answer's body claims success: the body counts in a 2xx alone. */
const table: [status: number, state: Outcome['state']][] = [
  [200, 'sent'],
  [201, 'sent'],
  [202, 'sent'],
  [206, 'sent'],
  [300, 'unknown'],
  [301, 'unknown'],
  [302, 'unknown'],
  [303, 'unknown'],
  [307, 'unknown'],
  [308, 'unknown'],
  [400, 'rejected'],
  [401, 'held'],
  [403, 'held'],
  [404, 'rejected'],
  [405, 'rejected'],
  [407, 'rejected'],
  [408, 'unknown'],
  [409, 'rejected'],
  [413, 'rejected'],
  [418, 'rejected'],
  [422, 'rejected'],
  [425, 'rejected'],
  [429, 'queued'],
  [431, 'rejected'],
  [500, 'unknown'],
  [502, 'unknown'],
  [503, 'unknown'],
  [504, 'unknown'],
  [511, 'unknown'],
  [599, 'unknown'],
  [999, 'unknown'],
]

describe.each(operations)('$name', ({ success, number, order }) => {
  test.concurrent.for(table)('%i with a body that claims success: %s', async ([status, state], { expect, onTestFinished }) => {
    const elsewhere = await createRawRecorder(answering(rawAnswer(200, success)))
    onTestFinished(() => elsewhere.close())
    const redirecting = answering(rawAnswer(status, success, { Location: `${elsewhere.origin}/taken` }))
    const { server, transmitter } = await staged(onTestFinished, redirecting)
    const { outcome, evidence } = await send(transmitter, order(server.origin))
    expect({ state: outcome.state, number: outcome.number, status: evidence.status }).toEqual({
      state,
      number: state === 'sent' ? number : null,
      status,
    })
    expect(server.requests.length).toBe(1)
    expect(elsewhere.requests.length, 'a redirect was followed').toBe(0)
  })

  test.concurrent.for([
    ['an early hint comes first', 'HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n'],
    ['it says that it is busy first, twice', 'HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n'],
  ])('%s: the answer after it counts', async ([, before], { expect, onTestFinished }) => {
    const { server, transmitter } = await staged(
      onTestFinished,
      answering(Buffer.concat([Buffer.from(before ?? ''), rawAnswer(200, success)])),
    )
    const { outcome, steps } = await send(transmitter, order(server.origin))
    expect(outcome.state).toBe('sent')
    expect(steps).toEqual(['connected', 'request-sent', 'answer-begun', 'answered'])
  })

  /** A refusal counts from its status line on: what would have followed could not make it less of one. */
  test.concurrent.for<[number, Outcome['state']]>([
    [400, 'rejected'],
    [401, 'held'],
    [429, 'queued'],
    [500, 'unknown'],
  ])('%i, broken off within its body: %s', async ([status, state], { expect, onTestFinished }) => {
    const bytes = rawAnswer(status, '{"message":"Val', { 'Content-Length': 500 })
    const breaking: Behaviour = { onRequest: (socket) => void socket.write(bytes, () => socket.resetAndDestroy()) }
    const { server, transmitter } = await staged(onTestFinished, breaking)
    const { outcome, evidence } = await send(transmitter, order(server.origin))
    expect({ state: outcome.state, status: evidence.status }).toEqual({ state, status })
  })

  test.concurrent.for<[string, string | null, number | null]>([
    ['seconds', '120', 120_000],
    ['a date', 'Wed, 21 Oct 2026 07:30:00 GMT', 120_000],
    ['nonsense', 'soon', null],
    ['nothing', null, null],
  ])('429 with Retry-After as %s', async ([, retryAfter, expected], { expect, onTestFinished }) => {
    const headers = { 'Retry-After': retryAfter, Date: 'Wed, 21 Oct 2026 07:28:00 GMT' }
    const { server, transmitter } = await staged(onTestFinished, answering(rawAnswer(429, '{}', headers)))
    const { outcome } = await send(transmitter, order(server.origin))
    expect({ state: outcome.state, retryAfterMs: outcome.retryAfterMs }).toEqual({ state: 'queued', retryAfterMs: expected })
  })
})
