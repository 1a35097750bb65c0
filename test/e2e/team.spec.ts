import type { Page } from '@playwright/test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { practiceBillinkUsername } from '#main/vendors/billink/practice/credentials.ts'
import { invitationText } from '#main/team/invitation.ts'
import { addAccount } from '#main/team/server/clerks.ts'
import {
  call,
  detail,
  expectState,
  goTo,
  newDispute,
  openItem,
  pickFile,
  review,
  settleIn,
  submit,
  writePdf,
} from '#test/support/clerk.ts'
import { violations } from '#test/support/axe.ts'
import { closeApp, firstPage, launchApp } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { willChoose } from '#test/support/native.ts'
import { withoutPostgres } from '#test/support/postgres.ts'
import { addressOf, passwordOf, startTeamServer, type TeamServer } from '#test/support/team-server.ts'

const why = withoutPostgres()
let server: TeamServer
test.beforeAll(async () => {
  if (why) return
  server = await startTeamServer([])
  const shop = { vendor: 'billink', origin: 'practice', identity: practiceBillinkUsername, name: 'Oefenwinkel' }
  await addAccount(server.boss, { ...shop, settings: {}, keepDays: 730, counts: false })
  for (const clerk of ['anna', 'bob']) await server.add(clerk)
})
test.afterAll(() => server?.close())

const accountName = 'Jouw account voor Oefenwinkel'

/** Joins by hand, as an invitation and a password let a clerk do. */
async function join(page: Page, app: Parameters<typeof willChoose>[0], folder: string, clerk: string): Promise<void> {
  const file = path.join(folder, `${clerk}.balie-team`)
  await writeFile(file, invitationText(addressOf(server.cluster, clerk)))
  await goTo(page, 'Instellingen')
  await page.getByRole('tab', { name: 'Team' }).click()
  await willChoose(app, file)
  await page.getByRole('button', { name: 'Uitnodiging openen…' }).click()
  await expect(page.getByLabel('Gebruikersnaam')).toHaveValue(clerk)
  await page.getByLabel('Wachtwoord').fill('wrong')
  await page.getByRole('button', { name: 'Verbinden', exact: true }).click()
  await expect(page.getByRole('tabpanel')).toContainText(`kent ${clerk} met dit wachtwoord niet`)
  await page.getByLabel('Wachtwoord').fill(passwordOf(clerk))
  await page.getByRole('button', { name: 'Verbinden', exact: true }).click()
  await expect(page.getByRole('tabpanel')).toContainText(`Verbonden als ${clerk}`)
  await page.getByRole('button', { name: new RegExp(accountName) }).click()
  await page.getByRole('option', { name: /Oefenwinkel/ }).click()
  await expect(page.getByRole('button', { name: new RegExp(accountName) })).toContainText('Oefenwinkel')
}

test('two windows, one invoice: the second sees the first’s name and number, and goes on only on purpose', async ({
  app,
  page,
  userData,
}) => {
  test.skip(why !== undefined, why)
  await settleIn(page, { holdSeconds: 0 })
  await join(page, app, userData, 'anna')
  await newDispute(page, { invoice: 'F-samen' })
  await submit(page)
  await expectState(page, 'Verzonden')
  const { items } = await call<{ items: { vendorNumber: string }[] }>(page, 'history.list', {
    search: 'F-samen',
    kinds: [],
    states: [],
    cursor: null,
    limit: 1,
  })
  const number = items[0]!.vendorNumber

  const other = await mkdtemp(path.join(tmpdir(), 'balie-bob-'))
  const second = await launchApp({ userData: other })
  try {
    const bob = await firstPage(second)
    await settleIn(bob, { holdSeconds: 0 })
    await join(bob, second, other, 'bob')
    await newDispute(bob, { invoice: 'F-samen' })
    const dialog = await review(bob)
    await expect(dialog).toContainText(/anna verzond dit al op .* met nummer /)
    await expect(dialog).toContainText(number)
    // One click away: the colleague's own item, with all that the team knows of it.
    await dialog.getByRole('button', { name: 'Eerder item bekijken' }).click()
    await expect(detail(bob).getByRole('heading', { name: 'F-samen' })).toBeVisible()
    await expect(detail(bob)).toContainText(number)
    await expect(bob.getByRole('radio', { name: 'Van het team' })).toBeChecked()
    await goTo(bob, 'Geschillen')
    await openItem(bob, 'F-samen')
    await review(bob)
    await dialog.getByRole('button', { name: /^(Indienen|Toch indienen)$/ }).click()
    await expectState(bob, 'Verzonden')

    // Nobody knows whether it arrived: a colleague looks it up and decides for both.
    await newDispute(page, { invoice: 'DEMO-RESET' })
    await submit(page)
    await expectState(page, 'Uitkomst onbekend')
    await goTo(bob, 'Geschiedenis')
    await bob.getByRole('radio', { name: 'Van het team' }).click({ force: true })
    await openItem(bob, 'DEMO-RESET')
    await detail(bob).getByRole('button', { name: 'Aangekomen' }).click()
    const sure = bob.getByRole('alertdialog', { name: 'Aangekomen' })
    await sure.getByLabel('Nummer bij de dienst').fill('4711')
    await sure.getByRole('button', { name: 'Aangekomen' }).click()
    await expectState(bob, 'Verzonden')
    await expect(detail(bob).getByRole('heading', { name: 'Aangekomen, volgens bob' })).toBeVisible()
    await expect(bob.getByRole('option').filter({ hasText: 'DEMO-RESET' })).toContainText('Verzonden')
    await expect(detail(bob)).not.toContainText('Geen bestand')
    await expectState(page, 'Verzonden')
    await expect(detail(page)).toContainText('4711')
    await expect(detail(page)).toContainText('bob zocht op dat dit is aangekomen.')

    // A draft changes hands: with its note and its file, and who had it is told.
    await newDispute(page, { invoice: 'F-overdracht' })
    await pickFile(app, page, await writePdf(userData))
    await page.getByRole('button', { name: 'Notitie voor je collega’s' }).click()
    await page.getByRole('textbox', { name: 'Notitie voor je collega’s' }).fill('Klant belt morgen terug')
    await goTo(bob, 'Geschillen')
    await bob.getByRole('radio', { name: 'Van collega’s' }).click({ force: true })
    const theirs = bob.getByRole('option').filter({ hasText: 'F-overdracht' })
    await expect(theirs).toContainText('anna · nu aan het werk · 1 bestand · Klant belt morgen terug')
    await theirs.click()
    await expect(detail(bob)).toContainText('bon.pdf')
    expect(await violations(bob)).toEqual([])
    await detail(bob).getByRole('button', { name: 'Overnemen' }).click()
    await bob.getByRole('alertdialog').getByRole('button', { name: 'Overnemen' }).click()
    await expect(bob.getByRole('form', { name: /F-overdracht/ })).toContainText('Overgenomen van anna')
    await expect(bob.getByRole('form').getByText('bon.pdf')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'bob heeft dit concept overgenomen' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Controleren en indienen' })).toBeDisabled()

    // Without the database every screen says so.
    await server.cluster.stop('immediate')
    await expect(bob.getByRole('status').filter({ hasText: 'Je team is niet bereikbaar' })).toBeVisible()
    await server.cluster.start()
    await expect(bob.getByRole('status').filter({ hasText: 'Je team is niet bereikbaar' })).toHaveCount(0)
    await server.reconnect()
  } finally {
    await closeApp(second)
    await rm(other, { recursive: true, force: true })
  }
})
