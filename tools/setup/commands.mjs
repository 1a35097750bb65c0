// @ts-check
import { spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { projectEnvironment, root } from './project.mjs'

/**
 * @typedef {object} CommandOptions
 * @property {NodeJS.ProcessEnv} [env] added to the project's environment
 * @property {number} [timeoutMs] after which the command is ended; none by default
 *
 * @typedef {object} CommandResult
 * @property {number} code exit code; 1 when it was ended by a signal or could not start
 * @property {string} output what it wrote, both streams in order
 * @property {string} stdout
 */

/**
 * Runs a command in silence and keeps its words, so that set-up stays calm and a failure can still be shown in full.
 * @param {readonly string[]} command program and arguments; no shell, so nothing needs quoting
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export const capture = ([program = '', ...args], { env, timeoutMs } = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: projectEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    })
    let output = ''
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n`, stdout }))
    child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }))
  })

/**
 * Runs a command that speaks to the person itself. A terminal's Ctrl+C reaches the child too, so we wait for its goodbye
 * and then go as well; a SIGTERM is for us alone and is passed on.
 * @param {readonly string[]} command
 * @param {CommandOptions & { onText?: (text: string) => void }} [options] `onText` also hears what the command prints
 * @returns {Promise<number>} exit code
 */
export const run = ([program = '', ...args], { env, onText } = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: projectEnvironment(env),
      stdio: ['inherit', onText ? 'pipe' : 'inherit', 'inherit'],
    })
    if (onText) {
      child.stdout?.setEncoding('utf8').on('data', (text) => {
        process.stdout.write(text)
        onText(text)
      })
    }
    let interrupted = false
    const remember = () => (interrupted = true)
    const passOn = () => child.kill('SIGTERM')
    process.on('SIGINT', remember).on('SIGTERM', passOn)
    /** @param {number} code */
    const finish = (code) => {
      process.off('SIGINT', remember).off('SIGTERM', passOn)
      if (interrupted) process.exit(130)
      resolve(code)
    }
    child.on('error', (error) => {
      process.stderr.write(`${program}: ${error.message}\n`)
      finish(1)
    })
    child.on('close', (code) => finish(code ?? 1))
  })

/**
 * The last lines of a command's words: enough to see why it failed.
 * @param {string} output
 */
export const tail = (output) => stripVTControlCharacters(output).trimEnd().split('\n').slice(-25).join('\n')
