import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ownKeysOf } from '#main/storage/keys/own-keys.ts'
import { sealingOf } from '#main/storage/ledger-key.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { bulkDesk } from '#test/support/bulk-desk.ts'
import { FakeClock } from '#test/support/fake-clock.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const passphrase = 'kast raam fiets lantaarn'

test('without a keychain a passphrase seals the ledger when Balie is closed, and opens it at the next start', async () => {
  const folder = await temporaryFolder()
  const keychain = new FakeKeychain()
  keychain.now = 'no-keychain'
  openLedger(path.join(folder, 'ledger.sqlite')).close()
  const desk = await bulkDesk({ from: { folder, keychain, clock: new FakeClock() } })
  await desk.desk.start()
  await desk.fileNote(1, { text: 'Geheime tekst' })
  const file = path.join(desk.folder, 'ledger.sqlite')
  expect(await desk.handlers.keys.status(undefined)).toMatchObject({ kept: 'nowhere', passphraseAt: null, sealsAtEnd: false })
  await desk.handlers.keys.setPassphrase({ passphrase })
  expect(await desk.handlers.keys.status(undefined)).toMatchObject({ kept: 'passphrase', sealsAtEnd: true })
  await desk.close()
  expect(sealingOf(file).state).toBe('sealed')
  expect(readFileSync(file).includes('Geheime tekst')).toBe(false)

  const { safe } = ownKeysOf(desk.folder, desk.keychain, () => desk.clock.now())
  expect(await safe.look()).toMatchObject({ state: 'locked', why: 'no-keychain', ways: { code: false, passphrase: true } })
  expect(await safe.byPassphrase(passphrase)).toBe('open')
  expect(await safe.look()).toEqual({ state: 'open' })
  const answer = await safe.ledgerKeys.newest()
  const ledger = openLedger(file, answer.state === 'key' ? answer.key : null)
  expect(ledger.db.prepare('SELECT count(*) AS count FROM submissions').get()).toEqual({ count: 1 })
  ledger.close()
})
