// @ts-check
import { runMain } from './problem.mjs'
import { runners } from './runners.mjs'
import { setUp } from './set-up.mjs'
import { stepLine } from './steps.mjs'
import { closingLine, total } from './totals.mjs'

/** @param {typeof runners[number]['run']} run */
const timed = async (run) => {
  const started = performance.now()
  const outcome = await run()
  return { outcome, milliseconds: performance.now() - started }
}

/** `npm test`: sets up, runs every check there is even when an earlier one fails, and ends with one total. */
await runMain(async () => {
  await setUp({ forTests: true })

  /** @type {{ name: string, tests: boolean, outcome: import('./totals.mjs').Outcome, milliseconds: number }[]} */
  const results = []
  /** @type {Map<string, ReturnType<typeof timed>>} */
  const begun = new Map()
  for (const { name, tests, run } of runners) {
    let turn = Promise.resolve()
    for (const other of runners.filter(({ beside }) => beside === name)) {
      const begin = turn.then(() => timed(other.run))
      begun.set(other.name, begin)
      turn = begin.then(() => undefined)
    }
    process.stdout.write(`\n— ${name}\n`)
    const { outcome, milliseconds } = await (begun.get(name) ?? timed(run))
    if (outcome.output !== undefined) process.stdout.write(outcome.output)
    results.push({ name, tests, outcome, milliseconds })
  }

  process.stdout.write('\nResults\n')
  for (const { name, outcome, milliseconds } of results) {
    process.stdout.write(`${stepLine(name, closingLine(outcome), milliseconds)}\n`)
  }
  const all = total(results.map(({ outcome }) => outcome))
  if (all.skipped.length > 0) process.stdout.write('\nSkipped\n')
  for (const { title, reason } of all.skipped) process.stdout.write(`  ${title}: ${reason}\n`)
  const ran = results.some(({ tests, outcome }) => tests && outcome.passed + outcome.failed > 0)
  if (!ran) process.stdout.write('\nNo test ran.\n')
  process.stdout.write(`\n${closingLine(all)}\n`)
  return all.failed === 0 && ran ? 0 : 1
})
