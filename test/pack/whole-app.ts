import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect } from 'vitest'
import { runnerVariable } from '#tools/pack/dummy-electron.ts'
import { offScreen } from '#tools/setup/display.mjs'
import { inProject, projectEnvironment } from '#tools/setup/project.mjs'

/** Runs tests of the whole app on what was packed; the project's own bundles are out of reach. */
export function expectToPassOn(app: string, ...which: string[]): void {
  expect(existsSync(inProject('out'))).toBe(false)
  const [program = '', ...args] = offScreen(['playwright', 'test', '--reporter=line', ...which])
  const env = projectEnvironment({ BALIE_PACKED_APP: app, [runnerVariable]: inProject('tools', 'pack', 'run-packed.ts') })
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: inProject(), env, encoding: 'utf8' })
  expect(status, `${stdout}${stderr}`).toBe(0)
  expect(stdout).toMatch(/\d+ passed/)
}
