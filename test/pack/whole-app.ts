import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, inject } from 'vitest'
import { runnerVariable } from '#tools/pack/dummy-electron.ts'
import { capture } from '#tools/setup/commands.mjs'
import { offScreen } from '#tools/setup/display.mjs'
import { inProject } from '#tools/setup/project.mjs'

/** Runs tests of the whole app on what was packed, and answers what they printed; the project's own bundles are out of reach. */
export async function expectToPassOn(app: string, ...which: string[]): Promise<string> {
  expect(existsSync(inProject('out'))).toBe(false)
  const env = { BALIE_PACKED_APP: app, [runnerVariable]: inProject('tools', 'pack', 'run-packed.ts') }
  // A folder of its own: several may run at once.
  const results = `${inject('scratch')}/results-${basename(app)}-${process.hrtime.bigint()}`
  const { code, output } = await capture(offScreen(['playwright', 'test', '--reporter=line', `--output=${results}`, ...which]), {
    env,
  })
  expect(code, output).toBe(0)
  expect(output).toMatch(/\d+ passed/)
  return output
}
