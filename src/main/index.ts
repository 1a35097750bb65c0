import { app, ipcMain, net, powerMonitor, session, utilityProcess, type BrowserWindow } from 'electron'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { contract } from '#shared/ipc/contract.ts'
import { bulkShell } from './bulk-shell.ts'
import { watchConnection } from './connection.ts'
import { openDesk } from './desk.ts'
import { nativeDialogs } from './dialogs.ts'
import { appHandlers } from './features/app.ts'
import { createSignIns } from './features/proxies/sign-ins.ts'
import { emitter } from './ipc/events.ts'
import { appOrigin, trustOnly } from './ipc/sender.ts'
import { serve, serveFiles } from './ipc/serve.ts'
import { leave } from './leaving.ts'
import { ledgerDialogs } from './ledger-dialogs.ts'
import { openLog } from './log.ts'
import { setMenu } from './menu.ts'
import { reportStartFailure } from './start-failure.ts'
import { dataFolderOf, stateFolderOf } from './storage/folders.ts'
import { moveDataFolder } from './storage/move-data-folder.ts'
import { createKeychain } from './storage/keychain.ts'
import { openPreferences } from './storage/preferences.ts'
import { localeOf, sayIn } from './text/say.ts'
import { certificatesFrom } from './upstream/certificates-from.ts'
import { deferredTransmitter } from './upstream/deferred.ts'
import { askBeforeClosing, openFolder, openWindow, refusePermissions, registerScheme, serveRenderer } from './window.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
const devUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
const isStandIn = process.versions.electron.includes('standin')
/** Where Electron would keep the data; a person who names a folder gets that one. */
const givenFolder = app.getPath('userData')
if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath(
    'userData',
    dataFolderOf({ platform: process.platform, env: process.env, isPackaged: app.isPackaged, given: givenFolder }),
  )
}
let window: BrowserWindow | null = null

function showWindow(): void {
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

async function start(): Promise<void> {
  const folder = app.getPath('userData')
  const movedFrom = folder !== givenFolder && app.isPackaged && moveDataFolder(givenFolder, folder) ? givenFolder : null
  const log = openLog(path.join(folder, 'logs'))
  const preferences = await openPreferences({ folder })
  const locale = () => localeOf(preferences.get().language, app.getPreferredSystemLanguages())
  const say = () => sayIn(locale())
  const dialogs = nativeDialogs(() => window, say)
  const emit = emitter((channel, payload) => {
    if (window && !window.isDestroyed()) window.webContents.send(channel, payload)
  })
  const showMenu = () => setMenu(say(), (command) => emit('app.command', { command }), process.platform === 'darwin')
  const keychain = createKeychain()
  const signIns = createSignIns(keychain)
  const transmitter = deferredTransmitter(async () => {
    const { createTransmitter } = await import('./upstream/transmitter.ts')
    return createTransmitter({
      signIns,
      resolveProxy: (url) => session.defaultSession.resolveProxy(url),
      // The stand-in is plain Node, which starts another of itself.
      ...(isStandIn
        ? {}
        : { freshCertificates: certificatesFrom(() => utilityProcess.fork(path.join(here, 'certificates.js'))) }),
    })
  })
  const desk = await openDesk({
    folder,
    movedFrom,
    stateFolder: stateFolderOf(process),
    ledger: ledgerDialogs({ dialogs, say, exit: () => app.exit(1) }),
    preferences,
    keychain,
    signIns,
    transmitter,
    ...dialogs,
    bulk: bulkShell({
      window: () => window,
      dialogs,
      say,
      locale,
      show(runId) {
        showWindow()
        emit('bulk.show', { runId })
      },
    }),
    emit,
    onPreferences: showMenu,
    version: app.getVersion(),
    log: (message, error) => log.error(message, error),
  })
  const appFeature = appHandlers({
    version: app.getVersion(),
    locale,
    keychain,
    dataFolder: folder,
    standIn: isStandIn,
    openFolder,
  })
  const isTrusted = trustOnly([devUrl ? new URL(devUrl).origin : appOrigin], () => window?.webContents.id ?? null)
  const served = { ipcMain, isTrusted, log: (message: string, error: unknown) => log.error(message, error) }
  serve(contract, { app: appFeature.handlers, ...desk.handlers }, served)
  serveFiles((file) => desk.tokens.register(file), served)
  refusePermissions()
  serveRenderer(path.join(here, '../renderer'))
  showMenu()

  const place = preferences.windowPlace() ?? { width: 1280, height: 820, maximized: false }
  const opened = openWindow({ preload: path.join(here, '../preload/index.cjs'), devUrl, place, title: 'Balie' })
  window = opened
  const logError = (message: string, error: unknown) => log.error(message, error)
  const leaving = async () => {
    try {
      preferences.setWindowPlace({ ...opened.getNormalBounds(), maximized: opened.isMaximized() })
    } catch (error) {
      // Where the window stood is worth no question; whether what is typed was stored is, and that comes next.
      log.error('The place of the window could not be kept', error)
    }
    const flush = () => appFeature.flush(() => emit('app.flush', {}))
    const left = await leave({ desk, dialogs, flush, log: logError })
    if (left) await transmitter.close().catch((error: unknown) => log.error('Connections could not be closed', error))
    return left
  }
  askBeforeClosing(opened, leaving, { quit: () => app.quit(), log: logError })
  app.on('second-instance', showWindow)
  powerMonitor.on('resume', desk.networkReturned)
  watchConnection(net.isOnline, (online) => {
    emit('connection.changed', { online })
    if (online) desk.networkReturned()
  })
  await desk.start()
}

// SECURITY: one process writes the ledger; a second start only brings the first one's window forward.
if (app.requestSingleInstanceLock()) {
  registerScheme()
  void app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      const say = sayIn(localeOf('system', app.getPreferredSystemLanguages()))
      reportStartFailure(
        error,
        app.getPath('userData'),
        nativeDialogs(
          () => null,
          () => say,
        ),
        say,
      )
      app.exit(1)
    })
} else {
  app.quit()
}
