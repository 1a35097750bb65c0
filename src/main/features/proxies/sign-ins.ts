import type { ProxySignIn, ProxyView } from '#shared/domain/proxy.ts'
import type { Keychain } from '../../storage/keychain.ts'
import type { ProxySignIns } from '../../upstream/proxy-sign-ins.ts'
import { forgetKept, headerOf, readKept, writeKept } from './kept-password.ts'

interface Entry {
  /** The header that is sent along; never leaves this process but to its proxy. */
  header: string | null
  /** Whether the proxy ever let it through. */
  proven: boolean
  kept: ProxyView['kept']
  /** Ends when the one try with a header that is not proven yet is over. */
  trial: PromiseWithResolvers<void> | null
  lookUp: Promise<string | null> | null
  /** What it last said, and whether the person was told. */
  wants: Exclude<ProxyView['state'], 'signed-in'> | null
  told: boolean
}

/** The passwords of proxies and the questions about them: everything a screen may know, and the one way a password comes in. */
export interface SignIns extends ProxySignIns {
  list(): ProxyView[]
  /** `null` where this proxy never asked. */
  signIn(given: ProxySignIn): Promise<ProxyView | null>
  /** False where the keychain still holds the password. */
  signOut(proxy: string): Promise<boolean>
  /** Told of each change; `signedIn` where what waited for a password may go. */
  onChange: ((change: { signedIn: boolean }) => void) | null
}

/** The keychain where there is one, else memory. */
export function createSignIns(keychain: Keychain): SignIns {
  const entries = new Map<string, Entry>()
  const entryOf = (proxy: string): Entry => {
    const known = entries.get(proxy)
    if (known) return known
    const made: Entry = { header: null, proven: false, kept: null, trial: null, lookUp: null, wants: null, told: false }
    entries.set(proxy, made)
    return made
  }
  const endTrial = (entry: Entry) => {
    entry.trial?.resolve()
    entry.trial = null
  }
  const replace = (entry: Entry, header: string | null) => {
    endTrial(entry)
    Object.assign(entry, { header, proven: false })
  }
  /** Once in a session: what the keychain holds and the proxy refused is not tried again. */
  const lookUp = async (proxy: string, entry: Entry): Promise<boolean> => {
    if (entry.lookUp) {
      await entry.lookUp
      return entry.header !== null
    }
    entry.lookUp = readKept(keychain, proxy)
    const header = await entry.lookUp
    if (header === null || entry.header !== null) return entry.header !== null
    replace(entry, header)
    entry.kept = 'keychain'
    return true
  }
  const viewOf = (proxy: string, entry: Entry): ProxyView[] => {
    const state = entry.wants !== null && entry.told ? entry.wants : entry.header === null ? null : 'signed-in'
    return state === null ? [] : [{ proxy, state, kept: state === 'signed-in' ? entry.kept : null }]
  }

  const signIns: SignIns = {
    onChange: null,
    async authorization(proxy) {
      const entry = entries.get(proxy)
      // SECURITY: a new password is tried by one request alone; all at once, a mistyped one would lock the person's account.
      if (entry?.trial) {
        await entry.trial.promise
        return signIns.authorization(proxy)
      }
      if (!entry || entry.header === null) return null
      if (!entry.proven) entry.trial = Promise.withResolvers()
      return entry.header
    },
    async challenged(proxy, { tried, takesBasic }) {
      const entry = entryOf(proxy)
      if (!takesBasic) {
        entry.wants = 'other-scheme'
        return false
      }
      if (tried !== null && tried === entry.header) {
        replace(entry, null)
        Object.assign(entry, { wants: 'refused', told: false, kept: null })
        return false
      }
      if (entry.header !== null || (await lookUp(proxy, entry))) return true
      entry.wants ??= 'asks'
      return false
    },
    passed(proxy, tried) {
      const entry = entries.get(proxy)
      if (!entry || entry.header !== tried) return
      const isNews = entry.wants !== null || (tried !== null && !entry.proven)
      Object.assign(entry, { proven: tried !== null, wants: null, told: false })
      endTrial(entry)
      if (isNews) signIns.onChange?.({ signedIn: false })
    },
    released(proxy, tried) {
      const entry = entryOf(proxy)
      if (entry.header === tried) endTrial(entry)
    },
    ask(proxy) {
      const entry = entryOf(proxy)
      if (entry.wants === null || entry.told) return
      entry.told = true
      signIns.onChange?.({ signedIn: false })
    },
    list: () => [...entries].flatMap(([proxy, entry]) => viewOf(proxy, entry)),
    async signIn({ proxy, userName, password }) {
      // SECURITY: only a proxy that asked: a page can neither name a host of its own nor have one sent a password.
      const entry = entries.get(proxy)
      if (!entry || (entry.wants === null && entry.header === null)) return null
      const kept = await writeKept(keychain, proxy, { userName, password })
      replace(entry, headerOf({ userName, password }))
      Object.assign(entry, { kept, wants: null, told: false })
      signIns.onChange?.({ signedIn: true })
      return { proxy, state: 'signed-in', kept }
    },
    async signOut(proxy) {
      const entry = entries.get(proxy)
      if (!entry) return true
      if (!(await forgetKept(keychain, proxy))) return false
      replace(entry, null)
      Object.assign(entry, { kept: null, wants: null, told: false })
      signIns.onChange?.({ signedIn: false })
      return true
    },
  }
  return signIns
}
