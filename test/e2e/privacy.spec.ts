import { readdir } from 'node:fs/promises'
import { ruleOfFile } from '#main/storage/file-rules.ts'
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
import { closeApp } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { findInFolder } from '#test/support/raw-bytes.ts'

test.use({ appEnv: { LANG: 'nl_NL.UTF-8', LANGUAGE: 'nl' } })

const person = { name: 'Zoë Quintelaar', email: 'zoe.quintelaar@example.nl', invoice: 'INV-778812' }
const canaries = Object.values(person)

test('how long data is kept is chosen, and a customer is found and erased from every file, the profile included', async ({
  start,
  userData,
}) => {
  const { app, page } = await start()
  await settleIn(page)
  await newDispute(page, { ...person, category: 'retour', message: `${person.name} belde.` })
  await pickFile(app, page, await writePdf(userData, 'bon.pdf'))
  await submit(page)
  await expectState(page, 'Verzonden')
  expect(findInFolder(userData, canaries)).not.toEqual([])

  await goTo(page, 'Instellingen')
  await page.getByRole('tab', { name: 'Privacy' }).click()
  await page.getByRole('button', { name: /Bestanden van verzonden geschillen/ }).click()
  await page.getByRole('option', { name: '7 dagen' }).click()
  await page.getByRole('button', { name: 'Nu opruimen' }).click()
  await expect(page.getByText('Laatst opgeruimd', { exact: false })).toBeVisible()

  await page.getByLabel('Naam, e-mailadres of nummer').fill('zoe quintelaar\nINV-778812')
  await page.getByRole('button', { name: 'Zoeken', exact: true }).click()
  const found = page.getByRole('list', { name: 'Gevonden' })
  await expect(found.getByRole('switch', { name: `Item: ${person.invoice}` })).toBeChecked()
  await page.getByRole('button', { name: /wissen$/ }).click()
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /wissen$/ })
    .click()
  await expect(found).toBeHidden()
  await expect.poll(async () => await call(page, 'privacy.state')).toMatchObject({ erasing: null, failed: false })
  await expect(page.getByText('Balie is aan het wissen')).toBeHidden()

  await goTo(page, 'Geschiedenis')
  await openItem(page, 'Tekst gewist')
  await expect(detail(page)).toContainText('Tekst gewist op')
  await closeApp(app)
  // Chromium remembers its windows' titles to restore them, which the stand-in's is; Electron has no such file.
  const isOfStandIn = (hit: string) => hit.startsWith('Chromium/Default/Sessions/')
  expect(findInFolder(userData, canaries).filter((hit) => !isOfStandIn(hit))).toEqual([])
  const names = await readdir(userData, { recursive: true })
  // The test's own home, and the file that was attached.
  const left = names.filter((name) => !/^(home|bon\.pdf)/.test(name) && ruleOfFile('data', name.replaceAll('\\', '/')) === null)
  expect(left).toEqual([])
})
