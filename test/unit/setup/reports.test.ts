import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { playwrightOutcome } from '#tools/setup/playwright-report.mjs'
import { noReason } from '#tools/setup/totals.mjs'
import { reportVariable } from '#tools/setup/vitest-report.mjs'

const root = resolve(import.meta.dirname, '../../..')

/** Runs a runner on the tests in a folder of its own and answers its exit code. */
const runIn = (folder: string, script: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
  new Promise<number>((done) => {
    // The runner must not take this run's settings (workers, reporters) for its own.
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_OPTIONS')
    const options = { cwd: folder, env: { ...Object.fromEntries(inherited), ...env } }
    const child = execFile(process.execPath, [join(root, 'node_modules', script), ...args], options, () =>
      done(child.exitCode ?? 1),
    )
  })

describe('reports of the real runners', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'balie-reports-'))
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    await mkdir(join(folder, 'tests'))
  })

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  test('vitest: passed, failed and skipped tests, with the reason of each skip', async () => {
    await writeFile(
      join(folder, 'tests/some.test.ts'),
      `import { describe, expect, test } from 'vitest'
       test('passes', () => expect(1).toBe(1))
       describe('group', () => {
         test('fails', () => expect(1).toBe(2))
         test('explains', (context) => context.skip(true, 'there is no keychain here'))
         test.skip('keeps silent', () => undefined)
       })`,
    )
    await writeFile(join(folder, 'tests/broken.test.ts'), `import './not-there.ts'`)
    const file = join(folder, 'outcome.json')
    const reporter = `--reporter=${join(root, 'tools/setup/vitest-report.mjs')}`

    const code = await runIn(folder, 'vitest/vitest.mjs', ['run', reporter], { [reportVariable]: file })

    expect(code).toBe(1)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      passed: 1,
      failed: 2,
      skipped: [
        { title: 'group > explains', reason: 'there is no keychain here' },
        { title: 'group > keeps silent', reason: noReason },
      ],
    })
  })

  test('Playwright: passed, failed and skipped tests, with the reason of each skip', async () => {
    await writeFile(
      join(folder, 'tests/some.spec.ts'),
      `import { expect, test } from '@playwright/test'
       test('passes', () => expect(1).toBe(1))
       test.describe('group', () => {
         test('fails', () => expect(1).toBe(2))
         test('explains', () => test.skip(true, 'there is no keychain here'))
         test.skip('keeps silent', () => undefined)
       })`,
    )
    await writeFile(join(folder, 'tests/broken.spec.ts'), `import './not-there.ts'`)
    const args = ['test', '--reporter=json', '--workers=1']

    const code = await runIn(folder, '@playwright/test/cli.js', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'e2e.json') })
    expect(code).toBe(1)
    const broken = playwrightOutcome(JSON.parse(await readFile(join(folder, 'e2e.json'), 'utf8')))
    expect(broken.failed).toBeGreaterThan(0)

    await rm(join(folder, 'tests/broken.spec.ts'))
    await runIn(folder, '@playwright/test/cli.js', args, { PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'e2e.json') })
    expect(playwrightOutcome(JSON.parse(await readFile(join(folder, 'e2e.json'), 'utf8')))).toEqual({
      passed: 1,
      failed: 1,
      skipped: [
        { title: 'tests/some.spec.ts › group › explains', reason: 'there is no keychain here' },
        { title: 'tests/some.spec.ts › group › keeps silent', reason: noReason },
      ],
    })
  })
})
