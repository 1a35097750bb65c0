import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { practiceBillinkUsername } from '#main/vendors/billink/practice/credentials.ts'
import { createPracticeServer } from '#test/support/practice-server.ts'
import { addAccount, billinkAt, digiwalletAt, practising } from '#test/support/accounts.ts'
import {
  askToSend,
  cellOf,
  checkTable,
  chooseSource,
  editCell,
  expectStep,
  filterRows,
  grid,
  openTable,
  rowOf,
  runState,
  sendTable,
  writeTable,
} from '#test/support/bulk-clerk.ts'
import { readTable } from '#test/support/bulk-table.ts'
import { dropFile, goTo, settleIn, writePdf } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { willChoose, willSave } from '#test/support/native.ts'
import { textRow, sheetXml, xlsxWorkbook } from '#test/support/xlsx-workbook.ts'
import { zipArchive } from '#test/support/zip-archive.ts'

const header = ['Outlet ID', 'Transactienummer', 'Betaalmethode', 'Factuurnummer', 'Datum', 'Test']

test('a spreadsheet becomes notes in five steps: mended, confirmed, sent, kept, tried again and taken back', async ({
  app,
  page,
  userData,
}) => {
  const server = await createPracticeServer()
  await settleIn(page)
  await addAccount(app, page, practising(digiwalletAt(server.digiwalletUrl)))
  const file = await writeTable(userData, 'november.csv', [
    header,
    ['12345', '12345678', 'IDE', '2026-1', '1-11-2026', 'nee'],
    ['12345', '1234 5679', 'IDE', '2026-2', '2-11-2026', 'nee'],
    ['12346', '00020265', 'iDEAL', '2026-3', '3-11-2026', 'nee'],
    ['12345', '12345678', 'IDE', '2026-4', '4-11-2026', 'nee'],
    ['12345', '12345685', 'MRC', '2026-5', '5-11-2026', 'nee'],
    ['12345', '70000001', 'IDE', '2026-6', '6-11-2026', 'ja'],
  ])
  await openTable(app, page, file)
  await expect(page.getByRole('button', { name: 'Scheidingsteken' })).toContainText('Puntkomma')

  await page.getByRole('button', { name: 'Verder naar kolommen' }).click()
  const text = page.getByRole('textbox', { name: 'Tekst van elke rij' })
  await expect(text).toHaveValue('Factuur {Factuurnummer}')
  await text.fill('Factuur {factuurnummer} van {dag}')
  await page.getByRole('button', { name: 'Controleer 6 rijen' }).click()
  await expect(text).toBeFocused()
  await expect(text).toHaveAccessibleDescription(/Er is geen kolom “dag”/)
  await text.fill('Factuur {factuurnummer} van {datum}')
  await expect(page.getByRole('region', { name: /^Voorbeeld/ })).toContainText('Factuur 2026-3 van 3-11-2026')
  await page.getByRole('button', { name: 'Controleer 6 rijen' }).click()

  await expectStep(page, 'Controle')
  await expect(page.getByRole('tab')).toHaveText(['Alle 6', '4 goed', '1 fout', '1 dubbel'])
  await expect(page.getByRole('button', { name: '1 soort fout · 2 opmerkingen' })).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('list', { name: 'Meldingen bij de rijen' }).getByRole('listitem').first()).toContainText(
    'Transactienummer',
  )
  await page.getByRole('button', { name: 'Betaalmethode “iDEAL” wordt IDE.' }).click()
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Met deze melding 1')
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await expect(rowOf(page, 4)).toBeVisible()
  await filterRows(page, 'Alle 6')
  await expect(rowOf(page, 5)).toContainText('Rij 2 maakt al een notitie bij deze transactie.')
  await expect(cellOf(page, 3, 'saleID')).toHaveAttribute('aria-invalid', 'true')
  await editCell(page, 3, 'saleID', '12345679')
  await expect(page.getByRole('tab')).toHaveText(['Alle 6', '5 goed', '1 dubbel', 'Met deze melding 1'])

  const dialog = await askToSend(page)
  await expect(dialog).toContainText('5 rijen verzenden?')
  await expect(dialog).toContainText(
    `Je verzendt 5 nieuwe notities naar DigiWallet, account Eigen winkel (OEFENEN), op ${new URL(server.digiwalletUrl).host}. ` +
      '1 daarvan is een testnotitie.',
  )
  await expect(dialog).toContainText('1 rij gaat niet mee: fout, dubbel of overgeslagen.')
  expect(server.state.notes).toHaveLength(0)
  await dialog.getByRole('button', { name: 'Verzend 5 rijen' }).click()

  await expectStep(page, 'Resultaat')
  await expect(page.getByRole('region', { name: 'Resultaat' })).toBeFocused()
  await expect(runState(page)).toHaveText('Klaar')
  await expect(page.getByRole('tab')).toHaveText(['Alle 6', 'Verzonden 4', 'Geweigerd 1', 'Niet meegegaan 1'])
  await filterRows(page, 'Geweigerd 1')
  await expect(grid(page).getByRole('row')).toHaveCount(2)
  await cellOf(page, 6, 'messages').click()
  await expect(page.getByRole('main')).toContainText('Transactienummer: Sale not found.')

  for (const format of ['csv', 'xlsx'] as const) {
    const saved = path.join(userData, `resultaat.${format}`)
    await willSave(app, saved)
    await page.getByRole('button', { name: 'Resultaat opslaan' }).click()
    await page.getByRole('menuitem', { name: format === 'csv' ? 'CSV' : 'Excel' }).click()
    await expect(page.getByText('Bestand opgeslagen').last()).toBeVisible()
    await expect.poll(() => readFile(saved).catch(() => null)).not.toBeNull()
    const { cells } = await readTable(await readFile(saved), { header: false })
    const said = cells.map((row) => row.join('|'))
    expect(said[3]).toMatch(/^12346\|00020265\|iDEAL\|2026-3\|3-11-2026\|nee\|4\|Verzonden\|\d+\|/)
    expect(said[5]).toMatch(/^12345\|12345685\|MRC\|2026-5\|5-11-2026\|nee\|6\|Geweigerd\|\|.*Sale not found/)
  }

  await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await page.getByRole('menuitem', { name: 'Geweigerde rijen opnieuw' }).click()
  await expectStep(page, 'Controle')
  await expect(page.getByRole('tab')).toHaveText(['Alle 1', '1 goed'])
  await editCell(page, 6, 'saleID', '12345680')
  await sendTable(page)
  await expect(runState(page)).toHaveText('Klaar')
  await expect(page.getByRole('tab', { name: 'Verzonden 5' })).toBeVisible()
  expect(server.state.notes.map(({ saleID }) => saleID).toSorted()).toEqual(
    ['00020265', '12345678', '12345679', '12345680', '70000001'].toSorted(),
  )
  expect(server.state.notes.map((note) => note.text)).toContain('Factuur 2026-3 van 3-11-2026')

  // The same layout once more: the columns are remembered, and the ledger knows these sales.
  await openTable(app, page, file)
  await page.getByRole('button', { name: 'Verder naar kolommen' }).click()
  await expect(page.getByText('Ingevuld zoals bij je vorige bestand met dezelfde kolommen.')).toBeVisible()
  await expect(text).toHaveValue('Factuur {factuurnummer} van {datum}')
  await page.getByRole('button', { name: 'Controleer 6 rijen' }).click()
  await expect(rowOf(page, 4)).toContainText('Balie heeft bij deze transactie al een notitie.')
  await expect(page.getByRole('tab', { name: '4 dubbel' })).toBeVisible()
  await page.getByRole('button', { name: 'Verwijderen' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Verwijderen' }).click()

  await page.getByRole('main').getByRole('button', { name: 'november.csv' }).click()
  await page.getByRole('button', { name: 'Ongedaan maken…' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ongedaan maken: november.csv')
  await expect(await askToSend(page)).toContainText('Je verzendt 5 verwijderingen naar DigiWallet')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Verzend 5 rijen' }).click()
  await expect(runState(page)).toHaveText('Klaar')
  expect(server.state.notes).toHaveLength(0)
  await server.close()
})

test('tables come from Excel by paste, by drop and as a workbook, are read as the clerk says, and mended without losing a zero', async ({
  app,
  page,
  userData,
}) => {
  await settleIn(page)
  await goTo(page, 'Bulk')
  const content = page.getByRole('table', { name: 'Kolommen en hun eerste waarden' })

  await page.getByRole('textbox', { name: 'Of plak rijen uit Excel' }).evaluate((field) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'Transactienummer\tBetaalmethode\tTekst\n00012345\tIDE\tEerste\n')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Geplakt/)
  await expect(page.getByRole('button', { name: 'Scheidingsteken' })).toContainText('Tab')
  await expect(content).toContainText('00012345')

  await page.getByRole('button', { name: 'Naar alle bulkverzendingen' }).click()
  await page.getByRole('textbox', { name: 'Of plak rijen uit Excel' }).fill('Transactienummer;Tekst\n00054321;Getypt')
  await page.getByRole('button', { name: 'Gebruik deze rijen' }).click()
  await expect(content).toContainText('00054321')

  await page.getByRole('button', { name: 'Naar alle bulkverzendingen' }).click()
  const dropped = path.join(userData, 'gesleept.csv')
  await writeFile(dropped, Buffer.from('Transactienummer;Betaalmethode;Tekst\n00012345;IDE;Caf\xe9\n', 'latin1'))
  await dropFile(page.getByRole('heading', { name: 'Nieuwe bulkverzending' }), dropped)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('gesleept.csv')
  await expect(page.getByRole('button', { name: 'Codering' })).toContainText('Windows-1252')
  await expect(content).toContainText('Café')
  await page.getByRole('button', { name: 'Kopregel' }).click()
  await page.getByRole('option', { name: 'Geen kopregel' }).click()
  await expect(content.getByRole('row').filter({ hasText: 'Betaalmethode' })).toContainText('Betaalmethode · IDE')
  await page.getByRole('button', { name: 'Kopregel' }).click()
  await page.getByRole('option', { name: 'Rij 1' }).click()
  await page.getByRole('button', { name: 'Scheidingsteken' }).click()
  await page.getByRole('option', { name: 'Komma (,)' }).click()
  await expect(content.getByRole('row')).toHaveCount(2)
  await page.getByRole('button', { name: 'Scheidingsteken' }).click()
  await page.getByRole('option', { name: 'Puntkomma' }).click()
  await expect(content.getByRole('row')).toHaveCount(4)

  const notATable = path.join(userData, 'foto.csv')
  await writeFile(notATable, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3, 0]))
  await goTo(page, 'Bulk')
  await willChoose(app, notATable)
  await page.getByRole('button', { name: 'Bestand kiezen…' }).click()
  await expect(page.getByRole('alert')).toBeVisible()

  const workbook = path.join(userData, 'verkopen.xlsx')
  await writeFile(workbook, twoSheets())
  await openTable(app, page, workbook)
  // The sheet with the table is chosen, and any other can be.
  await expect(content).toContainText('00020265')
  await page.getByRole('button', { name: 'Werkblad' }).click()
  await page.getByRole('option', { name: 'Toelichting' }).click()
  await expect(content).toContainText('Leeg blad')
  await page.getByRole('button', { name: 'Werkblad' }).click()
  await page.getByRole('option', { name: 'November' }).click()
  await expect(content).toContainText('00020265')

  await page.getByRole('button', { name: 'Verder naar kolommen' }).click()
  await expect(page.getByRole('region', { name: /^Voorbeeld/ })).toContainText('Vul dit in.')
  await chooseSource(page, 'Outlet', 'Voor elke rij hetzelfde')
  const outlet = page.getByRole('combobox', { name: 'Outlet van elke rij' })
  await outlet.fill('12345')
  await outlet.press('Escape')
  // A look elsewhere, at once: what was typed is there afterwards.
  await goTo(page, 'Geschiedenis')
  await goTo(page, 'Bulk')
  await page.getByRole('main').getByRole('button', { name: 'verkopen.xlsx' }).click()
  await expectStep(page, 'Kolommen')
  await expect(outlet).toHaveValue('Oefenwinkel')
  await page.getByRole('button', { name: /^Controleer/ }).click()
  await expect(page.getByRole('tab')).toHaveText(['Alle 2', '1 goed', '1 fout'])
  await expect(cellOf(page, 2, 'saleID')).toHaveText('00020265')

  const faulty = path.join(userData, 'fouten.csv')
  await willSave(app, faulty)
  await page.getByRole('button', { name: 'Foute rijen opslaan' }).click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await expect.poll(() => readFile(faulty, 'utf8').catch(() => '')).toContain('0001234x')
  const workbookOfFaults = path.join(userData, 'fouten.xlsx')
  await willSave(app, workbookOfFaults)
  await page.getByRole('button', { name: 'Foute rijen opslaan' }).click()
  await page.getByRole('menuitem', { name: 'Excel' }).click()
  await expect
    .poll(() =>
      readFile(workbookOfFaults).then(
        ({ length }) => length > 0,
        () => false,
      ),
    )
    .toBe(true)
  expect((await readTable(await readFile(workbookOfFaults), { header: false })).cells[1]?.slice(0, 3)).toEqual([
    '0001234x',
    'IDE',
    'Tweede',
  ])
  await writeFile(faulty, (await readFile(faulty, 'utf8')).replace('0001234x', '00012345'))
  await openTable(app, page, faulty)
  await expect(content.getByRole('row')).toHaveCount(4)
  await checkTable(page)
  await expect(page.getByRole('tab')).toHaveText(['Alle 1', '1 goed'])
  await expect(cellOf(page, 2, 'saleID')).toHaveText('00012345')
})

test('disputes come from a table with a folder, or a ZIP, of the files it names', async ({ app, page, userData }) => {
  const server = await createPracticeServer()
  await settleIn(page)
  await addAccount(app, page, practising({ ...billinkAt(server.disputeUrl), username: practiceBillinkUsername }))
  const pdf = await readFile(await writePdf(userData, 'bon1.pdf'))
  const file = await writeTable(userData, 'geschillen.csv', [
    ['Factuurnummer', 'Klantnaam', 'E-mailadres', 'Categorie', 'Taal', 'Bericht', 'Bestand'],
    ['F-1', 'Jan Jansen', 'jan@example.nl', 'retour', 'nl', 'Zool gescheurd', 'bon1.pdf'],
    ['F-2', 'Tineke Toets', 'tineke@example.nl', 'retour', 'nl', 'Kwam niet aan', 'bon2.pdf'],
    ['F-3', 'Piet Pieters', 'piet@example.nl', 'retour', 'nl', 'Verkeerde maat', ''],
  ])
  const open = async () => {
    await goTo(page, 'Bulk')
    await page.getByRole('radiogroup', { name: 'Wat staat er in het bestand?' }).getByText('Geschillen').click()
    await willChoose(app, file)
    await page.getByRole('button', { name: 'Bestand kiezen…' }).click()
    await expectStep(page, 'Bestand')
  }

  await open()
  await willChoose(app, userData)
  await page.getByRole('button', { name: 'Map kiezen…' }).click()
  await expect(page.getByText(`${path.basename(userData)}:`)).toBeVisible()
  await checkTable(page)
  await expect(page.getByRole('tab')).toHaveText(['Alle 3', '2 goed', '1 fout'])
  await expect(cellOf(page, 3, 'file')).toHaveAttribute('aria-invalid', 'true')
  await expect(await askToSend(page)).toContainText('Je verzendt 2 geschillen naar Billink, account Eigen winkel (OEFENEN)')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Verzend 2 rijen' }).click()
  await expect(runState(page)).toHaveText('Klaar')
  expect(server.state.disputes.map(({ invoice, file: sent }) => [invoice, sent?.bytes ?? null])).toEqual([
    ['F-1', pdf.length],
    ['F-3', null],
  ])

  await open()
  const archive = path.join(userData, 'bonnen.zip')
  await writeFile(
    archive,
    zipArchive([
      { name: 'bonnen/bon1.pdf', data: pdf },
      { name: 'bonnen/bon2.pdf', data: pdf },
    ]),
  )
  await willChoose(app, archive)
  await page.getByRole('button', { name: 'Zip kiezen…' }).click()
  await expect(page.getByText('bonnen.zip: 2 bestanden')).toBeVisible()
  await checkTable(page)
  await expect(page.getByRole('tab')).toHaveText(['Alle 3', '1 goed', '2 dubbel'])
  await sendTable(page)
  await expect(runState(page)).toHaveText('Klaar')
  expect(server.state.disputes.at(-1)).toMatchObject({ invoice: 'F-2', file: { fileName: 'bon2.pdf', bytes: pdf.length } })
  await server.close()
})

/** A workbook whose first sheet is none of the clerk's business. */
function twoSheets(): Buffer {
  const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const worksheet = (number: number) =>
    `<Relationship Id="rId${number}" Type="${relationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`
  return xlsxWorkbook({
    sheet: textRow(1, 'Leeg blad', 'Niets') + textRow(2, 'a', 'b'),
    workbook:
      `<?xml version="1.0"?><workbook ${spreadsheet} xmlns:r="${relationships}"><sheets>` +
      '<sheet name="Toelichting" sheetId="1" r:id="rId1"/><sheet name="November" sheetId="2" r:id="rId2"/></sheets></workbook>',
    replace: {
      'xl/_rels/workbook.xml.rels':
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `${worksheet(1)}${worksheet(2)}</Relationships>`,
    },
    extra: [
      {
        name: 'xl/worksheets/sheet2.xml',
        data: sheetXml(
          textRow(1, 'Transactienummer', 'Betaalmethode', 'Tekst') +
            textRow(2, '00020265', 'IDE', 'Eerste') +
            textRow(3, '0001234x', 'IDE', 'Tweede'),
        ),
      },
    ],
  })
}
