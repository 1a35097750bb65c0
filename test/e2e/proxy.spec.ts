import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { addAccount, digiwalletAt } from '#test/support/accounts.ts'
import { createTestAuthority } from '#test/support/certificates.ts'
import { detail, expectState, goTo, newNote, settleIn, submit } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { keysOf, takesKey } from '#test/support/own-vendor.ts'
import { createHttpProxy } from '#test/support/proxy-server.ts'
import { createRawRecorder, headerOf } from '#test/support/raw-recorder.ts'

test.skip(process.platform !== 'linux', 'Takes the proxy from the environment, as Chromium does on Linux')

/** No resolver knows it: whatever arrives came through the proxy. */
const host = 'api.vendor.test'
const key = 'sleutel-achter-de-proxy'

test('a proxy that wants a password is asked about once, and what waited leaves through it', async ({ start, userData }) => {
  const authority = await createTestAuthority()
  const vendor = await createRawRecorder(
    takesKey(() => key),
    await authority.issue([host]),
  )
  const proxy = await createHttpProxy(vendor.port, { password: 'jan:Zeer geheim' })
  const trusted = path.join(userData, 'authority.pem')
  await writeFile(trusted, authority.cert)
  try {
    const { app, page } = await start({ NODE_EXTRA_CA_CERTS: trusted, HTTPS_PROXY: `http://${proxy.address}`, NO_PROXY: '' })
    await settleIn(page)
    await addAccount(app, page, digiwalletAt(`https://${host}`), key)
    await newNote(page, { sale: '12345678', text: 'Door de proxy' })
    await submit(page)
    await expectState(page, 'In wachtrij')
    const bar = page.getByRole('alert').filter({ hasText: 'De proxy van je netwerk vraagt een wachtwoord' })
    await expect(bar).toBeVisible()
    expect(vendor.received()).toBe(0)

    const signIn = async (button: string, password: string) => {
      await page.getByRole('button', { name: button }).click()
      const dialog = page.getByRole('dialog', { name: 'Aanmelden bij de proxy' })
      await dialog.getByLabel('Gebruikersnaam').fill('jan')
      await dialog.getByLabel('Wachtwoord').fill(password)
      await dialog.getByRole('button', { name: 'Aanmelden', exact: true }).click()
      await expect(dialog).toHaveCount(0)
    }
    await signIn('Aanmelden…', 'mis')
    await expect(page.getByText('De proxy van je netwerk weigerde het wachtwoord').first()).toBeVisible()
    expect(vendor.received()).toBe(0)
    await signIn('Opnieuw aanmelden…', 'Zeer geheim')
    await expectState(page, 'Verzonden')
    await expect(bar).toHaveCount(0)
    expect(keysOf(vendor.requests)).toEqual([key])
    expect(vendor.requests.flatMap((request) => headerOf(request, 'proxy-authorization'))).toEqual([])
    expect(await detail(page).innerText()).not.toContain('geheim')

    await goTo(page, 'Instellingen')
    await page.getByRole('tab', { name: 'Voorkeuren' }).click()
    await expect(page.getByText(`Balie onthoudt het wachtwoord voor ${proxy.address} tot je afsluit.`)).toBeVisible()
  } finally {
    await Promise.all([proxy.close(), vendor.close()])
  }
})
