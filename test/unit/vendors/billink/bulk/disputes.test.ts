import { newBillinkSettings, practiceCategories } from '#shared/vendors/billink/settings.ts'
import { describe, expect, test } from 'vitest'
import { disputeDuplicates } from '#main/vendors/billink/bulk/duplicates.ts'
import { checkDispute, disputeContextOf } from '#main/vendors/billink/bulk/check-dispute.ts'
import type { RowValues } from '#main/bulk/vocabulary/planned-row.ts'
import { fileFinder } from '#main/bulk/reading/file-finder.ts'

const megabyte = 1024 * 1024
const files = fileFinder(
  [
    ['bon.pdf', 1000],
    ['groot.pdf', 11 * megabyte],
    ['zwaar.pdf', 4 * megabyte],
    ['leeg.pdf', 0],
    ['foto.jfif', 10],
    ['lijst.xlsx', 10],
    ['zonder', 10],
    ['mei/foto.jpg', 10],
    ['juni/foto.jpg', 10],
  ].map(([path, bytes]) => ({ path: String(path), name: String(path).split('/').at(-1) ?? '', bytes: Number(bytes) })),
)
const sound: RowValues = {
  invoice: ' 2026-0001 ',
  customerName: 'Jan Jansen',
  customerEmail: 'jan@voorbeeld.nl',
  category: 'retour',
  locale: 'nl',
  message: 'Het pakket is terug.',
  file: 'bon.pdf',
}
const check = (values: RowValues = {}, find: typeof files | null = files) =>
  checkDispute(
    { values: { ...sound, ...values }, problems: {} },
    disputeContextOf({ ...newBillinkSettings(), categories: [...practiceCategories] }, find),
  )

describe('a dispute in a row', () => {
  test('that is sound is what leaves, with its file', () => {
    expect(check()).toEqual({
      complete: {
        invoice: '2026-0001',
        customerName: 'Jan Jansen',
        customerEmail: 'jan@voorbeeld.nl',
        category: 'retour',
        locale: 'nl',
        message: 'Het pakket is terug.',
      },
      file: { path: 'bon.pdf', name: 'bon.pdf', bytes: 1000 },
      problems: {},
      warnings: [],
    })
  })

  test('needs no file', () => {
    expect(check({ file: ' ' }, null)).toMatchObject({ complete: { invoice: '2026-0001' }, file: null, problems: {} })
  })

  test('is judged as the single form judges, all at once', () => {
    const { complete: dispute, file, problems } = check({ invoice: '', customerEmail: 'jan', message: ' ' })
    expect([dispute, file]).toEqual([null, null])
    expect(problems).toEqual({
      invoice: [{ id: 'validation.required' }],
      customerEmail: [{ id: 'validation.email' }],
      message: [{ id: 'validation.required' }],
    })
  })

  test('may use the words of the form for what Billink wants, and shows what becomes of them', () => {
    expect(check({ category: 'retour gestuurd', locale: 'Nederlands' })).toMatchObject({
      complete: { category: 'retour', locale: 'nl' },
      warnings: [
        { id: 'bulk.row.choiceMapped', values: { from: 'retour gestuurd', to: 'retour' } },
        { id: 'bulk.row.choiceMapped', values: { from: 'Nederlands', to: 'nl' } },
      ],
    })
    // Billink's own list is not known here: another word goes as it is, and is never simply good.
    expect(check({ category: 'diefstal', locale: 'Frans' })).toMatchObject({
      complete: { category: 'diefstal', locale: 'Frans' },
      warnings: [
        { id: 'bulk.row.choiceOutside', values: { value: 'diefstal' } },
        { id: 'bulk.row.choiceOutside', values: { value: 'Frans' } },
      ],
    })
  })

  test.each([
    ['that is not there', 'weg.pdf', 'bulk.file.missing'],
    ['that is there twice', 'foto.jpg', 'bulk.file.ambiguous'],
    ['outside the folder', '../bon.pdf', 'bulk.file.escapes'],
    ['and another', 'bon.pdf; mei/foto.jpg', 'bulk.file.several'],
    ['that Billink does not take', 'lijst.xlsx', 'attachment.format'],
    ['of a right kind with another ending', 'foto.jfif', 'attachment.otherEnding'],
    ['without an extension', 'zonder', 'attachment.noExtension'],
    ['that is empty', 'leeg.pdf', 'attachment.empty'],
    ['over the limit of the account', 'groot.pdf', 'attachment.tooLargeNamed'],
  ])('that names a file %s cannot leave', (_, file, id) => {
    const checked = check({ file })
    expect(checked).toMatchObject({ complete: null, file: null, problems: { file: [{ id }] } })
  })

  test('that names a file before a folder was chosen says to choose one', () => {
    expect(check({}, null).problems).toEqual({ file: [{ id: 'bulk.file.noSource', values: { name: 'bon.pdf' } }] })
  })

  test('with a large file says so', () => {
    expect(check({ file: 'zwaar.pdf' })).toMatchObject({ file: { name: 'zwaar.pdf' }, warnings: [{ id: 'bulk.file.large' }] })
  })
})

test('an invoice that is disputed already, in this file or in the ledger', () => {
  const find = disputeDuplicates((invoice) => invoice === 'B')
  expect(find(2, 'A')).toEqual({ duplicate: false, warnings: [] })
  expect(find(3, 'A')).toEqual({ duplicate: true, warnings: [{ id: 'bulk.row.sameInvoice', values: { row: 2, invoice: 'A' } }] })
  expect(find(5, 'a')).toEqual({ duplicate: true, warnings: [{ id: 'bulk.row.sameInvoice', values: { row: 2, invoice: 'a' } }] })
  expect(find(4, 'B')).toEqual({ duplicate: true, warnings: [{ id: 'bulk.row.knownInvoice', values: { invoice: 'B' } }] })
})
