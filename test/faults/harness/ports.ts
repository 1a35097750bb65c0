import path from 'node:path'
import { defaultPreferences, type Preferences } from '#shared/domain/preferences.ts'
import type { DeskPorts } from '#main/desk/ports.ts'
import type { LedgerDoubt } from '#main/storage/ledger-identity/doubt.ts'
import type { Clock } from '#main/submissions/clock.ts'
import type { Limits } from '#main/upstream/limits.ts'
import type { Asking } from '#main/upstream/asked.ts'
import { createTransmitter } from '#main/vendors/transmitter.ts'
import type { Transmitter } from '#main/upstream/types.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { haveSealedLedger } from '#test/support/ledger-file.ts'

export interface FaultPortOptions {
  folder: string
  /** Nothing is there yet, and the desk makes its ledger itself; else there is a sealed one. */
  isFirstStart?: boolean
  /** What is remembered of the ledger; within the folder where nobody looks at copies of it. */
  stateFolder?: string
  /** The ledger may not know all that left. */
  onDoubt?: (doubt: LedgerDoubt) => void
  holdSeconds: number
  clock?: Clock
  transmitter?: Transmitter & Partial<Asking>
  keychain?: FakeKeychain
  /** Some items changed, in the ledger's eyes. */
  onItems?: (ids: string[]) => void
  /** A run of a table is in another state, or further on, in main's eyes. */
  onRuns?: (what: 'changed' | 'progress') => void
  /** The folder that a person chooses for the files of a table. */
  filesFolder?: string | null
  /** What the desk writes to its log: trouble it lives with. */
  onTrouble?: (message: string, error: unknown) => void
}

/** The app's own HTTP client, knowing no proxy. */
export const transmitterWith = (limits: Partial<Limits> = {}, caCertificates?: () => readonly string[]) =>
  createTransmitter({
    resolveProxy: () => Promise.resolve('DIRECT'),
    limits,
    ...(caCertificates ? { caCertificates } : {}),
  })

function preferencesInMemory(holdSeconds: number): DeskPorts['preferences'] {
  let preferences: Preferences = { ...defaultPreferences, holdSeconds }
  return {
    trouble: null,
    get: () => preferences,
    set(changes) {
      // As the file does: what is not said stays.
      const given = Object.entries(changes).filter(([, value]) => value !== undefined)
      preferences = { ...preferences, ...(Object.fromEntries(given) as Partial<Preferences>) }
      return preferences
    },
    windowPlace: () => null,
    setWindowPlace: () => undefined,
    lastFolder: () => undefined,
    setLastFolder: () => undefined,
    forgetFolders: () => undefined,
    feedDates: { newest: () => null, keep: () => undefined },
    wasTold: () => true,
    setTold: () => undefined,
    lastBackup: () => null,
    setLastBackup: () => undefined,
  }
}

/** The world around the desk where nothing but what is under test goes wrong. */
export function faultPorts(options: FaultPortOptions): DeskPorts {
  if (!options.isFirstStart) haveSealedLedger(options.folder)
  return {
    folder: options.folder,
    stateFolder: options.stateFolder ?? path.join(options.folder, 'state'),
    ledger: {
      startEmpty: () => Promise.resolve(false),
      takeOver: () => Promise.resolve(false),
      inDoubt: (doubt) => options.onDoubt?.(doubt),
      takenOver: () => undefined,
    },
    preferences: preferencesInMemory(options.holdSeconds),
    keychain: options.keychain ?? new FakeKeychain(),
    safety: { showCode: () => Promise.resolve(false), chooseSave: () => Promise.resolve(null), startAgain: () => undefined },
    transmitter: { ask: () => Promise.reject(new Error('nobody is asked here')), ...(options.transmitter ?? transmitterWith()) },
    ...(options.clock ? { clock: options.clock } : {}),
    chooseFile: () => Promise.resolve(null),
    chooseEvidence: () => Promise.resolve([]),
    openPath: () => Promise.resolve(),
    confirmHost: () => Promise.resolve(true),
    bulk: {
      chooseTable: () => Promise.resolve(null),
      chooseFiles: () => Promise.resolve(options.filesFolder ?? null),
      chooseSave: () => Promise.resolve(null),
      language: () => 'nl',
      notify: () => undefined,
      showProgress: () => undefined,
    },
    emit(name, payload) {
      if (name === 'submissions.changed' && 'ids' in payload) options.onItems?.(payload.ids)
      if (name === 'bulk.changed') options.onRuns?.('changed')
      if (name === 'bulk.progress') options.onRuns?.('progress')
    },
    onPreferences: () => undefined,
    log: (message, error) => options.onTrouble?.(message, error),
  }
}
