import type { App } from 'electron'
import { createRestore } from '../features/backup/restore.ts'
import { createGate } from '../features/keys/gate.ts'
import type { Emit } from '../ipc/events.ts'
import type { Keychain } from '../storage/keychain.ts'
import { ownKeysOf } from '../storage/keys/own-keys.ts'
import { startAgain } from './start-again.ts'

export interface BeforeLedgerDeps {
  app: Pick<App, 'quit' | 'relaunch'>
  folder: string
  keychain: Keychain
  chooseBackup(): Promise<string | null>
  emit: Emit
  log(message: string, error: unknown): void
}

/** What a person may have to do before there is a ledger: open what is locked, or bring a backup in its place. */
export function beforeLedger({ app, folder, keychain, chooseBackup, emit, log }: BeforeLedgerDeps) {
  const ownKeys = ownKeysOf(folder, keychain, Date.now)
  const gate = createGate({ safe: ownKeys.safe, changed: (state) => emit('unlock.changed', state), quit: () => app.quit() })
  let isOpen = false
  let isToStartAgain = false
  const restore = createRestore({
    safe: ownKeys.safe,
    folder,
    now: Date.now,
    chooseBackup,
    /** Before there is a ledger the start goes on with it; later Balie closes with all its questions and starts again. */
    async goOn() {
      if (isOpen) return app.quit()
      await restore.decide()
      gate.leave()
    },
    onProgress: (progress) => emit('restore.progress', progress),
    log,
  })
  return {
    handlers: { unlock: gate.handlers, restore: restore.handlers },
    keys: { ...ownKeys, pass: gate.pass },
    /** Whether the start waits for a person: whoever closes the window then has nothing to be asked about. */
    isHolding: gate.isHolding,
    /** There is a ledger now. */
    opened(): void {
      isOpen = true
    },
    /** Closes with all questions, and starts again once all is closed. */
    startAgain(): void {
      isToStartAgain = true
      app.quit()
    },
    /** The person stayed after all. */
    stayed(): void {
      isToStartAgain = false
      restore.stayed()
    },
    /** All is closed: a backup that was chosen comes in its place at the next start, which is now. */
    async left(): Promise<void> {
      if (!restore.isWanted() && !isToStartAgain) return
      await restore.decide()
      startAgain(app, log)
    },
  }
}
