import { kindNames, kinds, type Kind } from '#shared/domain/kinds.ts'
import { screens, type Screen } from '../../lib/navigation.tsx'

export type Command =
  | Screen
  | `new-${Kind}`
  | 'palette'
  | 'keys'
  | 'find'
  | 'back'
  | 'forward'
  | 'next-region'
  | 'previous-region'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * What a key asks for; null for keys that belong to the field or list that has focus. On macOS ⌘ alone is the key for commands:
 * there Ctrl+K, Ctrl+N and ⌥← edit text, and ⌘[ and ⌘] go back and forward.
 */
export function commandFor({ key, ctrlKey, metaKey, altKey, shiftKey }: Key, isMac: boolean): Command | null {
  if (key === 'F1' || (key === '?' && !ctrlKey && !metaKey && !altKey)) return 'keys'
  if (key === 'F6') return shiftKey ? 'previous-region' : 'next-region'
  const main = isMac ? metaKey && !ctrlKey : ctrlKey !== metaKey
  if (isMac && main && !altKey && !shiftKey && (key === '[' || key === ']')) return key === '[' ? 'back' : 'forward'
  if (!isMac && altKey && !main && !shiftKey) return key === 'ArrowLeft' ? 'back' : key === 'ArrowRight' ? 'forward' : null
  if (!main || altKey) return null
  const pressed = `${shiftKey ? 'Shift+' : ''}${key.toUpperCase()}`
  const wanted = kindNames.find((kind) => kinds[kind].newKey === pressed)
  if (wanted) return `new-${wanted}`
  if (shiftKey) return null
  if (key.toLowerCase() === 'k') return 'palette'
  if (key.toLowerCase() === 'f') return 'find'
  return /^[1-9]$/.test(key) ? (screens[Number(key) - 1] ?? null) : null
}
