// @ts-check
import { existsSync } from 'node:fs'
import { capture } from './commands.mjs'
import { aptInstall, debianPackages, isDebian, lacking, packingPackages, teamPackages } from './debian-packages.mjs'
import { lockMatches } from './dependencies.mjs'
import { canShowVirtually, hasDisplay } from './display.mjs'
import { findElectronBinary } from './electron-binary.mjs'
import { keychainTrouble } from './keychain-module.mjs'
import { findNode24 } from './node24.mjs'
import { runMain, SetupProblem } from './problem.mjs'
import { inProject } from './project.mjs'

/**
 * @typedef {object} Finding
 * @property {string} about
 * @property {string} found
 * @property {string} [remedy] what to do; without one all is well
 */

/** @param {readonly string[]} names @param {string} about @param {string} without what goes without them @returns {Promise<Finding>} */
const packages = async (names, about, without) => {
  if (!isDebian()) return { about, found: 'not Debian; its programs are looked for when they are needed' }
  const missing = await lacking(names)
  if (missing.length === 0) return { about, found: 'all there' }
  return {
    about,
    found: `missing: ${missing.join(' ')}; without them ${without}`,
    remedy: `sudo apt-get update && sudo ${aptInstall(missing).join(' ')}`,
  }
}

/** @returns {Finding} */
const node = () => {
  try {
    return { about: 'Node 24', found: findNode24() }
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    return { about: 'Node 24', found: error.message, remedy: error.remedy }
  }
}

/**
 * Looks at all that the project needs, changes nothing, and says what each missing thing is missing for.
 * @returns {Promise<Finding[]>}
 */
export const examine = async () => {
  const essential = debianPackages.filter((one) => one.essential).map(({ name }) => name)
  const others = debianPackages.filter((one) => !one.essential).map(({ name }) => name)
  const installed = lockMatches()
  const keychain = installed ? await keychainTrouble(findNode24()) : 'npm packages come first'
  const git = await capture(['git', '--version'])
  const hook = await capture(['git', 'rev-parse', '--git-path', 'hooks/pre-commit'])
  const hasHook = hook.code === 0 && existsSync(inProject(hook.stdout.trim()))
  return [
    git.code === 0 ? { about: 'git', found: git.stdout.trim() } : { about: 'git', found: 'absent', remedy: 'Install git.' },
    node(),
    installed
      ? { about: 'npm packages', found: 'as locked' }
      : {
          about: 'npm packages',
          found: 'not as the lock has them',
          remedy: 'npm start installs them; or npm ci --ignore-scripts',
        },
    await packages(essential, 'to start', 'the app does not start in the stand-in'),
    await packages(others, 'to test', 'npm test does not begin'),
    await packages(teamPackages, 'to test a team', 'those tests are skipped'),
    await packages(packingPackages, 'to check packages', 'npm run dist:check is skipped'),
    keychain === undefined
      ? { about: 'keychain module', found: 'loads' }
      : { about: 'keychain module', found: keychain.split('\n')[0] ?? '', remedy: 'npm start builds it' },
    findElectronBinary() === undefined
      ? { about: 'Electron', found: 'absent, so the stand-in runs the app', remedy: 'npx install-electron' }
      : { about: 'Electron', found: 'its own binary' },
    hasDisplay() || canShowVirtually()
      ? { about: 'display', found: hasDisplay() ? 'there' : 'none, a virtual one is used' }
      : { about: 'display', found: 'none', remedy: 'Set DISPLAY, or install xvfb.' },
    hasHook
      ? { about: 'pre-commit hook', found: 'on' }
      : { about: 'pre-commit hook', found: 'off', remedy: 'npx lefthook install' },
  ]
}

/**
 * @param {readonly Finding[]} findings
 * @returns {string} a line each, with what to do below it
 */
export const report = (findings) =>
  findings
    .map(({ about, found, remedy }) => `${remedy ? '✗' : '✓'} ${about.padEnd(20)} ${found}\n${remedy ? `  ${remedy}\n` : ''}`)
    .join('')

/** `npm run doctor`: what this machine lacks and how to get it. */
if (process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    process.stdout.write(report(await examine()))
    return 0
  })
}
