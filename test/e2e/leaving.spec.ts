import { addAccount, billinkAt } from '#test/support/accounts.ts'
import {
  detail,
  expectState,
  goTo,
  newDispute,
  newNote,
  openItem,
  pickFile,
  settleIn,
  submit,
  writePdf,
} from '#test/support/clerk.ts'
import { ended, killApp } from '#test/support/app-process.ts'
import { expect } from '#test/support/electron-app.ts'
import { rawAnswer } from '#test/support/hostile-server.ts'
import { closeWindow, questionsAsked, willAnswer } from '#test/support/native.ts'
import { test } from '#test/support/own-vendor.ts'

test('leaving with an unsent item asks, and each answer does what it says', async ({ start }) => {
  const first = await start()
  await settleIn(first.page, { holdSeconds: 60 })
  await newNote(first.page, { sale: '12345678', text: 'Nog niet weg' })
  await submit(first.page)
  await expectState(first.page, 'In wachtrij')

  await willAnswer(first.app, 2)
  await closeWindow(first.app)
  await expect.poll(() => questionsAsked(first.app)).toHaveLength(1)
  const [question] = await questionsAsked(first.app)
  expect(question?.split('\n')).toEqual([
    '1 item is nog niet verzonden.',
    'Verzend ze nu, of bewaar ze. Bewaarde items gaan verder als je Balie weer opent.',
    'Nu verzenden',
    'Bewaren',
    'Annuleren',
  ])
  await expectState(first.page, 'In wachtrij')

  await willAnswer(first.app, 1)
  await closeWindow(first.app)
  await ended(first.app)

  const second = await start()
  await goTo(second.page, 'Postvak UIT')
  await openItem(second.page, '12345678')
  await expectState(second.page, 'In wachtrij')
  await willAnswer(second.app, 0)
  await closeWindow(second.app)
  await ended(second.app)

  const third = await start()
  await goTo(third.page, 'Geschiedenis')
  await openItem(third.page, '12345678')
  await expectState(third.page, 'Verzonden')
  await expect(detail(third.page).getByRole('heading', { name: 'Poging 1' })).toBeVisible()
  await expect(detail(third.page).getByRole('heading', { name: 'Poging 2' })).toHaveCount(0)
})

test('an upload under way finishes before the app is gone', async ({ start, startVendor, userData }) => {
  const vendor = await startVendor({})
  const first = await start()
  await settleIn(first.page)
  await addAccount(first.app, first.page, billinkAt(`${vendor.origin}/geschil`), 'billink-id-van-de-winkel')
  await newDispute(first.page, { invoice: 'F-onderweg' })
  await pickFile(first.app, first.page, await writePdf(userData))
  await expect(first.page.getByRole('form').getByText('bon.pdf')).toBeVisible()
  await submit(first.page)
  await expectState(first.page, 'Bezig')
  await expect.poll(() => vendor.requests.filter(({ complete }) => complete)).toHaveLength(1)

  await willAnswer(first.app, 1)
  await closeWindow(first.app)
  await expect.poll(async () => (await questionsAsked(first.app)).at(-1)).toContain('1 item is nog niet verzonden.')
  vendor.connections[0]?.write(rawAnswer(200, '{"id":815}'))
  await ended(first.app)

  const second = await start()
  await openItem(second.page, 'F-onderweg')
  await expectState(second.page, 'Verzonden')
  await expect(detail(second.page)).toContainText('815')
  expect(vendor.requests).toHaveLength(1)
})

test('an app that is killed while it sends says afterwards that the outcome is unknown, and does not send again', async ({
  start,
  startVendor,
}) => {
  const vendor = await startVendor({})
  const first = await start()
  await settleIn(first.page)
  await addAccount(first.app, first.page, billinkAt(`${vendor.origin}/geschil`), 'billink-id-van-de-winkel')
  await newDispute(first.page, { invoice: 'F-gedood' })
  await submit(first.page)
  await expect.poll(() => vendor.requests.filter(({ complete }) => complete)).toHaveLength(1)
  // A killed process resets its connection; `once` of node:events would take that error for a failure.
  const gone = new Promise((resolve) => vendor.connections[0]!.once('close', resolve))
  await killApp(first.app)
  await gone

  const second = await start()
  await goTo(second.page, 'Postvak UIT')
  await openItem(second.page, 'F-gedood')
  await expectState(second.page, 'Uitkomst onbekend')
  await expect(detail(second.page)).toContainText('Balie stopte terwijl dit item onderweg was. Het kan zijn aangekomen.')
  expect(vendor.requests).toHaveLength(1)
})
