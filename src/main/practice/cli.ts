import { parseArgs } from 'node:util'
import { practiceApiKey, practiceBillinkId, practiceBillinkUsername } from './credentials.ts'
import { curlLine, exampleCalls } from './examples.ts'
import { createPracticeServer, type PracticeServer } from './server.ts'

const usage = `Usage: npm run practice -- [--port N] [--refuse-second-create]

  --port N                listen on port N instead of any free one
  --refuse-second-create  refuse a second note for the same sale`

/** The environment's public credentials may be printed: they open nothing else. */
function greeting(server: PracticeServer): string {
  return `The practice environment runs. Press Ctrl+C to stop it.

DigiWallet  ${server.digiwalletUrl}/sale-note
  key       ${practiceApiKey}
Billink     ${server.disputeUrl}
  username  ${practiceBillinkUsername}
  id        ${practiceBillinkId}

${exampleCalls(server)
  .map((call) => `${call.title}:\n  ${curlLine(call)}`)
  .join('\n\n')}

To see something go wrong, use one of these sale numbers or invoices:
  99000401 99000403 99000429 99000500 99000503   answered with that status, not carried out
  99000504                                       carried out, then the connection is cut
  99000598                                       carried out, then never answered
  99001401 … 99001598                            the same, the first time only
  DEMO-400 DEMO-401 DEMO-403 DEMO-429 DEMO-500 DEMO-503 DEMO-RESET DEMO-SILENT
  DEMO-400-ONCE … DEMO-SILENT-ONCE               the same, the first time only
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
  const server = await createPracticeServer(options)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
  console.log(greeting(server))
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = 1
}
