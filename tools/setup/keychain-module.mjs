// @ts-check
import { existsSync } from 'node:fs'
import { capture, tail } from './commands.mjs'
import { isDebian } from './debian-packages.mjs'
import { findNodeHeaders } from './node24.mjs'
import { npm } from './npm.mjs'
import { SetupProblem } from './problem.mjs'
import { inProject } from './project.mjs'

const binary = inProject('node_modules', 'keytar', 'build', 'Release', 'keytar.node')

/**
 * Environment of keytar's build. The headers are those of the Node that will load it: node-gyp would otherwise download
 * some. On Debian it is always built here, where the compiler is known to be; elsewhere keytar's own prebuilt file is tried first.
 * @param {{ headers: string | undefined, fromSource: boolean }} options
 * @returns {NodeJS.ProcessEnv}
 */
export const buildEnvironment = ({ headers, fromSource }) => ({
  ...(headers ? { npm_config_nodedir: headers } : {}),
  ...(fromSource ? { npm_config_build_from_source: 'keytar' } : {}),
})

/** @param {string} node @returns {Promise<string | undefined>} why it cannot be loaded */
export const keychainTrouble = async (node) => {
  if (!existsSync(binary)) return 'it is not built'
  const { code, output } = await capture([node, '-e', "require('keytar')"])
  return code === 0 ? undefined : tail(output)
}

/**
 * Makes sure that the keychain's native module is there and loads. The app can live without it (keys then last for
 * the session only), so it stops nobody from trying; tests on Debian, which has all it takes, must have it.
 * @param {object} options
 * @param {string} options.node Node 24
 * @param {boolean} options.forTests
 * @param {(what: string) => void} options.announce
 * @returns {Promise<string>} outcome in a few words
 */
export const ensureKeychainModule = async ({ node, forTests, announce }) => {
  if ((await keychainTrouble(node)) === undefined) return 'loads'
  announce('building keytar')
  const env = buildEnvironment({ headers: findNodeHeaders(), fromSource: isDebian() })
  const build = await capture(npm(['rebuild', 'keytar', '--ignore-scripts=false', '--foreground-scripts']), { env })
  const reason = await keychainTrouble(node)
  if (reason === undefined) return 'built'
  if (forTests && isDebian()) {
    throw new SetupProblem('The keychain module (keytar) could not be built.', `${tail(build.output)}\n${reason}`)
  }
  announce('keytar could not be built: keys will last for the session only. npm rebuild keytar shows why')
  return 'absent, going on without'
}
