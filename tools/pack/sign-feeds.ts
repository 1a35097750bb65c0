import { createPrivateKey } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMain, SetupProblem } from '#tools/setup/problem.mjs'
import { signFeed } from './sign-feed.ts'

/** Holds the private keys, as PEM one after the other; from the release's secrets and never on a disk. */
const keyVariable = 'BALIE_UPDATE_PRIVATE_KEYS'

/** `node tools/pack/sign-feeds.ts FOLDER`: signs each feed (`latest*.yml`) of a release, after everything in it was checked;
 * and again before the last signature is too old to be believed. */
await runMain(async () => {
  const [, , folder] = process.argv
  const keys = process.env[keyVariable]?.match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g) ?? []
  if (folder === undefined || keys.length === 0) {
    throw new SetupProblem('There is nothing to sign with.', `Name the folder, and put the private keys into ${keyVariable}.`)
  }
  for (const name of readdirSync(folder).filter((file) => /^latest.*\.yml$/.test(file))) {
    const file = join(folder, name)
    writeFileSync(file, signFeed(readFileSync(file, 'utf8'), { name, privateKeys: keys.map((key) => createPrivateKey(key)) }))
    process.stdout.write(`signed ${name}\n`)
  }
  return 0
})
