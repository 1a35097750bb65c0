import type { contract } from '#shared/ipc/contract.ts'
import type { BackupStatus } from '#shared/ipc/keys-contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { AppFailure } from '../../ipc/failure.ts'
import { startBackup } from '../../storage/backup/backup-maker.ts'
import { writeRing } from '../../storage/keys/key-ring.ts'
import type { KeySafe } from '../../storage/keys/safe.ts'

export interface BackupDeps {
  safe: Pick<KeySafe, 'ring'>
  folder: string
  ledgerFile: string
  app: string
  now(): number
  chooseSave(name: string): Promise<string | null>
  lastAt(): string | null
  setLastAt(at: string): void
  onProgress(progress: { done: number; total: number }): void
  log(message: string, error: unknown): void
}

/** How a backup's name ends. */
export const backupExtension = 'balie-backup'

/** Makes backups, one at a time, in a thread beside all else. */
export function backupFeature(deps: BackupDeps): GroupHandlers<(typeof contract)['backup']> {
  const { safe, folder, ledgerFile, app, now, chooseSave, lastAt, setLastAt, onProgress, log } = deps
  let underWay: BackupStatus['underWay'] = null
  let cancel: (() => void) | null = null
  return {
    status: () => ({ lastAt: lastAt(), underWay }),
    async make({ passphrase }) {
      if (cancel) throw new AppFailure({ kind: 'invalid', message: { id: 'backup.underWay' } })
      const createdAt = new Date(now())
      const to = await chooseSave(`Balie ${createdAt.toISOString().slice(0, 10)}.${backupExtension}`)
      if (to === null) return null
      const ring = await safe.ring()
      const order = { folder, ledgerFile, to, passphrase, app, createdAt, ring: ring && writeRing(ring) }
      const making = startBackup(order, (done, total) => {
        underWay = { done, total }
        onProgress(underWay)
      })
      cancel = making.cancel
      const outcome = await making.outcome.finally(() => {
        underWay = null
        cancel = null
      })
      if (outcome.state === 'failed') {
        log('A backup could not be made', outcome.error)
        throw new AppFailure({
          kind: 'internal',
          message: { id: outcome.reason ? `backup.failed.${outcome.reason}` : 'backup.failed' },
        })
      }
      if (outcome.state === 'made') setLastAt(createdAt.toISOString())
      return { outcome: outcome.state }
    },
    cancel() {
      cancel?.()
      return {}
    },
  }
}
