import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { watchPower } from '#main/shell/power.ts'

function powered({ flush = () => Promise.resolve(true), close = () => Promise.resolve() } = {}) {
  const acts: string[] = []
  const monitor = new EventEmitter()
  const window = new EventEmitter()
  const act = (name: string) => () => {
    acts.push(name)
  }
  const power = watchPower({
    monitor,
    window,
    blocker: {
      start: (type) => acts.push(`hold ${type}`),
      stop: (id) => acts.push(`let go ${id}`),
    },
    desk: {
      suspend: act('suspend'),
      wake: act('wake'),
      close() {
        acts.push('close')
        return close()
      },
    },
    flush() {
      acts.push('flush')
      return flush()
    },
    exit: act('exit'),
    log: (message) => acts.push(message),
    sessionQueryMs: 1,
  })
  return { acts, monitor, window, power }
}

test('before sleep nothing more is claimed, until the computer wakes', () => {
  const { acts, monitor } = powered()
  monitor.emit('suspend')
  monitor.emit('resume')
  expect(acts).toEqual(['suspend', 'wake'])
})

test('the computer is kept awake while rows leave, and only then', () => {
  const { acts, power } = powered()
  power.sending(false)
  power.sending(true)
  power.sending(true)
  power.sending(false)
  power.sending(false)
  expect(acts).toEqual(['hold prevent-app-suspension', 'let go 1'])
})

test('Windows asks: what is typed is stored at once, and a log-off that did not come lets sending go on', async () => {
  const { acts, window } = powered()
  window.emit('query-session-end')
  expect(acts).toEqual(['suspend', 'flush'])
  await vi.waitFor(() => expect(acts).toEqual(['suspend', 'flush', 'wake']))
})

test('at log-off the ledger is closed before the app ends, and waking no longer counts', async () => {
  const { acts, monitor, window } = powered()
  window.emit('query-session-end')
  window.emit('session-end')
  window.emit('session-end')
  monitor.emit('resume')
  await vi.waitFor(() => expect(acts).toContain('exit'))
  expect(acts).toEqual(['suspend', 'flush', 'suspend', 'flush', 'close', 'exit'])
})

test('a shutdown waits for us, and a page or ledger that fails does not hold it up', async () => {
  const { acts, monitor } = powered({
    flush: () => Promise.reject(new Error('gone')),
    close: () => Promise.reject(new Error('gone too')),
  })
  const preventDefault = vi.fn()
  monitor.emit('shutdown', { preventDefault })
  expect(preventDefault).toHaveBeenCalled()
  await vi.waitFor(() => expect(acts.at(-1)).toBe('exit'))
})
