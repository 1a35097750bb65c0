import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuild } from '#tools/setup/build.mjs'
import { run } from '#tools/setup/commands.mjs'
import { packingPackages, tryDebianPackages, windowsPackages } from '#tools/setup/debian-packages.mjs'
import { runMain } from '#tools/setup/problem.mjs'
import { cacheFolder, inProject } from '#tools/setup/project.mjs'
import { closingLine, runnerOutcome, type Outcome } from '#tools/setup/totals.mjs'
import { reportVariable } from '#tools/setup/vitest-report.mjs'
import { fullVariable, systemVariable } from './dist-check-options.ts'

/** Ends with the line that `npm test` reads, with the reasons above it. */
function finish(outcome: Outcome): number {
  for (const { title, reason } of outcome.skipped) process.stdout.write(`skipped: ${title.replaceAll(': ', ' ')}: ${reason}\n`)
  process.stdout.write(`${closingLine(outcome)}\n`)
  return outcome.failed === 0 ? 0 : 1
}

const skipped = (reason: string): number =>
  finish({ passed: 0, failed: 0, skipped: [{ title: 'packing, installing and starting what was packed', reason }] })

/** `npm run dist:check`: packs with a dummy of Electron, and opens, installs and starts what came out. */
await runMain(async () => {
  const { values } = parseArgs({ options: { full: { type: 'boolean' }, system: { type: 'boolean' } } })
  if (process.platform !== 'linux')
    return skipped('needs Linux; on this system `npm run dist` packs and checks with Electron itself')
  const why = await tryDebianPackages(packingPackages, (what) => process.stdout.write(`${what} …\n`))
  if (why !== undefined) return skipped(why)
  if (values.full) await tryDebianPackages(windowsPackages, (what) => process.stdout.write(`${what} …\n`))
  await ensureBuild((what) => process.stdout.write(`${what} …\n`))

  const report = join(cacheFolder, 'pack-outcome.json')
  rmSync(report, { force: true })
  const env = {
    [reportVariable]: report,
    ...(values.full ? { [fullVariable]: '1' } : {}),
    ...(values.system ? { [systemVariable]: '1' } : {}),
  }
  const reporters = ['--reporter=default', `--reporter=${inProject('tools', 'setup', 'vitest-report.mjs')}`]
  const code = await run(['vitest', 'run', '--config', 'vitest.pack.config.ts', ...reporters], { env })
  let read: Outcome | undefined
  try {
    read = JSON.parse(readFileSync(report, 'utf8')) as Outcome
  } catch {
    // A run without a report has failed.
  }
  return finish(runnerOutcome(code, read))
})
