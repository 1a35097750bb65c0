import { wordsOnScreen } from '#test/support/words-on-screen.tsx'
import { expect, test } from 'vitest'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { FoundPath } from '../../../../../src/renderer/features/outbox/FoundPath.tsx'
import { settlesItself } from '../../../../../src/renderer/ui/submission/words.ts'

const found = {
  id: 's1',
  kind: 'payment-note.update',
  state: 'unknown',
  subject: 'tr_1',
  reason: { id: 'outbox.lookedUp.asks' },
  actions: ['look-again', 'send-again', 'close'],
  payload: {
    kind: 'payment-note',
    action: 'update',
    mode: 'live',
    paymentID: 'tr_1',
    text: 'Van ons',
    at: '2026-11-27T14:30:00.000Z',
    shown: { text: 'Oud', at: null },
    keepValue: false,
  },
  attempts: [
    {
      reading: {
        at: '2026-11-27T14:32:00.000Z',
        found: '{"note":"Oud"}',
        meant: '{"note":"Van ons"}',
        look: { at: '2026-11-27T14:36:00.000Z', settlement: 'asks', found: '{"note":"Van een ander"}' },
      },
    },
  ],
} as unknown as SubmissionDetail

const actions = { isBusy: false, error: null, run: () => {} } as unknown as Parameters<typeof FoundPath>[0]['actions']

const goingOn = { decided() {}, left() {}, gone() {} }

const read = (item: SubmissionDetail): string => wordsOnScreen(<FoundPath item={item} actions={actions} goingOn={goingOn} />)

test('what was found stands beside what was sent, with the three ways on', () => {
  const text = read(found)
  expect(text).toContain('Bij Mollie staat iets anders dan je verzond')
  expect(text).toMatch(/Van een ander.*Van ons/s)
  for (const way of ['Nog eens kijken', 'Toch verzenden', 'Laten staan wat er staat']) expect(text).toContain(way)
})

test('a way that main does not offer is not there', () => {
  const text = read({ ...found, actions: ['look-again'] })
  expect(text).toContain('Nog eens kijken')
  expect(text).not.toContain('Toch verzenden')
})

const outcomes: [what: string, item: SubmissionDetail, settles: boolean][] = [
  ['is still to be looked up', { ...found, actions: [] }, true],
  ['was looked up, and asks', found, false],
  ['is of a vendor that cannot be asked', { ...found, kind: 'note.update', actions: [] }, false],
  ['is known', { ...found, state: 'sent', actions: [] }, false],
]
test.each(outcomes)('whether an outcome settles itself that %s', (_what, item, settles) => {
  expect(settlesItself(item)).toBe(settles)
})
