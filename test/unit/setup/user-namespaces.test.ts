import { expect, test } from 'vitest'
import { whyNoSandbox } from '#tools/setup/user-namespaces.mjs'

const machine = { platform: 'linux', isRoot: false, restricted: '0', cloning: '1', hasHelper: false }

test.each([
  ['Ubuntu 24.04 as a normal user', { restricted: '1' }, /AppArmor/],
  ['a kernel without user namespaces', { restricted: '', cloning: '0' }, /kernel/],
])('%s is explained', (_name, part, why) => {
  expect(whyNoSandbox({ ...machine, ...part })).toMatch(why)
})

test.each([
  ['Debian', {}],
  ['a kernel that knows of neither', { restricted: '', cloning: '' }],
  ['root, who runs without it', { restricted: '1', isRoot: true }],
  ['a helper with its rights', { restricted: '1', hasHelper: true }],
  ['macOS', { platform: 'darwin', restricted: '1' }],
])('%s needs nothing', (_name, part) => {
  expect(whyNoSandbox({ ...machine, ...part })).toBeUndefined()
})
