import type { Account } from '#shared/domain/account.ts'
import { violations } from '#test/support/axe.ts'
import { call, goTo } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'

const sizes = [
  { width: 800, height: 560 },
  { width: 1024, height: 640 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const

test('a first start asks for the language, shows what is kept where, and leads on by the keyboard alone', async ({
  page,
  userData,
}, testInfo) => {
  const { keyboard } = page
  const welcome = page.getByRole('dialog', { name: /Welkom bij Balie|Welcome to Balie/ })
  await expect(welcome).toBeVisible()

  const dutch = welcome.getByRole('radio', { name: 'Nederlands' })
  const english = welcome.getByRole('radio', { name: 'English' })
  await welcome.getByRole('radio').first().focus()
  for (const [language, title] of [
    [english, 'Welcome to Balie'],
    [dutch, 'Welkom bij Balie'],
  ] as const) {
    // Round the three choices, whichever was chosen.
    for (let press = 0; press < 3 && !(await language.isChecked()); press += 1) await keyboard.press('ArrowRight')
    await expect(language).toBeChecked()
    await expect(welcome.getByRole('heading', { name: title })).toBeVisible()
    expect.soft(await violations(page), title).toEqual([])
  }
  await expect.poll(() => call(page, 'preferences.get')).toMatchObject({ language: 'nl', welcomeSeen: false })
  await expect(welcome).toContainText('Wat Balie bewaart')
  await expect(welcome).toContainText(userData)

  for (const theme of ['light', 'dark'] as const) {
    await call(page, 'preferences.set', { theme })
    await expect(page.locator(`html[data-theme=${theme}]`)).toHaveCount(1)
    expect.soft(await violations(page), theme).toEqual([])
    for (const size of sizes) {
      await page.setViewportSize(size)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(wide, `${size.width}×${size.height}`).toBe(0)
      await expect(welcome.getByRole('button', { name: /Oefen|Dien een oefengeschil/ }).first()).toBeInViewport()
      await page.screenshot({ path: testInfo.outputPath(`${theme}-${size.width}x${size.height}.png`) })
    }
  }

  await welcome.getByRole('button', { name: 'Voeg een echt account toe' }).focus()
  await keyboard.press('Enter')
  await expect(welcome).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Account toevoegen|Voeg een account toe/ }).first()).toBeVisible()
  await expect.poll(() => call(page, 'preferences.get')).toMatchObject({ welcomeSeen: true })
})

test('an organisation’s accounts, limits and language are there at the first start, and nobody can change them', async ({
  startManaged,
}) => {
  const { page } = await startManaged({
    language: 'nl',
    holdSeconds: 25,
    productionAccounts: 'organisation',
    allowedHosts: ['digiwallet.nl'],
    accounts: [{ id: 'winkel', kind: 'digiwallet', environment: 'production', name: 'Winkel van de baas' }],
  })
  const welcome = page.getByRole('dialog', { name: 'Welkom bij Balie' })
  await expect(welcome.getByRole('radio', { name: 'English' })).toBeDisabled()
  await welcome.getByRole('button', { name: 'Vul de sleutel van Winkel van de baas in' }).click()
  await expect(page.getByRole('heading', { name: 'Winkel van de baas' })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText('Je organisatie heeft dit account ingesteld.')
  await expect(main.getByRole('textbox', { name: 'Naam' })).toHaveCount(0)
  await expect(main.getByRole('button', { name: 'Verwijderen' })).toHaveCount(0)

  // Whatever a screen shows: main itself refuses.
  const account = (await call<Account[]>(page, 'accounts.list')).find(({ isOrganisations }) => isOrganisations)
  const refused = (name: string, input: unknown) => call(page, name, input).then(() => 'done', String)
  expect(await refused('accounts.remove', { accountId: account?.id })).toContain('account.organisations')
  const own = { ...account?.settings, name: 'Mijn eigen' }
  expect(await refused('accounts.save', { accountId: account?.id, settings: own })).toContain('account.organisations')
  expect(await refused('accounts.save', { accountId: null, settings: own })).toContain('account.productionNotAllowed')
  expect(await call(page, 'preferences.set', { holdSeconds: 0, language: 'en' })).toMatchObject({
    holdSeconds: 25,
    language: 'nl',
  })

  await goTo(page, 'Instellingen')
  await page.getByRole('tab', { name: 'Voorkeuren' }).click()
  await expect(main.getByText('Ingesteld door je organisatie.')).toHaveCount(2)
  await page.getByRole('tab', { name: 'Over Balie' }).click()
  await expect(main.getByRole('heading', { name: 'Ingesteld door je organisatie' })).toBeVisible()
  await expect(main).toContainText('/etc/balie/policy.json')
})

test('a policy that cannot be read is told, and leaves only practice', async ({ startManaged }) => {
  const { page } = await startManaged('{"allowedHosts": ["digiwallet.nl"', { LC_ALL: 'nl_NL.UTF-8', LANGUAGE: 'nl' })
  await call(page, 'preferences.set', { welcomeSeen: true })
  await goTo(page, 'Instellingen')
  await page.getByRole('tab', { name: 'Over Balie' }).click()
  await expect(page.getByRole('main')).toContainText('er wordt alleen geoefend')
})
