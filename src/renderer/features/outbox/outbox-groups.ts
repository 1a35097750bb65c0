import type { SubmissionState, SubmissionSummary } from '#shared/domain/submission.ts'

/** The groups of the outbox, most in need of a person first: what waits by itself comes last. */
export const outboxGroups = ['unknown', 'held', 'rejected', 'sending', 'queued'] as const satisfies readonly SubmissionState[]
export type OutboxGroup = (typeof outboxGroups)[number]

/** Sorts by group, and within a group the oldest first, as that is the order in which they leave. */
export function groupOutbox(items: readonly SubmissionSummary[]): { group: OutboxGroup; items: SubmissionSummary[] }[] {
  return outboxGroups
    .map((group) => ({
      group,
      items: items.filter((item) => item.state === group).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)),
    }))
    .filter(({ items: members }) => members.length > 0)
}
