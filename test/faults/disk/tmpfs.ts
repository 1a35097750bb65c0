import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  folder: string
  /** Takes all room but so many bytes. */
  fill(leave: number): void
  /** Gives it back. */
  free(): void
  unmount(): void
}

const piece = Buffer.alloc(4096)
const mounted = new Set<string>()

function unmount(folder: string): void {
  spawnSync('umount', ['-l', folder])
  rmdirSync(folder)
  mounted.delete(folder)
}
process.on('exit', () => mounted.forEach(unmount))

/** Mounts one; answers why it can't where it may not. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return 'only Linux has disks in memory to fill'
  if (process.getuid?.() !== 0) return 'only root may mount a disk of its own'
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-disk-'))
  const answer = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { encoding: 'utf8' })
  if (answer.status !== 0) {
    rmdirSync(folder)
    return 'this system does not let root mount a disk'
  }
  mounted.add(folder)
  const filler = path.join(folder, 'filler')
  const room = () => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  return {
    folder,
    fill(leave) {
      const handle = openSync(filler, 'a')
      while (room() > leave) writeSync(handle, piece)
      closeSync(handle)
    },
    free: () => rmSync(filler, { force: true }),
    unmount: () => unmount(folder),
  }
}
