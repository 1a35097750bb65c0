import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { watchPage } from '#main/shell/page-health.ts'

function watched({ crashing = 'reload', hangs }: { crashing?: 'reload' | 'quit'; hangs?: Promise<'wait' | 'reload'> } = {}) {
  const acts: string[] = []
  let time = 0
  const page = Object.assign(new EventEmitter(), {
    reload: () => acts.push('reload'),
    forcefullyCrashRenderer: () => acts.push('crash'),
    isDestroyed: () => false,
  })
  let over: AbortSignal | null = null
  watchPage({
    page,
    dialogs: {
      pageKeepsCrashing: () => {
        acts.push('asks')
        return Promise.resolve(crashing)
      },
      pageHangs: (signal) => {
        acts.push('hangs')
        over = signal
        return hangs ?? new Promise((resolve) => signal.addEventListener('abort', () => resolve('wait')))
      },
    },
    tell: () => acts.push('tell'),
    onNewPage: () => acts.push('new page'),
    quit: () => acts.push('quit'),
    log: () => acts.push('log'),
    now: () => time,
  })
  return { acts, page, pass: (ms: number) => (time += ms), isOver: () => over?.aborted ?? null }
}

const crash = { reason: 'crashed', exitCode: 5 }

test('a page that crashes is loaded again and says so; one that ended by itself is left alone', () => {
  const { acts, page } = watched()
  page.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
  expect(acts).toEqual([])
  page.emit('render-process-gone', {}, crash)
  expect(acts).toEqual(['log', 'tell', 'reload'])
})

test.each(['reload', 'quit'] as const)('the third crash within a minute asks, and %s is done', async (answer) => {
  const { acts, page, pass } = watched({ crashing: answer })
  for (let count = 0; count < 3; count += 1) {
    page.emit('render-process-gone', {}, crash)
    pass(1000)
  }
  expect(acts.filter((act) => act === 'reload')).toHaveLength(2)
  expect(acts).toContain('asks')
  await vi.waitFor(() => expect(acts.at(-1)).toBe(answer))
})

test('crashes that lie far apart never ask', () => {
  const { acts, page, pass } = watched()
  for (let count = 0; count < 5; count += 1) {
    page.emit('render-process-gone', {}, crash)
    pass(61_000)
  }
  expect(acts).not.toContain('asks')
})

test('a page that hangs is asked about once; when it answers the question goes away', async () => {
  const { acts, page, isOver } = watched()
  page.emit('unresponsive')
  page.emit('unresponsive')
  expect(acts).toEqual(['hangs'])
  page.emit('responsive')
  expect(isOver()).toBe(true)
  await Promise.resolve()
  expect(acts).toEqual(['hangs'])
})

test('a page that hangs and is to be loaded again has its process ended', async () => {
  const { acts, page } = watched({ hangs: Promise.resolve('reload') })
  page.emit('unresponsive')
  await vi.waitFor(() => expect(acts).toEqual(['hangs', 'crash']))
})

test('a new page takes away what the old one held in main', () => {
  const { acts, page } = watched()
  page.emit('did-navigate')
  expect(acts).toEqual(['new page'])
})
