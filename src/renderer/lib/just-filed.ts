import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { sharedState } from './shared-state.ts'

/** What was filed at this window and still waits out its hold, the newest last. */
const filed = sharedState<readonly SubmissionSummary[]>([])
let typedSince = false

/** Begins to count down on every screen; what leaves at once has nothing to be counted. */
export function noteFiled(item: SubmissionSummary): void {
  typedSince = false
  if (!item.inHold || item.notBefore === null) return
  filed.set([...filed.get(), item])
  setTimeout(() => forgetFiled(item.id), Date.parse(item.notBefore) - Date.now())
}

/** Its hold is over, or it was taken back. */
export const forgetFiled = (id: string): void => {
  if (filed.get().some((item) => item.id === id)) filed.set(filed.get().filter((item) => item.id !== id))
}

/** From now on Ctrl+Z is about the text. */
export const noteTyped = (): void => {
  typedSince = true
}

/** What Ctrl+Z takes back: the newest one, as long as nothing was typed after it. */
export const newestToTakeBack = (): SubmissionSummary | null => (typedSince ? null : (filed.get().at(-1) ?? null))

/** All that can still be taken back, the newest last. */
export const useJustFiled = filed.use
