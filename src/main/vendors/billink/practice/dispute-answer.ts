import type { disputeAnswerAttributes } from '#shared/vendors/billink/dispute.ts'
import { practiceBillinkUsername } from './credentials.ts'
import type { PracticeDispute } from './disputes.ts'

/**
 * Billink's 200: fifteen attributes, whose names and types are documented and whose children are not. The children are
 * plausible ones; the file's size and SHA-256 are there so that a person can check what arrived.
 */
export function disputeAnswer(dispute: PracticeDispute): Record<(typeof disputeAnswerAttributes)[number], unknown> {
  const createdAt = phpDate(dispute.createdAt)
  return {
    category: dispute.category,
    client: { id: 1, name: 'Oefenwinkel', username: practiceBillinkUsername },
    createdAt,
    currentStep: { id: 1, name: 'Ingediend' },
    customer: { name: dispute.customerName, email: dispute.customerEmail },
    disputeContent: [
      {
        id: dispute.id * 10,
        author: 'client',
        invoice: dispute.invoice,
        locale: dispute.locale,
        message: dispute.message,
        createdAt,
        file: dispute.file,
      },
    ],
    emails: [{ to: dispute.customerEmail, subject: `Geschil over factuur ${dispute.invoice}`, sentAt: createdAt }],
    freshDeskTicket: { id: dispute.id + 50_000, status: 'open' },
    id: dispute.id,
    notificationMode: 'email',
    owner: { id: 1, name: 'Oefenafdeling Geschillen' },
    resolved: false,
    resolvedAt: null,
    status: 'open',
    steps: ['Ingediend', 'In behandeling', 'Afgerond'],
  }
}

/** A date as PHP writes its own objects into JSON; `timezone_type` 3 is a zone by its name. */
function phpDate(date: Date): object {
  return { date: date.toISOString().replace('T', ' ').replace('Z', '000'), timezone_type: 3, timezone: 'UTC' }
}
