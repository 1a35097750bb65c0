// @ts-check
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SetupProblem } from './problem.mjs'

/** @param {string} file @returns {string} */
const read = (file) => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

/** @param {string} file @returns {boolean} whether it runs as root, as Chromium's own helper has to */
const isSetuidRoot = (file) => {
  try {
    const { uid, mode } = statSync(file)
    return uid === 0 && (mode & 0o4000) !== 0
  } catch {
    return false
  }
}

/**
 * Why Chromium can't build its sandbox here, or undefined. Ubuntu from 23.10 on lets no program of a normal user make the user
 * namespace it needs unless AppArmor knows the program; Chromium then ends at once with a sentence that helps nobody.
 * @param {{ platform: string, isRoot: boolean, restricted: string, cloning: string, hasHelper: boolean }} machine
 * @returns {string | undefined}
 */
export const whyNoSandbox = ({ platform, isRoot, restricted, cloning, hasHelper }) => {
  if (platform !== 'linux' || isRoot || hasHelper) return undefined
  if (restricted === '1')
    return 'AppArmor keeps programs that it does not know from making user namespaces (Ubuntu 23.10 and later).'
  if (cloning === '0') return 'This kernel lets no normal user make user namespaces.'
  return undefined
}

/**
 * SECURITY: never answered by starting without the sandbox; the person decides about their own computer.
 * @param {string} electron the binary
 */
export const requireSandbox = (electron) => {
  const why = whyNoSandbox({
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    restricted: read('/proc/sys/kernel/apparmor_restrict_unprivileged_userns'),
    cloning: read('/proc/sys/kernel/unprivileged_userns_clone'),
    hasHelper: isSetuidRoot(join(dirname(electron), 'chrome-sandbox')),
  })
  if (why === undefined) return
  const helper = join(dirname(electron), 'chrome-sandbox')
  throw new SetupProblem(
    `Electron cannot build its sandbox here. ${why}`,
    `Give Electron's own helper the rights it needs, then try again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}
