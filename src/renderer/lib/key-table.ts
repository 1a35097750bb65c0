import { kindNames, kinds, type Kind } from '#shared/domain/kinds.ts'
import type { MessageId } from '#shared/languages/index.ts'
import { screens, type Screen } from './navigation.tsx'

/** What a key asks of the whole app. */
export type Command =
  | Screen
  | `new-${Kind}`
  | 'palette'
  | 'keys'
  | 'find'
  | 'print'
  | 'back'
  | 'forward'
  | 'next-region'
  | 'previous-region'

/** Where keys count, in the order in which they are shown. */
export const keyPlaces = ['anywhere', 'list', 'form', 'rows'] as const

/** Keys that do the same, each as it is pressed; `Ctrl` is the Command key on a Mac. */
export interface Shortcut {
  readonly place: (typeof keyPlaces)[number]
  readonly keys: readonly string[]
  /** Where a Mac has others. */
  readonly mac?: readonly string[]
  readonly says: MessageId
  readonly command?: Command
}

const anywhere = (keys: readonly string[], says: MessageId, command?: Command, mac?: readonly string[]): Shortcut => ({
  place: 'anywhere',
  keys,
  says,
  ...(command && { command }),
  ...(mac && { mac }),
})
const at = (place: Shortcut['place'], keys: readonly string[], says: MessageId): Shortcut => ({ place, keys, says })

/** THE table of keys: commands are found in it, hints name them, and `F1` shows all of it. */
export const keyTable = {
  ...(Object.fromEntries(
    kindNames.map((kind) => [
      `new-${kind}`,
      anywhere([`Ctrl+${kinds[kind].newKey}`], `${kinds[kind].screen}.new` as MessageId, `new-${kind}`),
    ]),
  ) as Record<`new-${Kind}`, Shortcut>),
  palette: anywhere(['Ctrl+K'], 'shell.keys.palette', 'palette'),
  find: anywhere(['Ctrl+F'], 'shell.keys.find', 'find'),
  print: anywhere(['Ctrl+P'], 'shell.keys.print', 'print'),
  takeBack: anywhere(['Ctrl+Z'], 'shell.keys.takeBack'),
  back: anywhere(['Alt+ArrowLeft'], 'shell.keys.back', 'back', ['Ctrl+[']),
  forward: anywhere(['Alt+ArrowRight'], 'shell.keys.forward', 'forward', ['Ctrl+]']),
  nextRegion: anywhere(['F6'], 'shell.keys.region', 'next-region'),
  previousRegion: anywhere(['Shift+F6'], 'shell.keys.regionBefore', 'previous-region'),
  settings: anywhere(['Ctrl+,'], 'shell.keys.settings', 'settings'),
  keys: anywhere(['F1', '?'], 'shell.keys.keys', 'keys'),
  close: anywhere(['Escape'], 'shell.keys.close'),
  step: at('list', ['ArrowUp', 'ArrowDown', 'K', 'J'], 'shell.keys.step'),
  page: at('list', ['PageUp', 'PageDown'], 'shell.keys.page'),
  ends: at('list', ['Home', 'End'], 'shell.keys.ends'),
  open: at('list', ['Enter'], 'shell.keys.open'),
  mark: at('list', ['Space'], 'shell.keys.mark'),
  markOn: at('list', ['Shift+ArrowUp', 'Shift+ArrowDown'], 'shell.keys.markOn'),
  markAll: at('list', ['Ctrl+A'], 'shell.keys.markAll'),
  unmark: at('list', ['Escape'], 'shell.keys.unmark'),
  rowMenu: at('list', ['Shift+F10', 'ContextMenu'], 'shell.keys.rowMenu'),
  remove: at('list', ['Delete'], 'shell.keys.remove'),
  copy: at('list', ['Ctrl+C'], 'shell.keys.copy'),
  review: at('form', ['Ctrl+Enter'], 'shell.keys.submit'),
  save: at('form', ['Ctrl+S'], 'shell.keys.save'),
  template: at('form', ['/'], 'shell.keys.template'),
  pasteFile: at('form', ['Ctrl+V'], 'shell.keys.pasteFile'),
  reviewNext: at('form', ['Ctrl+Enter'], 'shell.keys.next'),
  editCell: at('rows', ['F2', 'Enter'], 'shell.keys.editCell'),
  replaceCells: at('rows', ['Ctrl+H'], 'shell.keys.replace'),
  fillDown: at('rows', ['Ctrl+D'], 'shell.keys.fillDown'),
  undo: at('rows', ['Ctrl+Z'], 'shell.keys.undo'),
  redo: at('rows', ['Ctrl+Y'], 'shell.keys.redo'),
  leaveOut: at('rows', ['Space'], 'shell.keys.leaveOut'),
} as const satisfies Record<string, Shortcut>
export type ShortcutId = keyof typeof keyTable

/** The screens have keys by their place in the navigation, and one line together. */
export const keyOfScreen = (screen: Screen): string => `Ctrl+${screens.indexOf(screen) + 1}`

export const keysOf = ({ keys, mac }: Shortcut, isMac: boolean): readonly string[] => (isMac && mac) || keys

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * A key with what is held, as the table spells it; null where it belongs to the text. On macOS ⌘ alone is the key for commands:
 * there Ctrl+K and Ctrl+N edit text. Shift is part of a sign, such as `?`, and not held beside it.
 */
export function comboOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key, isMac: boolean): string | null {
  const isMain = isMac ? metaKey && !ctrlKey : ctrlKey !== metaKey
  if ((ctrlKey || metaKey) && !isMain) return null
  const isSign = key.length === 1 && key.toUpperCase() === key.toLowerCase()
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  return [isMain && 'Ctrl', altKey && 'Alt', shiftKey && !isSign && 'Shift', name].filter(Boolean).join('+')
}

/** Whether this is the key for it, on whatever keyboard: the Command key is as good as Ctrl in what has the focus. */
export function isPressed(event: Key, id: ShortcutId): boolean {
  const combo = comboOf(event, event.metaKey)
  return combo !== null && keysOf(keyTable[id], event.metaKey).includes(combo)
}
