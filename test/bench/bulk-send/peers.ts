import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { benchKey, notePath } from './notes.ts'

/** What a developer would take for this job instead; exactly these, so that figures of two days can be compared. */
const versions = { newman: '6.2.2', '@usebruno/cli': '4.1.0' }
const installed = join(import.meta.dirname, '../../../node_modules/.cache/bench-peers')

/** A way to send all rows of a table with somebody else's tool, without any journal. */
export interface Peer {
  name: string
  /** Milliseconds from its start to its end, or what ended it. */
  send(url: string, csv: string, folder: string, giveUpMs: number): Promise<number | { gaveUp: string }>
}

/** Fetches the tools into a folder of their own, which the app's packages know nothing of; answers why, where that fails. */
export async function installPeers(): Promise<string | null> {
  await mkdir(installed, { recursive: true })
  await writeFile(join(installed, 'package.json'), JSON.stringify({ private: true, dependencies: versions }))
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1', '--loglevel=error']
  try {
    await promisify(execFile)('npm', ['install', ...options], {
      cwd: installed,
      timeout: 300_000,
      shell: process.platform === 'win32',
    })
    return null
  } catch (error) {
    const { stderr } = error as { stderr?: string }
    return `the peers could not be installed (${/code (\w+)/.exec(stderr ?? '')?.[1] ?? 'see npm install'})`
  }
}

/** Runs a tool to its end; what it prints is thrown away, which costs it least. */
async function run(script: string, args: string[], cwd: string, giveUpMs: number): ReturnType<Peer['send']> {
  const from = performance.now()
  const child = spawn(process.execPath, [join(installed, 'node_modules', script), ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-20_000)))
  const timer = setTimeout(() => child.kill('SIGKILL'), giveUpMs)
  const [code, signal] = await once(child, 'close')
  clearTimeout(timer)
  const ms = performance.now() - from
  if (code === 0) return ms
  if (/heap out of memory|Allocation failed/.test(complaint)) return { gaveUp: `out of memory after ${(ms / 1000).toFixed(0)} s` }
  if (signal === 'SIGKILL' && ms >= giveUpMs) return { gaveUp: `not done after ${(ms / 1000).toFixed(0)} s` }
  return { gaveUp: `ended with ${code ?? signal} after ${(ms / 1000).toFixed(0)} s` }
}

const names = ['outletID', 'saleID', 'paymentMethodCode', 'text', 'test']

const newman: Peer = {
  name: 'Newman',
  async send(url, csv, folder, giveUpMs) {
    const collection = {
      info: { name: 'notes', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          name: 'create',
          request: {
            method: 'POST',
            url: url + notePath,
            header: [
              { key: 'Authorization', value: `Bearer ${benchKey}` },
              { key: 'Accept', value: 'application/json' },
            ],
            body: { mode: 'urlencoded', urlencoded: names.map((key) => ({ key, value: `{{${key}}}` })) },
          },
        },
      ],
    }
    await writeFile(join(folder, 'notes.json'), JSON.stringify(collection))
    return run('newman/bin/newman.js', ['run', 'notes.json', '--iteration-data', csv, '--silent'], folder, giveUpMs)
  },
}

const bruno = (name: string, modes: string[]): Peer => ({
  name,
  async send(url, csv, folder, giveUpMs) {
    const collection = join(folder, 'bruno')
    await mkdir(collection, { recursive: true })
    await writeFile(join(collection, 'bruno.json'), JSON.stringify({ version: '1', name: 'notes', type: 'collection' }))
    const block = (title: string, lines: string[]) => `${title} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
    const request = [
      block('meta', ['name: create', 'type: http', 'seq: 1']),
      block('post', [`url: ${url}${notePath}`, 'body: formUrlEncoded', 'auth: none']),
      block('headers', [`authorization: Bearer ${benchKey}`, 'accept: application/json']),
      block(
        'body:form-urlencoded',
        names.map((key) => `${key}: {{${key}}}`),
      ),
    ]
    await writeFile(join(collection, 'create.bru'), request.join('\n'))
    return run('@usebruno/cli/bin/bru.js', ['run', 'create.bru', '--csv-file-path', csv, ...modes], collection, giveUpMs)
  },
})

export const peers = { newman, bruno: bruno('Bruno', []), brunoParallel: bruno('bru --parallel', ['--parallel']) }
