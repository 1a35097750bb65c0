import type { Keychain, KeychainState } from '#main/storage/keychain.ts'
import { testLedgerKey } from './ledger-file.ts'

/** A keychain in memory whose state a test can set, as a person locks and unlocks theirs. */
export class FakeKeychain implements Keychain {
  readonly entries = new Map<string, string>()
  now: KeychainState = 'available'
  /** There from the start; null on a computer that has none. */
  ledgerKey: Buffer | null = testLedgerKey
  /** How often it was asked for anything but its state. */
  asked = 0

  private answer<T>(done: () => T): T | { state: Exclude<KeychainState, 'available'>; detail: string } {
    this.asked += 1
    return this.now === 'available' ? done() : { state: this.now, detail: 'for the test' }
  }
  async read(entry: string) {
    return this.answer(() => {
      const own = entry === 'ledger-key' ? this.ledgerKey?.toString('base64') : undefined
      const secret = this.entries.get(entry) ?? own
      return secret === undefined ? { state: 'missing' as const } : { state: 'stored' as const, secret }
    })
  }
  async write(entry: string, secret: string) {
    return this.answer(() => {
      this.entries.set(entry, secret)
      return { state: 'done' as const }
    })
  }
  async remove(entry: string) {
    return this.answer(() => {
      this.entries.delete(entry)
      return { state: 'done' as const }
    })
  }
  async state() {
    return this.now
  }
}
