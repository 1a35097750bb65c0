import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fuseWire } from '#tools/pack/dummy-electron.ts'
import { readFpmArguments } from '#tools/pack/fpm-arguments.ts'
import { fuseProblems, setFuses } from '#tools/pack/fuses.ts'
import { debianPackages, packingPackages } from '#tools/setup/debian-packages.mjs'
import { findElectronBinary } from '#tools/setup/electron-binary.mjs'
import { inProject } from '#tools/setup/project.mjs'

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'balie-pack-unit-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('npm run dist without Electron says so in one line and ends with 1', (context) => {
  context.skip(findElectronBinary() !== undefined, 'Electron is here')
  const { status, stdout, stderr } = spawnSync(process.execPath, [inProject('tools', 'setup', 'dist.mjs')], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(`${stdout}${stderr}`.trim().split('\n')).toEqual([expect.stringContaining('npx install-electron')])
})

test('what packs is no part of what starts and tests the app', () => {
  const names = new Set<string>(debianPackages.map(({ name }) => name))
  expect(packingPackages.filter((name) => names.has(name))).toEqual([])
})

test('all nine fuses are set, and one that is not is read back', async () => {
  const binary = join(temporaryFolder(), 'balie')
  writeFileSync(binary, fuseWire)
  expect((await fuseProblems(binary, 'linux')).length).toBeGreaterThan(3)
  await setFuses(binary, 'linux')
  expect(await fuseProblems(binary, 'linux')).toEqual([])
  expect(await fuseProblems(binary, 'win32')).toEqual(['fuse EnableEmbeddedAsarIntegrityValidation is not on'])
})

test('a tenth fuse that nobody decided about ends the packing', async () => {
  const binary = join(temporaryFolder(), 'balie')
  writeFileSync(binary, `${fuseWire.replace('\u0001\u0009', '\u0001\u000a')}1`)
  await expect(setFuses(binary, 'linux')).rejects.toThrow(/fuse/i)
})

test('an option of fpm that its stand-in does not know ends the packing', () => {
  const order = readFpmArguments(['-s', 'dir', '-t', 'deb', '--before-install=a.sh', '-d', 'libnss3', 'a/=/opt/Balie'])
  expect(order).toMatchObject({ target: 'deb', depends: ['libnss3'], files: [['a/', '/opt/Balie']] })
  expect(order.options.get('--before-install')).toBe('a.sh')
  expect(() => readFpmArguments(['-t', 'deb', '--deb-no-default-config-files'])).toThrow('does not know')
  expect(() => readFpmArguments(['-t', 'pacman'])).toThrow('makes no pacman')
})
