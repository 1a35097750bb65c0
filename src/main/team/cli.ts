import { askPassword } from './cli/password.ts'
import { runCommand } from './cli/run.ts'

// The administrator's command, `npm run team`.
process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  password: (question) => askPassword(question, process.env),
})
