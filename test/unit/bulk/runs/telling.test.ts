import { describe, expect, test } from 'vitest'
import { bulkDesk, notesOn, noteTable } from '#test/support/bulk-desk.ts'
import { answers } from '#test/support/played-vendor.ts'

describe('what the person is told', () => {
  test('is how far it is, on screen and in the taskbar, and the end of it', async () => {
    const desk = await bulkDesk()
    desk.vendor.answer = (payload) =>
      payload.kind === 'note' && payload.target.saleID === '2' ? answers.refuses() : answers.accepts()
    const id = await desk.started(notesOn(4))
    await desk.reaches(id, 'done')
    const told = desk.told.progress.filter(({ runId }) => runId === id)
    expect(told.at(-1)).toMatchObject({ state: 'done', progress: { total: 4, sent: 3, rejected: 1, left: 0, rate: null } })
    expect(desk.told.taskbar.at(-1)).toBeNull()
    expect(desk.told.taskbar).toContain(0)
    expect(desk.told.notified).toMatchObject([{ id, state: 'done', progress: { sent: 3, rejected: 1 } }])
    expect(await desk.get(id)).toMatchObject({ endedAt: '2026-11-22T09:00:00.000Z', canUndo: true, canRetry: ['rejected'] })
  })

  test('comes four times a second at most, with the rate and the time that is left', async () => {
    const desk = await bulkDesk()
    desk.vendor.holdBack()
    const { id } = await desk.checked(notesOn(100))
    await desk.bulk.setConnections({ runId: id, connections: 1 })
    await desk.start(id)
    await desk.until('row one is under way', () => desk.vendor.waiting.length === 1)
    const before = desk.told.progress.length
    for (let second = 0; second < 5; second += 1) {
      for (let part = 0; part < 10; part += 1) {
        desk.vendor.letGo()
        await desk.clock.pass(100)
      }
    }
    expect(desk.told.progress.length - before).toBeLessThanOrEqual(21)
    const { rate, secondsLeft, left } = await desk.progress(id)
    expect(rate).toBeGreaterThan(9)
    expect(rate).toBeLessThan(11)
    expect(secondsLeft).toBe(Math.ceil(left / (rate ?? 1)))
    desk.vendor.answer = () => answers.accepts()
    desk.vendor.letGo()
    await desk.reaches(id, 'done')
  })

  test('in the taskbar is of all runs that are being sent', async () => {
    const desk = await bulkDesk()
    desk.vendor.holdBack()
    const first = await desk.started(notesOn(3))
    const second = await desk.started(noteTable(101))
    desk.vendor.waiting[1]?.answer(answers.accepts())
    await desk.reaches(second, 'done')
    expect(desk.told.taskbar.at(-1)).toBe(0)
    await desk.bulk.stop({ runId: first })
    expect(desk.told.taskbar.at(-1)).toBeNull()
    desk.vendor.letGo()
  })
})
