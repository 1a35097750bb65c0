import type { contract } from '#shared/ipc/contract.ts'
import type { KeysStatus } from '#shared/ipc/keys-contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { AppFailure, invalidAt } from '../../ipc/failure.ts'
import type { KeySafe } from '../../storage/keys/safe.ts'

export interface KeysDeps {
  safe: Pick<KeySafe, 'status' | 'prepareCode' | 'dropCode' | 'confirmCode' | 'setPassphrase' | 'removePassphrase'>
  /**
   * SECURITY: shows a fresh code where no page can read it: in a native dialog, with saving and printing. False where the person
   * did not note it.
   */
  showCode(code: string): Promise<boolean>
  /** Whether there is anything of a vendor's to protect: practising needs no code. */
  isForVendors(): boolean
  wasDeclined(): boolean
  decline(): void
  /** Whether the ledger lies open until Balie is closed. */
  sealsAtEnd(): Promise<boolean>
  /** Closes Balie with all its questions, and starts it again. */
  startAgain(): void
  /** A passphrase is there for the first time: what lies open is sealed with the keys behind it. */
  sealAll(): Promise<void>
  /** The keys are others from now on: what is sealed under those before is sealed anew, beside all else. */
  renewed(): void
  onChange(): void
}

/** The ways to the keys, as a person sets them. */
export function keysFeature(deps: KeysDeps): GroupHandlers<(typeof contract)['keys']> {
  const { safe, showCode, isForVendors, wasDeclined, decline, sealsAtEnd, startAgain, sealAll, renewed, onChange } = deps
  const status = async (): Promise<KeysStatus> => {
    const now = await safe.status()
    const offersCode = now.codeAt === null && now.kept !== 'nowhere' && isForVendors() && !wasDeclined()
    return { ...now, offersCode, sealsAtEnd: await sealsAtEnd() }
  }
  const changed = async (): Promise<KeysStatus> => {
    onChange()
    return status()
  }
  return {
    status,
    async showNewCode({ renewsKeys }) {
      const made = await safe.prepareCode(renewsKeys)
      if ('state' in made) throw new AppFailure({ kind: 'invalid', message: { id: `keys.none.${made.state}` } })
      const noted = await showCode(made.code)
      if (!noted) safe.dropCode()
      return { noted }
    },
    async confirmCode({ ending }) {
      const confirmed = await safe.confirmCode(ending)
      if (confirmed === 'wrong') throw invalidAt('ending', { id: 'keys.code.ending' })
      if (confirmed === 'code-and-keys') renewed()
      return changed()
    },
    declineCode() {
      decline()
      return changed()
    },
    async setPassphrase({ passphrase }) {
      const before = await safe.status()
      // With a keychain a passphrase would only be one more thing to forget.
      if (before.kept === 'keychain') throw new AppFailure({ kind: 'invalid', message: { id: 'keys.passphrase.notNeeded' } })
      await safe.setPassphrase(passphrase)
      if (before.kept === 'nowhere') await sealAll()
      return changed()
    },
    sealNow() {
      startAgain()
      return {}
    },
    async removePassphrase() {
      if (!(await safe.removePassphrase()))
        throw new AppFailure({ kind: 'invalid', message: { id: 'keys.passphrase.needsKeychain' } })
      return changed()
    },
  }
}
