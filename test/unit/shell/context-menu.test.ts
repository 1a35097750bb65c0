import { expect, test } from 'vitest'
import { contextItems } from '#main/shell/context-menu.ts'
import { sayIn } from '#main/text/say.ts'

const all = { canUndo: true, canRedo: true, canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
const labels = (items: ReturnType<typeof contextItems>) => items.flatMap(({ label }) => label ?? [])

test('a field offers cut, copy and paste in the person’s language, greyed where they do nothing', () => {
  const items = contextItems(
    { isEditable: true, selectionText: '', editFlags: { ...all, canCut: false, canCopy: false } },
    sayIn('nl'),
  )
  expect(labels(items)).toEqual(['Ongedaan maken', 'Opnieuw', 'Knippen', 'Kopiëren', 'Plakken', 'Alles selecteren'])
  expect(items.filter(({ enabled }) => enabled === false).map(({ role }) => role)).toEqual(['cut', 'copy'])
  expect(labels(contextItems({ isEditable: true, selectionText: '', editFlags: all }, sayIn('en')))).toContain('Paste')
})

test('selected text can be copied and nothing else; an empty spot offers nothing', () => {
  expect(labels(contextItems({ isEditable: false, selectionText: '815', editFlags: all }, sayIn('nl')))).toEqual(['Kopiëren'])
  expect(contextItems({ isEditable: false, selectionText: ' ', editFlags: all }, sayIn('nl'))).toEqual([])
})
