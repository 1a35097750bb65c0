import { keysOf, keyTable, type Shortcut, type ShortcutId } from './key-table.ts'
import { useAppInfo } from './preferences.ts'

/** As they stand on the keyboard, or as everyone reads them. */
const names: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
}
const macNames: Record<string, string> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥' }

/** How a key is written on this computer. */
export const keyName = (platform: string, ...keys: readonly string[]): string =>
  keys
    .map((key) => (platform === 'darwin' ? macNames[key] : undefined) ?? names[key] ?? key)
    .join(platform === 'darwin' ? '' : '+')

/** A key of the table, as it is written on this computer. */
export const comboName = (platform: string, combo: string): string => keyName(platform, ...combo.split('+'))

/** All keys that do the same. */
export const shortcutNames = (platform: string, shortcut: Shortcut): string[] =>
  keysOf(shortcut, platform === 'darwin').map((combo) => comboName(platform, combo))

/** The first key of a line of the table, for a hint. */
export function useKeyName(id: ShortcutId): string {
  const platform = useAppInfo()?.platform ?? ''
  return shortcutNames(platform, keyTable[id])[0] ?? ''
}
