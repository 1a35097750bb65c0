import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const child = path.join(import.meta.dirname, 'child.ts')

/** What became of one attack on the app, and on the same app weakened. */
export interface Tried {
  name: string
  app: boolean
  weakened: boolean
}

async function won(...kind: string[]): Promise<Record<string, boolean>> {
  const { stdout } = await run(process.execPath, [child, ...kind])
  return JSON.parse(stdout) as Record<string, boolean>
}

/** Every attack on the desk's modules, in two processes that stand side by side. */
export async function tryDesk(): Promise<Tried[]> {
  const [app, weakened] = await Promise.all([won(), won('weak')])
  return Object.keys({ ...app, ...weakened }).map((name) => ({
    name,
    app: app[name] !== false,
    weakened: weakened[name] === true,
  }))
}
