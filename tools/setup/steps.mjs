// @ts-check

/**
 * Seconds for a person, one decimal.
 * @param {number} milliseconds
 */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`

/**
 * One line of a list of steps, in columns.
 * @param {string} name
 * @param {string} outcome
 * @param {number} milliseconds
 */
export const stepLine = (name, outcome, milliseconds) =>
  `  ${name.padEnd(18)} ${outcome.padEnd(34)} ${seconds(milliseconds).padStart(8)}`

/**
 * Does a step of set-up and prints one line about it when it is done. Long ones announce themselves first, so that
 * nobody wonders whether anything happens.
 * @template T
 * @param {string} name
 * @param {(announce: (what: string) => void) => Promise<{ outcome: string, value: T }>} work
 * @returns {Promise<T>}
 */
export const step = async (name, work) => {
  const started = performance.now()
  const { outcome, value } = await work((what) => process.stdout.write(`  ${name.padEnd(18)} ${what} …\n`))
  process.stdout.write(`${stepLine(name, outcome, performance.now() - started)}\n`)
  return value
}
