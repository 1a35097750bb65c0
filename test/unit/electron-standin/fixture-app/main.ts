import { appendFileSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, ipcMain, nativeTheme, protocol, session } from 'electron'

/** What happened, in a file that outlives the process. */
const note = (line: string) => {
  if (process.env.FIXTURE_NOTES) appendFileSync(process.env.FIXTURE_NOTES, `${line}\n`)
}
/** What tests steer from outside, through `app.evaluate`. */
const steer = {
  refuseClose: false,
  refuseBeforeQuit: false,
  refuseWillQuit: false,
  navigations: [] as string[],
  seconds: [] as unknown[],
}

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const policy = "default-src 'self'; script-src 'self'; connect-src app://fixture; frame-src 'self'; form-action 'self'"

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])

app.on('second-instance', (_event, argv, workingDirectory, data) => {
  steer.seconds.push({ argv: argv.slice(1), workingDirectory, data })
  note('second-instance')
})
app.on('before-quit', (event) => {
  note('before-quit')
  if (steer.refuseBeforeQuit) event.preventDefault()
})
app.on('will-quit', (event) => {
  note('will-quit')
  if (steer.refuseWillQuit) event.preventDefault()
})
app.on('quit', (_event, code) => note(`quit ${code}`))
app.on('window-all-closed', () => {
  note('window-all-closed')
  if (!process.env.FIXTURE_STAYS) app.quit()
})

ipcMain.handle('echo', (_event, value: unknown) => value)
ipcMain.handle('describe', (_event, value: unknown) => {
  const graph = value as { self?: unknown; map?: Map<string, unknown>; bytes?: Uint8Array; date?: Date }
  return [graph.self === graph, graph.map instanceof Map, graph.bytes?.constructor.name, graph.date instanceof Date]
})
ipcMain.handle('fail', () => {
  throw new TypeError('boom')
})
ipcMain.handle('give-function', () => () => {})
ipcMain.handle('sender', ({ sender, senderFrame }) => ({
  id: sender.id,
  url: senderFrame?.url,
  origin: senderFrame?.origin,
  isTop: senderFrame === senderFrame?.top,
  isMain: senderFrame === sender.mainFrame,
  parent: senderFrame?.parent,
  contentsUrl: sender.getURL(),
}))
ipcMain.handle('ticks', ({ sender }, count: number) => {
  for (let tick = 1; tick <= count; tick++) sender.send('tick', tick, { at: new Date(0) })
})
ipcMain.on('ask-sync', (event, value: number) => {
  event.returnValue = { doubled: value * 2 }
})
ipcMain.on('post', (event, value: string) => event.reply('posted', value.toUpperCase()))

function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    title: 'Before the page',
    webPreferences: { preload: path.join(import.meta.dirname, 'preload.cjs'), additionalArguments: ['--fixture'] },
  })
  window.on('close', (event) => {
    note('close')
    if (steer.refuseClose) event.preventDefault()
  })
  window.on('closed', () => note('closed'))
  window.once('ready-to-show', () => window.show())
  window.webContents.on('preload-error', (_event, file, error) =>
    note(`preload-error ${file} ${error.message.replaceAll('\n', ' ')}`),
  )
  window.webContents.on('will-navigate', (event, url) => {
    steer.navigations.push(url)
    if (!url.startsWith('app://fixture/')) event.preventDefault()
  })
  window.webContents.setWindowOpenHandler(({ url }) => {
    steer.navigations.push(`open ${url}`)
    return url.startsWith('app://fixture/') ? { action: 'allow' } : { action: 'deny' }
  })
  void window.loadURL('app://fixture/index.html?from=start')
  return window
}

if (process.env.FIXTURE_LOCK && !app.requestSingleInstanceLock({ hello: 'first' })) {
  note('not the first')
  app.quit()
} else {
  note('started')
  const { clicked } = await import('./menu.ts')
  Object.assign(globalThis, { fixtureMain: { steer, clicked, createWindow } })
  app.on('ready', () => {
    session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
    nativeTheme.themeSource = 'light'
    protocol.handle('app', (request) => {
      const { host, pathname } = new URL(request.url)
      if (pathname === '/moved') return Response.redirect('app://fixture/late.html', 302)
      if (pathname === '/posted') return request.text().then((text) => new Response(`${request.method} ${text}`))
      try {
        if (host !== 'fixture') throw new Error('Another host')
        const body = readFileSync(path.join(import.meta.dirname, 'pages', pathname))
        const headers = {
          'content-type': types[path.extname(pathname)] ?? 'text/plain',
          'content-security-policy': policy,
          'x-of': host,
        }
        return new Response(body, { headers })
      } catch {
        return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
      }
    })
    createWindow()
    note('ready')
  })
}
