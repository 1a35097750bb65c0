// @ts-check
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder: set-up must work from whatever directory it is called. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * A path inside the project.
 * @param {string[]} parts
 */
export const inProject = (...parts) => join(root, ...parts)

/** Notes and logs of set-up. Below node_modules on purpose: whoever deletes that folder gets a set-up from nothing. */
export const cacheFolder = inProject('node_modules', '.cache', 'setup')

/** Where Node keeps what it compiled, for the many processes and threads that tests start: each would compile the same again. */
export const compileCache = inProject('node_modules', '.cache', 'compiled')

/** Folder of the linked programs; first on the PATH of all we start, so that `node` there is Node 24. */
const binaries = inProject('node_modules', '.bin')

/**
 * Environment for a program of the project.
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export const projectEnvironment = (extra = {}) => {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const separator = process.platform === 'win32' ? ';' : ':'
  return { ...process.env, [name]: [binaries, process.env[name]].filter(Boolean).join(separator), ...extra }
}
