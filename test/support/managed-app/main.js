// The built app on a computer that an organisation manages: `BALIE_POLICY` is what stands in the file that only an administrator can write.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const { readFile } = fs.promises
fs.promises.readFile = (file, ...rest) =>
  file === '/etc/balie/policy.json' ? Promise.resolve(process.env.BALIE_POLICY) : readFile(file, ...rest)
syncBuiltinESMExports()

await import(process.env.BALIE_APP_MAIN ?? '../../../out/main/index.js')
