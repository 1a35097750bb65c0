import { parseArgs } from 'node:util'
import { vendors } from '#shared/domain/kinds.ts'
import { mainVendor } from '../vendors/index.ts'
import { createPractice, type Practice, type PracticeOptions } from '../vendors/practice.ts'
import { curlLine } from './example-call.ts'

/** What a vendor's environment can be asked to do otherwise, by its word. */
const switches = vendors.flatMap((vendor) =>
  Object.entries(mainVendor(vendor).practice.switches ?? {}).map(([word, { does, options }]) => ({
    vendor,
    word,
    does,
    options,
  })),
)

const usage = `Usage: npm run practice -- [--port N]${switches.map(({ word }) => ` [--${word}]`).join('')}

  --port N                listen on port N instead of any free one
${switches.map(({ word, does }) => `  ${`--${word}`.padEnd(23)} ${does}`).join('\n')}`

/** The environment's public credentials may be printed: they open nothing else. */
function greeting({ vendors: running, addressOf }: Practice): string {
  const all = Object.entries(running).map(([name, vendor]) => ({ vendor, url: addressOf(name as keyof typeof running) }))
  const helps = all.map(({ vendor, url }) => vendor.help(url))
  const where = helps.map(({ title, lines: [url, ...rest] }) => [
    `${title.padEnd(10)}  ${url}`,
    ...rest.map((line) => `  ${line}`),
  ])
  const calls = all.flatMap(({ vendor, url }) => vendor.examples(url))
  return `The practice environment runs. Press Ctrl+C to stop it.

${where.flat().join('\n')}

${calls.map((call) => `${call.title}:\n  ${curlLine(call)}`).join('\n\n')}

To see something go wrong, use one of these numbers:
${helps.flatMap(({ demonstrations }) => demonstrations.map((line) => `  ${line}`)).join('\n')}
`
}

function optionsOf(args: string[]): PracticeOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      help: { type: 'boolean' },
      ...Object.fromEntries(switches.map(({ word }) => [word, { type: 'boolean' as const }])),
    },
  })
  if (values.help) return 'help'
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a number from 0 to 65535, not ${values.port}`)
  const chosen = switches.filter(({ word }) => word in values)
  return { port, ...Object.fromEntries(chosen.map(({ vendor, options }) => [vendor, options])) }
}

/** Runs the practice environment alone, to try it with curl or to point another program at it. */
async function run(args: string[]): Promise<void> {
  const options = optionsOf(args)
  if (options === 'help') {
    console.log(usage)
    return
  }
  const practice = await createPractice(options)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void practice.close())
  console.log(greeting(practice))
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = 1
}
