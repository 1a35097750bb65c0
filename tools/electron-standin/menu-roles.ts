import type { MenuItemConstructorOptions } from 'electron'
import { app } from './app.ts'
import { UnsupportedError } from './unsupported.ts'
import type { BrowserWindow } from './window.ts'

interface Role {
  label: string
  accelerator?: string
  run?: (window: BrowserWindow) => void
  submenu?: MenuItemConstructorOptions[]
}

const roles = (...names: MenuItemConstructorOptions['role'][]): MenuItemConstructorOptions[] =>
  names.map((role) => (role === undefined ? { type: 'separator' } : { role }))

const zoom = (window: BrowserWindow, step: number) => window.webContents.setZoomLevel(window.webContents.getZoomLevel() + step)

/** Electron's roles as they are on Linux. Chromium itself does what an edit role's keys do, so those have none here. */
const known: Record<string, Role> = {
  undo: { label: 'Undo' },
  redo: { label: 'Redo' },
  cut: { label: 'Cut' },
  copy: { label: 'Copy' },
  paste: { label: 'Paste' },
  pasteandmatchstyle: { label: 'Paste and Match Style' },
  delete: { label: 'Delete' },
  selectall: { label: 'Select All' },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', run: (window) => window.reload() },
  forcereload: { label: 'Force Reload', accelerator: 'Shift+CmdOrCtrl+R', run: (window) => window.reload() },
  toggledevtools: { label: 'Toggle Developer Tools' },
  resetzoom: { label: 'Actual Size', accelerator: 'CmdOrCtrl+0', run: (window) => window.webContents.setZoomLevel(0) },
  zoomin: { label: 'Zoom In', accelerator: 'CmdOrCtrl+Plus', run: (window) => zoom(window, 0.5) },
  zoomout: { label: 'Zoom Out', accelerator: 'CmdOrCtrl+-', run: (window) => zoom(window, -0.5) },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: 'F11',
    run: (window) => window.setFullScreen(!window.isFullScreen()),
  },
  minimize: { label: 'Minimize', accelerator: 'CmdOrCtrl+M', run: (window) => window.minimize() },
  close: { label: 'Close Window', accelerator: 'CmdOrCtrl+W', run: (window) => window.close() },
  quit: { label: 'Quit', accelerator: 'CmdOrCtrl+Q', run: () => app.quit() },
  about: { label: 'About' },
  help: { label: 'Help', submenu: [] },
  filemenu: { label: 'File', submenu: roles('quit') },
  editmenu: {
    label: 'Edit',
    submenu: roles('undo', 'redo', undefined, 'cut', 'copy', 'paste', 'delete', undefined, 'selectAll'),
  },
  viewmenu: {
    label: 'View',
    submenu: roles(
      'reload',
      'forceReload',
      'toggleDevTools',
      undefined,
      'resetZoom',
      'zoomIn',
      'zoomOut',
      undefined,
      'togglefullscreen',
    ),
  },
  windowmenu: { label: 'Window', submenu: roles('minimize', 'close') },
}

/** A role's defaults for its menu item; one that Linux doesn't have, or we don't know, throws. */
export function roleOf(name: string): Role {
  const role = known[name.toLowerCase()]
  if (!role) throw new UnsupportedError(`the menu role ${name}`)
  return role
}
