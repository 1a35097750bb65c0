import { expect, test } from 'vitest'
import { oneDialog } from '#main/shell/one-dialog.ts'

/** A dialog that a person has not answered yet. */
function dialogs() {
  const open: { name: string; answer(value: string): void }[] = []
  let most = 0
  let now = 0
  return {
    open,
    most: () => most,
    show: (name: string) => async () => {
      now += 1
      most = Math.max(most, now)
      const { promise, resolve } = Promise.withResolvers<string>()
      open.push({ name, answer: resolve })
      const answer = await promise
      now -= 1
      return answer
    },
  }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('what a page asks for while a dialog is open is as if the person thought better of it', async () => {
  const { open, show, most } = dialogs()
  const { unlessBusy } = oneDialog()
  const answers = Promise.all(Array.from({ length: 30 }, (_, at) => unlessBusy(show(`host ${at}`), 'cancelled')))
  await settled()
  expect(open.map(({ name }) => name)).toEqual(['host 0'])
  open[0]?.answer('yes')
  expect(await answers).toEqual(['yes', ...Array.from({ length: 29 }, () => 'cancelled')])
  expect(most()).toBe(1)
  const again = unlessBusy(show('later'), 'cancelled')
  await settled()
  open[1]?.answer('no')
  expect(await again).toBe('no')
})

test('what main has to know waits its turn, also behind one that failed', async () => {
  const { open, show, most } = dialogs()
  const { inTurn, unlessBusy } = oneDialog()
  const failing = inTurn(() => Promise.reject(new Error('no display')))
  const first = inTurn(show('leave?'))
  const second = inTurn(show('page hangs'))
  const ofPage = await unlessBusy(show('file'), 'cancelled')
  await expect(failing).rejects.toThrow('no display')
  await settled()
  open[0]?.answer('stay')
  expect(await first).toBe('stay')
  await settled()
  open[1]?.answer('wait')
  expect([await second, ofPage, most()]).toEqual(['wait', 'cancelled', 1])
})

test('a question that was settled before its turn is not put any more', async () => {
  const { open, show } = dialogs()
  const { inTurn } = oneDialog()
  const over = new AbortController()
  const first = inTurn(show('leave?'))
  const second = inTurn(show('page hangs'), { signal: over.signal, answer: 'wait' })
  await settled()
  over.abort()
  open[0]?.answer('stay')
  await first
  expect([await second, open.length]).toEqual(['wait', 1])
})
