import type { MenuItemConstructorOptions } from 'electron'

/** The letter that chooses an item with Alt on Windows and Linux; macOS leaves the mark out. */
function marked(label: string, taken: Set<string>): string {
  // A mark in the label itself is a sign, and not a key.
  const letters = Array.from(label)
  const at = letters.findIndex((letter) => /[\p{L}\p{N}]/u.test(letter) && !taken.has(letter.toLowerCase()))
  if (at === -1) return label.replaceAll('&', '&&')
  taken.add(letters[at]?.toLowerCase() ?? '')
  return letters.map((letter, index) => (index === at ? `&${letter}` : letter === '&' ? '&&' : letter)).join('')
}

/** Gives each item of a menu a letter of its own, the first one that no item before it has; and so in each menu below it. */
export function withKeys(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  const taken = new Set<string>()
  return items.map((item) => ({
    ...item,
    ...(item.label === undefined ? {} : { label: marked(item.label, taken) }),
    ...(Array.isArray(item.submenu) ? { submenu: withKeys(item.submenu) } : {}),
  }))
}
