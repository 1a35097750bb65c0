import { parseArgs } from 'node:util'
import { createPractice, type Practice } from '../vendors/practice.ts'
import { curlLine } from './example-call.ts'

const usage = `Usage: npm run practice -- [--port N] [--refuse-second-create]

  --port N                listen on port N instead of any free one
  --refuse-second-create  refuse a second note for the same sale`

/** The environment's public credentials may be printed: they open nothing else. */
function greeting({ vendors, addressOf }: Practice): string {
  const all = Object.entries(vendors).map(([name, vendor]) => ({ vendor, url: addressOf(name as keyof typeof vendors) }))
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

function optionsOf(args: string[]): { port: number; refuseSecondCreate: boolean } | 'help' {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, 'refuse-second-create': { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help) return 'help'
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a number from 0 to 65535, not ${values.port}`)
  return { port, refuseSecondCreate: values['refuse-second-create'] ?? false }
}

/** Runs the practice environment alone, to try it with curl or to point another program at it. */
async function run(args: string[]): Promise<void> {
  const options = optionsOf(args)
  if (options === 'help') {
    console.log(usage)
    return
  }
  const { port, refuseSecondCreate } = options
  const practice = await createPractice({ port, digiwallet: { refuseSecondCreate } })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void practice.close())
  console.log(greeting(practice))
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = 1
}
