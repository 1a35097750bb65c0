import type { Gate } from '#shared/domain/unlock.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { Handlers } from '#shared/ipc/procedure.ts'

const locked = (ways: { code: boolean; passphrase: boolean }): Gate => ({
  state: 'locked',
  why: ways.passphrase ? 'no-keychain' : 'missing',
  ways,
  isDamaged: false,
})
/** What stands before the app, by the name that the address has for it. */
export const gates: Record<'open' | 'code' | 'passphrase' | 'none', Gate> = {
  open: { state: 'open' },
  code: locked({ code: true, passphrase: false }),
  passphrase: locked({ code: true, passphrase: true }),
  none: locked({ code: false, passphrase: false }),
}

/** Where the keys are, and what is said of that, by the name that the address has for it. */
export const keptKeys = {
  keychain: { kept: 'keychain', sealsAtEnd: false },
  nowhere: { kept: 'nowhere', sealsAtEnd: false },
  later: { kept: 'keychain', sealsAtEnd: true },
} as const

/** Keys and backups in memory: enough to look at their screens. */
export function fakeSafety(
  gate: Gate,
  keys: (typeof keptKeys)[keyof typeof keptKeys],
): Pick<Handlers<typeof contract>, 'unlock' | 'keys' | 'backup' | 'restore'> {
  const status = { ...keys, codeAt: null, passphraseAt: null, offersCode: false }
  return {
    unlock: {
      state: () => gate,
      byCode: () => ({}),
      byPassphrase: () => ({}),
      again: () => gate,
      startEmpty: () => ({}),
      quit: () => ({}),
    },
    keys: {
      status: () => status,
      showNewCode: () => ({ noted: true }),
      confirmCode: () => ({ ...status, codeAt: new Date().toISOString() }),
      declineCode: () => status,
      setPassphrase: () => status,
      sealNow: () => ({}),
      removePassphrase: () => status,
    },
    backup: {
      status: () => ({ lastAt: null, underWay: null }),
      make: () => null,
      cancel: () => ({}),
    },
    restore: {
      choose: () => ({ name: 'Balie 2026-11-28.balie-backup', createdAt: '2026-11-28T01:00:00.000Z', app: '0.1.0' }),
      unpack: () => ({ outcome: 'ready' as const }),
      finish: () => ({}),
      drop: () => ({}),
    },
  }
}
