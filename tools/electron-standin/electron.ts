import { app } from './app.ts'
import { clipboard } from './clipboard.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { net } from './net.ts'
import { Notification } from './notification.ts'
import { powerMonitor } from './power-monitor.ts'
import { powerSaveBlocker } from './power-save-blocker.ts'
import { protocol } from './protocol.ts'
import { safeStorage } from './safe-storage.ts'
import { screen } from './screen.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { strictModule, unsupportedModule } from './unsupported.ts'
import { WebContents } from './web-contents.ts'
import { BrowserWindow } from './window.ts'

const all = () => BrowserWindow.getAllWindows().map((window) => window.webContents)

/** Electron's `webContents`. Playwright finds a page's window by its target. */
const webContents = strictModule('webContents', {
  getAllWebContents: all,
  getFocusedWebContents: () => all().find((contents) => contents.isFocused()) ?? null,
  fromId: (id: number) => all().find((contents) => contents.id === id),
  fromDevToolsTargetId: (targetId: string) => all().find((contents) => contents.targetId === targetId),
})

const autoUpdater = unsupportedModule('autoUpdater')
const BaseWindow = unsupportedModule('BaseWindow')
const contentTracing = unsupportedModule('contentTracing')
const crashReporter = unsupportedModule('crashReporter')
const desktopCapturer = unsupportedModule('desktopCapturer')
const globalShortcut = unsupportedModule('globalShortcut')
const MessageChannelMain = unsupportedModule('MessageChannelMain')
const nativeImage = unsupportedModule('nativeImage')
const netLog = unsupportedModule('netLog')
const systemPreferences = unsupportedModule('systemPreferences')
const Tray = unsupportedModule('Tray')
const utilityProcess = unsupportedModule('utilityProcess')
const View = unsupportedModule('View')
const WebContentsView = unsupportedModule('WebContentsView')
const webFrameMain = unsupportedModule('webFrameMain')

/** The `electron` module of a main process. */
const electron = {
  app,
  autoUpdater,
  BaseWindow,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  utilityProcess,
  View,
  WebContents,
  webContents,
  WebContentsView,
  webFrameMain,
}
export default electron
// What `require('electron')` answers with.
export { electron as 'module.exports' }
export { app, autoUpdater, BaseWindow, BrowserWindow, clipboard, contentTracing, crashReporter, desktopCapturer, dialog }
export { globalShortcut, ipcMain, Menu, MenuItem, MessageChannelMain, nativeImage, nativeTheme, net, netLog, Notification }
export { powerMonitor, powerSaveBlocker, protocol, safeStorage, screen, session, shell, systemPreferences, Tray }
export { utilityProcess, View, WebContents, webContents, WebContentsView, webFrameMain }
