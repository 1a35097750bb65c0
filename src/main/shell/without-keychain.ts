import type { Told } from '#shared/domain/told.ts'
import type { Account } from '#shared/domain/account.ts'
import type { Keychain } from '../storage/keychain.ts'
import type { PreferenceFile } from '../storage/preferences.ts'

export interface WithoutKeychainDeps {
  keychain: Pick<Keychain, 'state'>
  accounts(): Promise<readonly Pick<Account, 'settings'>[]>
  preferences: Pick<PreferenceFile, 'wasTold' | 'setTold'>
  /** What an older copy of the ledger is told by then. */
  stateFolder: string
  tell(told: Told): void
  log(message: string, error: unknown): void
}

/**
 * Says once that without a keychain an older copy of the ledger is told by one folder alone, as soon as there is anything of a
 * vendor's to protect. Looks whenever it is called.
 */
export function withoutKeychain({ keychain, accounts, preferences, stateFolder, tell, log }: WithoutKeychainDeps) {
  const look = async () => {
    if (preferences.wasTold('no-keychain')) return
    const isForVendors = (await accounts()).some(({ settings }) => settings.url !== null)
    if (!isForVendors || (await keychain.state()) !== 'no-keychain' || preferences.wasTold('no-keychain')) return
    tell({ id: 'no-keychain', file: stateFolder })
    preferences.setTold('no-keychain')
  }
  return (): void => void look().catch((error: unknown) => log('That there is no keychain could not be told', error))
}
