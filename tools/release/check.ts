import { readFileSync } from 'node:fs'
import { runMain, SetupProblem } from '#tools/setup/problem.mjs'
import { inProject } from '#tools/setup/project.mjs'
import { sectionOf } from './changelog.ts'

/** `node tools/release/check.ts v0.2.0 [--notes]`: whether a tag, package.json and the changelog speak of the same version. */
await runMain(async () => {
  const [, , tag = '', option] = process.argv
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { version: string }
  if (tag !== `v${version}`)
    throw new SetupProblem(`The tag is ${tag}, and package.json says ${version}.`, 'Cut versions with npm run release.')
  const notes = sectionOf(readFileSync(inProject('CHANGELOG.md'), 'utf8'), version)
  if (notes === null) throw new SetupProblem(`The changelog says nothing of ${version}.`, 'Cut versions with npm run release.')
  process.stdout.write(option === '--notes' ? `${notes}\n` : `${tag} is what package.json and the changelog say\n`)
  return 0
})
