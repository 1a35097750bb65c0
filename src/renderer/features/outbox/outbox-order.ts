import type { SubmissionState, SubmissionSummary } from '#shared/domain/submission.ts'

/** Most in need of a person first: an unknown outcome only a person can end, and what waits by itself comes last. */
const order: readonly SubmissionState[] = ['unknown', 'held', 'rejected', 'sending', 'queued']

/** The outbox as a person goes through it; within a state the oldest first, as that is the order in which items leave. */
export const inOrderOfNeed = (items: readonly SubmissionSummary[]): SubmissionSummary[] =>
  items.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.createdAt.localeCompare(b.createdAt))
