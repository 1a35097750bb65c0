import { beforeEach, expect, test, vi } from 'vitest'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { forgetFiled, newestToTakeBack, noteFiled, noteTyped } from '../../../../src/renderer/lib/just-filed.ts'

beforeEach(() => {
  vi.useFakeTimers()
  for (const id of ['a', 'b']) forgetFiled(id)
  return () => void vi.useRealTimers()
})

const filed = (id: string, holdMs: number | null) =>
  ({
    id,
    inHold: holdMs !== null,
    notBefore: holdMs === null ? null : new Date(Date.now() + holdMs).toISOString(),
  }) as SubmissionSummary

test('the newest that still waits out its hold is what Ctrl+Z takes back', () => {
  noteFiled(filed('a', 10_000))
  noteFiled(filed('b', 5_000))
  expect(newestToTakeBack()?.id).toBe('b')
  vi.advanceTimersByTime(5_000)
  expect(newestToTakeBack()?.id).toBe('a')
  vi.advanceTimersByTime(5_000)
  expect(newestToTakeBack()).toBeNull()
})

test('what leaves at once is not taken back, and typing gives Ctrl+Z to the text until something is filed again', () => {
  noteFiled(filed('a', null))
  expect(newestToTakeBack()).toBeNull()
  noteFiled(filed('a', 10_000))
  noteTyped()
  expect(newestToTakeBack()).toBeNull()
  noteFiled(filed('b', 10_000))
  expect(newestToTakeBack()?.id).toBe('b')
})
