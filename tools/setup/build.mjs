// @ts-check
import { existsSync, rmSync } from 'node:fs'
import { capture, tail } from './commands.mjs'
import { npm } from './npm.mjs'
import { SetupProblem } from './problem.mjs'
import { inProject, root } from './project.mjs'
import { fingerprint, readStamp, removeStamp, writeStamp } from './stamps.mjs'

/** All that the bundles are made of. */
const sources = [
  'src',
  'resources',
  'tools/build',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
]

/** What must be there afterwards: one file of each bundle. */
const bundles = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

const stampName = 'build'

/** For whoever is about to put other bundles into `out`, such as those of the development server. */
export const forgetBuild = () => removeStamp(stampName)

/**
 * Builds the three bundles, unless they are those of the very same sources.
 * @param {(what: string) => void} announce
 * @returns {Promise<string>} outcome in a few words
 */
export const ensureBuild = async (announce) => {
  const now = fingerprint(root, sources)
  const complete = () => bundles.every((file) => existsSync(inProject(file)))
  if (readStamp(stampName) === now && complete()) return 'nothing changed'
  announce('building the app')
  forgetBuild()
  const { code, output } = await capture(npm(['run', '--silent', 'build']))
  if (code !== 0 || !complete()) {
    // Half a build, or one of older sources, would be tried out as if it were this one.
    rmSync(inProject('out'), { recursive: true, force: true })
    throw new SetupProblem('The app could not be built.', `${tail(output)}\n\`npm run build\` shows all of it.`)
  }
  writeStamp(stampName, now)
  return 'built'
}
