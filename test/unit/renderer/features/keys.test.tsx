import { expect, test } from 'vitest'
import { catalogues } from '#shared/languages/index.ts'
import { wordsOnScreen } from '#test/support/words-on-screen.tsx'
import { KeysList } from '../../../../src/renderer/features/shell/KeysDialog.tsx'
import { commandFor } from '../../../../src/renderer/features/shell/shortcuts.ts'
import { shortcutNames } from '../../../../src/renderer/lib/key-names.ts'
import { isPressed, keysOf, keyTable, type Shortcut, type ShortcutId } from '../../../../src/renderer/lib/key-table.ts'
import { marksAfterKey } from '../../../../src/renderer/ui/list-marks.ts'
import { stepTo } from '../../../../src/renderer/ui/list-keys.ts'

const table = Object.entries(keyTable) as [ShortcutId, Shortcut][]

/** What a keyboard tells when these are pressed. */
function pressed(combo: string, isMac = false) {
  const parts = combo.split('+')
  const last = parts.at(-1) ?? ''
  const isHeld = (name: string) => parts.slice(0, -1).includes(name)
  return {
    key: last === 'Space' ? ' ' : last.length === 1 && !isHeld('Shift') ? last.toLowerCase() : last,
    ctrlKey: !isMac && isHeld('Ctrl'),
    metaKey: isMac && isHeld('Ctrl'),
    altKey: isHeld('Alt'),
    shiftKey: isHeld('Shift'),
  }
}

test.each(['win32', 'darwin'])('every key of the table is in the list of all keys, with what it does (%s)', (platform) => {
  const shown = wordsOnScreen(<KeysList platform={platform} />).replaceAll(/\s+/g, ' ')
  const words: Record<string, string> = { Space: 'Spatie', ContextMenu: 'Menutoets' }
  for (const [, shortcut] of table) {
    const names = shortcutNames(platform, shortcut).map((name) => words[name] ?? name)
    expect(shown).toContain(`${names.join(' ')} ${catalogues.nl[shortcut.says]}`)
  }
})

test.each([false, true])('every command of the table is what its keys ask for (on a Mac: %s)', (isMac) => {
  const commands = table.flatMap(([, { command, ...keys }]) =>
    command ? keysOf(keys as Shortcut, isMac).map((combo) => [combo, command] as const) : [],
  )
  expect(commands.length).toBeGreaterThan(10)
  for (const [combo, command] of commands) expect(commandFor(pressed(combo, isMac), isMac), combo).toBe(command)
})

test('what the table says of a list is what keys do there, and the other way round', () => {
  const all = ['a', 'b', 'c']
  const done = (combo: string) => {
    const event = pressed(combo)
    const marked: unknown[] = []
    const marks = { keys: new Set(['a']), onChange: (keys: ReadonlySet<string>) => void marked.push(keys) }
    if (marksAfterKey(event, marks, all, 1)) return true
    const isCommand = event.key.length === 1 && event.ctrlKey
    return (
      (!isCommand && stepTo(event.key, 1, 3, 2) !== null) ||
      (['open', 'rowMenu', 'remove', 'copy'] as const).some((id) => isPressed(event, id))
    )
  }
  const listed = table.flatMap(([, { place, keys }]) => (place === 'list' ? keys : []))
  for (const combo of listed) expect(done(combo), combo).toBe(true)
  const others = ['ArrowLeft', 'Tab', 'Backspace', 'A', 'Ctrl+J', 'Ctrl+B', 'Shift+F9', 'Insert']
  for (const combo of others) expect(done(combo), combo).toBe(false)
})

test('no key does two things in one place', () => {
  const taken = table.flatMap(([, { place, keys }]) => keys.map((combo) => `${place} ${combo}`))
  // The last look has the key of the form below it.
  expect(taken.filter((one, at) => taken.indexOf(one) !== at)).toEqual(['form Ctrl+Enter'])
})
