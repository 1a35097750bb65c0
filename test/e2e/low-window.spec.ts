import { kindOfVendor } from '#shared/domain/kinds.ts'
import { sharedVendorOf, type Draft } from '#shared/vendors/index.ts'
import type { Account } from '#shared/domain/account.ts'
import { call, expectState, goTo, newDispute, settleIn, submit } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'

/** Windows of people with a small or scaled screen, and the text size they read at. */
const windows = [
  { width: 800, height: 560, textSize: 175 },
  { width: 800, height: 560, textSize: 200 },
  { width: 1366, height: 620, textSize: 200 },
] as const

/** The least a list is of use with. */
const rows = 3

test('every list has room for its rows in a low window with large text, and the page brings them into view', async ({ page }) => {
  await settleIn(page)
  await newDispute(page, { invoice: 'F-verzonden' })
  await submit(page)
  await expectState(page, 'Verzonden')
  await newDispute(page, { invoice: 'DEMO-RESET' })
  await submit(page)
  await expectState(page, 'Uitkomst onbekend')
  const accounts = await call<Account[]>(page, 'accounts.list')
  for (const { id, settings } of accounts) {
    for (let count = 0; count < 8; count += 1) {
      // With something in it: one in which nothing stands is gone once it is left.
      const kind = kindOfVendor(settings.kind)
      const fields = { [sharedVendorOf(kind).templates.field]: `Concept ${count}` }
      await call<Draft>(page, 'drafts.create', { kind, accountId: id, fields })
    }
  }
  for (const { width, height, textSize } of windows) {
    const where = `${width}×${height} at ${textSize} %`
    await page.setViewportSize({ width, height })
    await call(page, 'preferences.set', { textSize })
    await expect.poll(() => page.evaluate(() => document.documentElement.style.fontSize)).toBe(`${textSize}%`)
    for (const screen of ['Geschillen', 'Notities', 'Betalingsnotities', 'Postvak UIT', 'Geschiedenis'] as const) {
      await goTo(page, screen)
      if (screen === 'Notities') await page.getByRole('tab', { name: 'Concepten' }).click()
      const list = page.getByRole('main').getByRole('listbox')
      const row = list.getByRole('option').first()
      await expect(row, `${screen}, ${where}`).toBeAttached()
      const [room, rowHeight] = await Promise.all([list, row].map((part) => part.evaluate((node) => node.clientHeight)))
      expect(room, `${screen}, ${where}`).toBeGreaterThanOrEqual(rows * (rowHeight ?? Infinity))
      await list.scrollIntoViewIfNeeded()
      await row.click()
      // What was chosen covers the list in a narrow window; in both cases the way back is on the page.
      await expect(page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${screen}`) })).toBeVisible()
    }
  }
})
