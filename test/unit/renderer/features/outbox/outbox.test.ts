import { describe, expect, test } from 'vitest'
import type { SubmissionSummary } from '#shared/domain/submission.ts'
import { inOrderOfNeed } from '../../../../../src/renderer/features/outbox/outbox-order.ts'
import { riskOfSendingAgain, whatToCheck } from '../../../../../src/renderer/features/outbox/unknown-path.ts'

const item = (id: string, state: SubmissionSummary['state'], createdAt: string): SubmissionSummary => ({
  id,
  state,
  createdAt,
  stateAt: createdAt,
  kind: 'dispute.create',
  accountId: 'a1',
  accountName: 'Winkel',
  environment: 'production',
  subject: '2026-1',
  context: '',
  excerpt: '',
  test: false,
  attachmentName: null,
  notBefore: null,
  inHold: false,
  attemptCount: 0,
  reason: null,
  vendorNumber: null,
  confirmedByPerson: false,
  actions: [],
})

test('the outbox puts what only a person can end first, and the oldest first within a state', () => {
  const items = [
    item('waits-new', 'queued', '2026-11-22T12:00:00.000Z'),
    item('under-way', 'sending', '2026-11-22T09:00:00.000Z'),
    item('waits-old', 'queued', '2026-11-21T12:00:00.000Z'),
    item('refused', 'rejected', '2026-11-22T08:00:00.000Z'),
    item('held', 'held', '2026-11-22T08:00:00.000Z'),
    item('unknown', 'unknown', '2026-11-22T13:00:00.000Z'),
  ]
  expect(inOrderOfNeed(items).map(({ id }) => id)).toEqual(['unknown', 'held', 'refused', 'under-way', 'waits-old', 'waits-new'])
  expect(items[0]?.id).toBe('waits-new')
})

describe('an unknown outcome', () => {
  const live = { environment: 'production', test: false } as const

  test('says where to look, by what was sent', () => {
    expect(whatToCheck({ ...live, kind: 'dispute.create' })).toBe('outboxScreen.unknown.check.dispute')
    expect(whatToCheck({ ...live, kind: 'note.update' })).toBe('outboxScreen.unknown.check.note.update')
  })

  test('sends nobody looking where there is nothing to see', () => {
    expect(whatToCheck({ ...live, kind: 'note.create', test: true })).toBe('outboxScreen.unknown.check.test')
    expect(whatToCheck({ kind: 'note.create', test: true, environment: 'practice' })).toBe('outboxScreen.unknown.check.practice')
  })

  test('warns of a second one only where sending again can make one', () => {
    expect(riskOfSendingAgain({ kind: 'dispute.create' })).toBe('outboxScreen.again.text.dispute')
    expect(riskOfSendingAgain({ kind: 'note.create' })).toBe('outboxScreen.again.text.create')
    expect(riskOfSendingAgain({ kind: 'note.update' })).toBe('outboxScreen.again.text.state')
    expect(riskOfSendingAgain({ kind: 'note.delete' })).toBe('outboxScreen.again.text.state')
  })
})
