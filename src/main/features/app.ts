import type { Told } from '#shared/domain/told.ts'
import type { PolicyView } from '#shared/domain/policy.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { diagnosticsText } from '../views/diagnostics-text.ts'
import type { SystemKeychain } from '../storage/keychain.ts'
import type { Language } from '#shared/languages/index.ts'

export interface AppDeps {
  version: string
  locale(): Language
  keychain: Pick<SystemKeychain, 'state' | 'detail'>
  dataFolder: string
  standIn: boolean
  openFolder(folder: string): Promise<void>
  policy: PolicyView
  /** The last lines of the log, redacted as they were written. */
  logTail(): Promise<string>
  /** What no page could show when it happened. */
  told(): Told[]
}

/** How long the page gets to store what is typed; longer means that it could not. */
const flushTimeoutMs = 3_000

/** What the screens know of the app itself, and the page's last word before the window closes. */
export function appHandlers({ version, locale, keychain, dataFolder, standIn, openFolder, policy, logTail, told }: AppDeps) {
  let flushed: (() => void) | null = null
  let isListening = false
  const info = async () => ({
    version,
    platform: process.platform,
    locale: locale(),
    keychain: await keychain.state(),
    keychainDetail: keychain.detail(),
    dataFolder,
    standIn,
  })
  const handlers: GroupHandlers<(typeof contract)['app']> = {
    info,
    listening() {
      isListening = true
      return {}
    },
    flushed() {
      flushed?.()
      return {}
    },
    told,
    policy: () => policy,
    async diagnostics() {
      const { keychain: state, keychainDetail, ...known } = await info()
      return { text: diagnosticsText({ ...known, state, detail: keychainDetail, policy, log: await logTail() }) }
    },
    async openDataFolder() {
      await openFolder(dataFolder)
      return {}
    },
  }
  /** True when everything typed is stored; false where the disk is full or the page does not answer in time. */
  const flush = (ask: () => void): Promise<boolean> =>
    new Promise((resolve) => {
      if (!isListening) {
        resolve(true)
        return
      }
      const timer = setTimeout(() => resolve(false), flushTimeoutMs)
      flushed = () => {
        clearTimeout(timer)
        resolve(true)
      }
      // A page that is gone cannot be asked, and has stored nothing since.
      try {
        ask()
      } catch {
        clearTimeout(timer)
        resolve(false)
      }
    })
  /** A page that is loaded again holds nothing typed until it says that it listens. */
  const forgetPage = (): void => {
    isListening = false
  }
  return { handlers, flush, forgetPage }
}
