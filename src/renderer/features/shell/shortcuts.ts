import { screens } from '../../lib/navigation.tsx'
import { comboOf, keyOfScreen, keysOf, keyTable, type Command, type Shortcut } from '../../lib/key-table.ts'

const all: readonly Shortcut[] = Object.values(keyTable)

/** What a key asks for; null for keys that belong to the field or list that has focus. */
export function commandFor(pressed: Parameters<typeof comboOf>[0], isMac: boolean): Command | null {
  const combo = comboOf(pressed, isMac)
  if (combo === null) return null
  const wanted = all.find((shortcut) => shortcut.command && keysOf(shortcut, isMac).includes(combo))
  return wanted?.command ?? screens.find((screen) => keyOfScreen(screen) === combo) ?? null
}
