import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { capture } from '#tools/setup/commands.mjs'
import { aptInstall, debianPackages, isDebian, missingPackages } from '#tools/setup/debian-packages.mjs'
import { hasDisplay, offScreen, underVirtualDisplay } from '#tools/setup/display.mjs'
import { findElectronBinary } from '#tools/setup/electron-binary.mjs'
import { buildEnvironment } from '#tools/setup/keychain-module.mjs'
import { findNode24 } from '#tools/setup/node24.mjs'
import { npm } from '#tools/setup/npm.mjs'
import { SetupProblem } from '#tools/setup/problem.mjs'

describe('Debian packages', () => {
  const answer = 'installed chromium\nconfig-files xvfb\nnot-installed dbus\n'

  test('count as there only when fully installed', () => {
    expect(missingPackages(answer, ['chromium', 'xvfb', 'dbus', 'never-heard-of'])).toEqual(['xvfb', 'dbus', 'never-heard-of'])
  })

  test('are installed without what they merely recommend', () => {
    expect(aptInstall(['xvfb', 'dbus']).join(' ')).toBe('apt-get install -y --no-install-recommends xvfb dbus')
  })

  test('stop someone who only wants to try the app for no more than a browser and its font', () => {
    expect(debianPackages.filter(({ essential }) => essential).map(({ name }) => name)).toEqual(['chromium', 'fonts-dejavu-core'])
  })
})

describe('Node 24', () => {
  test('is the locked one where npm has it', async () => {
    const node = findNode24({ platform: process.platform, arch: process.arch, version: 'v20.0.0', execPath: '/usr/bin/node' })
    const { stdout } = await capture([node, '--version'])
    expect(stdout).toMatch(/^v24\./)
  })

  test("is the system's own on macOS, when new enough", () => {
    const mac = { platform: 'darwin', arch: 'arm64', execPath: '/opt/node' }
    expect(findNode24({ ...mac, version: 'v24.1.0' })).toBe('/opt/node')
    expect(findNode24({ ...mac, version: 'v26.0.0' })).toBe('/opt/node')
    expect(() => findNode24({ ...mac, version: 'v22.9.0' })).toThrow(SetupProblem)
    expect(() => findNode24({ ...mac, version: 'v22.9.0' })).toThrow(/Node 24.*darwin on arm64.*v22\.9\.0/)
  })
})

describe('the display', () => {
  test('is a matter of the environment on Linux only', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('darwin', {})).toBe(true)
    expect(hasDisplay('win32', {})).toBe(true)
  })

  test('for tests is a virtual one where there is one', () => {
    expect(offScreen(['npm', 'run', 'tour'], true)).toEqual(underVirtualDisplay(['npm', 'run', 'tour']))
    expect(offScreen(['npm', 'run', 'tour'], false)).toEqual(['npm', 'run', 'tour'])
  })
})

test("Electron's binary counts only when the file itself is there", () => {
  const folder = mkdtempSync(join(tmpdir(), 'balie-electron-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  expect(findElectronBinary(folder)).toBeUndefined()
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(findElectronBinary(folder)).toBeUndefined()
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/electron'), '')
  expect(findElectronBinary(folder)).toBe(join(folder, 'dist/electron'))
})

describe('npm', () => {
  test('is the one that started us, under its own Node', () => {
    const env = { npm_execpath: import.meta.filename, npm_node_execpath: process.execPath }
    expect(npm(['ci'], env)).toEqual([process.execPath, import.meta.filename, 'ci'])
  })

  test('is looked up on the path when nothing says where it is', () => {
    expect(npm(['ci'], {})).toEqual(['npm', 'ci'])
    expect(npm(['ci'], { npm_execpath: '/gone/npm-cli.js', npm_node_execpath: process.execPath })).toEqual(['npm', 'ci'])
  })
})

describe('the keychain module', () => {
  test('is built against the headers at hand, never downloaded ones', () => {
    expect(buildEnvironment({ headers: '/headers', fromSource: true })).toEqual({
      npm_config_nodedir: '/headers',
      npm_config_build_from_source: 'keytar',
    })
    expect(buildEnvironment({ headers: undefined, fromSource: false })).toEqual({})
  })

  test('loads under the Node of the tests', async (context) => {
    context.skip(!isDebian(), 'only on Debian is all there to build it')
    const { code, output } = await capture([process.execPath, '-e', "require('keytar').getPassword.call"])
    expect(output).toBe('')
    expect(code).toBe(0)
  })
})

describe('a silent command', () => {
  test('keeps its words and its exit code', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
    const { code, output, stdout } = await capture([process.execPath, '-e', script])
    expect(code).toBe(3)
    expect(stdout).toBe('out\n')
    expect(output).toContain('err')
  })

  test('that does not exist fails with its name', async () => {
    const { code, output } = await capture(['no-such-program-here'])
    expect(code).toBe(1)
    expect(output).toContain('no-such-program-here')
  })

  test('that takes too long is ended', async () => {
    const { code } = await capture([process.execPath, '-e', 'setInterval(() => undefined, 1000)'], { timeoutMs: 300 })
    expect(code).not.toBe(0)
  })
})
