import { connect } from '../postgres.ts'
import { commands } from './commands.ts'
import { optionsFrom, Usage, type Options } from './options.ts'
import { sentenceOf } from './sentences.ts'

const usage = `npm run team -- COMMAND [options]

  init [--admin NAME]       sets the team up in an empty database; makes a login for all further commands
  migrate                   brings it up to date after an update of Balie
  add-clerk LOGIN           [--name "Anna de Wit"] [--manager] [--accounts 1,2]; shows a password once
  new-password LOGIN        shows another one once
  remove-clerk LOGIN        takes the login away; her open items read as unknown
  add-account VENDOR        --name "Winkel" [--url URL] [--set name=value]… [--keep-days 730] [--counts]
  invite LOGIN              [--out FILE] a file that fills in all but the password
  check                     synchronous commit, TLS, versions, extension, backups
  status                    accounts, clerks, computers, items

  --as name@host:5432/database, or BALIE_TEAM in the environment; --ca FILE where the server's authority is not known here.
  The password is asked for, or read from BALIE_TEAM_PASSWORD.
  Ends with 0 where all is well, 1 where something is wrong, 2 where the command was not understood.
`

/** Where a command runs: its words go out line by line. */
export interface Terminal {
  env: NodeJS.ProcessEnv
  say(line: string): void
  complain(line: string): void
  /** Never from the command line, which others on the computer can read. */
  password(question: string): Promise<string>
}

/** Runs one command; answers the exit code. */
export async function runCommand(args: readonly string[], { env, say, complain, password }: Terminal): Promise<number> {
  let options: Options | null = null
  try {
    if (args.length === 0 || args.includes('--help')) {
      say(usage)
      return args.length === 0 ? 2 : 0
    }
    options = optionsFrom(args, env)
    const command = Object.hasOwn(commands, options.command) ? commands[options.command] : undefined
    if (!command) throw new Usage(`There is no command "${options.command}".`)
    const { address } = options
    const secret = await password(`Password of ${address.user} at ${address.host}: `)
    const admin = await connect(address, secret, { connectMs: 10_000, callMs: 600_000 })
    try {
      return (await command({ options, admin, say })) ? 0 : 1
    } finally {
      await admin.close()
    }
  } catch (error) {
    if (error instanceof Usage) {
      complain(`${error.message}\n\n${usage}`)
      return 2
    }
    if (!options) throw error
    complain(sentenceOf(error, options.address))
    return 1
  }
}
