import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { straceProblem } from '#test/faults/harness/strace.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { inProject } from '#tools/setup/project.mjs'

const calls = 'open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat,truncate'

/** The files that a call of the trace would change. */
function changedBy(line: string): string[] {
  const isOpen = /\bopen(at)?\(/.test(line)
  if (isOpen && !/O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(line)) return []
  // A name may be told by the folder that is open: `unlinkat(21</folder>, "name"`.
  return [...line.matchAll(/(?:<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/g)].map(([, from = '', name = '']) => path.resolve(from, name))
}

test('nothing is written outside the person’s own folders, from the first start to a filed dispute', async (context) => {
  const problem = straceProblem()
  context.skip(problem !== null, problem ?? '')
  const profile = await temporaryFolder()
  const trace = path.join(profile, 'trace')
  const [folder, state] = [path.join(profile, 'data'), path.join(profile, 'state')]
  const child = inProject('test', 'support', 'profile-child.ts')
  const { status, stdout, stderr } = spawnSync(
    'strace',
    ['-f', '-y', '-qq', '-o', trace, '-e', `trace=${calls}`, process.execPath, child, folder, state],
    { encoding: 'utf8', cwd: inProject(), env: { ...process.env, TMPDIR: profile, NODE_COMPILE_CACHE: '' } },
  )
  expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: 'sent\n' })
  const changed = readFileSync(trace, 'utf8').split('\n').flatMap(changedBy)
  expect(changed.filter((name) => name.startsWith(`${folder}${path.sep}ledger.sqlite`)).length).toBeGreaterThan(0)
  expect(changed.filter((name) => name.startsWith(`${folder}${path.sep}attachments`)).length).toBeGreaterThan(0)
  const own = [folder, state, '/dev/', '/proc/self/']
  expect(changed.filter((name) => !own.some((start) => name.startsWith(start)))).toEqual([])
})
