import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { examine, report } from '#tools/setup/doctor.mjs'
import { inProject } from '#tools/setup/project.mjs'

test('the doctor names everything the project needs, and a remedy for each thing that is not there', async () => {
  const findings = await examine()
  expect(findings.map(({ about }) => about)).toEqual([
    'git',
    'Node 24',
    'npm packages',
    'to start',
    'to test',
    'to test a team',
    'to check packages',
    'keychain module',
    'Electron',
    'display',
    'pre-commit hook',
  ])
  const broken = [{ about: 'Electron', found: 'absent', remedy: 'npx install-electron' }]
  expect(report(broken)).toBe('✗ Electron             absent\n  npx install-electron\n')
  expect(report([{ about: 'git', found: '2.39' }])).toBe('✓ git                  2.39\n')
})

test('the doctor runs under any Node from 20 on, before anything is installed', () => {
  const { status, stdout } = spawnSync('node', [inProject('tools', 'setup', 'doctor.mjs')], { encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toContain('Node 24')
})
