import { describe, expect, test } from 'vitest'
import { afterCrash, bulkDesk, notesOn, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { answers, nameOf } from '#test/support/played-vendor.ts'

const found = async (desk: BulkDeskUnderTest, search: string) => {
  const { items } = await desk.handlers.history.list({ search, kinds: [], states: [], cursor: null, limit: 50 })
  return items.map(({ subject }) => subject)
}

describe('rows of a run', () => {
  test('are found by their content and number once the run is over', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = (payload) => answers.accepts(`77${payload.kind === 'note' ? payload.target.saleID : ''}`)
    const id = await desk.started(notesOn(120))
    await desk.reaches(id, 'done')
    await desk.clock.pass(1_000)
    expect(await found(desk, 'Factuur 120')).toEqual(['120'])
    expect(await found(desk, '77119')).toEqual(['119'])
  })

  test('are found by a number that came later, from the vendor or from a person', async () => {
    const desk = await bulkDesk()
    await desk.desk.start()
    desk.vendor.answerAfterRowOne((payload) =>
      ['create 2', 'create 4'].includes(nameOf(payload)) ? answers.isSilent() : answers.accepts(),
    )
    const id = await desk.started(notesOn(5))
    await desk.reaches(id, 'done')
    await desk.clock.pass(1_000)
    desk.vendor.answer = () => answers.accepts('888222')
    const idOf = async (row: number) => (await desk.row(id, row)).outcome?.submissionId ?? ''
    await desk.handlers.outbox.decide({ id: await idOf(3), decision: 'send-again' })
    await desk.until('it is sent', async () => (await desk.progress(id)).sent === 4)
    await desk.handlers.outbox.decide({ id: await idOf(5), decision: 'arrived', vendorNumber: '999333' })
    await desk.clock.pass(1_000)
    expect([await found(desk, '888222'), await found(desk, '999333')]).toEqual([['2'], ['4']])
  })

  test('are found after a crash that broke off the indexing', async () => {
    const desk = await bulkDesk()
    const id = await desk.started(notesOn(300))
    await desk.reaches(id, 'done')
    const later = await afterCrash(desk)
    await later.clock.pass(1_000)
    expect(await found(later, 'Factuur 300')).toEqual(['300'])
    expect(await found(later, 'Factuur 12')).toHaveLength(11)
  })
})
