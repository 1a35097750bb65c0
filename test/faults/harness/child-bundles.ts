import { globSync, rmSync } from 'node:fs'
import path from 'node:path'
import { bundle, bundleFolder } from '#test/support/bundles.ts'

const faults = path.resolve(import.meta.dirname, '..')

const bundles = new Map<string, string>()

/** What to run for a script of ours: its bundle, once there is one. */
export const bundleOf = (script: string): string => bundles.get(script) ?? script

/** One file for each script that suites start over and over: most of what such a process took was to find its modules. */
export async function bundleChildren(): Promise<void> {
  const names = globSync('**/*child.ts', { cwd: faults })
  const folder = bundleFolder('fault-children-')
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const scripts = names.map((name) => ({
    name: name.slice(0, -'.ts'.length).replaceAll(path.sep, '-'),
    file: path.join(faults, name),
  }))
  await bundle(Object.fromEntries(scripts.map(({ name, file }) => [name, file])), folder)
  for (const { name, file } of scripts) bundles.set(file, path.join(folder, `${name}.mjs`))
}
