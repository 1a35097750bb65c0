import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { chromium, type Page } from '@playwright/test'
import { pageHeaders } from '#main/shell/page-headers.ts'
import { policyOf, streamFolder } from '#main/shell/page-policy.ts'
import type { SourceEdits, SourceKind } from '#shared/domain/evidence.ts'
import { noEdits } from '#shared/domain/evidence-limits.ts'
import type { DossierText } from '../../src/renderer/evidence-worker/protocol.ts'
import { pdfParts } from '#tools/build/pdf-parts.ts'
import { inProject } from '#tools/setup/project.mjs'

const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html' }
const words = { from: 'Van', to: 'Aan', date: 'Datum', subject: 'Onderwerp', attachments: 'Bijlagen' }

export interface BenchFile {
  name: string
  kind: SourceKind
  bytes: Uint8Array
  edits?: Partial<SourceEdits>
}

/** What the worker answered, as the page would get it; a fault by its name. */
export interface BenchAnswer {
  fault?: string
  values?: Record<string, string | number>
  value?: Record<string, unknown>
  steps: number[]
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const names = { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' }

/** The worker alone, bundled as the app's is. */
async function builtWorker(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-evidence-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: inProject('src/renderer'),
    base: './',
    resolve: { alias: [{ find: /^iconv-lite$/, replacement: inProject('src/renderer/evidence-worker/iconv.ts') }] },
    plugins: [pdfParts()],
    worker: { format: 'es', rolldownOptions: { output: names } },
    build: {
      outDir: folder,
      assetsInlineLimit: 0,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: { 'evidence-worker': inProject('src/renderer/evidence-worker/evidence-worker.ts') },
        output: { ...names, assetFileNames: 'assets/[name]-[hash][extname]' },
      },
    },
  })
  return folder
}

/**
 * The worker in a real engine under its own policy, without the app around it: its streams are served from memory. `answers`
 * ask it what the page would.
 */
export async function evidenceBench() {
  const built = await builtWorker()
  const streams = new Map<string, Buffer>()
  const brought = new Map<string, Buffer>()
  const refused: string[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const origin = `http://${request.headers.host ?? ''}`
    const stream = path.startsWith(streamFolder) ? path.slice(streamFolder.length) : null
    if (request.method === 'POST' && stream !== null) {
      void bodyOf(request).then((bytes) => {
        brought.set(stream, bytes)
        response.end(JSON.stringify({ token: stream }))
      })
      return
    }
    const bytes = path === '/' ? Buffer.from('<!doctype html><title>bench</title>') : fileAt(path, stream)
    if (!bytes) {
      refused.push(path)
      response.statusCode = 404
    }
    response.setHeader('Content-Type', types[extname(path)] ?? (path === '/' ? 'text/html' : 'application/octet-stream'))
    if (path !== '/') response.setHeader('Content-Security-Policy', policyOf(path).replaceAll('app://balie', origin))
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
    response.end(bytes ?? '')
  })
  function fileAt(path: string, stream: string | null): Buffer | null {
    if (stream !== null) {
      const held = streams.get(stream) ?? null
      streams.delete(stream)
      return held
    }
    try {
      return readFileSync(join(built, path))
    } catch {
      return null
    }
  }
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const script = readdirSync(join(built, 'assets')).find((name) => name.startsWith('evidence-worker-')) ?? ''
  const browser = await chromium.launch({
    executablePath: process.env['BALIE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  const page: Page = await browser.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(`http://127.0.0.1:${port}/`)

  const streamOf = (bytes: Uint8Array) => {
    const id = randomUUID()
    streams.set(id, Buffer.from(bytes))
    return `${streamFolder}${id}`
  }
  /** One job: these calls of one worker, which is ended after them. */
  const job = (calls: { name: string; input: unknown }[]): Promise<BenchAnswer[]> =>
    page.evaluate(
      async ([url, asked]) => {
        const worker = new Worker(url, { type: 'module' })
        const answers = []
        try {
          for (const [id, call] of asked.entries()) {
            const steps: number[] = []
            answers.push(
              await new Promise<BenchAnswer>((resolve, reject) => {
                worker.addEventListener('error', (event) => reject(new Error(event.message || 'The worker failed')))
                worker.addEventListener('message', ({ data }) => {
                  if (data.id !== id) return
                  if (data.progress) steps.push(data.progress.step)
                  else if (data.ok && data.value instanceof ImageBitmap) {
                    const { width, height } = data.value
                    const canvas = new OffscreenCanvas(width, height)
                    const context = canvas.getContext('2d')
                    context?.drawImage(data.value, 0, 0)
                    const at = (x: number, y: number) =>
                      [...(context?.getImageData(x * width, y * height, 1, 1).data ?? [])].slice(0, 3)
                    resolve({
                      steps,
                      value: { width, height, corners: [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)] },
                    })
                  } else if (data.ok) resolve({ steps, value: data.value })
                  else resolve({ steps, fault: data.fault, values: data.values })
                })
                worker.postMessage({ id, ...call })
              }),
            )
          }
        } finally {
          worker.terminate()
        }
        return answers
      },
      [`/assets/${script}`, calls] as const,
    )
  const fileOf = ({ bytes, name, kind }: BenchFile) => ({ path: streamOf(bytes), name, kind })
  return {
    page,
    said,
    refused,
    job,
    fileOf,
    streamOf,
    /** Opens a file and draws one of its pages. */
    async show(file: BenchFile, draw = { page: 0, width: 96 }): Promise<BenchAnswer[]> {
      return job([
        { name: 'open', input: { file: fileOf(file), words } },
        { name: 'draw', input: draw },
      ])
    },
    /** Puts files together; with what was brought of it. */
    async make(files: BenchFile[], maxBytes = 10 * 1024 * 1024): Promise<BenchAnswer & { pdf: Buffer | null }> {
      const result = `${streamFolder}${randomUUID()}`
      const input = {
        files: files.map((file) => ({ ...fileOf(file), edits: { ...noEdits, ...file.edits } })),
        maxBytes,
        result,
        words,
      }
      const [answer] = await job([{ name: 'make', input }])
      return { ...(answer ?? { steps: [] }), pdf: brought.get(result.slice(streamFolder.length)) ?? null }
    },
    /** Makes a dispute file; with what was brought of it. */
    async dossier(text: DossierText, files: (BenchFile | null)[]): Promise<BenchAnswer & { pdf: Buffer | null }> {
      const result = `${streamFolder}${randomUUID()}`
      const [answer] = await job([
        { name: 'dossier', input: { text, files: files.map((file) => file && fileOf(file)), result, words } },
      ])
      return { ...(answer ?? { steps: [] }), pdf: brought.get(result.slice(streamFolder.length)) ?? null }
    },
    brought: (path: string) => brought.get(path.slice(streamFolder.length)) ?? null,
    async close() {
      await browser.close()
      server.close()
      await rm(built, { recursive: true })
    },
  }
}
