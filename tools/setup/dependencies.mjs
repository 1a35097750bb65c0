// @ts-check
import { readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { capture, tail } from './commands.mjs'
import { npm } from './npm.mjs'
import { SetupProblem } from './problem.mjs'
import { inProject } from './project.mjs'

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [link] a folder of the project itself
 *
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * Whether node_modules is what the lock asks for, by npm's own account of what it installed. A package for another
 * platform may be absent; one in another version, or one too many, means that the lock has moved on.
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 */
export const matchesLock = (lock, installed) =>
  Object.entries(lock.packages).every(([path, { version, optional }]) => {
    const there = installed.packages[path]
    return path === '' || (there ? there.version === version : optional === true)
  }) && Object.keys(installed.packages).every((path) => path in lock.packages)

/** @param {string} path @returns {Lock | undefined} */
const readLock = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** The native module of the keychain; npm drops it in silence when its build fails, since it is optional. */
const keytarManifest = inProject('node_modules', 'keytar', 'package.json')

/** Whether node_modules is what the lock asks for, the optional keychain module included. */
export const lockMatches = () => {
  const lock = readLock(inProject('package-lock.json'))
  const installed = readLock(inProject('node_modules', '.package-lock.json'))
  return lock !== undefined && installed !== undefined && matchesLock(lock, installed) && readLock(keytarManifest) !== undefined
}

/**
 * `npm ci`, except on Windows while we run on the Node inside node_modules: it cannot be deleted there as long as it
 * runs, and `npm install` brings the folder to the same lock without deleting it.
 * @param {{ platform: string, node: string }} [machine]
 */
export const installCommand = ({ platform, node } = { platform: process.platform, node: process.execPath }) => {
  const inUse = platform === 'win32' && node.startsWith(inProject('node_modules') + sep)
  // SECURITY: no package may run code of its own at install; the one that must (keytar's build) is run by name afterwards.
  return npm([
    inUse ? 'install' : 'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    ...(inUse ? ['--no-save'] : []),
  ])
}

/**
 * @param {(what: string) => void} announce
 * @returns {Promise<string>} outcome in a few words
 */
export const ensureDependencies = async (announce) => {
  if (lockMatches()) return 'as locked'
  announce('installing what package-lock.json names')
  const { code, output } = await capture(installCommand())
  if (code !== 0)
    throw new SetupProblem('npm could not install the packages.', `${tail(output)}\nMend what npm says, then try again.`)
  return 'installed'
}
