import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** How this computer tells where a folder lies; tests play others. */
export interface Mounts {
  platform: NodeJS.Platform
  /** Linux: the kernel's table. */
  table(): string
  /** macOS: what `mount` prints. */
  printed(): string
  /** Windows gives the share behind a mapped drive for its real path. */
  realPath(folder: string): string
}

/** File systems of other computers. Memory that SQLite shares between processes is not shared over these. */
const networked = /^(nfs\d?|cifs|smb\w*|afp\w*|webdav|davfs\d?|afs|coda|ncpfs|ceph|glusterfs|lustre|9p)$/
const networkedFuse =
  /^fuse\.(sshfs|rclone|gvfsd-fuse|glusterfs|davfs2?|s3fs|goofys|curlftpfs|smbnetfs|ceph(-fuse)?|onedriver|google-drive-ocamlfuse)$/

export const systemMounts: Mounts = {
  platform: process.platform,
  table: () => readFileSync('/proc/self/mounts', 'utf8'),
  printed: () => execFileSync('/sbin/mount', { encoding: 'utf8' }),
  realPath: (folder) => realpathSync.native(folder),
}

/** The folder itself may not be there yet. */
function existing(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder ? folder : existing(path.dirname(folder))
}

const isWithin = (folder: string, mount: string) =>
  folder === mount || folder.startsWith(mount.endsWith('/') ? mount : `${mount}/`)

/** The kind of the innermost of these that holds the folder. */
const kindOf = (folder: string, mounts: readonly { at: string; kind: string }[]): string | null =>
  mounts
    .filter(({ at }) => isWithin(folder, at))
    .toSorted((one, other) => one.at.length - other.at.length)
    .at(-1)?.kind ?? null

/** The kernel writes spaces and the like in octal (proc_pid_mounts(5)). */
const unescaped = (text: string) => text.replace(/\\([0-7]{3})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 8)))

/**
 * The kind of network file system that a folder lies on, or null for a disk of this computer, as far as that can be told. A
 * write-ahead log works only where all its readers share memory.
 * @see https://www.sqlite.org/wal.html ("WAL does not work over a network filesystem")
 */
export function networkKindOf(folder: string, mounts: Mounts = systemMounts): string | null {
  try {
    const real = mounts.realPath(existing(folder))
    if (mounts.platform === 'win32') return /^\\\\(?![?.]\\(?!UNC\\))/i.test(real) ? 'SMB' : null
    if (mounts.platform === 'linux') {
      const lines = mounts
        .table()
        .split('\n')
        .map((line) => line.split(' '))
      const kind = kindOf(
        real,
        lines.map(([, at = '', type = '']) => ({ at: unescaped(at), kind: type })),
      )
      return kind && (networked.test(kind) || networkedFuse.test(kind)) ? kind : null
    }
    if (mounts.platform !== 'darwin') return null
    const lines = mounts
      .printed()
      .split('\n')
      .map((line) => / on (.+) \(([\w-]+)[,)]/.exec(line))
    const kind = kindOf(
      real,
      lines.flatMap((line) => (line ? [{ at: line[1] ?? '', kind: line[2] ?? '' }] : [])),
    )
    return kind && networked.test(kind) ? kind : null
  } catch {
    // A system that does not tell is no reason to refuse a person their ledger.
    return null
  }
}
