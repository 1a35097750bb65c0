import { describe, expect, test } from 'vitest'
import { riskOfSendingAgain, whatToCheck } from '../../../../../src/renderer/features/outbox/unknown-path.ts'

describe('an unknown outcome', () => {
  const live = { environment: 'production', test: false } as const

  test('says where to look, by what was sent', () => {
    expect(whatToCheck({ ...live, kind: 'dispute.create' })).toBe('outboxScreen.unknown.check.dispute.create')
    expect(whatToCheck({ ...live, kind: 'note.update' })).toBe('outboxScreen.unknown.check.note.update')
  })

  test('sends nobody looking where there is nothing to see', () => {
    expect(whatToCheck({ ...live, kind: 'note.create', test: true })).toBe('outboxScreen.unknown.check.test')
    expect(whatToCheck({ kind: 'note.create', test: true, environment: 'practice' })).toBe('outboxScreen.unknown.check.practice')
  })

  test('warns of a second one only where sending again can make one', () => {
    expect(riskOfSendingAgain({ kind: 'dispute.create' })).toBe('outboxScreen.again.dispute')
    expect(riskOfSendingAgain({ kind: 'note.create' })).toBe('outboxScreen.again.note')
    expect(riskOfSendingAgain({ kind: 'note.update' })).toBe('outboxScreen.again.text.state')
    expect(riskOfSendingAgain({ kind: 'note.delete' })).toBe('outboxScreen.again.text.state')
  })
})
