import type { Bridge } from './bridge.ts'
import type { KeyCombination, OpenRequest } from './messages.ts'
import type { PreloadWorld } from './preload-world.ts'

/**
 * What a window of Electron notices by itself and a page of a browser does not tell: the menu's keys, focus, its size,
 * its title, the system's colours. Self-contained: evaluated in the preload world.
 */
export function watchPage(bridge: Bridge, { post, onMessage }: PreloadWorld): void {
  bridge.serve('open', (request) => post({ type: 'open', request: request as OpenRequest }))
  bridge.serve('close', () => post({ type: 'close' }))
  const asked: (() => void)[] = []
  bridge.serve('permission', (name) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    post({ type: 'permission', id: asked.push(resolve) - 1, name: String(name) })
    return promise
  })
  onMessage((message) => {
    if (message.type === 'permission') asked[message.id]?.()
  })

  window.addEventListener('focus', () => post({ type: 'focus', focused: true }))
  window.addEventListener('blur', () => post({ type: 'focus', focused: false }))
  if (document.hasFocus()) post({ type: 'focus', focused: true })
  window.addEventListener('resize', () => post({ type: 'resized' }))
  const tellTitle = () => {
    if (document.title !== '') post({ type: 'title', title: document.title })
  }
  document.addEventListener('DOMContentLoaded', () => {
    tellTitle()
    new MutationObserver(tellTitle).observe(document.head, { subtree: true, childList: true, characterData: true })
  })
  // Electron shows no menu of its own for a right click; Chromium's has commands that the app does not offer.
  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    const target = event.composedPath()[0]
    const field =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.selectionStart !== null)
        ? target
        : null
    const isEditable =
      (field !== null && !field.disabled && !field.readOnly) || (target instanceof HTMLElement && target.isContentEditable)
    const selectionText = field
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : String(window.getSelection() ?? '')
    const canCopy = selectionText !== ''
    post({
      type: 'context-menu',
      params: {
        x: event.clientX,
        y: event.clientY,
        isEditable,
        selectionText,
        editFlags: {
          canUndo: isEditable,
          canRedo: isEditable,
          canCut: isEditable && canCopy,
          canCopy,
          canPaste: isEditable,
          canDelete: isEditable && canCopy,
          canSelectAll: true,
        },
      },
    })
  })
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', () => post({ type: 'system-dark', dark: dark.matches }))

  let combinations: KeyCombination[] = []
  onMessage((message) => {
    if (message.type === 'menu') ({ combinations } = message)
  })
  const matches = (event: KeyboardEvent, wanted: KeyCombination) =>
    event.ctrlKey === wanted.ctrl &&
    event.altKey === wanted.alt &&
    event.metaKey === wanted.meta &&
    // A sign such as + may itself need Shift.
    (event.shiftKey === wanted.shift || (wanted.code === undefined && wanted.key.length === 1)) &&
    (event.key.toLowerCase() === wanted.key || event.code === wanted.code)

  // Chromium's own shortcuts that Electron doesn't have: new window, tabs, print, save, find, history, reload, developer tools.
  const foreign = new Set([
    ...['t', 'n', 'w', 'p', 's', 'o', 'f', 'g', 'h', 'j', 'd', 'u', 'l', 'e', 'r', '+', '-', '=', '0'].map(
      (key) => `ctrl ${key}`,
    ),
    ...['n', 't', 'w', 'i', 'j', 'c', 'o', 'b', 'r', 'g', 'delete'].map((key) => `ctrl shift ${key}`),
    ...['arrowleft', 'arrowright', 'home', 'd', 'f', 'e'].map((key) => `alt ${key}`),
    'f1',
    'f3',
    'f5',
    'f6',
    'f7',
    'f11',
    'f12',
  ])
  const isForeign = ({ ctrlKey, shiftKey, altKey, key }: KeyboardEvent) =>
    foreign.has([ctrlKey && 'ctrl', shiftKey && 'shift', altKey && 'alt', key.toLowerCase()].filter(Boolean).join(' '))

  // The page goes first, as in Electron: what it prevents doesn't reach the menu. So our listener is added last, at each
  // key, and a key whose propagation the page has stopped is seen right after.
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const item = combinations.find((combination) => matches(event, combination))
    if (item) post({ type: 'menu', id: item.id })
    if (item || isForeign(event)) event.preventDefault()
  }
  let unseen: KeyboardEvent | undefined
  const onBubble = (event: KeyboardEvent) => {
    unseen = undefined
    onKey(event)
  }
  const onCapture = (event: KeyboardEvent) => {
    unseen = event
    window.removeEventListener('keydown', onBubble)
    window.addEventListener('keydown', onBubble)
    setTimeout(() => {
      if (unseen === event) onBubble(event)
    })
  }
  window.addEventListener('keydown', onCapture, { capture: true })
}
