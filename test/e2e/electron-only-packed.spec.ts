import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { checkTable, openTable, runState, sendTable } from '#test/support/bulk-clerk.ts'
import { call, settleIn } from '#test/support/clerk.ts'
import { packedApp } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { willSave } from '#test/support/native.ts'
import { textRow, xlsxWorkbook } from '#test/support/xlsx-workbook.ts'

test.skip(packedApp === undefined, 'Needs a packed app, named by BALIE_PACKED_APP')

test('the keychain’s module loads out of the asar', async ({ page }) => {
  await settleIn(page)
  const { keychain, keychainDetail } = await call<{ keychain: string; keychainDetail: string | null }>(page, 'app.info')
  expect(keychain, keychainDetail ?? '').not.toBe('broken')
})

test('an XLSX is read, sent through the lane’s thread, and its result written as one', async ({ app, page, userData }) => {
  await settleIn(page)
  const file = path.join(userData, 'notities.xlsx')
  const rows = [
    ['Outlet ID', 'Transactienummer', 'Betaalmethode', 'Factuurnummer', 'Datum', 'Test'],
    ['12345', '12345678', 'IDE', '2026-1', '1-11-2026', 'nee'],
  ]
  await writeFile(file, xlsxWorkbook({ sheet: rows.map((cells, at) => textRow(at + 1, ...cells)).join('') }))
  await openTable(app, page, file)
  await checkTable(page)
  await sendTable(page)
  await expect(runState(page)).toHaveText(/Klaar|Gepauzeerd|Gestopt/)
  const saved = path.join(userData, 'resultaat.xlsx')
  await willSave(app, saved)
  await page.getByRole('button', { name: 'Resultaat opslaan' }).click()
  await page.getByRole('menuitem', { name: 'Excel' }).click()
  await expect
    .poll(() =>
      readFile(saved).then(
        (bytes) => bytes.subarray(0, 2).toString(),
        () => '',
      ),
    )
    .toBe('PK')
})
