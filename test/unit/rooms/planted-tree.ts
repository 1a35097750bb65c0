import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'

const root = resolve(import.meta.dirname, '../../..')

/** The rules under test are the project's own files, copied as they are. */
const rules = [
  'package.json',
  'oxlint.config.ts',
  'tools/lint',
  'src/shared/domain/kinds.ts',
  'tsconfig.base.json',
  ...['shared', 'main', 'preload', 'renderer'].map((room) => `src/${room}/tsconfig.json`),
]

/** One finding of a tool, at a file. */
export interface Finding {
  file: string
  rule: string
  text: string
}

/** A tree of its own in the system's temporary folder: planted files never come near the real sources, even after a crash. */
export interface PlantedTree {
  lint(): Promise<Finding[]>
  typecheck(): Promise<Finding[]>
  remove(): Promise<void>
}

const lintReport = z.object({
  diagnostics: z.array(z.object({ filename: z.string(), code: z.string(), message: z.string(), help: z.string().optional() })),
})

/** Runs one of the project's tools; that it ends with an error is what we came for. */
const tool = async (cwd: string, script: string, args: string[]): Promise<string> => {
  const finished = promisify(execFile)(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd,
    maxBuffer: 2 ** 26,
  })
  const { stdout } = await finished.catch((error: unknown) => z.object({ stdout: z.string() }).parse(error))
  return stdout
}

/** Lays out the project's rules with these sources. Packages are linked one by one, so that caches are not shared with the project. */
export const plantTree = async (sources: Record<string, string>): Promise<PlantedTree> => {
  const folder = await mkdtemp(join(tmpdir(), 'balie-rooms-'))
  for (const path of rules) await cp(join(root, path), join(folder, path), { recursive: true })
  for (const [path, text] of Object.entries(sources)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await mkdir(join(folder, 'node_modules'))
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction')
  }

  return {
    async lint() {
      const output = await tool(folder, 'oxlint/bin/oxlint', ['--type-aware', '--format=json', 'src'])
      return lintReport.parse(JSON.parse(output)).diagnostics.map(({ filename, code, message, help }) => ({
        file: filename,
        rule: code,
        text: `${message} ${help ?? ''}`,
      }))
    },
    async typecheck() {
      const rooms = ['shared', 'main', 'preload', 'renderer'].map((room) => `src/${room}`)
      const output = await tool(folder, 'typescript/bin/tsc', ['-b', '--pretty', 'false', ...rooms])
      return [...output.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+): (.*)$/gm)].map(([, file = '', rule = '', text = '']) => ({
        file,
        rule,
        text,
      }))
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
