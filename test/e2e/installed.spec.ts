import { detail, expectState, fillDispute, pickFile, review, writePdf } from '#test/support/clerk.ts'
import { firstPage, launchApp, packedApp, closeApp } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'

test.skip(packedApp === undefined, 'Needs a packed app, named by BALIE_PACKED_APP')

/** What the first dispute may take, on a machine that does nothing else; on one that does, the figure is printed alone. */
const quick = 10

test('from the installed package to a filed practice dispute in seconds', async ({ userData }) => {
  const file = await writePdf(userData)
  const began = performance.now()
  const app = await launchApp({ userData, env: { LC_ALL: 'nl_NL.UTF-8', LANGUAGE: 'nl' } })
  try {
    const page = await firstPage(app)
    const welcome = page.getByRole('dialog', { name: 'Welkom bij Balie' })
    await welcome.getByRole('button', { name: /oefengeschil/ }).click()
    await fillDispute(page, { invoice: 'F-2026-001' })
    await pickFile(app, page, file)
    await (await review(page)).getByRole('button', { name: 'Indienen', exact: true }).click()
    await page.getByRole('button', { name: 'Nu verzenden' }).click()
    await expectState(page, 'Verzonden')
    await expect(detail(page)).toContainText('Billink heeft het geschil aangenomen.')
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(`from the installed package to a filed practice dispute: ${seconds.toFixed(1)} s\n`)
    if (process.env['BALIE_QUIET_MACHINE'] !== undefined) expect(seconds).toBeLessThanOrEqual(quick)
  } finally {
    await closeApp(app)
  }
})
