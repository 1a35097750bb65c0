import { describe, test } from 'vitest'
import type { Cause } from '#main/upstream/types.ts'
import type { Progress } from '#shared/domain/submission.ts'
import { hostile } from '../../support/hostile-server.ts'
import { send, staged } from '../../support/sending.ts'
import { operations } from './operations.ts'

/** Where time has to run out it does so soon; everywhere else a busy machine has all the time it needs. */
const limitsFor = (cause: Cause | null) => ({
  answerBytes: 64 * 1024,
  ...(cause === 'timeout' ? { headersMs: 600, idleMs: 500, totalMs: 1_200 } : {}),
})

/** How far it got and why it went no further. None of these is an answer, so whether the task was done is not known. */
const table: Record<keyof typeof hostile, [Progress, Cause | null]> = {
  'closes before the request': ['request-sent', 'reset'],
  'never reads': ['request-sent', 'timeout'],
  'never answers': ['request-sent', 'timeout'],
  'resets after the head': ['request-sent', 'reset'],
  'resets after the request': ['request-sent', 'reset'],
  'closes after the request': ['request-sent', 'reset'],
  'half-closes and never answers': ['request-sent', 'reset'],
  'resets within the answer’s head': ['request-sent', 'reset'],
  'resets after the answer’s head': ['answer-begun', 'reset'],
  'resets within the answer’s body': ['answer-begun', 'reset'],
  'closes within the answer’s body': ['answer-begun', 'reset'],
  'stalls within the answer’s body': ['answer-begun', 'timeout'],
  'drips the head': ['request-sent', 'timeout'],
  'drips the body': ['answer-begun', 'timeout'],
  'announces more than comes': ['answer-begun', 'reset'],
  'announces less than comes': ['answered', 'answer-unreadable'],
  'announces two lengths': ['request-sent', 'reset'],
  'breaks its chunks': ['answer-begun', 'answer-unreadable'],
  'speaks another protocol': ['request-sent', 'answer-unreadable'],
  'sends an endless head': ['request-sent', 'answer-unreadable'],
  'upgrades unasked': ['request-sent', 'reset'],
  'says continue unasked': ['request-sent', 'reset'],
  'is empty': ['answered', null],
  'has no content': ['answered', null],
  'is an HTML page': ['answered', 'answer-unreadable'],
  'is garbage': ['answered', 'answer-unreadable'],
  'is followed by garbage': ['answered', 'answer-unreadable'],
  'is compressed': ['answered', 'answer-unreadable'],
  'is a gzip bomb': ['answered', 'answer-unreadable'],
  'is not UTF-8': ['answered', 'answer-unreadable'],
  'announces a gigabyte': ['answer-begun', 'answer-too-large'],
  'sends a gigabyte': ['answer-begun', 'answer-too-large'],
  'nests without end': ['answered', 'answer-unreadable'],
  'hides success in a prototype': ['answered', null],
  'is a list': ['answered', null],
  'says that all went well': ['answered', null],
}

describe.each(operations)('$name, when the server', ({ success, order }) => {
  test.concurrent.for(Object.entries(table))('%s', async ([name, [progress, cause]], { expect, onTestFinished }) => {
    const { server, transmitter } = await staged(onTestFinished, hostile[name as keyof typeof hostile](success), {
      limits: limitsFor(cause),
    })
    const { evidence, outcome } = await send(transmitter, order(server.origin))
    expect({ progress: evidence.progress, cause: evidence.cause, state: outcome.state }).toEqual({
      progress,
      cause,
      state: 'unknown',
    })
    expect(server.requests.length, 'it was sent again').toBeLessThanOrEqual(1)
    expect(server.connections.length).toBe(1)
  })
})
