import { addAccount, digiwalletAt, practising } from '#test/support/accounts.ts'
import { cellOf, checkTable, expectStep, figure, openTable, runState, sendTable, writeTable } from '#test/support/bulk-clerk.ts'
import { goTo, settleIn } from '#test/support/clerk.ts'
import { ended } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { closeWindow, questionsAsked, willAnswer } from '#test/support/native.ts'
import { playDigiwallet } from '#test/support/played-digiwallet.ts'

test('what stands in a cell outlives a close, and leaving in the middle of a run finishes what is under way and keeps the rest', async ({
  start,
  userData,
}) => {
  const vendor = await playDigiwallet()
  const first = await start()
  await settleIn(first.page)
  await addAccount(first.app, first.page, practising(digiwalletAt(vendor.url)))
  const sales = ['7000x', '70000002', '70000003', '70000004', '70000005', '70000006']
  const table = await writeTable(userData, 'weggaan.csv', [
    ['Transactienummer', 'Betaalmethode', 'Factuurnummer'],
    ...sales.map((sale, index) => [sale, 'IDE', `2026-${index}`]),
  ])
  await openTable(first.app, first.page, table)
  await checkTable(first.page)
  await cellOf(first.page, 2, 'saleID').dblclick()
  await expect(first.page.getByRole('textbox', { name: 'Transactienummer van rij 2' })).toBeFocused()
  await first.page.keyboard.type('70000001')
  await closeWindow(first.app)
  await ended(first.app)

  const second = await start()
  await goTo(second.page, 'Bulk')
  await second.page.getByRole('main').getByRole('button', { name: 'weggaan.csv' }).click()
  await expectStep(second.page, 'Controle')
  await expect(cellOf(second.page, 2, 'saleID')).toHaveText('70000001. In het bestand: “7000x”.')
  await expect(second.page.getByRole('tab')).toHaveText(['Alle 6', '6 goed'])
  vendor.answer(1)
  await sendTable(second.page)
  await expect.poll(() => vendor.arrived).toHaveLength(5)
  await willAnswer(second.app, 0)
  await closeWindow(second.app)
  await expect
    .poll(() => questionsAsked(second.app))
    .toEqual([
      expect.stringContaining(
        'Als je afsluit, pauzeert de bulkverzending: wat onderweg is, wordt afgemaakt en de rest blijft bewaard.',
      ),
    ])
  vendor.answerAll()
  await ended(second.app)

  const { page } = await start()
  await goTo(page, 'Bulk')
  await page.getByRole('main').getByRole('button', { name: 'weggaan.csv' }).click()
  await expect(runState(page)).toHaveText('Gepauzeerd')
  await expect(figure(page, 'Verzonden')).toHaveText('5')
  await expect(figure(page, 'Te gaan')).toHaveText('1')
  expect(vendor.arrived).toHaveLength(5)
  await vendor.close()
})
