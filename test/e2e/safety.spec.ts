import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { addAccount, digiwalletAt } from '#test/support/accounts.ts'
import { violations } from '#test/support/axe.ts'
import { goTo, newDispute, pickFile, settleIn, writePdf } from '#test/support/clerk.ts'
import { closeApp, ended, launchApp, firstPage } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { keyringIn } from '#test/support/keyring.ts'
import { questionsAsked, willAnswer, willChoose, willSave } from '#test/support/native.ts'

test.use({ appEnv: { LANG: 'nl_NL.UTF-8', LANGUAGE: 'nl' } })

const hasKeyring = existsSync('/usr/bin/gnome-keyring-daemon')
const passphrase = 'kast raam fiets lantaarn'

async function openSafety(page: Page): Promise<void> {
  await goTo(page, 'Instellingen')
  await page.getByRole('tab', { name: 'Veiligheid' }).click()
}

/** The code that main showed, read from the native dialog as a person does. */
async function shownCode(app: ElectronApplication): Promise<string> {
  const shown = (await questionsAsked(app)).findLast((text) => text.startsWith('Je herstelcode')) ?? ''
  return /(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}/.exec(shown)?.[0] ?? ''
}

/** Whether anybody can read the ledger as it lies there. */
const isOpen = async (folder: string): Promise<boolean> =>
  (await readFile(path.join(folder, 'ledger.sqlite'))).toString('latin1', 0, 15) === 'SQLite format 3'

async function draftWithFile(app: ElectronApplication, page: Page, folder: string, invoice: string): Promise<void> {
  await newDispute(page, { invoice })
  await pickFile(app, page, await writePdf(folder))
  await expect(page.getByText('bon.pdf').first()).toBeVisible()
}

test('a recovery code is offered once there is a real account, and opens everything where the keychain is another’s', async ({
  start,
  appEnv,
  userData,
}) => {
  test.skip(!hasKeyring, 'Needs gnome-keyring: the keychain of another system is its person’s own')
  const homes = [await mkdtemp(path.join(tmpdir(), 'balie-keyring-')), await mkdtemp(path.join(tmpdir(), 'balie-keyring-'))]
  const one = await (await keyringIn(homes[0] ?? '')).logOn('unlocked')
  const first = await start({ ...appEnv, ...one.env })
  await settleIn(first.page)
  await expect(first.page.getByText('Maak een herstelcode')).toHaveCount(0)
  await addAccount(first.app, first.page, digiwalletAt('https://api.digiwallet.nl'))
  const offer = first.page.getByRole('status').filter({ hasText: 'Maak een herstelcode' })
  await offer.getByRole('button', { name: 'Herstelcode maken…' }).click()
  const confirm = first.page.getByRole('dialog', { name: 'Heb je de code genoteerd?' })
  await expect(confirm).toBeVisible()
  const code = await shownCode(first.app)
  expect(code).not.toBe('')
  // Nothing of it is on the page.
  expect(await first.page.content()).not.toContain(code.slice(0, 11))
  await confirm.getByLabel('Laatste groep').fill('00000')
  await confirm.getByRole('button', { name: 'Code gebruiken' }).click()
  await expect(confirm.getByText('Dit is niet de laatste groep van de nieuwe code.')).toBeVisible()
  expect(await violations(first.page)).toEqual([])
  await confirm.getByLabel('Laatste groep').fill(code.slice(-5).toLowerCase())
  await confirm.getByRole('button', { name: 'Code gebruiken' }).click()
  await expect(confirm).toHaveCount(0)
  await expect(offer).toHaveCount(0)
  // The ledger was begun for practice alone: it is sealed since there is a real account, and the session goes on.
  expect(await isOpen(userData)).toBe(false)
  await expect(first.page.getByText('Balie versleutelt alles zodra je sluit')).toHaveCount(0)
  await draftWithFile(first.app, first.page, userData, 'F-veilig')
  expect(await violations(first.page)).toEqual([])
  await closeApp(first.app)
  expect((await readFile(path.join(userData, 'ledger.sqlite'))).includes('F-veilig')).toBe(false)
  await one.end()
  expect((await stat(path.join(userData, 'ledger.sqlite.keys'))).mode & 0o777).toBe(0o600)

  // Another computer, with a keychain that has never heard of Balie.
  const two = await (await keyringIn(homes[1] ?? '')).logOn('unlocked')
  const closed = await start({ ...appEnv, ...two.env })
  await expect(closed.page.getByRole('textbox', { name: 'Herstelcode' })).toBeVisible()
  await closeApp(closed.app)
  const second = await start({ ...appEnv, ...two.env })
  const field = second.page.getByRole('textbox', { name: 'Herstelcode' })
  await expect(second.page.getByText('De sleutels van je gegevens staan niet meer in de sleutelbos')).toBeVisible()
  const open = async (typed: string) => {
    await field.fill(typed)
    await field.press('Enter')
  }
  expect(await violations(second.page)).toEqual([])
  await open(code.slice(0, 20))
  await expect(second.page.getByText('Dit is nog niet de hele code.')).toBeVisible()
  await open((code.startsWith('7') ? '8' : '7') + code.slice(1))
  await expect(second.page.getByText('Er zit een typefout in de code.')).toBeVisible()
  await open(code.toLowerCase().replaceAll('-', ' '))
  await goTo(second.page, 'Geschillen')
  await second.page.getByText('F-veilig').first().click()
  await expect(second.page.getByText('bon.pdf').first()).toBeVisible()
  await expect(second.page.getByText('Voeg het bestand opnieuw toe')).toHaveCount(0)
  await closeApp(second.app)
  // Its keychain has them now.
  const third = await start({ ...appEnv, ...two.env })
  await goTo(third.page, 'Geschillen')
  await closeApp(third.app)
  await two.end()
  for (const home of homes) await rm(home, { recursive: true, force: true })
})

test('without a keychain a passphrase seals what lay open, and is asked for at the next start', async ({ start, userData }) => {
  const first = await start()
  await settleIn(first.page)
  await addAccount(first.app, first.page, digiwalletAt('https://api.digiwallet.nl'))
  await openSafety(first.page)
  await expect(first.page.getByText('Deze computer heeft geen sleutelbos: alles wat je typt')).toBeVisible()
  expect(await violations(first.page)).toEqual([])
  await first.page.getByRole('button', { name: 'Wachtzin instellen…' }).click()
  const dialog = first.page.getByRole('dialog', { name: 'Wachtzin bij het starten' })
  await dialog.getByLabel('Wachtzin').fill('kort')
  await dialog.getByRole('button', { name: 'Wachtzin gebruiken' }).click()
  await expect(dialog.getByText('Kies een wachtzin van minstens 12 tekens')).toBeVisible()
  await dialog.getByLabel('Wachtzin').fill(passphrase)
  await dialog.getByLabel('Nog een keer').fill(`${passphrase}x`)
  await dialog.getByRole('button', { name: 'Wachtzin gebruiken' }).click()
  await expect(dialog.getByText('De twee wachtzinnen zijn niet gelijk.')).toBeVisible()
  expect(await violations(first.page)).toEqual([])
  await dialog.getByLabel('Nog een keer').fill(passphrase)
  await dialog.getByRole('button', { name: 'Wachtzin gebruiken' }).click()
  await expect(dialog).toHaveCount(0)
  await expect.poll(() => isOpen(userData)).toBe(false)
  await draftWithFile(first.app, first.page, userData, 'F-open')
  await closeApp(first.app)
  expect((await readFile(path.join(userData, 'ledger.sqlite'))).includes('F-open')).toBe(false)

  const second = await start()
  await second.page.getByLabel('Wachtzin').fill('een andere zin dan die')
  await second.page.getByRole('button', { name: 'Openen', exact: true }).click()
  await expect(second.page.getByText('Deze wachtzin opent het niet.')).toBeVisible()
  await second.page.getByLabel('Wachtzin').fill(passphrase)
  await second.page.getByRole('button', { name: 'Openen', exact: true }).click()
  await goTo(second.page, 'Geschillen')
  await expect(second.page.getByText('F-open').first()).toBeVisible()
})

test('a backup of one computer is put back on another, where what was not sent asks first', async ({
  start,
  userData,
  appEnv,
}) => {
  const file = path.join(userData, 'kopie.balie-backup')
  const first = await start()
  await settleIn(first.page, { holdSeconds: 60 })
  await draftWithFile(first.app, first.page, userData, 'F-kopie')
  await openSafety(first.page)
  await expect(first.page.getByText('Op deze computer is nog geen reservekopie gemaakt.')).toBeVisible()
  await willSave(first.app, file)
  await first.page.getByRole('button', { name: 'Reservekopie maken…' }).click()
  const dialog = first.page.getByRole('dialog', { name: 'Kies een wachtzin voor deze reservekopie' })
  await dialog.getByLabel('Wachtzin').fill(passphrase)
  await dialog.getByLabel('Nog een keer').fill(passphrase)
  await dialog.getByRole('button', { name: 'Kies waar hij komt…' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(first.page.getByText(/^Laatste reservekopie op deze computer: \d\d:\d\d\.$/)).toBeVisible()
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await readFile(file)).includes('F-kopie')).toBe(false)
  await closeApp(first.app)

  const other = await mkdtemp(path.join(tmpdir(), 'balie-other-'))
  const second = await launchApp({ userData: other, env: appEnv })
  const page = await firstPage(second)
  // A new computer begins with it, before anything else.
  await expect(page.getByRole('dialog', { name: 'Welkom bij Balie' })).toBeVisible()
  await willChoose(second, path.join(userData, 'bon.pdf'))
  await page.getByRole('button', { name: 'Reservekopie terugzetten…' }).click()
  await expect(page.getByText('Dit bestand is geen reservekopie van Balie.')).toBeVisible()
  await willChoose(second, file)
  await page.getByRole('button', { name: 'Reservekopie terugzetten…' }).click()
  const restore = page.getByRole('alertdialog', { name: 'Reservekopie terugzetten' })
  await restore.getByLabel('Wachtzin van de reservekopie').fill('een andere zin dan die')
  await restore.getByRole('button', { name: 'Controleren' }).click()
  await expect(restore.getByText('Deze wachtzin hoort niet bij deze reservekopie.')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await restore.getByLabel('Wachtzin van de reservekopie').fill(passphrase)
  await restore.getByRole('button', { name: 'Controleren' }).click()
  await expect(restore.getByText('De reservekopie is heel en klaar om terug te zetten.')).toBeVisible()
  await willAnswer(second, 0)
  await restore.getByRole('button', { name: 'Terugzetten' }).click()
  await ended(second)

  const third = await launchApp({ userData: other, env: appEnv })
  const opened = await firstPage(third)
  // Without a keychain here, the backup's own passphrase is what this computer asks for.
  await opened.getByLabel('Wachtzin').fill(passphrase)
  await opened.getByRole('button', { name: 'Openen', exact: true }).click()
  await goTo(opened, 'Geschillen')
  await opened.getByText('F-kopie').first().click()
  await expect(opened.getByText('bon.pdf').first()).toBeVisible()
  expect((await readdir(other)).filter((name) => name.startsWith('replaced-'))).toHaveLength(1)
  await closeApp(third)
  await rm(other, { recursive: true, force: true })
})
