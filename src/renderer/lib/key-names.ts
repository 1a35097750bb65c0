import { kinds, type Kind } from '#shared/domain/kinds.ts'

/** How a key is written on this computer. */
export const keyName = (platform: string, ...keys: readonly string[]): string =>
  platform === 'darwin' ? keys.map((key) => ({ Ctrl: '⌘', Shift: '⇧', Alt: '⌥' })[key] ?? key).join('') : keys.join('+')

/** The keys that ask for a new item of a kind, as they are written on this computer. */
export const newKeyName = (platform: string, kind: Kind): string => keyName(platform, 'Ctrl', ...kinds[kind].newKey.split('+'))
