import { actionOf, kindOf, type BlindKind } from '#shared/domain/kinds.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'

type About = Pick<SubmissionDetail, 'environment' | 'test'> & { readonly kind: BlindKind }

/** What a clerk can look up to learn whether an item arrived; nothing in the practice environment, little for a test note. */
export function whatToCheck({ kind, environment, test }: About) {
  if (environment === 'practice') return 'outboxScreen.unknown.check.practice'
  return test ? 'outboxScreen.unknown.check.test' : (`outboxScreen.unknown.check.${kind}` as const)
}

/** What sending again may do: a second one of what is created; the same end state for the rest. */
export function riskOfSendingAgain({ kind }: Pick<SubmissionDetail, 'kind'>) {
  return actionOf(kind) === 'create' ? (`outboxScreen.again.${kindOf(kind)}` as const) : 'outboxScreen.again.text.state'
}
