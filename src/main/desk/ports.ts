import type { Vendor } from '#shared/domain/kinds.ts'
import type { Policy } from '#shared/domain/policy.ts'
import type { BulkPorts } from './bulk-ports.ts'
import type { SignIns } from '../features/proxies/sign-ins.ts'
import type { Emit } from '../ipc/events.ts'
import type { Keychain } from '../storage/keychain.ts'
import type { LaneTarget } from '../storage/lane-batch.ts'
import type { LaneWriter } from '../storage/lane-writer.ts'
import type { OwnKeys } from '../storage/keys/own-keys.ts'
import type { LedgerDoubt } from '../storage/ledger-identity/doubt.ts'
import type { Host } from '../storage/ledger-identity/host.ts'
import type { LedgerQuestions } from '../storage/ledger-identity/open.ts'
import type { Ledger } from '../storage/ledger.ts'
import type { PreferenceFile } from '../storage/preferences.ts'
import type { Clock } from '../submissions/clock.ts'
import type { Connect } from '../team/session.ts'
import type { Asking } from '../upstream/asked.ts'
import type { Channels, Transmitter } from '../upstream/types.ts'

/** Native dialogs of keys and backups, and what is remembered of them. */
export interface SafetyPorts {
  showCode(code: string): Promise<boolean>
  chooseSave(name: string): Promise<string | null>
  /** Closes Balie as a person does, with all its questions, and starts it again. */
  startAgain(): void
}

/** What the desk needs of the world around it; the app gives Electron's, tests and fault runs their own. */
export interface DeskPorts {
  /** Holds the ledger and the vault. */
  folder: string
  /** Where `folder` was until this start. */
  movedFrom?: string | null
  /** On this computer's own disk and outside `folder`: what is remembered of the ledger, to tell a copy by. */
  stateFolder: string
  /** What a person is asked before the ledger is touched, and told of it. */
  ledger: LedgerQuestions & { inDoubt(doubt: LedgerDoubt): void; takenOver(): void }
  host?: Host
  preferences: PreferenceFile
  /** What the person's organisation allows; without one everything that a person may. */
  policy?: Policy
  keychain: Keychain
  /** The keys and all ways to them, where a person may have to open what is here first. */
  keys?: OwnKeys & {
    /** Resolves once what lies in `folder` can be read. */
    pass(): Promise<void>
  }
  /** What main shows and asks of keys and backups where no page can see it. */
  safety: SafetyPorts
  transmitter: Transmitter & Asking & Partial<Channels>
  /** Where the data of a customer who asked for it goes; null where the person thought better of it. */
  chooseFolder?(): Promise<string | null>
  /** Empties what Chromium keeps of the page; absent where there is none. */
  clearPage?(): Promise<void>
  /** The native chooser for one file of these endings; null where the person chose nothing. */
  chooseFile(extensions: readonly string[]): Promise<string | null>
  /** The native chooser for a draft's files; none where the person chose nothing. */
  chooseEvidence(): Promise<string[]>
  /** Opens a file in the system's own program for it. */
  openPath(path: string): Promise<void>
  confirmHost(question: { host: string; accountName: string; kind: Vendor }): Promise<boolean>
  bulk: BulkPorts
  /** Absent where no proxy is ever asked. */
  signIns?: SignIns
  emit: Emit
  onPreferences(): void
  log(message: string, error: unknown): void
  /** The app's own, for what is told to its makers. */
  version?: string
  clock?: Clock
  /** How long after a try of unknown outcome it is looked up; tests that turn no clock can't wait as long. */
  settleAfterMs?: number
  /** How a team's database is reached; tests play one. */
  connectTeam?: Connect
  /** How bulk runs write to the ledger; tests that turn the clock wait for no other thread. */
  writerFor?(ledger: Ledger, target: LaneTarget): LaneWriter
}
