import { cpSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { contract } from '#shared/ipc/contract.ts'
import { FakeClock, settled } from '#test/support/fake-clock.ts'
import type { FakeKeychain } from '#test/support/fake-keychain.ts'
import { openLedgerFile } from '#test/support/ledger-file.ts'
import { paymentDesk, settleMs, type PaymentDesk } from '#test/support/payment-desk.ts'
import { playedMollie, reacts } from '#test/support/played-mollie.ts'

const metadata = { tr_1: '{"order_id":"1001"}', tr_2: '{"order_id":"1002","note":"Van een ander"}', tr_3: '{"order_id":"1003"}' }
let desk: PaymentDesk
afterEach(() => desk.end())

/** A ledger in which one note was sent, one asks about what stands there and one is of unknown outcome, closed. */
let written: Promise<{ folder: string; keychain: FakeKeychain; now: number; stood: string | undefined }> | null = null
async function writeWorld() {
  const mollie = playedMollie(metadata)
  const clerk = await paymentDesk({ mollie })
  await clerk.file({ text: 'Factuur 1', paymentID: 'tr_1' })
  await clerk.file({ text: 'Factuur 2', paymentID: 'tr_2' })
  mollie.whenAsked(({ method }) => (method === 'PATCH' ? reacts.isSilent(false) : reacts.usually()))
  await clerk.file({ text: 'Factuur 3', paymentID: 'tr_3' })
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-reads-'))
  const { from } = await clerk.leave()
  cpSync(from.folder, folder, { recursive: true })
  const stood = mollie.metadataOf('tr_1')
  await clerk.end()
  return { folder, keychain: from.keychain, now: from.clock.now(), stood }
}
afterAll(async () => rm((await written)?.folder ?? '', { recursive: true, force: true }))

const damage = [
  ['read_at', -1],
  ['found', '{'],
  ['found', '"nergens"'],
  ['meant', '{}'],
  ['idempotency_key', ''],
  ['agreed_at', -1],
  ['look', 'nergens'],
  ['look_found', '{'],
] as const

describe('what a try read, damaged', () => {
  test.each(damage)('stops nothing, overwrites no other’s note and sends nothing twice (%s is %s)', async (column, value) => {
    const { folder: world, keychain, now, stood } = await (written ??= writeWorld())
    const folder = mkdtempSync(path.join(tmpdir(), 'balie-reads-'))
    cpSync(world, folder, { recursive: true })
    const db = openLedgerFile(path.join(folder, 'ledger.sqlite'))
    db.exec('PRAGMA ignore_check_constraints = ON')
    db.prepare(`UPDATE attempt_reads SET ${column} = ?`).run(value)
    db.close()
    const mollie = playedMollie({ ...metadata, tr_1: stood ?? '' })
    desk = await paymentDesk({ mollie, from: { folder, keychain, clock: new FakeClock(now) } })
    const lookAtAll = async () => {
      const { items } = await desk.handlers.history.list({ cursor: null, limit: 50, search: '', kinds: [], states: [] })
      for (const { id } of items) contract.history.get.output.parse(await desk.get(id))
      return items
    }
    await lookAtAll()
    for (let minutes = 0; minutes < 12; minutes += 1) {
      await desk.clock.pass(settleMs / 6)
      await settled()
    }
    const states = Object.fromEntries((await lookAtAll()).map(({ subject, state }) => [subject, state]))
    expect(mollie.metadataOf('tr_2')).toBe(metadata.tr_2)
    expect(mollie.metadataOf('tr_1')).toBe(stood)
    expect(states).toMatchObject({ tr_1: 'sent' })
    expect(mollie.changes().length).toBeLessThan(2)
    expect(JSON.parse(mollie.metadataOf('tr_3') ?? '')).toMatchObject({ order_id: '1003' })
  })
})
