import { getEventListeners } from 'node:events'
import { Client, Dispatcher } from 'undici'
import { describe, expect, onTestFinished, test } from 'vitest'
import { exchange, type HttpRequest } from '#main/upstream/http.ts'
import { defaultLimits } from '#main/upstream/limits.ts'
import type { Progress } from '#shared/domain/submission.ts'
import { answering, rawAnswer } from '../../support/hostile-server.ts'
import { createRawRecorder } from '../../support/raw-recorder.ts'

const request: HttpRequest = {
  origin: 'http://127.0.0.1',
  method: 'POST',
  path: '/',
  headers: {},
  body: Buffer.from('{}'),
  bodyBytes: 2,
}

/** A connection that does nothing by itself: the test plays what undici may do. */
class ScriptedDispatcher extends Dispatcher {
  handler: Dispatcher.DispatchHandler = {}
  override dispatch(_options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler) {
    this.handler = handler
    return true
  }
}

/** What undici hands a request's handler, noting whether it was told to stop. */
function scriptedController() {
  const controller = {
    aborted: false,
    paused: false,
    reason: null as Error | null,
    abort(reason: Error) {
      controller.aborted = true
      controller.reason = reason
    },
    pause: () => undefined,
    resume: () => undefined,
  }
  return controller
}

function play(changes: Partial<HttpRequest> = {}, signal = new AbortController().signal) {
  const dispatcher = new ScriptedDispatcher()
  const steps: Progress[] = []
  const facts = exchange(dispatcher, { ...request, ...changes }, defaultLimits, false, {
    signal,
    onProgress: (step) => steps.push(step),
  })
  return { dispatcher, steps, facts }
}

describe('a request leaves once', () => {
  test('a connection that comes after the try was given up is told to carry nothing', async () => {
    const stop = new AbortController()
    const { dispatcher, facts, steps } = play({}, stop.signal)
    stop.abort()
    expect(await facts).toMatchObject({ progress: 'nothing-sent', cause: 'stopped' })
    const late = scriptedController()
    dispatcher.handler.onRequestStart?.(late, null)
    expect(late.aborted).toBe(true)
    expect(steps).toEqual([])
  })

  test('a second start is told to carry nothing', async () => {
    const { dispatcher, facts } = play()
    const [first, second] = [scriptedController(), scriptedController()]
    dispatcher.handler.onRequestStart?.(first, null)
    dispatcher.handler.onRequestStart?.(second, null)
    expect([first.aborted, second.aborted]).toEqual([false, true])
    dispatcher.handler.onResponseError?.(second, new Error('not again'))
    expect(await facts).toMatchObject({ progress: 'connected', cause: 'reset' })
  })
})

test('all exchanges of a run end with its one signal, and none of those that are over keeps it listened to', async () => {
  const stop = new AbortController()
  const listeners = () => getEventListeners(stop.signal, 'abort').length
  const ended = play({}, stop.signal)
  ended.dispatcher.handler.onResponseError?.(scriptedController(), new Error('over'))
  expect(await ended.facts).toMatchObject({ progress: 'nothing-sent' })
  expect(listeners()).toBe(0)
  const underWay = [play({}, stop.signal), play({}, stop.signal)]
  expect(listeners()).toBe(1)
  stop.abort()
  for (const { facts } of underWay) expect(await facts).toMatchObject({ cause: 'stopped' })
  expect(await play({}, stop.signal).facts).toMatchObject({ progress: 'nothing-sent', cause: 'stopped' })
  expect(listeners()).toBe(0)
})

describe('what counts as sent', () => {
  test('a body in memory from the start on, since it is written right after', async () => {
    const { dispatcher, facts, steps } = play()
    expect(steps).toEqual([])
    dispatcher.handler.onRequestStart?.(scriptedController(), null)
    expect(steps).toEqual(['connected'])
    dispatcher.handler.onResponseError?.(scriptedController(), new Error('gone'))
    expect(await facts).toMatchObject({ progress: 'connected', cause: 'reset' })
  })

  test('a body that is made under way from its first chunk on, since the head is written with it', async () => {
    async function* body() {
      yield Buffer.from('{}')
    }
    const { dispatcher, facts, steps } = play({ body: body() })
    dispatcher.handler.onRequestStart?.(scriptedController(), null)
    dispatcher.handler.onResponseError?.(scriptedController(), new Error('gone'))
    expect(await facts).toMatchObject({ progress: 'nothing-sent', cause: 'reset' })
    expect(steps).toEqual([])
  })

  test('an answer that came whole before the request had left does not make the connection fit for another', async () => {
    const { dispatcher, facts } = play()
    const controller = scriptedController()
    dispatcher.handler.onRequestStart?.(controller, null)
    dispatcher.handler.onResponseStart?.(controller, 413, {})
    dispatcher.handler.onResponseEnd?.(controller, {})
    expect(await facts).toMatchObject({ progress: 'answered', cause: null, reusable: false })
  })

  test.each([
    ['shorter', 'abc'],
    ['longer', 'abcdefghij'],
    ['longer by its last chunk', 'abcdef'],
  ])('a body that is %s than announced never counts as sent', async (_, text) => {
    const server = await createRawRecorder(answering(rawAnswer(200, '{}')))
    const client = new Client(server.origin)
    onTestFinished(async () => {
      await client.destroy()
      await server.close()
    })
    async function* body() {
      for (const char of text) yield Buffer.from(char)
    }
    const steps: Progress[] = []
    const watch = { signal: new AbortController().signal, onProgress: (step: Progress) => void steps.push(step) }
    const facts = await exchange(client, { ...request, body: body(), bodyBytes: 5 }, defaultLimits, false, watch)
    expect(facts).toMatchObject({ progress: 'connected', cause: 'file-lost', status: null, reusable: false })
    expect(steps).toEqual(['connected'])
    await server.gone(1)
    expect(server.requests.every(({ complete }) => !complete)).toBe(true)
  })
})

test('a signal keeps no listener of an exchange that is over', async () => {
  const server = await createRawRecorder(answering(rawAnswer(200, '{}')))
  const client = new Client(server.origin)
  onTestFinished(async () => {
    await client.destroy()
    await server.close()
  })
  const signal = new AbortController().signal
  let listeners = 0
  const counted = new Proxy(signal, {
    get(target, name) {
      if (name === 'addEventListener') listeners += 1
      if (name === 'removeEventListener') listeners -= 1
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  await exchange(client, request, defaultLimits, false, { signal: counted, onProgress: () => undefined })
  expect(listeners).toBe(0)
  await client.close()
  expect(server.requests.length).toBe(1)
})
