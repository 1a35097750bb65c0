import type { Keychain } from '../keychain.ts'
import { ledgerRecordSchema, type Anchor } from './anchor.ts'
import type { LedgerRecord } from './renew.ts'

/** What the keychain says of the ledger in this folder; `silent` where it can't be asked. */
export type KeychainWord = { state: 'record'; record: LedgerRecord } | { state: 'nothing' } | { state: 'silent' }

/**
 * Remembers the newest generation of a folder's ledger in two places that a copy of the folder does not bring along: the
 * keychain, and a file elsewhere on the disk, which is all there is where there is no keychain.
 */
export function createWitness({ keychain, anchor, key }: { keychain: Keychain; anchor: Anchor; key: string }) {
  const entry = `ledger-${key}`
  let answers = false
  return {
    anchor,
    async ask(): Promise<KeychainWord> {
      const answer = await keychain.read(entry)
      answers = answer.state === 'stored' || answer.state === 'missing'
      if (answer.state === 'missing') return { state: 'nothing' }
      if (answer.state !== 'stored') return { state: 'silent' }
      try {
        return { state: 'record', record: ledgerRecordSchema.parse(JSON.parse(answer.secret)) }
      } catch {
        return { state: 'nothing' }
      }
    },
    /** After the ledger has it. A keychain that did not answer before is not asked again: a person dismissed its question. */
    async write(record: LedgerRecord): Promise<void> {
      anchor.write(record)
      if (answers) await keychain.write(entry, JSON.stringify(record))
    },
  }
}
export type Witness = ReturnType<typeof createWitness>
