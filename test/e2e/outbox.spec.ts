import path from 'node:path'
import type { Page } from '@playwright/test'
import { joinLedger } from '#main/storage/ledger.ts'
import { submissionRecords } from '#main/storage/submission-records.ts'
import { insertStorm } from '#test/support/storm.ts'
import { createPracticeServer } from '#test/support/practice-server.ts'
import { addAccount, billinkAt, digiwalletAt, practising } from '#test/support/accounts.ts'
import {
  call,
  detail,
  expectState,
  goTo,
  newDispute,
  openItem,
  pickFile,
  settleIn,
  submit,
  writePdf,
} from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'

/**
 * Opens each draft of the list, reviews it and clicks Submit twice within one task of the page: no person is as quick, and
 * no button is disabled in time.
 */
const doubleClickAll = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    const named = (name: string | RegExp, selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) =>
        typeof name === 'string' ? textContent?.trim() === name : name.test(textContent ?? ''),
      )
    const until = async <T>(look: () => T | null | undefined): Promise<T> => {
      for (;;) {
        const found = look()
        if (found) return found
        await new Promise(requestAnimationFrame)
      }
    }
    for (let left = wanted; left > 0; left -= 1) {
      const tab = await until(() => named(`Concepten ${left}`, '[role=tab]'))
      tab.click()
      const row = await until(() => document.querySelector<HTMLElement>('[role=listbox][aria-label=Concepten] [role=option]'))
      const sale = /^\d+/.exec(row.textContent ?? '')?.[0] ?? ''
      row.click()
      await until(() => document.querySelector(`form[aria-label$=" ${sale}"]`))
      // Its key stands in it as well.
      named(/^Controleren en indienen/, 'button')?.click()
      const last = await until(() => named('Indienen', '[role=dialog] button'))
      last.click()
      last.click()
      await until(() => document.querySelector('form') === null)
    }
  }, count)

test('a held item counts at the outbox, and Cancel gives the draft back with its file', async ({ app, page, userData }) => {
  const server = await createPracticeServer()
  await settleIn(page, { holdSeconds: 30 })
  await addAccount(app, page, practising(billinkAt(server.disputeUrl)))
  const outbox = page.getByRole('navigation').getByRole('button', { name: /^Postvak UIT/ })
  await expect(outbox).toHaveAccessibleName('Postvak UIT')

  await newDispute(page, { invoice: 'F-terug', message: 'Toch niet' })
  await pickFile(app, page, await writePdf(userData))
  await expect(page.getByRole('form').getByText('bon.pdf')).toBeVisible()
  await submit(page)
  await expectState(page, 'In wachtrij')
  await expect(outbox).toHaveAccessibleName(/^Postvak UIT 1 item, oudste wacht sinds/)
  await expect(detail(page)).toContainText('Je krijgt dan het concept terug, met het bestand.')

  await goTo(page, 'Postvak UIT')
  await openItem(page, 'F-terug')
  await page.getByRole('button', { name: 'Terugnemen' }).click()
  await expect(page.getByRole('textbox', { name: 'Bericht' })).toHaveValue('Toch niet')
  await expect(page.getByRole('form').getByText('bon.pdf')).toBeVisible()
  await expect(outbox).toHaveAccessibleName('Postvak UIT')
  expect(server.state.disputes).toHaveLength(0)

  await page.getByRole('textbox', { name: 'Factuurnummer' }).fill('DEMO-400')
  await submit(page)
  await page.getByRole('button', { name: 'Nu verzenden' }).click()
  await expectState(page, 'Geweigerd')
  await expect(outbox).toHaveAccessibleName('Postvak UIT 1 item, 1 vraagt aandacht')
  await goTo(page, 'Postvak UIT')
  await openItem(page, 'DEMO-400')
  await page.getByRole('button', { name: 'Uit Postvak UIT halen' }).click()
  await expect(page.getByText('Alles is klaar')).toBeVisible()
  await expect(outbox).toHaveAccessibleName('Postvak UIT')
  await server.close()
})

test('all of what waits is there, read as one goes down the list', async ({ app, page, userData }) => {
  const count = 450
  await settleIn(page)
  const account = practising(billinkAt('https://127.0.0.1:9/dispute'))
  const accountId = await addAccount(app, page, account)
  const ledger = joinLedger(path.join(userData, 'ledger.sqlite'), null, 'FULL')
  insertStorm({ ledger, records: submissionRecords(ledger), now: Date.now() }, count, {
    accountId,
    boundOrigin: 'https://127.0.0.1:9',
    environment: 'practice',
    state: 'unknown',
  })
  ledger.close()
  await page.reload()
  await goTo(page, 'Postvak UIT')
  await expect(page.getByText(`${count} items`, { exact: true })).toBeVisible()
  const list = page.getByRole('listbox', { name: 'Wat nog niet klaar is' })
  await expect(list.getByRole('option').first()).toContainText('storm-0')
  expect(await list.getByRole('option').count()).toBeLessThan(60)
  await list.focus()
  await expect
    .poll(async () => {
      await page.keyboard.press('End')
      return list.locator('[aria-selected=true]').getAttribute('aria-posinset')
    })
    .toBe(String(count))
  await expect(list.locator('[aria-selected=true]')).toContainText(`storm-${count - 1}`)
  await expect(detail(page)).toContainText(`storm-${count - 1}`)

  // Several are decided on together; what stands before them is open in their place, with the focus in the list.
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(page.getByText('3 gekozen')).toBeVisible()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Beslis over 3' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: '3 items met onbekende uitkomst' })
  for (const item of [1, 2, 3]) await expect(dialog).toContainText(`storm-${count - item}`)
  await dialog.getByText('Ja, ze zijn aangekomen').click()
  await dialog.getByRole('button', { name: 'Verder' }).click()
  const sure = page.getByRole('alertdialog', { name: '3 items als aangekomen markeren?' })
  await sure.getByRole('button', { name: 'Ja, ze zijn aangekomen' }).click()
  await expect(page.getByText(`${count - 3} items`, { exact: true })).toBeVisible()
  await expect(sure).toHaveCount(0)
  await expect(page.getByText('3 gekozen')).toHaveCount(0)
  await expect(list).toBeFocused()
  await expect(list.locator('[aria-selected=true]')).toContainText('storm-')
})

test('forty double clicks on Submit send forty notes once', async ({ app, page }) => {
  const count = 40
  const batch = 10
  const server = await createPracticeServer()
  await settleIn(page)
  const accountId = await addAccount(app, page, practising(digiwalletAt(server.digiwalletUrl)))
  const note = { outletID: '12345', paymentMethodCode: 'IDE', test: true }
  await goTo(page, 'Notities')
  // A few at a time, as a clerk's list is: with all drafts at once most of the time would go to showing them.
  for (let first = 1; first <= count; first += batch) {
    const sales = Array.from({ length: batch }, (_, index) => first + index)
    await Promise.all(
      sales.map((sale) =>
        call(page, 'drafts.create', {
          kind: 'note',
          accountId,
          fields: { ...note, saleID: `5000${sale}`, text: `Notitie ${sale}` },
        }),
      ),
    )
    await doubleClickAll(page, batch)
  }

  await expect.poll(() => server.state.notes.length).toBeGreaterThanOrEqual(count)
  const { total } = await call<{ total: number }>(page, 'history.list', {
    search: '',
    kinds: [],
    states: ['sent'],
    limit: 1,
    cursor: null,
  })
  expect(total).toBe(count)
  expect(new Set(server.state.notes.map(({ saleID }) => saleID)).size).toBe(count)
  expect(server.state.notes).toHaveLength(count)
  await server.close()
})
