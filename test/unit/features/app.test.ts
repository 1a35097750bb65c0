import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { appHandlers, type AppDeps } from '#main/features/app.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const app = () => appHandlers({} as AppDeps)

test('a page is asked to store what is typed once it listens, and is waited for', async () => {
  const { handlers, flush } = app()
  await handlers.listening(undefined)
  const answered = flush(() => void setTimeout(() => void handlers.flushed(undefined), 1_000))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await answered).toBe(true)

  const unanswered = flush(() => undefined)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await unanswered).toBe(false)
  expect(
    await flush(() => {
      throw new Error('The page is gone')
    }),
  ).toBe(false)
})

test('a page that is only being loaded holds nothing typed, and nobody is asked about it', async () => {
  const { handlers, flush, forgetPage } = app()
  const ask = vi.fn()
  expect(await flush(ask)).toBe(true)
  await handlers.listening(undefined)
  forgetPage()
  expect(await flush(ask)).toBe(true)
  expect(ask).not.toHaveBeenCalled()
})
