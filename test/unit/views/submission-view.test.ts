import { expect, test } from 'vitest'
import { detailOf } from '#main/views/submission-view.ts'
import { testDesk, type TestDesk } from '#test/support/desk.ts'

const attemptOf = ({ queries, clock }: TestDesk, id: string) =>
  detailOf(queries.get(id)!, null, queries, clock.now()).attempts.at(-1)

test('a try whose end was never written down does not say how far it came', async () => {
  const desk = testDesk()
  desk.outbox.start()
  desk.whenAsked(() => new Promise(() => undefined))
  const { id } = desk.file(desk.draftDispute())
  await desk.clock.pass(10_000)
  expect(attemptOf(desk, id)).toMatchObject({ progress: null, stateAfter: null })
  const afterCrash = testDesk({ file: desk.ledgerFile, clock: desk.clock })
  afterCrash.recover()
  expect(attemptOf(afterCrash, id)).toMatchObject({ progress: null, stateAfter: 'unknown' })
  afterCrash.close()
  desk.close()
})

test('a try that ended does', async () => {
  const desk = testDesk()
  desk.outbox.start()
  const { id } = desk.file(desk.draftDispute())
  await desk.clock.pass(10_000)
  expect(attemptOf(desk, id)).toMatchObject({ progress: 'answered', stateAfter: 'sent' })
  await desk.outbox.stop()
  desk.close()
})
