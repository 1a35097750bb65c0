import { readFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { schemes } from './schemes.ts'
import { strictModule, UnsupportedError } from './unsupported.ts'

/** What Chromium says of a file by its extension. */
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
  '.pdf': 'application/pdf',
  '.xml': 'text/xml',
}

async function fetchFile(url: URL): Promise<Response> {
  const file = fileURLToPath(url)
  const type = types[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
  try {
    return new Response(await readFile(file), { headers: { 'content-type': type } })
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  }
}

/** Another address than loopback's is what Chromium, too, takes for being online. */
const isOnline = () => Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal))

/** Electron's `net`, for files and the app's own schemes. What goes to the network belongs to Node's clients. */
export const net = strictModule('net', {
  async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.protocol === 'file:') return await fetchFile(url)
    const handler = schemes.handlerFor(url.href)
    if (!handler) throw new UnsupportedError(`net.fetch of ${url.protocol}`)
    const response: unknown = await handler(input instanceof Request ? input : new Request(url, init))
    // A handler's own error passes on as it is; an answer that is none is Chromium's to name.
    if (!(response instanceof Response)) throw new Error('net::ERR_UNEXPECTED')
    return response
  },
  isOnline,
  get online() {
    return isOnline()
  },
})
