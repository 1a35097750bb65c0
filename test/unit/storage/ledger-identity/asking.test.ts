import { cpSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { LedgerMissing } from '#main/storage/ledger-failures.ts'
import { bulkDesk, notesOn, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const dataOnly = (name: string) => path.basename(name) !== 'state'

/** What a person copied away, and later puts back. What is remembered of the ledger is not in the data folder of a real app. */
async function backUp({ folder }: BulkDeskUnderTest): Promise<() => void> {
  const copy = await temporaryFolder()
  cpSync(folder, copy, { recursive: true, filter: dataOnly })
  return () => {
    for (const name of readdirSync(folder).filter(dataOnly)) rmSync(path.join(folder, name), { recursive: true })
    cpSync(copy, folder, { recursive: true })
  }
}

async function restart(desk: BulkDeskUnderTest): Promise<BulkDeskUnderTest> {
  const next = await bulkDesk({ from: desk })
  await next.desk.start()
  return next
}

test('what a backup says is waiting is not sent again, until a person says so', async () => {
  const first = await bulkDesk()
  const ids = [(await first.fileNote(1)).id, (await first.fileNote(2)).id]
  await first.close()
  const putBack = await backUp(first)
  const second = await restart(first)
  await second.until('both are sent', () => second.vendor.tries.length === 2)
  second.vendor.letGo()
  await second.close()

  putBack()
  const third = await restart(second)
  await third.clock.pass(3_600_000)
  expect(third.vendor.tries).toEqual([])
  const { asking, askingReason } = await third.handlers.outbox.counts(undefined)
  expect([asking, askingReason]).toEqual([2, { id: 'ledger.doubt.older-copy' }])
  const { items } = await third.handlers.outbox.list({ cursor: null, limit: 10 })
  expect(items[0]).toMatchObject({ reason: { id: 'ledger.doubt.older-copy' }, notBefore: null })
  // One by one, or all of them.
  await third.handlers.outbox.cancel({ id: ids[0]! })
  await third.handlers.outbox.answerAsking({ send: true })
  await third.until('it is sent', () => third.vendor.tries.length === 1)
  expect(third.vendor.tried()).toEqual(['create 2'])
})

test('the rows of a run that a backup has ask as well', async () => {
  const first = await bulkDesk()
  await first.desk.start()
  first.vendor.answer = () => null
  const id = await first.started(notesOn(4))
  await first.until('one is under way', () => first.vendor.waiting.length === 1)
  await first.bulk.pause({ runId: id })
  first.vendor.letGo()
  await first.reaches(id, 'paused')
  await first.close()
  const putBack = await backUp(first)
  const second = await restart(first)
  await second.close()

  putBack()
  const third = await restart(second)
  await third.clock.pass(3_600_000)
  expect(third.vendor.tries).toEqual([])
  expect(await third.get(id)).toMatchObject({ state: 'paused', pauseReason: { id: 'ledger.doubt.older-copy' } })
})

test.each([
  ['was checked, and started after it', 'first'],
  ['was stopped, and whose rest was sent after it', 'further'],
] as const)('a run that %s is not started again by a backup, until a person says that it was not sent', async (_which, round) => {
  const first = await bulkDesk()
  await first.desk.start()
  const { id } = await first.checked(notesOn(3))
  if (round === 'further') {
    first.vendor.answer = () => null
    await first.bulk.start({ runId: id, total: 3 })
    await first.until('one is under way', () => first.vendor.waiting.length === 1)
    await first.bulk.stop({ runId: id })
    first.vendor.letGo()
    await first.reaches(id, 'stopped')
  }
  await first.close()
  const putBack = await backUp(first)
  const again = async (desk: BulkDeskUnderTest) => {
    if (round === 'further') await desk.bulk.retry({ runId: id, which: ['not-sent'] })
    return (await desk.bulk.confirmation({ runId: id })).total
  }
  const second = await restart(first)
  await second.bulk.start({ runId: id, total: await again(second) })
  await second.reaches(id, 'done')
  const sent = second.vendor.tries.length
  expect(sent).toBeGreaterThan(1)
  await second.close()

  putBack()
  const third = await restart(second)
  const total = await again(third)
  await third.bulk.check({ runId: id })
  const doubted = { state: 'checked', pauseReason: null, inDoubt: { id: 'ledger.doubt.older-copy' } }
  expect(await third.get(id)).toMatchObject(doubted)
  await expect(third.bulk.start({ runId: id, total })).rejects.toMatchObject({
    failure: { message: { id: 'bulk.start.doubted' } },
  })
  await third.clock.pass(3_600_000)
  expect(third.vendor.tries).toEqual([])
  expect(await third.get(id)).toMatchObject(doubted)
  // It was looked up, and none of it had arrived.
  await third.bulk.start({ runId: id, total, notSentBefore: true })
  await third.reaches(id, 'done')
  expect(third.vendor.tries).toHaveLength(sent)
  expect(await third.get(id)).toMatchObject({ inDoubt: null })
})

test('an emptied ledger is told, and every attached file stays', async () => {
  const first = await bulkDesk()
  await first.fileNote(1)
  await first.close()
  const vault = path.join(first.folder, 'attachments')
  mkdirSync(vault, { recursive: true })
  writeFileSync(path.join(vault, 'a.sealed'), 'a customer’s file')
  truncateSync(path.join(first.folder, 'ledger.sqlite'))
  await expect(bulkDesk({ from: first })).rejects.toThrow(LedgerMissing)
  expect(readdirSync(vault)).toEqual(['a.sealed'])
})
