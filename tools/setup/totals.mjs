// @ts-check

/**
 * @typedef {{ title: string, reason: string }} Skipped
 *
 * @typedef {object} Outcome of one runner
 * @property {number} passed
 * @property {number} failed
 * @property {Skipped[]} skipped
 */

/** What a skipped test without a reason is listed with, so that somebody adds one. */
export const noReason = 'no reason given'

/**
 * Outcome of a command that is one check as a whole, such as the linter.
 * @param {number} code exit code
 * @returns {Outcome}
 */
export const check = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] })

/**
 * A runner's own report, corrected by how it ended: one that crashed, or left no report, has failed even when it
 * counted no failure.
 * @param {number} code exit code
 * @param {Outcome | undefined} report
 * @returns {Outcome}
 */
export const runnerOutcome = (code, report) => {
  if (!report) return { passed: 0, failed: 1, skipped: [] }
  return code !== 0 && report.failed === 0 ? { ...report, failed: 1 } : report
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Outcome}
 */
export const total = (outcomes) => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  skipped: outcomes.flatMap(({ skipped }) => skipped),
})

/**
 * The line that ends everything, read by people and by CI.
 * @param {Outcome} outcome
 */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped.length} skipped`

/**
 * What a runner of our own printed: its last closing line, and the lines `skipped: title: reason` before it.
 * @param {string} text
 * @returns {Outcome | undefined}
 */
export const readClosingLine = (text) => {
  const counts = [...text.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1)
  if (!counts) return undefined
  const [passed = 0, failed = 0, skippedCount = 0] = counts.slice(1).map(Number)
  const told = [...text.matchAll(/^skipped: (.+?): (.+)$/gm)].map(([, title = '', reason = '']) => ({ title, reason }))
  const skipped = Array.from({ length: skippedCount }, (_, index) => told[index] ?? { title: 'a test', reason: noReason })
  return { passed, failed, skipped }
}
