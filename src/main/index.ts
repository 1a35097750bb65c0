import { app, ipcMain, nativeTheme } from 'electron'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { appId } from '#shared/app-id.ts'
import { contract } from '#shared/ipc/contract.ts'
import { bulkShell } from './bulk-shell.ts'
import { openSealingDesk } from './desk/sealing-desk.ts'
import { nativeDialogs } from './dialogs.ts'
import { appHandlers } from './features/app.ts'
import { createSignIns } from './features/proxies/sign-ins.ts'
import { updateHandlers } from './features/updates.ts'
import { emitter } from './ipc/events.ts'
import { appOrigin, trustOnly } from './ipc/sender.ts'
import { serve, serveFiles } from './ipc/serve.ts'
import { handlersWhenReady } from './ipc/when-ready.ts'
import { leave } from './leaving.ts'
import { ledgerDialogs } from './ledger-dialogs.ts'
import { openLog } from './log.ts'
import { knownSecrets, noting } from './redaction/known-secrets.ts'
import { setMenu } from './menu.ts'
import { askBeforeClosing } from './shell/ask-before-closing.ts'
import { beforeLedger } from './shell/before-ledger.ts'
import { followTheme } from './shell/appearance.ts'
import { guardContents } from './shell/guard-contents.ts'
import { chosenDataFolder } from './shell/data-folder.ts'
import { leavingBy } from './shell/leaving-by.ts'
import { lastFolders } from './shell/last-folders.ts'
import { mainWindow } from './shell/main-window.ts'
import { oneWindow } from './shell/one-window.ts'
import { showingCode } from './shell/show-code.ts'
import { whileOpen } from './shell/while-open.ts'
import { withoutKeychain } from './shell/without-keychain.ts'
import { watchPage } from './shell/page-health.ts'
import type { Power } from './shell/power.ts'
import { createToldOnce } from './shell/told-once.ts'
import { endOnUncaught } from './shell/uncaught.ts'
import { viewOf, underPolicy } from './policy/apply-policy.ts'
import type { ReadPolicy } from './policy/parse-policy.ts'
import { readPolicy } from './policy/read-policy.ts'
import { shellUpdates, tellingUpdates } from './shell/updates.ts'
import { shellTransmitter } from './shell/transmitter.ts'
import { reportStartFailure } from './start-failure.ts'
import { stateFolderOf } from './storage/folders.ts'
import { openedWords } from './storage/ledger-identity/evidence.ts'
import { moveDataFolder } from './storage/move-data-folder.ts'
import { createKeychain } from './storage/keychain.ts'
import { openPreferences, type PreferenceFile } from './storage/preferences.ts'
import { localeOf, sayNatively } from './text/say.ts'
import { clearPage, hardenSession, openPath, painted, registerScheme, serveRenderer } from './window.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
const devUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
/** SECURITY: where the page stays, and whose calls are answered; nothing else is ours. */
const ownOrigin = devUrl ? new URL(devUrl).origin : appOrigin
const isStandIn = process.versions.electron.includes('standin')
const { folder, givenFolder } = chosenDataFolder(app)
const secrets = knownSecrets()
const log = openLog(path.join(folder, 'logs'), secrets)
const logError = (message: string, error: unknown) => log.error(message, error)
const window = oneWindow()
/** Null until they are read: till then the system's language is spoken. */
let preferences: PreferenceFile | null = null
const locale = () => localeOf(preferences?.get().language ?? 'system', app.getPreferredSystemLanguages())
const say = () => sayNatively(locale())
const dialogs = nativeDialogs(
  window.current,
  say,
  process.platform,
  lastFolders(() => preferences, logError),
)
let saveWhatCanBe: () => Promise<unknown> = async () => {}

/** Opens the window first, so that a person sees that their click was heard; then the ledger, then the outbox. */
async function start(chosen: PreferenceFile, movedFrom: string | null, organisation: ReadPolicy): Promise<void> {
  let power: Power | null = null
  let lookForKeychain: () => void = () => undefined
  const send = emitter(window.send)
  const emit: typeof send = (name, payload) => {
    send(name, payload)
    if (name === 'accounts.changed') lookForKeychain()
  }
  const told = createToldOnce(() => emit('told.changed', {}))
  if (chosen.trouble) told.add(chosen.trouble)
  const keychain = noting(createKeychain({ log: logError }), secrets)
  const appFeature = appHandlers({
    version: app.getVersion(),
    locale,
    keychain,
    dataFolder: folder,
    standIn: isStandIn,
    policy: viewOf(organisation),
    openFolder: openPath,
    logTail: log.tail,
    told: told.take,
  })
  const signIns = createSignIns(keychain)
  const updates = shellUpdates({
    app,
    policy: organisation.policy,
    preferences: chosen,
    signIns,
    changed: (state) => emit('updates.changed', state),
    log: logError,
  })
  const flush = () => appFeature.flush(() => emit('app.flush', {}))
  const isTrusted = trustOnly([ownOrigin], () => window.current()?.webContents.id ?? null)
  const served = { ipcMain, isTrusted, log: logError }
  const desk = Promise.withResolvers<Awaited<ReturnType<typeof openSealingDesk>>>()
  const before = beforeLedger({ app, folder, keychain, chooseBackup: dialogs.chooseBackup, emit, log: logError })
  const own = { app: appFeature.handlers, updates: updateHandlers(updates), ...before.handlers }
  const handlers = desk.promise.then((opened) => ({ ...opened.handlers, ...own }))
  serve(contract, { ...handlersWhenReady(contract, handlers), ...own }, served)
  serveFiles(async (file) => (await desk.promise).tokens.register(file), served)
  await hardenSession(devUrl === null)
  serveRenderer(path.join(here, '../renderer'), async (request) => (await desk.promise).streams.serve(request))

  const showMenu = () => setMenu(say(), (command) => emit('app.command', { command }), process.platform === 'darwin')
  const chooseTheme = followTheme(nativeTheme, (color) => window.current()?.setBackgroundColor(color))
  chooseTheme(chosen.get().theme)
  showMenu()
  const opened = mainWindow({ here, devUrl, place: chosen.windowPlace(), language: locale(), say })
  window.set(opened)
  opened.webContents.on('did-navigate', appFeature.forgetPage)
  watchPage({
    page: opened.webContents,
    dialogs,
    tell: () => told.add({ id: 'page-reloaded', file: null }),
    onNewPage: () =>
      void desk.promise.then(
        (open) => open.forgetPage(),
        () => undefined,
      ),
    quit: () => app.quit(),
    log: logError,
  })
  const transmitter = shellTransmitter({ here, isStandIn, signIns, policy: organisation.policy })
  askBeforeClosing(opened, () => leaveBy(opened), { quit: () => app.quit(), log: logError })

  const leaveBy = leavingBy({
    preferences: chosen,
    isBeforeLedger: before.isHolding,
    desk: desk.promise,
    ask: async (open) => await leave({ desk: tellingUpdates(open, updates), dialogs, flush, log: logError }),
    stayed() {
      updates.stayed()
      before.stayed()
    },
    async left() {
      await before.left()
      await transmitter.close().catch((error: unknown) => log.error('Connections could not be closed', error))
    },
    log: logError,
  })

  await painted(opened)
  const bulk = bulkShell({
    window: window.current,
    dialogs,
    say,
    locale,
    show(runId) {
      window.show()
      emit('bulk.show', { runId })
    },
  })
  openSealingDesk({
    folder,
    movedFrom,
    stateFolder: stateFolderOf(process),
    ledger: ledgerDialogs({ dialogs, say, exit: () => app.exit(1), log: logError }),
    preferences: chosen,
    policy: organisation.policy,
    keychain,
    keys: before.keys,
    safety: { showCode: showingCode({ dialogs, say, now: Date.now, log: logError }), ...dialogs, startAgain: before.startAgain },
    signIns,
    transmitter,
    clearPage,
    ...dialogs,
    openPath,
    bulk: {
      ...bulk,
      showProgress(part) {
        power?.sending(part !== null)
        bulk.showProgress(part)
      },
    },
    emit,
    onPreferences() {
      showMenu()
      chooseTheme(chosen.get().theme)
    },
    version: app.getVersion(),
    log: logError,
  }).then(desk.resolve, desk.reject)
  const open = await desk.promise
  before.opened()
  // For a later start that finds no ledger: there was one.
  log.info(openedWords)
  const system = whileOpen({ window: opened, desk: open, flush, exit: () => app.exit(0), emit, log: logError })
  power = system.power
  saveWhatCanBe = system.saveWhatCanBe
  await open.start()
  updates.begin()
  lookForKeychain = withoutKeychain({
    keychain,
    accounts: async () => await open.handlers.accounts.list(undefined),
    preferences: chosen,
    stateFolder: stateFolderOf(process),
    tell: told.add,
    log: logError,
  })
  lookForKeychain()
}

/** The language is known before anything else can fail, so that every failure is said in it. */
async function openApp(): Promise<void> {
  const movedFrom = folder !== givenFolder && app.isPackaged && moveDataFolder(givenFolder, folder) ? givenFolder : null
  const organisation = await readPolicy()
  for (const { kind, key } of organisation.troubles) log.error(`Policy ${organisation.source}: ${kind} ${key ?? ''}`, null)
  preferences = underPolicy(await openPreferences({ folder, log: logError }), organisation.policy)
  await app.whenReady()
  await start(preferences, movedFrom, organisation)
}

// SECURITY: one process writes the ledger; a second start only brings the first one's window forward.
if (app.requestSingleInstanceLock()) {
  endOnUncaught({
    process,
    say,
    errorBox: dialogs.errorBox,
    log: logError,
    saveWhatCanBe: () => saveWhatCanBe(),
    exit: (code) => app.exit(code),
  })
  registerScheme()
  guardContents(app, ownOrigin)
  // The installer gave the shortcut the same, or Windows shows no notification.
  app.setAppUserModelId(appId)
  app.on('second-instance', window.show)
  // A click in macOS's Dock.
  app.on('activate', window.show)
  openApp().catch((error: unknown) => {
    log.error('The app could not start', error)
    reportStartFailure(error, folder, dialogs, say())
    app.exit(1)
  })
} else {
  app.quit()
}
