// @ts-check
import { noReason } from './totals.mjs'

/**
 * @typedef {import('@playwright/test/reporter').JSONReportSuite} Suite
 * @typedef {import('@playwright/test/reporter').JSONReport} Report
 */

/**
 * All tests below a suite, with their full titles.
 * @param {Suite} suite
 * @param {readonly string[]} above
 * @returns {{ title: string, test: import('@playwright/test/reporter').JSONReportTest }[]}
 */
const testsOf = (suite, above) => {
  const titles = [...above, suite.title]
  return [
    ...suite.specs.flatMap((spec) => spec.tests.map((test) => ({ title: [...titles, spec.title].join(' › '), test }))),
    ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles)),
  ]
}

/**
 * Counts of Playwright's JSON report. A test that passed only on a second try has failed: it can fail a clerk too.
 * Errors outside tests (a file that does not load) count as one failure each.
 * @param {Report} report
 * @returns {import('./totals.mjs').Outcome}
 */
export const playwrightOutcome = (report) => {
  const tests = report.suites.flatMap((suite) => testsOf(suite, []))
  return {
    passed: tests.filter(({ test }) => test.status === 'expected').length,
    failed: tests.filter(({ test }) => test.status === 'unexpected' || test.status === 'flaky').length + report.errors.length,
    skipped: tests
      .filter(({ test }) => test.status === 'skipped')
      .map(({ title, test }) => ({
        title,
        reason: test.annotations.find(({ description }) => description)?.description ?? noReason,
      })),
  }
}
