import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { askBeforeClosing } from '#main/shell/ask-before-closing.ts'

function closing(leave: () => Promise<boolean>) {
  const acts: string[] = []
  const window = Object.assign(new EventEmitter(), { destroy: () => acts.push('destroy') })
  askBeforeClosing(window, leave, { quit: () => acts.push('quit'), log: (message) => acts.push(message) })
  /** A click on the cross; true where the window would close by itself. */
  const click = () => {
    const event = { preventDefault: vi.fn() }
    window.emit('close', event)
    return event.preventDefault.mock.calls.length === 0
  }
  return { acts, click }
}

test('is asked once however often the person clicks, and again after they stayed', async () => {
  const answers = [false, true]
  const leave = vi.fn(async () => answers.shift() ?? true)
  const { acts, click } = closing(leave)
  expect([click(), click(), click()]).toEqual([false, false, false])
  await Promise.resolve()
  expect(leave).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => {
    click()
    expect(leave).toHaveBeenCalledTimes(2)
  })
  await vi.waitFor(() => expect(acts).toEqual(['destroy', 'quit']))
  expect(click()).toBe(true)
})

test('leaving that fails lets the window close', async () => {
  const { acts, click } = closing(() => Promise.reject(new Error('no disk')))
  expect(click()).toBe(false)
  await vi.waitFor(() => expect(acts).toEqual(['Leaving failed', 'destroy', 'quit']))
})
