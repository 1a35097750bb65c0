import { afterEach, expect, test } from 'vitest'
import type { BulkRow } from '#shared/domain/bulk.ts'
import { settled } from '#test/support/fake-clock.ts'
import { paymentDesk, settleMs, type PaymentDesk } from '#test/support/payment-desk.ts'
import { playedMollie, reacts, type PlayedRequest } from '#test/support/played-mollie.ts'

let desk: PaymentDesk
afterEach(() => desk.end())

const open = async (payments: Record<string, string>) => (desk = await paymentDesk({ mollie: playedMollie(payments) }))

/** Lets the app go on until this is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let turns = 0; !(await isSo()); turns += 1) {
    if (turns > 2_000) throw new Error('It never came to this')
    await settled()
  }
}

/** Sends a pasted table, as far as it gets by itself. */
async function sent(...rows: string[]): Promise<string> {
  const { bulk } = desk.handlers
  const text = ['betalingsnummer\tnotitie', ...rows].join('\n')
  const run = await bulk.open({ kind: 'payment-notes', accountId: desk.accountId, source: { from: 'pasted', text } })
  const runId = run!.id
  await bulk.check({ runId })
  const { total } = await bulk.confirmation({ runId })
  await bulk.start({ runId, total })
  await until(async () => ['done', 'paused'].includes((await bulk.get({ runId })).state))
  return runId
}
async function rowsOf(runId: string): Promise<BulkRow[]> {
  const page = { runId, standing: null, states: [], after: null, limit: 200 }
  return (await desk.handlers.bulk.rows(page)).items
}
const statesOf = async (runId: string) => (await rowsOf(runId)).map(({ outcome }) => outcome?.state)
const changed = (id: string) => desk.mollie.changes().filter(({ paymentID }) => paymentID === id)

/** Changes of these payments are answered like this, all else as usual. */
const whenChanging = (ids: string[], reaction: () => ReturnType<typeof reacts.usually>) =>
  desk.mollie.whenAsked(({ method, paymentID }: PlayedRequest) =>
    method === 'PATCH' && ids.includes(paymentID) ? reaction() : reacts.usually(),
  )

test('each row is read and changed, and all else at its payment is kept', async () => {
  await open({ tr_1: '{"order_id":1}', tr_2: 'null', tr_3: '{"a":12345678901234567890}' })
  const runId = await sent('tr_1\tEen', 'tr_2\tTwee', 'tr_3\tDrie')
  expect(await statesOf(runId)).toEqual(['sent', 'sent', 'sent'])
  expect(desk.mollie.metadataOf('tr_1')).toMatch(/^\{"order_id":1,"note":"Een","noteAt":"[^"]+"\}$/)
  expect(desk.mollie.metadataOf('tr_3')).toContain('"a":12345678901234567890')
})

test('a row whose payment has a note, or is not there, is rejected alone and says why', async () => {
  await open({ tr_1: 'null', tr_2: '{"note":"Van de webshop"}', tr_4: 'null' })
  const runId = await sent('tr_1\tEen', 'tr_2\tTwee', 'tr_3\tDrie', 'tr_4\tVier')
  expect(await statesOf(runId)).toEqual(['sent', 'rejected', 'rejected', 'sent'])
  const [, second] = await rowsOf(runId)
  expect(second?.outcome?.reason).toMatchObject({ values: { found: 'Van de webshop' } })
  expect(desk.mollie.metadataOf('tr_2')).toBe('{"note":"Van de webshop"}')
})

test('rows of unknown outcome settle themselves once the run is over, each by a reading', async () => {
  await open({ tr_1: 'null', tr_2: 'null', tr_3: 'null' })
  let isFirst = true
  whenChanging(['tr_2', 'tr_3'], () => {
    const applied = isFirst
    isFirst = false
    return reacts.isSilent(applied)
  })
  const runId = await sent('tr_1\tEen', 'tr_2\tTwee', 'tr_3\tDrie')
  expect(await statesOf(runId)).toEqual(['sent', 'unknown', 'unknown'])
  await desk.clock.pass(settleMs - 1)
  expect(desk.mollie.changes()).toHaveLength(3)
  desk.mollie.whenAsked(reacts.usually)
  await desk.clock.pass(1)
  await until(() => changed('tr_3').length === 2)
  // The second try's key was used before: what stands there tells.
  await desk.clock.pass(settleMs)
  await until(async () => (await statesOf(runId)).every((state) => state === 'sent'))
  expect([changed('tr_2').length, changed('tr_3').length]).toEqual([1, 2])
  expect(changed('tr_3')[0]?.key).toBe(changed('tr_3')[1]?.key)
  expect(desk.mollie.metadataOf('tr_3')).toContain('"note":"Drie"')
})

test('a later row for a payment waits while an earlier one is unknown, and replaces it knowingly', async () => {
  await open({ tr_1: 'null', tr_2: '{"order_id":2}' })
  whenChanging(['tr_2'], () => reacts.isSilent(true))
  const text = ['actie\tbetalingsnummer\tnotitie', 'maken\ttr_1\tEen', 'maken\ttr_2\tTwee', 'bijwerken\ttr_2\tDrie'].join('\n')
  const { bulk } = desk.handlers
  const run = await bulk.open({ kind: 'payment-notes', accountId: desk.accountId, source: { from: 'pasted', text } })
  const runId = run!.id
  await bulk.check({ runId })
  await bulk.start({ runId, total: (await bulk.confirmation({ runId })).total })
  await until(async () => (await statesOf(runId))[1] === 'unknown')
  expect(changed('tr_2')).toHaveLength(1)
  desk.mollie.whenAsked(reacts.usually)
  for (let passed = 0; passed < settleMs; passed += 5_000) await desk.clock.pass(5_000)
  await until(async () => (await bulk.get({ runId })).state === 'done')
  expect(await statesOf(runId)).toEqual(['sent', 'sent', 'sent'])
  expect(desk.mollie.metadataOf('tr_2')).toMatch(/^\{"order_id":2,"note":"Drie",/)
})
