import * as z from 'zod'
import { base64Of } from './wrap.ts'

const keyBytes = 32

/** The keys that a person's data is sealed with on this computer. */
export interface DataKeySet {
  vault: Buffer
  ledger: Buffer
}

/** All sets that something here may still be sealed with, the one for what is new first. */
export type KeyRing = readonly [DataKeySet, ...DataKeySet[]]

/** So many earlier sets are kept; what is older than these was sealed anew long ago. */
const setsAtMost = 6

const key = base64Of(keyBytes)
const ringSchema = z
  .array(z.object({ vault: key, ledger: key }))
  .min(1)
  .max(setsAtMost)

const isSame = (one: DataKeySet, other: DataKeySet): boolean => one.vault.equals(other.vault) && one.ledger.equals(other.ledger)

/** The ring with this set as the one for what is new, and each of the others once. */
export const withNewest = (set: DataKeySet, earlier: readonly DataKeySet[]): KeyRing => {
  const others = earlier.filter((one, index) => !isSame(one, set) && earlier.findIndex((other) => isSame(one, other)) === index)
  return [set, ...others.slice(0, setsAtMost - 1)]
}

/** As it is sealed or put into a keychain. */
export const writeRing = (sets: readonly DataKeySet[]): string =>
  JSON.stringify(sets.map(({ vault, ledger }) => ({ vault: vault.toString('base64'), ledger: ledger.toString('base64') })))

/** Null where it is none. */
export function readRing(text: string): KeyRing | null {
  try {
    const [newest, ...earlier] = ringSchema.parse(JSON.parse(text))
    return newest ? [newest, ...earlier] : null
  } catch {
    return null
  }
}
