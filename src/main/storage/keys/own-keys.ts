import path from 'node:path'
import { createDataKeys, type DataKeys } from '../data-keys.ts'
import type { Keychain } from '../keychain.ts'
import { createKeySafe, type KeySafe } from './safe.ts'

/** The keys of one data folder, and all ways to them. */
export interface OwnKeys {
  keys: DataKeys
  safe: KeySafe
}

/** Where the ledger of a data folder is. */
export const ledgerFileIn = (folder: string): string => path.join(folder, 'ledger.sqlite')

/** Before anything of the folder is opened: whether it can be is the safe's to say. */
export function ownKeysOf(folder: string, keychain: Keychain, now: () => number): OwnKeys {
  const keys = createDataKeys(keychain)
  return { keys, safe: createKeySafe({ keychain, keys, ledgerFile: ledgerFileIn(folder), now }) }
}
