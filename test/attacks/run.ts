import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { offScreen } from '#tools/setup/display.mjs'
import { printingReport } from '../faults/report.ts'
import { tryDesk, type Tried } from './desk/tried.ts'

const root = path.resolve(import.meta.dirname, '../..')
const inResults = (name: string) => path.join(root, 'test-results', name)

const { values, positionals } = parseArgs({ options: { short: { type: 'boolean', default: false } }, allowPositionals: true })
const report = printingReport((text) => void process.stdout.write(text))

/** Runs a tool of ours in the project, and says whether it was content. */
function runs(title: string, command: readonly string[], env: Record<string, string> = {}): void {
  const [file = '', ...args] = command
  const { status } = spawnSync(file, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  report.check(title, status === 0)
}
const tool = (name: string, ...args: string[]) => [path.join(root, 'node_modules/.bin', name), ...args]

function table(heading: string, tried: readonly Tried[]): void {
  report.heading(heading)
  const rows = tried.map(({ name, app, weakened }) => [name, app ? '**yes**' : 'no', weakened ? 'yes' : '**no**'])
  report.table(['attack', 'succeeds', 'on Balie without what stops it'], rows)
  for (const { name, app, weakened } of tried) report.check(name, !app && weakened)
}

const readJson = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** What has a short form elsewhere. */
function whole(name: string, instead: string): void {
  if (values.short) return report.skip(name, instead)
  runs(name, offScreen(tool('playwright', 'test', '--config', 'playwright.attacks.config.ts', name)))
}

/** Everything there is to try, by name. */
const parts: Record<string, () => Promise<void> | void> = {
  desk: async () => table('Calls, files, texts, stores and answers', await tryDesk()),
  page() {
    rmSync(inResults('attacks.json'), { force: true })
    const specs = ['attacks', 'security', 'secrets'].map((name) => `test/e2e/${name}.spec.ts`)
    runs('the page of the built app', offScreen(tool('playwright', 'test', '--reporter=list', ...specs)))
    table('Out of the page of the built app', (readJson(inResults('attacks.json')) ?? []) as Tried[])
  },
  'web-rtc': () => whole('web-rtc', 'that the page is closed is tried on the page itself'),
  canary: () => whole('canary', 'its short form is a unit test'),
  calls() {
    const figures = inResults('fuzz.json')
    const rounds = process.env['BALIE_FUZZ_ROUNDS'] ?? (values.short ? '200' : '10000')
    const env = { BALIE_FUZZ_ROUNDS: rounds, BALIE_FUZZ_FIGURES: figures }
    rmSync(figures, { force: true })
    runs('every call with hostile input', tool('vitest', 'run', 'test/unit/ipc/fuzz.test.ts'), env)
    const counted = (readJson(figures) ?? {}) as Record<string, number>
    report.heading('Calls')
    report.table(Object.keys(counted), [Object.values(counted)])
  },
}

const asked = positionals.length > 0 ? positionals : Object.keys(parts)
if (asked.some((name) => !(name in parts))) {
  process.stderr.write(`npm run test:attacks -- [${Object.keys(parts).join('|')}…] [--short]\n`)
  process.exit(2)
}
mkdirSync(inResults('.'), { recursive: true })
report.note(
  `${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} × ${os.cpus()[0]?.model ?? '?'}, ${os.type()} ${os.release()}`,
)
for (const name of asked) await parts[name]?.()
process.exitCode = report.close() ? 0 : 1
