import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { addAccount, digiwalletAt } from '#test/support/accounts.ts'
import { detail, expectState, goTo, newNote, settleIn, submit } from '#test/support/clerk.ts'
import { closeApp } from '#test/support/app-process.ts'
import { expect } from '#test/support/electron-app.ts'
import { keyringIn } from '#test/support/keyring.ts'
import { keysOf, takesKey, test } from '#test/support/own-vendor.ts'

test.skip(!existsSync('/usr/bin/gnome-keyring-daemon'), 'Needs gnome-keyring: the keychain of another system is its person’s own')

const key = 'sleutel-in-de-sleutelbos-2468'
const nextKey = 'vervangen-sleutel-1357'

async function openAccount(page: Page): Promise<void> {
  await settleIn(page)
  await goTo(page, 'Instellingen')
  await page.getByRole('main').getByRole('button', { name: 'Eigen winkel' }).click()
}

async function giveKey(page: Page, secret: string): Promise<void> {
  await page.getByLabel('API-sleutel').fill(secret)
  await page.getByRole('button', { name: 'Sleutel opslaan' }).click()
}

test('a key lives in the system’s keychain over restarts, shows its last four alone, and is replaced and erased', async ({
  appEnv,
  start,
  startVendor,
}) => {
  const home = await mkdtemp(path.join(tmpdir(), 'balie-keyring-'))
  const keyring = await keyringIn(home)
  const vendor = await startVendor(takesKey(() => nextKey))
  const unlocked = await keyring.logOn('unlocked')
  const env = { ...appEnv, ...unlocked.env }

  const first = await start(env)
  await addAccount(first.app, first.page, digiwalletAt(vendor.origin), key)
  await openAccount(first.page)
  await expect(detail(first.page)).toContainText('De sleutel staat in de sleutelbos van je computer. Eindigt op 2468.')
  await closeApp(first.app)

  const { app, page } = await start(env)
  await openAccount(page)
  await expect(detail(page)).toContainText('Eindigt op 2468.')
  await page.getByRole('button', { name: 'Sleutel vervangen' }).click()
  await giveKey(page, nextKey)
  await expect(detail(page)).toContainText('Eindigt op 1357.')
  await page.getByRole('button', { name: 'Sleutel wissen' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sleutel wissen' }).click()
  await expect(detail(page)).toContainText('Er is nog geen sleutel voor dit account. Vul de sleutel in.')
  await giveKey(page, nextKey)
  await expect(detail(page)).toContainText('Eindigt op 1357.')
  await newNote(page, { sale: '12345678', text: 'Met de nieuwe sleutel' })
  await submit(page)
  await expectState(page, 'Verzonden')
  expect(keysOf(vendor.requests)).toEqual([nextKey])
  await closeApp(app)
  await unlocked.end()

  // The same person, logged on without having unlocked the keychain.
  const locked = await keyring.logOn('locked')
  const last = await start({ ...appEnv, ...locked.env })
  // Without it the sealed ledger stays shut: nothing of a customer is shown, and the way in is said.
  await expect(last.page.getByText('De sleutelbos van deze computer is vergrendeld.')).toBeVisible()
  await expect(last.page.getByRole('navigation')).toHaveCount(0)
  await closeApp(last.app)
  await locked.end()
  await rm(home, { recursive: true, force: true })
})
