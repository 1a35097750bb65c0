import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { withKeys } from '#main/shell/menu-keys.ts'

const labelsOf = (items: readonly MenuItemConstructorOptions[]): string[] => withKeys(items).map(({ label }) => label ?? '')

test.each<[string, string[], string[]]>([
  ['first letters', ['Bestand', 'Weergave'], ['&Bestand', '&Weergave']],
  ['the next letter where the first is taken', ['Kopiëren', 'Knippen', 'Plakken'], ['&Kopiëren', 'K&nippen', '&Plakken']],
  ['capitals and small letters as one', ['Opnieuw', 'ongedaan'], ['&Opnieuw', 'o&ngedaan']],
  ['letters alone, and no marks', ['… meer', 'Jansen & Zn'], ['… &meer', '&Jansen && Zn']],
  ['none where all are taken', ['A', 'A'], ['&A', 'A']],
])('items get %s', (_, labels, marked) => {
  expect(labelsOf(labels.map((label) => ({ label })))).toEqual(marked)
})

test('each menu has letters of its own, and what has no label gets none', () => {
  const [file] = withKeys([{ label: 'Bestand', submenu: [{ label: 'Bulk' }, { type: 'separator' }, { label: 'Bewaren' }] }])
  expect(file?.submenu).toEqual([{ label: '&Bulk' }, { type: 'separator' }, { label: 'B&ewaren' }])
})
