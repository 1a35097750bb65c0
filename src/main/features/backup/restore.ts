import path from 'node:path'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { AppFailure, invalidAt } from '../../ipc/failure.ts'
import { BackupFailure } from '../../storage/backup/container.ts'
import { decideToPutBack, dropStaged, type RestoredLedger } from '../../storage/backup/put-back.ts'
import { headOf, unpackBackup } from '../../storage/backup/unpack.ts'
import type { KeySafe, RestoreTarget } from '../../storage/keys/safe.ts'
import { diskReasonOf } from '../../storage/vault-failure.ts'

export interface RestoreDeps {
  safe: Pick<KeySafe, 'restoreTarget'>
  folder: string
  now(): number
  chooseBackup(): Promise<string | null>
  /** Goes on with what was decided: at the start itself, or by closing and starting again. */
  goOn(): Promise<void> | void
  onProgress(progress: { done: number; total: number }): void
  log(message: string, error: unknown): void
}

const failed = (id: `restore.failed.${'disk-full' | 'disk-refused'}` | 'restore.failed'): AppFailure =>
  new AppFailure({ kind: 'internal', message: { id } })

/** Brings a backup in: chosen, unpacked and verified, and then in the place of what is there. */
export function createRestore({ safe, folder, now, chooseBackup, goOn, onProgress, log }: RestoreDeps) {
  let chosen: string | null = null
  let unpacked: { ledger: RestoredLedger; target: RestoreTarget } | null = null
  let isWanted = false
  let underWay: AbortController | null = null

  function drop(): void {
    underWay?.abort()
    chosen = null
    unpacked = null
    isWanted = false
    dropStaged(folder)
  }
  /** What is the matter with a file, at the field where it is. */
  const told = (error: unknown): unknown => {
    if (error instanceof BackupFailure) {
      const field = error.trouble === 'wrong-passphrase' ? 'passphrase' : 'file'
      return invalidAt(field, { id: `restore.${error.trouble}` })
    }
    if (error instanceof AppFailure) return error
    log('A backup could not be put back', error)
    const reason = diskReasonOf(error)
    return failed(reason ? `restore.failed.${reason}` : 'restore.failed')
  }

  const handlers: GroupHandlers<(typeof contract)['restore']> = {
    async choose() {
      const file = await chooseBackup()
      if (file === null) return null
      drop()
      try {
        const { createdAt, app } = await headOf(file)
        chosen = file
        return { name: path.basename(file), createdAt, app }
      } catch (error) {
        throw told(error)
      }
    },
    async unpack({ passphrase }) {
      if (chosen === null || underWay) throw invalidAt('file', { id: 'restore.noFile' })
      const watch = new AbortController()
      underWay = watch
      try {
        const target = await safe.restoreTarget(passphrase)
        if ('state' in target) throw new AppFailure({ kind: 'invalid', message: { id: `keys.none.${target.state}` } })
        const order = { file: chosen, passphrase, folder, target: target.set, now }
        const ledger = await unpackBackup(order, {
          signal: watch.signal,
          onProgress: (done, total) => onProgress({ done, total }),
        })
        await target.stage()
        unpacked = { ledger, target }
        return { outcome: 'ready' }
      } catch (error) {
        dropStaged(folder)
        if (watch.signal.aborted) return { outcome: 'cancelled' }
        throw told(error)
      } finally {
        underWay = null
      }
    },
    async finish() {
      if (!unpacked) throw invalidAt('file', { id: 'restore.noFile' })
      isWanted = true
      await goOn()
      return {}
    },
    drop() {
      drop()
      return {}
    },
  }
  return {
    handlers,
    /** Whether a person said to put it back, and nobody has begun. */
    isWanted: () => isWanted,
    /** The person stays after all: nothing is replaced. */
    stayed(): void {
      if (isWanted) drop()
    },
    /** From here on the next look at the folder finds the restored data. */
    async decide(): Promise<void> {
      if (!unpacked || !isWanted) return
      await unpacked.target.keep()
      decideToPutBack(folder, unpacked.ledger, now())
      unpacked = null
      isWanted = false
    },
  }
}
export type Restore = ReturnType<typeof createRestore>
