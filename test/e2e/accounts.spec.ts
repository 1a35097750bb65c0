import type { Account } from '#shared/domain/account.ts'
import type { Page } from '@playwright/test'
import { createPracticeServer } from '#test/support/practice-server.ts'
import { addAccount, digiwalletAt, practising } from '#test/support/accounts.ts'
import { call, detail, expectState, goTo, newNote, openItem, settleIn, submit } from '#test/support/clerk.ts'
import { closeApp } from '#test/support/app-process.ts'
import { expect } from '#test/support/electron-app.ts'
import { questionsAsked, willAnswer } from '#test/support/native.ts'
import { keysOf, takesKey, test } from '#test/support/own-vendor.ts'

const rightKey = 'geheime-sleutel-van-de-winkel-9876'
const wrongKey = 'verlopen-sleutel-van-de-winkel-1234'

/** Types a key at the account that is open. */
async function giveKey(page: Page, key: string): Promise<void> {
  await page.getByLabel('API-sleutel').fill(key)
  await page.getByRole('button', { name: 'Sleutel opslaan' }).click()
  await expect(page.getByLabel('API-sleutel')).toHaveCount(0)
}

test('a foreign address is confirmed outside the page, and a refused key holds the item until it is mended', async ({
  app,
  page,
  startVendor,
  start,
}) => {
  const vendor = await startVendor(takesKey(() => rightKey))
  await settleIn(page)
  await goTo(page, 'Instellingen')
  await page.getByRole('button', { name: 'Account toevoegen' }).first().click()
  await page.getByRole('menuitem', { name: 'DigiWallet-account' }).click()
  await page.getByLabel('Naam', { exact: true }).fill('Eigen winkel')
  await page.getByLabel('Adres van de API').fill(vendor.origin)
  const save = page.getByRole('main').getByRole('button', { name: 'Account toevoegen' }).last()

  await willAnswer(app, 1)
  await save.click()
  await expect(page.getByText('Niets gewijzigd, omdat je dit adres niet wilt gebruiken.')).toBeVisible()
  const [question] = await questionsAsked(app)
  expect(question).toContain(`De sleutel van “Eigen winkel” gaat naar localhost:${vendor.port}. Klopt dat adres?`)
  expect(question).toContain('Dit adres is niet van DigiWallet.')
  const own = (await call<Account[]>(page, 'accounts.list')).filter(({ settings }) => settings.name === 'Eigen winkel')
  expect(own).toEqual([])

  await willAnswer(app, 0)
  await save.click()
  await expect(page.getByRole('heading', { name: 'Eigen winkel' })).toBeVisible()
  await expect(page.getByText(/Deze computer heeft geen sleutelbos\. Vul de sleutel in/)).toBeVisible()
  await giveKey(page, wrongKey)
  await expect(page.getByText(/De sleutel blijft alleen in het geheugen.*Eindigt op 1234\./)).toBeVisible()

  await page.getByRole('button', { name: /^DigiWallet-account/ }).click()
  await page.getByRole('menuitem', { name: 'Eigen winkel' }).click()
  await newNote(page, { sale: '12345678', text: 'Met de verkeerde sleutel' })
  await page.getByRole('radiogroup', { name: 'Administratie' }).getByText('Echt').click()
  await submit(page)
  await expectState(page, 'Wacht op sleutel')
  await page.getByRole('button', { name: 'Beslissen in Postvak UIT' }).click()
  await expect(detail(page)).toContainText('Vastgehouden: de sleutel werkt niet')
  await page.getByRole('button', { name: 'Sleutel bekijken' }).click()

  await expect(detail(page)).toContainText('1 item wacht op de sleutel')
  await page.getByRole('button', { name: 'Sleutel vervangen' }).click()
  await giveKey(page, rightKey)
  await expect(page.getByText(/Eindigt op 9876\./)).toBeVisible()
  expect(keysOf(vendor.requests)).toEqual([wrongKey])
  await page.getByRole('button', { name: 'Vrijgeven' }).click()
  await goTo(page, 'Notities')
  await openItem(page, '12345678')
  await expectState(page, 'Verzonden')
  expect(keysOf(vendor.requests)).toEqual([wrongKey, rightKey])

  // With no keychain the key lives for this session only.
  await closeApp(app)
  const again = await start()
  await settleIn(again.page)
  await goTo(again.page, 'Instellingen')
  await again.page.getByRole('main').getByRole('button', { name: 'Eigen winkel' }).click()
  await expect(again.page.getByText(/Deze computer heeft geen sleutelbos\. Vul de sleutel in/)).toBeVisible()
})

test('a server that is down is waited for in sight, and the item goes by itself once it is back', async ({ app, page }) => {
  const before = await createPracticeServer()
  const port = Number(new URL(before.origin).port)
  await before.close()
  await settleIn(page)
  await addAccount(app, page, practising(digiwalletAt(before.digiwalletUrl)))
  await newNote(page, { sale: '12345678', text: 'Wacht op de server' })
  await submit(page)
  await expectState(page, 'In wachtrij')
  await expect(detail(page)).toContainText('Niet verzonden: de server van DigiWallet weigert de verbinding.')
  await expect(detail(page)).toContainText(/Volgende poging over \d+ s/)
  await expect(
    page.getByRole('navigation').getByRole('button', { name: /^Postvak UIT 1 item, oudste wacht sinds/ }),
  ).toBeVisible()

  const server = await createPracticeServer({ port })
  await expectState(page, 'Verzonden')
  expect(server.state.notes).toHaveLength(1)
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Postvak UIT', exact: true })).toBeVisible()
  await server.close()
})

test('a certificate that nobody vouches for sends nothing and asks', async ({ app, page, startVendor }) => {
  const vendor = await startVendor(takesKey(() => rightKey))
  await settleIn(page)
  // The certificate is for the name, not for the number.
  await addAccount(app, page, digiwalletAt(vendor.origin.replace('localhost', '127.0.0.1')), rightKey)
  await newNote(page, { sale: '12345678', text: 'Niet verzenden' })
  await submit(page)
  await expectState(page, 'Wacht op jou')
  await expect(detail(page)).toContainText('Balie vertrouwt het certificaat van DigiWallet niet.')
  expect(vendor.requests).toHaveLength(0)
})
