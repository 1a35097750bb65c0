import { describe, expect, test } from 'vitest'
import { leave, type LeavingDeps } from '#main/leaving.ts'

interface Leaving {
  answers?: ('send' | 'keep' | 'cancel')[]
  saved?: 'saved' | 'stay' | 'leave'
  /** Rows of a bulk run that still have to leave, and what the person says about them. */
  rows?: { left: number; answer: 'leave' | 'stay' }
  close?: () => Promise<void>
  /** What the person says of what takes long, or of what nobody can tell. */
  insists?: ('wait' | 'leave' | 'stay')[]
  desk?: Partial<LeavingDeps['desk']>
}

function leaving(unsent: number, { answers = [], saved = 'saved', rows, close, insists = [], desk }: Leaving = {}) {
  const acts: string[] = []
  let left = unsent
  const deps: LeavingDeps = {
    desk: {
      unsent: () => left,
      sendWaiting() {
        acts.push('send')
        left = 0
        return Promise.resolve()
      },
      unsentRows: () => rows?.left ?? 0,
      close() {
        acts.push('close')
        return close?.() ?? Promise.resolve()
      },
      ...desk,
    },
    dialogs: {
      unsent(count) {
        acts.push(`ask ${count}`)
        return Promise.resolve(answers.shift() ?? 'keep')
      },
      runUnderWay(count) {
        acts.push(`ask about ${count} rows`)
        return Promise.resolve(rows?.answer ?? 'stay')
      },
      unsaved() {
        acts.push('warn')
        return Promise.resolve(saved === 'leave' ? 'leave' : 'stay')
      },
      uncertain(reason) {
        acts.push(`uncertain: ${reason}`)
        return Promise.resolve(insists.shift() === 'leave' ? 'leave' : 'stay')
      },
      stillUnderWay(done) {
        acts.push('under way')
        const answer = insists.shift()
        if (answer === 'leave' || answer === 'wait') return Promise.resolve(answer)
        return new Promise((resolve) => done.addEventListener('abort', () => resolve('wait')))
      },
      endedUncleanly(reason) {
        acts.push(`unclean: ${reason}`)
        return Promise.resolve()
      },
    },
    log: (message) => acts.push(`log: ${message}`),
    patienceMs: 1,
    flush() {
      acts.push('flush')
      return Promise.resolve(saved === 'saved')
    },
  }
  return { acts, left: leave(deps) }
}

describe('leaving', () => {
  test('with nothing unsent asks nothing, and takes over what is typed first', async () => {
    const { acts, left } = leaving(0)
    expect(await left).toBe(true)
    expect(acts).toEqual(['flush', 'close'])
  })

  test('with unsent items names their number; Keep leaves them', async () => {
    const { acts, left } = leaving(3, { answers: ['keep'] })
    expect(await left).toBe(true)
    expect(acts).toEqual(['flush', 'ask 3', 'close'])
  })

  test('Send now sends before the app ends', async () => {
    const { acts, left } = leaving(2, { answers: ['send'] })
    expect(await left).toBe(true)
    expect(acts).toEqual(['flush', 'ask 2', 'send', 'close'])
  })

  test('Cancel stays, and nothing is closed', async () => {
    const { acts, left } = leaving(2, { answers: ['cancel'] })
    expect(await left).toBe(false)
    expect(acts).toEqual(['flush', 'ask 2'])
  })

  test('with a bulk run under way names its rows; whoever stays closes nothing', async () => {
    const stays = leaving(0, { rows: { left: 9020, answer: 'stay' } })
    expect(await stays.left).toBe(false)
    expect(stays.acts).toEqual(['flush', 'ask about 9020 rows'])
    const leaves = leaving(1, { rows: { left: 9020, answer: 'leave' }, answers: ['keep'] })
    expect(await leaves.left).toBe(true)
    expect(leaves.acts).toEqual(['flush', 'ask about 9020 rows', 'ask 1', 'close'])
  })

  test('when what is typed could not be stored, the window stays unless the person insists', async () => {
    const stays = leaving(0, { saved: 'stay' })
    expect(await stays.left).toBe(false)
    expect(stays.acts).toEqual(['flush', 'warn'])
    const leaves = leaving(0, { saved: 'leave' })
    expect(await leaves.left).toBe(true)
    expect(leaves.acts).toEqual(['flush', 'warn', 'close'])
  })

  test('a desk that cannot be closed is logged and said, and the app ends all the same', async () => {
    const { acts, left } = leaving(0, { close: () => Promise.reject(new Error('disk is gone')) })
    expect(await left).toBe(true)
    expect(acts).toEqual(['flush', 'close', 'log: The desk could not be closed', 'unclean: disk is gone'])
    const throws = leaving(0, {
      close() {
        throw new Error('at once')
      },
    })
    expect(await throws.left).toBe(true)
    expect(throws.acts.at(-1)).toBe('unclean: at once')
  })

  test('a desk that hangs is asked about until the person has had enough', async () => {
    const { acts, left } = leaving(0, { close: () => new Promise(() => {}), insists: ['wait', 'leave'] })
    expect(await left).toBe(true)
    expect(acts).toEqual(['flush', 'close', 'under way', 'under way'])
  })

  test('an answer that comes while that question is open takes it away', async () => {
    const closing = Promise.withResolvers<void>()
    const { acts, left } = leaving(0, { close: () => closing.promise })
    await expect.poll(() => acts).toContain('under way')
    closing.resolve()
    expect(await left).toBe(true)
    expect(acts.filter((act) => act === 'under way')).toHaveLength(1)
  })

  test.each(['unsentRows', 'unsent'] as const)(
    'a ledger that fails at %s asks, and never keeps the window open',
    async (name) => {
      const desk = {
        [name]() {
          throw new Error('ledger is closed')
        },
      }
      const leaves = leaving(0, { desk, insists: ['leave'] })
      expect(await leaves.left).toBe(true)
      expect(leaves.acts).toEqual(['flush', 'log: Leaving could not be prepared', 'uncertain: ledger is closed', 'close'])
      const stays = leaving(0, { desk, insists: ['stay'] })
      expect(await stays.left).toBe(false)
      expect(stays.acts).not.toContain('close')
    },
  )
})
