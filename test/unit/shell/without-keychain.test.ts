import { expect, test } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import { newDigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import type { Told } from '#shared/domain/told.ts'
import { withoutKeychain } from '#main/shell/without-keychain.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { settled } from '#test/support/fake-clock.ts'

type AccountLike = Pick<Account, 'settings'>
const practice: AccountLike = { settings: { ...newDigiwalletSettings(), environment: 'practice', url: null } }
const real: AccountLike = { settings: newDigiwalletSettings() }

function world() {
  const told: Told[] = []
  const kept = new Set<string>()
  const keychain = new FakeKeychain()
  keychain.now = 'no-keychain'
  const accounts = [practice]
  const start = () =>
    withoutKeychain({
      keychain,
      accounts: () => Promise.resolve(accounts),
      preferences: { wasTold: (id) => kept.has(id), setTold: (id) => kept.add(id) },
      stateFolder: '/home/anna/.local/state/balie',
      tell: (one) => told.push(one),
      log: () => undefined,
    })
  return { told, keychain, accounts, start }
}

test('what is lost without a keychain is said once, as soon as there is anything of a vendor’s', async () => {
  const { told, accounts, start } = world()
  const look = start()
  look()
  await settled()
  expect(told).toEqual([])
  accounts.push(real)
  look()
  look()
  await settled()
  expect(told).toEqual([{ id: 'no-keychain', file: '/home/anna/.local/state/balie' }])
  start()()
  await settled()
  expect(told).toHaveLength(1)
})

test.each(['available', 'locked', 'denied', 'broken'] as const)('nothing is said of a keychain that is %s', async (state) => {
  const { told, keychain, accounts, start } = world()
  accounts.push(real)
  keychain.now = state
  start()()
  await settled()
  expect(told).toEqual([])
})
