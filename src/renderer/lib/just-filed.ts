import { useSyncExternalStore } from 'react'
import type { SubmissionSummary } from '#shared/domain/submission.ts'

/** What was filed at this window and still waits out its hold, the newest last. */
let filed: readonly SubmissionSummary[] = []
let typedSince = false
const listeners = new Set<() => void>()

function set(next: readonly SubmissionSummary[]): void {
  filed = next
  listeners.forEach((listener) => listener())
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => void listeners.delete(changed)
}

/** Begins to count down on every screen; what leaves at once has nothing to be counted. */
export function noteFiled(item: SubmissionSummary): void {
  typedSince = false
  if (!item.inHold || item.notBefore === null) return
  set([...filed, item])
  setTimeout(() => forgetFiled(item.id), Date.parse(item.notBefore) - Date.now())
}

/** Its hold is over, or it was taken back. */
export const forgetFiled = (id: string): void => {
  if (filed.some((item) => item.id === id)) set(filed.filter((item) => item.id !== id))
}

/** From now on Ctrl+Z is about the text. */
export const noteTyped = (): void => {
  typedSince = true
}

/** What Ctrl+Z takes back: the newest one, as long as nothing was typed after it. */
export const newestToTakeBack = (): SubmissionSummary | null => (typedSince ? null : (filed.at(-1) ?? null))

/** All that can still be taken back, the newest last. */
export const useJustFiled = (): readonly SubmissionSummary[] => useSyncExternalStore(subscribe, () => filed)
