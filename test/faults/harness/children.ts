import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { bundleOf } from './child-bundles.ts'

export interface ChildOptions {
  /** A program around it, such as strace, with its arguments. */
  wrapper?: readonly string[]
  env?: Readonly<Record<string, string>>
}

/** A process of ours, and what it says. */
export interface Child {
  /** Gone and everything it said is read; answers what it wrote to stderr and how it ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>
  kill(): void
}

/** Compiled code is kept between children, so that one starts within some tenths of a second. */
const compiled = mkdtempSync(path.join(tmpdir(), 'balie-compiled-'))
const alive = new Set<Child>()
const folders = new Set([compiled])
process.on('exit', () => {
  for (const child of alive) child.kill()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Starts a script of ours in a process of its own. It says one JSON value a line; `argument` is its one argument. */
export function startChild(
  script: string,
  argument: unknown,
  onEvent: (event: unknown) => void,
  { wrapper = [], env = {} }: ChildOptions = {},
): Child {
  const command = [...wrapper, process.execPath, bundleOf(script), JSON.stringify(argument)]
  const child = spawn(command[0]!, command.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: killing only the program around it would leave the child running.
    detached: wrapper.length > 0,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, NODE_NO_WARNINGS: '1', ...env },
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const lines = createInterface({ input: child.stdout })
  const read = new Promise<void>((resolve) => lines.once('close', resolve))
  lines.on('line', (line) => {
    // A child that is killed may leave half a line.
    if (line.endsWith('}')) onEvent(JSON.parse(line))
  })
  const gone = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  const started: Child = {
    ended: Promise.all([gone, read]).then(([end]) => {
      alive.delete(started)
      return { ...end, stderr }
    }),
    kill() {
      if (wrapper.length === 0) child.kill('SIGKILL')
      else if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        process.kill(-child.pid, 'SIGKILL')
    },
  }
  alive.add(started)
  return started
}

/** A folder of a run's own, gone after it. */
export async function inFolder<T>(work: (folder: string) => Promise<T>, parent: string = tmpdir()): Promise<T> {
  const folder = mkdtempSync(path.join(parent, 'balie-faults-'))
  folders.add(folder)
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    folders.delete(folder)
  }
}

/** Does the same for each of a list, so many at once. */
export async function inLanes<T, R>(count: number, list: readonly T[], work: (one: T, at: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    for (let at = next++; at < list.length; at = next++) results[at] = await work(list[at]!, at)
  }
  await Promise.all(Array.from({ length: count }, lane))
  return results
}
