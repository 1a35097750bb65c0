// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { noReason } from './totals.mjs'

/** @typedef {import('vitest/node').Reporter} Reporter */

/** Where the reporter leaves its report; vitest gives reporters from the command line no options. */
export const reportVariable = 'VITEST_OUTCOME_FILE'

/**
 * Counts of a run of vitest. A file that does not load, and an error outside all tests, count as one failure each.
 * @param {readonly import('vitest/node').TestModule[]} modules
 * @param {readonly unknown[]} unhandledErrors
 * @returns {import('./totals.mjs').Outcome}
 */
export const vitestOutcome = (modules, unhandledErrors) => {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const suites = modules.flatMap((module) => [module, ...module.children.allSuites()])
  const broken = suites.flatMap((suite) => suite.errors()).length
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: tests.filter((test) => test.result().state === 'failed').length + broken + unhandledErrors.length,
    skipped: tests.flatMap((test) => {
      const result = test.result()
      return result.state === 'skipped' ? [{ title: test.fullName, reason: result.note ?? noReason }] : []
    }),
  }
}

/**
 * A reporter of our own, since vitest's JSON leaves out why a test was skipped.
 * @implements {Reporter}
 */
export default class OutcomeReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env[reportVariable]
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(vitestOutcome(modules, unhandledErrors)))
  }
}
