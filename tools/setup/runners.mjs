// @ts-check
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { capture, run } from './commands.mjs'
import { offScreen } from './display.mjs'
import { npm } from './npm.mjs'
import { playwrightOutcome } from './playwright-report.mjs'
import { SetupProblem } from './problem.mjs'
import { cacheFolder, inProject } from './project.mjs'
import { build } from './set-up.mjs'
import { check, readClosingLine, runnerOutcome } from './totals.mjs'
import { reportVariable } from './vitest-report.mjs'

/** @typedef {import('./totals.mjs').Outcome} Outcome */

/**
 * A script of package.json, so that `npm test` runs the very commands that people run one by one.
 * @param {string} name
 * @param {readonly string[]} [args]
 */
const script = (name, args = []) => npm(['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])])

/** @param {string} file @returns {unknown} its JSON; undefined when it is not there or not whole */
const readReport = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const unit = async () => {
  const file = join(cacheFolder, 'unit-outcome.json')
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', `--reporter=${inProject('tools', 'setup', 'vitest-report.mjs')}`]
  const code = await run(script('test:unit', reporters), { env: { [reportVariable]: file } })
  return runnerOutcome(code, /** @type {Outcome | undefined} */ (readReport(file)))
}

const buildApp = async () => {
  try {
    await build()
    return check(0)
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    process.stdout.write(`${error.message}\n${error.remedy}\n`)
    return check(1)
  }
}

const endToEnd = async () => {
  const file = inProject('test-results', 'e2e.json')
  rmSync(file, { force: true })
  const code = await run(offScreen(script('test:e2e')))
  const report = /** @type {import('@playwright/test/reporter').JSONReport | undefined} */ (readReport(file))
  return runnerOutcome(code, report && playwrightOutcome(report))
}

/**
 * A command of ours that prints what it found and ends with its total.
 * @param {readonly string[]} command
 */
const printing = async (command) => {
  let printed = ''
  const code = await run(command, { onText: (text) => (printed += text) })
  return runnerOutcome(code, readClosingLine(printed))
}

/**
 * The same for one that runs beside another: its words wait for its turn.
 * @param {readonly string[]} command
 */
const captured = async (command) => {
  const { code, output } = await capture(command)
  return { ...runnerOutcome(code, readClosingLine(output)), output }
}

/**
 * All there is to check, in the order in which a mistake shows up soonest. `tests` marks those that run tests, as
 * against one check of the whole; `beside` names the one at whose time it runs, each of them after the other: faults wait for
 * clocks, disks and processes that end, and leave time to what only works.
 * @type {readonly { name: string, tests: boolean, beside?: string, run: () => Promise<Outcome & { output?: string }> }[]}
 */
export const runners = [
  { name: 'lint', tests: false, run: async () => check(await run(script('lint'))) },
  { name: 'typecheck', tests: false, run: async () => check(await run(script('typecheck'))) },
  { name: 'unit', tests: true, run: unit },
  { name: 'build', tests: false, run: buildApp },
  { name: 'e2e', tests: true, run: endToEnd },
  { name: 'faults', tests: true, run: () => printing(script('test:faults', ['--short', '--but', 'migrations'])) },
  { name: 'packages', tests: true, beside: 'faults', run: () => captured(script('dist:check')) },
  { name: 'upgrades', tests: true, beside: 'faults', run: () => captured(script('test:faults', ['migrations', '--short'])) },
]
