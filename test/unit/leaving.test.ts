import { describe, expect, test } from 'vitest'
import { leave, type LeavingDeps } from '#main/leaving.ts'

interface Leaving {
  answers?: ('send' | 'keep' | 'cancel')[]
  saved?: 'saved' | 'stay' | 'leave'
  /** Rows of a bulk run that still have to leave, and what the person says about them. */
  rows?: { left: number; answer: 'leave' | 'stay' }
}

function leaving(unsent: number, { answers = [], saved = 'saved', rows }: Leaving = {}) {
  const acts: string[] = []
  let left = unsent
  const deps: LeavingDeps = {
    desk: {
      unsent: () => left,
      sendWaiting() {
        acts.push('send')
        left = 0
      },
      unsentRows: () => rows?.left ?? 0,
      close() {
        acts.push('close')
        return Promise.resolve()
      },
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
    },
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
})
