import { wordsOnScreen } from '#test/support/words-on-screen.tsx'
import { expect, test } from 'vitest'
import type { AttemptReading } from '#shared/domain/reading.ts'
import type { PaymentNotePayload } from '#shared/vendors/mollie/payment-note.ts'
import { FoundNote, noteInMetadata } from '../../../../../src/renderer/vendors/mollie/FoundNote.tsx'

const payload: PaymentNotePayload = {
  kind: 'payment-note',
  action: 'update',
  mode: 'live',
  paymentID: 'tr_1',
  text: 'Van ons',
  at: '2026-11-27T14:30:00.000Z',
  shown: { text: 'Oud', at: null },
  keepValue: false,
}
const reading = (found: string): AttemptReading => ({
  at: '2026-11-27T14:32:00.000Z',
  found: '{"note":"Oud"}',
  meant: '{"note":"Van ons"}',
  look: { at: '2026-11-27T14:36:00.000Z', settlement: 'asks', found },
})
const read = (found: string, part: Partial<PaymentNotePayload> = {}): string =>
  wordsOnScreen(<FoundNote payload={{ ...payload, ...part }} reading={reading(found)} />)

test.each([
  ['{"order_id":"1","note":"Van een ander"}', 'Van een ander'],
  ['{"order_id":"1"}', null],
  ['{"note":{"id":8}}', null],
  ['"1006"', null],
  ['null', null],
])('the note in %s is %j', (metadata, note) => {
  expect(noteInMetadata(metadata)).toBe(note)
})

test('what stands there and what was meant stand side by side, with all that is there', () => {
  expect(read('{"order_id":"1","note":"Van een ander"}')).toMatch(/Van een ander.*Van ons.*order_id/s)
  expect(read('{"order_id":"1"}')).toMatch(/Er staat geen notitie.*Van ons/s)
  expect(read('{"note":"Van een ander"}', { action: 'delete', text: undefined })).toMatch(/Van een ander.*Er staat geen notitie/s)
})
