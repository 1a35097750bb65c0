import { parseArgs } from 'node:util'
import { bundleChildren } from './harness/child-bundles.ts'
import { printingReport, type Run } from './report.ts'

/** Everything this command can break, each in a module of its own that is loaded when it is asked for. */
const suites: Record<string, () => Promise<(run: Run) => Promise<void>>> = {
  kill: async () => (await import('./kill/suite.ts')).kill,
  bulk: async () => (await import('./bulk/suite.ts')).bulk,
  storm: async () => (await import('./storm/suite.ts')).storm,
  network: async () => (await import('./network/suite.ts')).network,
  disk: async () => (await import('./disk/suite.ts')).disk,
  races: async () => (await import('./races/suite.ts')).races,
  clock: async () => (await import('./clock/suite.ts')).clock,
  copies: async () => (await import('./copies/suite.ts')).copies,
  reading: async () => (await import('./reading/suite.ts')).reading,
  team: async () => (await import('./team/suite.ts')).team,
  migrations: async () => (await import('./migrations/suite.ts')).migrating,
}

const usage = `npm run test:faults -- [${Object.keys(suites).join('|')}…] [--but NAME] [--short] [--seed N]\n`
const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    but: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '20261122' },
  },
  allowPositionals: true,
})
const seed = Number(values.seed)
const named = positionals.length > 0 ? positionals : Object.keys(suites)
const asked = named.filter((name) => !values.but.includes(name))
if (!Number.isSafeInteger(seed) || [...named, ...values.but].some((name) => !(name in suites))) {
  process.stderr.write(usage)
  process.exit(2)
}

// Leaves through its own exit, where children are ended and disks unmounted.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

await bundleChildren()
const write = (text: string) => void process.stdout.write(text)
const report = printingReport(write)
write(`Seed ${seed}${values.short ? ', shortened' : ''}\n`)
for (const name of asked) {
  const started = performance.now()
  try {
    await (
      await suites[name]!()
    )({ short: values.short, seed, report })
  } catch (error) {
    report.check(`${name} ran to its end`, false, error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  write(`${name}: ${Math.round((performance.now() - started) / 1000)} s\n`)
}
process.exitCode = report.close() ? 0 : 1
