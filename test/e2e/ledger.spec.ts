import { cp, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openDatabase } from '#main/storage/database.ts'
import type { Page } from '@playwright/test'
import { applicationId } from '#main/storage/migrations/0003-identity.ts'
import { addAccount, digiwalletAt } from '#test/support/accounts.ts'
import { askToSend, checkTable, expectStep, openTable, runState, sendTable, writeTable } from '#test/support/bulk-clerk.ts'
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
import { closeApp, ended, firstPage, killApp } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { closeWindow, willAnswer } from '#test/support/native.ts'

test.use({ appEnv: { LANG: 'nl_NL.UTF-8', LANGUAGE: 'nl' } })

const ledgerOf = (folder: string) => path.join(folder, 'ledger.sqlite')

test('a backup that is put back says so, and sends nothing that may have left until a person lets it go', async ({
  start,
  startAnswering,
  userData,
}) => {
  const first = await start()
  await settleIn(first.page, { holdSeconds: 60 })
  await newNote(first.page, { sale: '12345678', text: 'Eén keer, en niet twee' })
  await submit(first.page)
  await expectState(first.page, 'In wachtrij')
  await willAnswer(first.app, 1)
  await closeWindow(first.app)
  await ended(first.app)
  const backup = path.join(userData, 'reservekopie')
  await cp(ledgerOf(userData), backup)

  const second = await start()
  await settleIn(second.page)
  await goTo(second.page, 'Postvak UIT')
  await openItem(second.page, '12345678')
  await second.page.getByRole('button', { name: 'Nu verzenden' }).click()
  await expectState(second.page, 'Verzonden')
  await closeApp(second.app)
  await cp(backup, ledgerOf(userData))

  const third = await startAnswering()
  const page = await firstPage(third.app)
  await expect.poll(third.asked).toHaveLength(1)
  const [told] = third.asked()
  expect(told).toContain('Alles wat nog wacht, vraagt het je eerst')
  expect(told).toContain('Balie opende een oudere kopie van zijn logboek.')
  await goTo(page, 'Postvak UIT')
  await openItem(page, '12345678')
  await expectState(page, 'Wacht op jou')
  await expect(detail(page)).toContainText('Balie opende een oudere kopie van zijn logboek.')
  await expect(detail(page).getByRole('heading', { name: 'Poging 1' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Nu verzenden' }).click()
  await expectState(page, 'Verzonden')
})

test('a run that a backup has is not sent a second time, until a person says that its rows did not arrive', async ({
  start,
  startAnswering,
  userData,
}) => {
  const first = await start()
  await settleIn(first.page)
  const sales = ['12345678', '12345679'].map((sale) => ['12345', sale, 'IDE', `Notitie ${sale}`])
  const table = await writeTable(userData, 'eenmaal.csv', [['Outlet ID', 'Transactienummer', 'Betaalmethode', 'Tekst'], ...sales])
  await openTable(first.app, first.page, table)
  await checkTable(first.page)
  await closeApp(first.app)
  const backup = path.join(userData, 'reservekopie')
  await cp(ledgerOf(userData), backup)
  const open = async (page: Page) => {
    await goTo(page, 'Bulk')
    await page.getByRole('main').getByRole('button', { name: 'eenmaal.csv' }).click()
    await expectStep(page, 'Controle')
  }
  const second = await start()
  await open(second.page)
  await sendTable(second.page)
  await expect(runState(second.page)).toHaveText('Klaar')
  await closeApp(second.app)
  await cp(backup, ledgerOf(userData))

  const third = await startAnswering()
  const page = await firstPage(third.app)
  await open(page)
  await expect(page.getByRole('alert').filter({ hasText: 'Misschien is deze tabel al verzonden.' })).toBeVisible()
  const dialog = await askToSend(page)
  await expect(dialog).toContainText('Balie opende een oudere kopie van zijn logboek.')
  await dialog.getByRole('button', { name: /^Verzend 2/ }).click()
  await expect(dialog).toContainText('Misschien zijn deze rijen al verzonden.')
  await dialog.getByText('Ik heb gecontroleerd dat deze rijen nog niet zijn aangekomen').click()
  await dialog.getByRole('button', { name: /^Verzend 2/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(runState(page)).toHaveText('Klaar')
})

test('a ledger that is gone is asked about, and whoever starts empty keeps what lay beside it', async ({
  start,
  startAnswering,
  userData,
}) => {
  const first = await start()
  await settleIn(first.page)
  await newDispute(first.page, { invoice: 'F-weg' })
  await pickFile(first.app, first.page, await writePdf(userData))
  await expect(first.page.getByText('bon.pdf').first()).toBeVisible()
  await closeApp(first.app)
  for (const end of ['', '-wal', '-shm']) await rm(ledgerOf(userData) + end, { force: true })
  const attachments = await readdir(path.join(userData, 'attachments'))
  expect(attachments).toHaveLength(1)

  const quit = await startAnswering(0)
  await ended(quit.app)
  const [question] = quit.asked()
  expect(quit.asked()).toHaveLength(1)
  expect(question).toMatch(/^Het logboek van Balie ontbreekt\nBalie werd hier al gebruikt/)
  expect(question).toContain(ledgerOf(userData))
  expect(question).toMatch(/\nAfsluiten\nLeeg beginnen$/)
  expect(await readdir(path.join(userData, 'attachments'))).toEqual(attachments)

  const empty = await startAnswering(1)
  const page = await firstPage(empty.app)
  await goTo(page, 'Geschillen')
  await expect(page.getByText('F-weg')).toHaveCount(0)
  const aside = (await readdir(userData)).find((name) => name.startsWith('set-aside-')) ?? ''
  expect(await readdir(path.join(userData, aside, 'attachments'))).toEqual(attachments)
})

test('why it does not start is said in the language that was chosen, whatever the system speaks', async ({
  startAnswering,
  userData,
}) => {
  await writeFile(path.join(userData, 'preferences.json'), JSON.stringify({ language: 'en' }))
  const db = openDatabase(ledgerOf(userData))
  db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = 999; CREATE TABLE later (id INTEGER)`)
  db.close()
  const { app, asked } = await startAnswering()
  await ended(app)
  expect(asked()).toHaveLength(1)
  expect(asked()[0]).toMatch(/^Install the newest Balie\nA newer version of Balie made this data\./)
})

test('without a keychain it is said once what older copies are told by', async ({ start }) => {
  const first = await start()
  await settleIn(first.page)
  const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'Deze computer heeft geen sleutelbos' })
  await expect(notice(first.page)).toHaveCount(0)
  await addAccount(first.app, first.page, digiwalletAt('https://localhost:9'), 'sleutel-voor-deze-sessie')
  await expect(notice(first.page)).toContainText('/.local/state/balie: zet die map nooit mee terug.')
  await first.page.reload()
  await closeApp(first.app)

  const second = await start()
  await goTo(second.page, 'Instellingen')
  await expect(second.page.getByRole('main').getByRole('button', { name: 'Eigen winkel' })).toBeVisible()
  await expect(notice(second.page)).toHaveCount(0)
})

test.describe('after a crash', () => {
  test.beforeEach(async ({ start }) => {
    const { app, page } = await start()
    await settleIn(page)
    await newDispute(page, { invoice: 'F-overgenomen' })
    await expect(page.getByText(/^Concept opgeslagen/)).toBeVisible()
    await killApp(app)
  })

  test('the lock of a process of this computer that is dead is taken over without a question', async ({ startAnswering }) => {
    const { app, asked } = await startAnswering()
    const page = await firstPage(app)
    await goTo(page, 'Geschillen')
    await expect(page.getByRole('option', { name: /F-overgenomen/ })).toBeVisible()
    expect(asked()).toEqual([])
  })

  test('the lock of another computer is taken over on a person’s word alone', async ({ startAnswering, userData }) => {
    const db = openDatabase(ledgerOf(userData))
    // Its log stays, as another computer that crashed leaves it.
    db.exec('PRAGMA wal_autocheckpoint = 0')
    const reader = openDatabase(ledgerOf(userData), { readonly: true })
    reader.exec('BEGIN; SELECT * FROM ledger_lock')
    db.prepare('UPDATE ledger_lock SET host = ?, heartbeat = ?').run('another-machine PC-van-Anna', Date.UTC(2026, 10, 3, 12))
    const kept = path.join(userData, 'kept')
    await cp(`${ledgerOf(userData)}-wal`, kept)
    reader.close()
    db.close()
    await cp(kept, `${ledgerOf(userData)}-wal`)

    const quit = await startAnswering(0)
    await ended(quit.app)
    const [question] = quit.asked()
    expect(quit.asked()).toHaveLength(1)
    expect(question).toContain('Het logboek is open op PC-van-Anna')
    expect(question).toContain('3 november 2026')
    expect(question).toMatch(/\nAfsluiten\nOvernemen$/)

    const taken = await startAnswering(1)
    const page = await firstPage(taken.app)
    await goTo(page, 'Geschillen')
    await expect(page.getByRole('option', { name: /F-overgenomen/ })).toBeVisible()
    expect(taken.asked()).toHaveLength(1)
  })
})
