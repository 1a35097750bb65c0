import { expect, test } from 'vitest'
import { beforeLedger } from '#main/shell/before-ledger.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

test('whoever has the ledger sealed now is asked all that leaving asks, and Balie starts again once it has closed', async () => {
  const did: string[] = []
  const before = beforeLedger({
    app: { quit: () => did.push('quit'), relaunch: () => did.push('relaunch') },
    folder: await temporaryFolder(),
    keychain: new FakeKeychain(),
    chooseBackup: () => Promise.resolve(null),
    emit: () => undefined,
    log: () => undefined,
  })
  before.opened()
  before.startAgain()
  // The person stays after all, and leaves later by themselves.
  before.stayed()
  await before.left()
  expect(did).toEqual(['quit'])
  before.startAgain()
  await before.left()
  expect(did).toEqual(['quit', 'quit', 'relaunch'])
})
