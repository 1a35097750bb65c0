import { EventEmitter } from 'node:events'
import type { KeyCombination } from './in-page/messages.ts'

const modifiers: Record<string, 'ctrl' | 'shift' | 'alt' | 'meta'> = {
  cmdorctrl: 'ctrl',
  commandorcontrol: 'ctrl',
  ctrl: 'ctrl',
  control: 'ctrl',
  shift: 'shift',
  alt: 'alt',
  altgr: 'alt',
  option: 'alt',
  super: 'meta',
  meta: 'meta',
  cmd: 'meta',
  command: 'meta',
}

/** Electron's names for keys whose `KeyboardEvent.key` is called otherwise. */
const keyNames: Record<string, string> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

/** Reads an accelerator such as `CmdOrCtrl+Shift+N`; an unknown modifier throws. */
export function parseAccelerator(accelerator: string, id: number): KeyCombination {
  const parts = accelerator
    .replace(/\+\+$/, '+Plus')
    .split('+')
    .map((part) => part.trim().toLowerCase())
  const name = parts.pop() ?? ''
  const combination: KeyCombination = { id, key: keyNames[name] ?? name, ctrl: false, shift: false, alt: false, meta: false }
  for (const part of parts) {
    const modifier = modifiers[part]
    if (!modifier) throw new Error(`Electron stand-in: the accelerator ${accelerator} has an unknown modifier`)
    combination[modifier] = true
  }
  const code = /^[a-z]$/.test(name) ? `Key${name.toUpperCase()}` : /^\d$/.test(name) ? `Digit${name}` : undefined
  return { ...combination, ...(code && { code }) }
}

interface AcceleratorEvents {
  changed: [combinations: KeyCombination[]]
  pressed: [id: number, contents: object]
}

/** The keys of the application menu: the menu sets them, pages listen for them and tell which was pressed. */
export const accelerators = Object.assign(new EventEmitter<AcceleratorEvents>().setMaxListeners(0), {
  combinations: [] as KeyCombination[],
})
