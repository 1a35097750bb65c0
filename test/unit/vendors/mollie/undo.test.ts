import { expect, onTestFinished, test } from 'vitest'
import type { ReadNote } from '#shared/vendors/mollie/payment-note.ts'
import { settled } from '#test/support/fake-clock.ts'
import { paymentDesk, type PaymentDesk } from '#test/support/payment-desk.ts'
import { playedMollie } from '#test/support/played-mollie.ts'

/** A table that put a note at each of two payments, and what stands there. */
async function twoNotes() {
  const desk = await paymentDesk({ mollie: playedMollie({ tr_1: '{"order_id":"1001"}', tr_2: '{"order_id":"1002"}' }) })
  onTestFinished(async () => {
    const closing = desk.end()
    const state = { isClosed: false }
    void closing.finally(() => (state.isClosed = true))
    while (!state.isClosed) await desk.clock.pass(5_000)
    await closing
  })
  const { bulk } = desk.handlers
  const text = 'paymentID\ttekst\ntr_1\tFactuur 1\ntr_2\tFactuur 2'
  const opened = await bulk.open({ kind: 'payment-notes', accountId: desk.accountId, source: { from: 'pasted', text } })
  const run = await bulk.check({ runId: opened?.id ?? '' })
  await sent(desk, run.id)
  const noteAt = (id: string): ReadNote => {
    const { note, noteAt: at } = JSON.parse(desk.mollie.metadataOf(id)) as { note: string; noteAt: string }
    return { text: note, at }
  }
  return { desk, runId: run.id, noteAt }
}

/** Starts a run that was checked, and waits for its end. */
async function sent({ clock, handlers: { bulk } }: PaymentDesk, runId: string): Promise<void> {
  const { total } = await bulk.confirmation({ runId })
  await bulk.start({ runId, total })
  await expect
    .poll(async () => {
      await clock.pass(1_000)
      return (await bulk.get({ runId })).state
    })
    .toMatch(/done|paused|stopped/)
  await settled()
}

test('an undo deletes what its run put there', async () => {
  const { desk, runId } = await twoNotes()
  expect(desk.mollie.metadataOf('tr_2')).toContain('Factuur 2')
  await sent(desk, (await desk.handlers.bulk.undo({ runId })).id)
  expect([desk.mollie.metadataOf('tr_1'), desk.mollie.metadataOf('tr_2')]).toEqual(['{"order_id":"1001"}', '{"order_id":"1002"}'])
})

test('an undo leaves a note that this desk put there since', async () => {
  const { desk, runId, noteAt } = await twoNotes()
  await desk.file({ action: 'update', paymentID: 'tr_2', text: 'Klant betaalt in delen' }, noteAt('tr_2'))
  expect(noteAt('tr_2').text).toBe('Klant betaalt in delen')
  await sent(desk, (await desk.handlers.bulk.undo({ runId })).id)
  expect(desk.mollie.metadataOf('tr_1')).toBe('{"order_id":"1001"}')
  expect(noteAt('tr_2').text).toBe('Klant betaalt in delen')
})
