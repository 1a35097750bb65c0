import { describe, expect, test } from 'vitest'
import { leave, type LeavingDeps } from '#main/leaving.ts'

function leaving(unsent: number, answers: ('send' | 'keep' | 'cancel')[], saved: 'saved' | 'stay' | 'leave' = 'saved') {
  const acts: string[] = []
  let left = unsent
  const deps: LeavingDeps = {
    desk: {
      unsent: () => left,
      sendWaiting() {
        acts.push('send')
        left = 0
      },
      isIdle: () => true,
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
    const { acts, left } = leaving(0, [])
    expect(await left).toBe(true)
    expect(acts).toEqual(['flush', 'close'])
  })

  test('with unsent items names their number; Keep leaves them', async () => {
    const { acts, left } = leaving(3, ['keep'])
    expect(await left).toBe(true)
    expect(acts).toEqual(['flush', 'ask 3', 'close'])
  })

  test('Send now sends before the app ends', async () => {
    const { acts, left } = leaving(2, ['send'])
    expect(await left).toBe(true)
    expect(acts).toEqual(['flush', 'ask 2', 'send', 'close'])
  })

  test('Cancel stays, and nothing is closed', async () => {
    const { acts, left } = leaving(2, ['cancel'])
    expect(await left).toBe(false)
    expect(acts).toEqual(['flush', 'ask 2'])
  })

  test('when what is typed could not be stored, the window stays unless the person insists', async () => {
    const stays = leaving(0, [], 'stay')
    expect(await stays.left).toBe(false)
    expect(stays.acts).toEqual(['flush', 'warn'])
    const leaves = leaving(0, [], 'leave')
    expect(await leaves.left).toBe(true)
    expect(leaves.acts).toEqual(['flush', 'warn', 'close'])
  })
})
