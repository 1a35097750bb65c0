#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { inProject } from '#tools/setup/project.mjs'
import { changedFiles, readAsar } from './asar.ts'
import { wrapperVariable } from './dummy-electron.ts'

/**
 * `run-packed.ts RESOURCES …`: what a dummy of Electron's binary starts. The app comes out of its asar into a folder of its own,
 * so that nothing of the project's `out` or `node_modules` can be what runs, and then runs in the stand-in.
 */
const [resources = '', ...args] = process.argv.slice(2)
const asar = join(resources, 'app.asar')
const changed = changedFiles(readAsar(asar).files)
if (changed.length > 0) {
  // Electron ends so, too, on Windows and macOS.
  process.stderr.write(`${changed.join('\n')}\n`)
  process.exit(65)
}
const app = mkdtempSync(join(tmpdir(), 'balie-packed-'))
process.on('exit', () => rmSync(app, { recursive: true, force: true }))
extractAll(asar, app)

const debugging = args.filter((arg) => /^--(inspect|remote-debugging-port)/.test(arg))
const rest = args.filter((arg) => !debugging.includes(arg))
const child = spawn(
  inProject('tools', 'electron-standin', 'electron'),
  [...debugging, process.env[wrapperVariable] ?? app, ...rest],
  { stdio: 'inherit', env: { ...process.env, BALIE_APP_MAIN: join(app, 'out', 'main', 'index.js') } },
)
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
