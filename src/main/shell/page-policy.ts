import { appOrigin } from '../ipc/sender.ts'

/** Where main's streams of files are (`features/attachments/streams.ts`), beside the page's own files. */
export const streamFolder = '/evidence/'

const nothingElse = ["form-action 'none'", "frame-ancestors 'none'", "base-uri 'none'"]
// SECURITY: nothing but our own bundle runs or loads; styles carry no script, so React's inline positions are let through.
const page = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  // SECURITY: by folder, so that the page itself reaches no stream of a file; those are for its workers.
  `img-src ${appOrigin}/assets/ blob: data:`,
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  // SECURITY: no text becomes script: not through innerHTML, and a worker's address only as our own code vouches for it.
  "require-trusted-types-for 'script'",
  'trusted-types balie-worker',
]

/** SECURITY: where customers' files are decoded. It may read what main opened for it, and start the decoder of HEIC. */
const evidenceWorker = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  `connect-src ${appOrigin}${streamFolder} ${appOrigin}/assets/pdfjs/`,
]

/** SECURITY: the one place with WebAssembly. It reaches nothing at all: a picture is handed to it and handed back. */
const heicWorker = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", 'worker-src blob:']

/** The policy under which each of our own files runs. A worker has that of its own file, not the page's. */
export function policyOf(pathname: string): string {
  const name = /^\/assets\/(evidence-worker|heic-worker)-[\w-]+\.js$/.exec(pathname)?.[1]
  const own = name === 'evidence-worker' ? evidenceWorker : name === 'heic-worker' ? heicWorker : page
  return [...own, ...nothingElse].join('; ')
}
