import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { optionOf, type FpmOrder } from './fpm-arguments.ts'
import { filesBelow, layOut } from './fpm-root.ts'

const scripts = [
  ['--before-install', 'preinst'],
  ['--after-install', 'postinst'],
  ['--after-remove', 'postrm'],
] as const

const controlText = (order: FpmOrder, kilobytes: number): string => {
  const [first = '', ...rest] = optionOf(order, '--description').trim().split('\n')
  return [
    `Package: ${optionOf(order, '--name')}`,
    `Version: ${optionOf(order, '--version')}`,
    `Architecture: ${optionOf(order, '--architecture')}`,
    `Maintainer: ${optionOf(order, '--maintainer')}`,
    `Installed-Size: ${kilobytes}`,
    `Depends: ${order.depends.join(', ')}`,
    ...(order.recommends.length > 0 ? [`Recommends: ${order.recommends.join(', ')}`] : []),
    `Section: ${order.options.get('--category') ?? 'default'}`,
    `Priority: ${optionOf(order, '--deb-priority')}`,
    `Homepage: ${optionOf(order, '--url')}`,
    `Description: ${first}`,
    ...rest.map((line) => ` ${line.trim() || '.'}`),
    '',
  ].join('\n')
}

/** A deb as fpm would make it. */
export function buildDeb(order: FpmOrder): void {
  const { work, root } = layOut(order)
  const names = filesBelow(root)
  const bytes = names.reduce((sum, name) => sum + lstatSync(join(root, name)).size, 0)
  const sums = names
    .filter((name) => lstatSync(join(root, name)).isFile())
    .map(
      (name) =>
        `${createHash('md5')
          .update(readFileSync(join(root, name)))
          .digest('hex')}  ${name}\n`,
    )
  const control = join(root, 'DEBIAN')
  mkdirSync(control)
  writeFileSync(join(control, 'control'), controlText(order, Math.ceil(bytes / 1024)))
  writeFileSync(join(control, 'md5sums'), sums.join(''))
  for (const [option, name] of scripts) {
    const from = order.options.get(option)
    if (from === undefined) continue
    copyFileSync(from, join(control, name))
    chmodSync(join(control, name), 0o755)
  }
  const compression = order.options.get('--deb-compression') ?? 'xz'
  execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', root, optionOf(order, '--package')])
  rmSync(work, { recursive: true })
}
