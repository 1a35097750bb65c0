import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** What the scripts of a package call, of this system's own. */
const programs = 'bash sh cat chmod cp dirname ln readlink rm sed dpkg update-alternatives'.split(' ')

const places = ['/usr/bin', '/usr/sbin', '/bin', '/sbin']

const librariesOf = (program: string): string[] =>
  [...execFileSync('ldd', [program], { encoding: 'utf8' }).matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, library]) => library ?? '')

/** A system of its own in a folder: just enough of this one for a package's scripts, and nothing that they could break. */
export function makeScratchRoot(root: string): void {
  for (const folder of [
    'usr/bin',
    'usr/lib',
    'usr/lib64',
    'usr/share',
    'etc/alternatives',
    'opt',
    'dev',
    'tmp',
    'var/log',
    'home/clerk',
  ])
    mkdirSync(join(root, folder), { recursive: true })
  for (const folder of ['bin', 'lib', 'lib64']) symlinkSync(join('usr', folder), join(root, folder))
  // A file takes what scripts throw away; a device would need more rights than a container has.
  writeFileSync(join(root, 'dev', 'null'), '')
  const found = programs.flatMap((name) => places.map((place) => join(place, name)).find((file) => existsSync(file)) ?? [])
  const copy = (file: string, to: string) => {
    mkdirSync(dirname(join(root, to)), { recursive: true })
    copyFileSync(realpathSync(file), join(root, to))
  }
  for (const program of found) copy(program, join('usr/bin', program.split('/').at(-1) ?? ''))
  for (const library of new Set(found.flatMap((program) => librariesOf(program)))) copy(library, library)
}

/**
 * What a package can leave behind: every file and link, with where it leads, and its own folder. Folders that packages share, and
 * what the package managers write down for themselves, are not counted.
 */
export function listRoot(root: string): string[] {
  const theirs = /^(var\/(lib|log|tmp)|usr\/lib\/sysimage|etc\/\.pwd\.lock)(\/|$)/
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name)
      const name = file.slice(root.length + 1)
      if (entry.isDirectory() && !name.startsWith('opt/')) return []
      return entry.isSymbolicLink() ? [`${name} -> ${readlinkSync(file)}`] : [name]
    })
    .filter((name) => !theirs.test(name))
    .toSorted()
}

/** Follows a link as somebody inside the root would; null where it leads nowhere. */
export function resolveInRoot(root: string, path: string): string | null {
  const at = join(root, path)
  const link = readdirSync(dirname(at), { withFileTypes: true }).find(({ name }) => join(dirname(at), name) === at)
  if (link === undefined) return null
  if (!link.isSymbolicLink()) return statSync(at).isFile() ? path : null
  const target = readlinkSync(at)
  return resolveInRoot(root, target.startsWith('/') ? target : join(dirname(path), target))
}
