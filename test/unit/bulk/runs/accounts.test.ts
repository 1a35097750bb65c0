import { describe, expect, test } from 'vitest'
import type { AccountSettings } from '#shared/vendors/index.ts'
import { bulkDesk, noteRow, notesOn, noteTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { settled } from '#test/support/fake-clock.ts'
import { answers } from '#test/support/played-vendor.ts'

const settingsOf = async (desk: BulkDeskUnderTest): Promise<{ id: string; settings: AccountSettings }> => {
  const id = await desk.account('notes')
  const account = (await desk.handlers.accounts.list(undefined)).find((one) => one.id === id)
  if (!account) throw new Error('no account')
  return account
}

describe('an account', () => {
  test('that was removed after the check sends nothing', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(notesOn(3))
    await desk.handlers.accounts.remove({ accountId: await desk.account('notes') })
    await expect(desk.bulk.start({ runId: id, total: 3 })).rejects.toThrow('bulk.accountGone')
    expect((await desk.get(id)).state).toBe('checked')
    expect(desk.vendor.tries).toEqual([])
  })

  test('cannot be removed while rows wait', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = () => answers.refuses()
    const id = await desk.started(notesOn(3))
    await desk.reaches(id, 'paused')
    const { id: accountId } = await settingsOf(desk)
    await expect(desk.handlers.accounts.remove({ accountId })).rejects.toThrow('account.unfinishedItems')
  })

  test('that points elsewhere since the check sends nothing, there nor here', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(notesOn(3))
    const { id: accountId, settings } = await settingsOf(desk)
    await desk.handlers.accounts.save({ accountId, settings: { ...settings, url: 'https://other.digiwallet.nl' } })
    await desk.handlers.accounts.setSecret({ accountId, secret: 'key-of-elsewhere' })
    expect(() => desk.bulk.confirmation({ runId: id })).toThrow('bulk.accountMoved')
    await expect(desk.bulk.start({ runId: id, total: 3 })).rejects.toThrow('bulk.accountMoved')
    expect(desk.vendor.tries).toEqual([])
    await desk.handlers.accounts.save({ accountId, settings })
    await desk.handlers.accounts.setSecret({ accountId, secret: 'key-of-before' })
    await desk.start(id)
    await desk.reaches(id, 'done')
  })

  test.for(['paused', 'sending'] as const)('that points elsewhere while the run is %s sends no row there', async (state) => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => null)
    const id = await desk.started(notesOn(9))
    await desk.until('four are under way', () => desk.vendor.waiting.length === 4)
    if (state === 'paused') await desk.bulk.pause({ runId: id })
    const { id: accountId, settings } = await settingsOf(desk)
    await desk.handlers.accounts.save({ accountId, settings: { ...settings, url: 'https://other.digiwallet.nl' } })
    await desk.handlers.accounts.setSecret({ accountId, secret: 'key-of-elsewhere' })
    await settled()
    desk.vendor.letGo()
    await desk.reaches(id, 'paused')
    const reasons = { paused: 'bulk.paused.byPerson', sending: 'bulk.accountMoved' }
    expect((await desk.get(id)).pauseReason).toEqual({ id: reasons[state] })
    await expect(desk.bulk.resume({ runId: id })).rejects.toThrow('bulk.accountMoved')
    await desk.clock.pass(60_000)
    expect(new Set(desk.vendor.tries.map(({ destination }) => destination.url))).toEqual(new Set(['https://api.digiwallet.nl']))
    expect(await desk.progress(id)).toMatchObject({ sent: 5, left: 4 })
    await desk.bulk.stop({ runId: id })
    await desk.until('the rest is marked', async () => (await desk.progress(id)).notSent === 4)
  })

  test('that gets another key while rows are sent sends the next ones with it', async () => {
    const desk = await bulkDesk()
    desk.vendor.answerAfterRowOne(() => null)
    const id = await desk.started(notesOn(9))
    await desk.until('four are under way', () => desk.vendor.waiting.length === 4)
    await desk.handlers.accounts.setSecret({ accountId: await desk.account('notes'), secret: 'key-of-today' })
    await settled()
    desk.vendor.answer = () => answers.accepts()
    desk.vendor.letGo()
    await desk.reaches(id, 'done')
    expect(desk.vendor.tries.map(({ secret }) => secret)).toEqual([
      ...Array.from({ length: 5 }, () => 'key-of-notes-1'),
      ...Array.from({ length: 4 }, () => 'key-of-today'),
    ])
  })

  test('whose key is gone pauses the run before anything leaves', async () => {
    const desk = await bulkDesk()
    const { id } = await desk.checked(noteTable(1, noteRow(2)))
    await desk.handlers.accounts.removeSecret({ accountId: await desk.account('notes') })
    await desk.start(id)
    await desk.reaches(id, 'paused')
    expect(await desk.get(id)).toMatchObject({ pauseReason: { id: 'outbox.keyMissing' }, progress: { left: 2 } })
    expect(desk.vendor.tries).toEqual([])
    expect(desk.told.notified).toMatchObject([{ id, state: 'paused' }])
    await desk.handlers.accounts.setSecret({ accountId: await desk.account('notes'), secret: 'key-is-back' })
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
  })
})
