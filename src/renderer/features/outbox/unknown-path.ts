import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'

type About = Pick<SubmissionDetail, 'kind' | 'environment' | 'test'>

/** What a clerk can look up to learn whether an item arrived; nothing in the practice environment, little for a test note. */
export function whatToCheck({ kind, environment, test }: About) {
  if (environment === 'practice') return 'outboxScreen.unknown.check.practice'
  if (test) return 'outboxScreen.unknown.check.test'
  return kind === 'dispute.create' ? 'outboxScreen.unknown.check.dispute' : (`outboxScreen.unknown.check.${kind}` as const)
}

/** What sending again may do: a second one of what is created; the same end state for the rest. */
export function riskOfSendingAgain({ kind }: Pick<About, 'kind'>) {
  if (kind === 'dispute.create') return 'outboxScreen.again.text.dispute'
  return kind === 'note.create' ? 'outboxScreen.again.text.create' : 'outboxScreen.again.text.state'
}
