/** A key combination of the application menu, in the terms of a KeyboardEvent. */
export interface KeyCombination {
  /** Names the menu item in main. */
  id: number
  /** `KeyboardEvent.key` in lower case. */
  key: string
  /** `KeyboardEvent.code` where the key has a fixed place, so that Ctrl+Shift+2 is found whatever it types. */
  code?: string
  ctrl: boolean
  shift: boolean
  alt: boolean
  meta: boolean
}

/** Why and where a page wants another window; main decides through `setWindowOpenHandler`. */
export interface OpenRequest {
  url: string
  frameName: string
  features: string
  disposition: 'new-window' | 'foreground-tab' | 'background-tab'
}

/** The part of Electron's parameters of `context-menu` that a page can tell. */
export interface ContextParams {
  x: number
  y: number
  isEditable: boolean
  selectionText: string
  editFlags: Record<'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canDelete' | 'canSelectAll', boolean>
}

/** What the preload world of a page tells main, over one CDP binding. */
export type FromPage =
  | { type: 'send'; channel: string; args: unknown[] }
  | { type: 'invoke'; id: number; channel: string; args: unknown[] }
  | { type: 'open'; request: OpenRequest }
  /** The page is about to use what this permission is for, and waits. */
  | { type: 'permission'; id: number; name: string }
  | { type: 'menu'; id: number }
  | { type: 'focus'; focused: boolean }
  | { type: 'resized' }
  | { type: 'context-menu'; params: ContextParams }
  | { type: 'close' }
  | { type: 'title'; title: string }
  | { type: 'system-dark'; dark: boolean }

/** What main tells the preload world. */
export type ToPage =
  | { type: 'event'; channel: string; args: unknown[] }
  | { type: 'reply'; id: number; value: unknown }
  | { type: 'failure'; id: number; message: string }
  | { type: 'menu'; combinations: KeyCombination[] }
  | { type: 'zoom'; factor: number }
  /** Main has answered, and Chromium knows it. */
  | { type: 'permission'; id: number }

/** What the preload world asks of main and waits for: the page stands still until the answer is there. */
export type SyncRequest = { kind: 'file'; file: unknown } | { kind: 'send'; message: string }

/** What the preload world needs to know of its main process. */
export interface PreloadSetup {
  argv: string[]
  env: Record<string, string | undefined>
  platform: string
  arch: string
  versions: Record<string, string | undefined>
  version: string
  execPath: string
}
