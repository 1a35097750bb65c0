import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { policyFiles, policyFolder } from './policy-files.ts'

/** `npm run policies`: after the table of policies changed. */
for (const [name, text] of policyFiles()) {
  const file = join(policyFolder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
