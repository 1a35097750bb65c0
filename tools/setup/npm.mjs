// @ts-check
import { existsSync } from 'node:fs'

/**
 * The npm that started us, under the Node it uses itself: then no shell is needed to run `npm.cmd` on Windows, and npm
 * never runs on the Node inside node_modules that it is about to replace.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string[]}
 */
export const npm = (args, env = process.env) => {
  const { npm_execpath: script, npm_node_execpath: node } = env
  return script && node && existsSync(script) && existsSync(node) ? [node, script, ...args] : ['npm', ...args]
}
