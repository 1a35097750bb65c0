// The built app without what keeps a page in its place: each attack has to succeed here, or it proves nothing elsewhere.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { app, protocol, session } from 'electron'

// No page is guarded.
const on = app.on.bind(app)
app.on = (name, listener) => (name === 'web-contents-created' ? app : on(name, listener))

// Nothing is said with a file, and files beside the bundle are given away.
const handle = protocol.handle.bind(protocol)
protocol.handle = (scheme, handler) =>
  handle(scheme, async (request) => {
    const wanted = decodeURIComponent(new URL(request.url).pathname).replaceAll('\\', '/')
    if (wanted.includes('..')) return new Response(await readFile(path.join(import.meta.dirname, 'out/renderer', wanted)))
    const { body, status, headers } = await handler(request)
    return new Response(body, { status, headers: { 'content-type': headers.get('content-type') ?? 'text/plain' } })
  })

// Every permission is granted, and every network reached.
void app.whenReady().then(() => {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(true))
  defaultSession.setPermissionCheckHandler(() => true)
  for (const name of ['setPermissionRequestHandler', 'setPermissionCheckHandler']) defaultSession[name] = () => undefined
  defaultSession.setProxy = () => Promise.resolve()
})
// What Chromium itself puts between a page and this computer is not ours to try.
app.commandLine.appendSwitch('disable-features', 'LocalNetworkAccessChecks,LocalNetworkAccessChecksWebRTC')

await import('./out/main/index.js')
