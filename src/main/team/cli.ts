import { commands } from './cli/commands.ts'
import { optionsFrom, Usage, type Options } from './cli/options.ts'
import { askPassword } from './cli/password.ts'
import { sentenceOf } from './cli/sentences.ts'
import { connect } from './postgres.ts'

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

async function main(): Promise<number> {
  let options: Options | null = null
  try {
    const args = process.argv.slice(2)
    if (args.length === 0 || args.includes('--help')) {
      console.log(usage)
      return args.length === 0 ? 2 : 0
    }
    options = optionsFrom(args, process.env)
    const command = Object.hasOwn(commands, options.command) ? commands[options.command] : undefined
    if (!command) throw new Usage(`There is no command "${options.command}".`)
    const { address } = options
    const password = await askPassword(`Password of ${address.user} at ${address.host}: `, process.env)
    const admin = await connect(address, password, { connectMs: 10_000, callMs: 600_000 })
    try {
      return (await command({ options, admin, say: (line) => console.log(line) })) ? 0 : 1
    } finally {
      await admin.close()
    }
  } catch (error) {
    if (error instanceof Usage) {
      console.error(`${error.message}\n\n${usage}`)
      return 2
    }
    if (!options) throw error
    console.error(sentenceOf(error, options.address))
    return 1
  }
}

process.exitCode = await main()
