import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { dpkgIn, rpmIn, type PackageManager } from '#tools/pack/package-managers.ts'
import { listRoot, resolveInRoot } from '#tools/pack/scratch-root.ts'

const packed = inject('packed')
const scratch = inject('scratch')

const systems = [
  { name: 'deb', first: packed.deb, next: packed.nextDeb, open: (root: string) => dpkgIn(root, packed.deb) },
  { name: 'rpm', first: packed.rpm, next: packed.nextRpm, open: (root: string) => rpmIn(root) },
]

describe.each(systems)('$name, in a root of its own', ({ name, first, next, open }) => {
  beforeEach((context) => {
    context.skip(process.getuid?.() !== 0, 'needs root to install into a root of its own')
  })

  test('is installed, upgraded, not downgraded, and removed without a trace but the clerk’s data', () => {
    const root = join(scratch, `root-${name}`)
    mkdirSync(root)
    const manager: PackageManager = open(root)
    const data = join(root, 'home', 'clerk', '.config', 'Balie')
    mkdirSync(data, { recursive: true })
    writeFileSync(join(data, 'ledger.sqlite'), 'a ledger')
    const before = listRoot(root)
    const starts = () => resolveInRoot(root, '/usr/bin/balie')

    const installed = manager.install(first)
    expect(installed.code, installed.output).toBe(0)
    const version = manager.version()
    expect(starts()).toBe('/opt/Balie/balie')

    const upgraded = manager.install(next)
    expect(upgraded.code, upgraded.output).toBe(0)
    expect(manager.version()).not.toBe(version)
    expect(starts()).toBe('/opt/Balie/balie')

    const downgraded = manager.install(first)
    expect(downgraded.code).not.toBe(0)
    expect(downgraded.output).toMatch(/newer than|nieuwer dan/)
    expect(manager.version()).not.toBe(version)
    expect(starts()).toBe('/opt/Balie/balie')

    const removed = manager.remove()
    expect(removed.code, removed.output).toBe(0)
    expect(listRoot(root)).toEqual(before)
  })
})
