import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { runMain, SetupProblem } from '#tools/setup/problem.mjs'
import { inProject } from '#tools/setup/project.mjs'
import { cut } from './changelog.ts'

const git = (...args: string[]): string => execFileSync('git', args, { cwd: inProject(), encoding: 'utf8' })

/** `npm run release -- 0.2.0`: the version's changelog, numbers, commit and tag; pushing the tag starts the release. */
await runMain(async () => {
  const [, , version = ''] = process.argv
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new SetupProblem('Which version?', 'Say it: npm run release -- 0.2.0')
  if (git('status', '--porcelain').trim() !== '')
    throw new SetupProblem('There are changes that are not committed.', 'Commit them first.')
  const changelog = inProject('CHANGELOG.md')
  const [date = ''] = new Date().toISOString().split('T')
  const text = cut(readFileSync(changelog, 'utf8'), version, date)
  execFileSync('npm', ['version', version, '--no-git-tag-version'], { cwd: inProject(), stdio: 'ignore' })
  writeFileSync(changelog, text)
  git('commit', '--all', '--message', `chore: release ${version}`)
  git('tag', '--annotate', `v${version}`, '--message', `Balie ${version}`)
  process.stdout.write(`Balie ${version} is cut. Look at it, then: git push --follow-tags\n`)
  return 0
})
