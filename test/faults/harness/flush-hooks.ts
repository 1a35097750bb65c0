import fs from 'node:fs'
import { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

type On = (when: 'before' | 'after') => void

/** Shows every flush of a file that is written piece by piece, as those of the vault are, to `on`, which may end the process there. */
export async function hookFileFlush(on: On): Promise<void> {
  const handle = await open(process.execPath)
  const { prototype } = handle.constructor as { prototype: { sync(): Promise<void> } }
  await handle.close()
  const { sync } = prototype
  prototype.sync = async function synced() {
    on('before')
    await sync.call(this)
    on('after')
  }
}

/** The same for the flushes by which a run's claims reach the disk; of this thread only. */
export function hookClaimFlush(on: On): void {
  const { fdatasyncSync } = fs
  fs.fdatasyncSync = (handle) => {
    on('before')
    fdatasyncSync(handle)
    on('after')
  }
  syncBuiltinESMExports()
}
