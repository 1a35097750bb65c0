import { execFileSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { optionOf, type FpmOrder } from './fpm-arguments.ts'
import { filesBelow, layOut } from './fpm-root.ts'

const escape = (text: string): string => text.replaceAll('%', '%%')

const script = (order: FpmOrder, option: string): string =>
  escape(readFileSync(optionOf(order, option), 'utf8').replace(/^#!.*\n/, ''))

/** Folders that go when the package goes. */
const ownFolders = (order: FpmOrder, root: string): string[] => {
  const top = order.options.get('--directories')
  if (top === undefined) return []
  const below = readdirSync(join(root, top), { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [top.slice(1), ...below.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))]
}

const specText = (order: FpmOrder, root: string): string => {
  const [first = '', ...rest] = optionOf(order, '--description').trim().split('\n')
  return [
    // As it is: no links to build ids, nothing stripped, nothing rewritten.
    '%define _build_id_links none',
    '%define __strip /bin/true',
    '%define __os_install_post %{nil}',
    '%define _binary_payload w6.xzdio',
    `Name: ${optionOf(order, '--name')}`,
    `Version: ${optionOf(order, '--version').replaceAll('-', '_')}`,
    'Release: 1',
    `Summary: ${order.options.get('--rpm-summary') ?? first}`,
    `License: ${optionOf(order, '--license')}`,
    `Vendor: ${optionOf(order, '--vendor')}`,
    `URL: ${optionOf(order, '--url')}`,
    `Packager: ${optionOf(order, '--maintainer')}`,
    'AutoReqProv: no',
    ...order.depends.map((name) => `Requires: ${name}`),
    '%description',
    [first, ...rest].join('\n'),
    '%install',
    `mkdir -p %{buildroot} && cp -a ${root}/. %{buildroot}/`,
    // fpm hands bash's own syntax to the shell that the script named.
    '%post -p /bin/bash',
    script(order, '--after-install'),
    '%postun -p /bin/bash',
    script(order, '--after-remove'),
    '%files',
    '%defattr(-,root,root,-)',
    ...ownFolders(order, root).map((name) => `%dir "/${escape(name)}"`),
    ...filesBelow(root).map((name) => `"/${escape(name)}"`),
    '',
  ].join('\n')
}

/** An rpm as fpm would make it. */
export function buildRpm(order: FpmOrder): void {
  const { work, root } = layOut(order)
  const spec = join(work, 'balie.spec')
  writeFileSync(spec, specText(order, root))
  const defines = [`_topdir ${work}/top`, `_rpmdir ${work}/rpms`, '_rpmfilename out.rpm'].flatMap((one) => ['--define', one])
  const target = ['--target', optionOf(order, '--architecture'), '--buildroot', join(work, 'build-root')]
  execFileSync('rpmbuild', ['-bb', '--quiet', ...target, ...defines, spec])
  copyFileSync(join(work, 'rpms', 'out.rpm'), optionOf(order, '--package'))
  rmSync(work, { recursive: true })
}
