import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { parsePolicy } from '#main/policy/parse-policy.ts'
import { limitedAccounts } from '#main/policy/limited-accounts.ts'
import { setOrganisationAccounts } from '#main/policy/organisation-accounts.ts'
import { accountRecords } from '#main/storage/account-records.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { newBillinkSettings } from '#shared/vendors/billink/settings.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const written = {
  id: 'winkel',
  kind: 'billink',
  environment: 'production',
  name: 'Winkel',
  url: 'https://api.billink.nl/dispute',
  username: 'winkel',
}
const id = 'organisation-billink-production-winkel'

async function office() {
  const ledger = openLedger(join(await temporaryFolder(), 'ledger.sqlite'))
  onTestFinished(() => ledger.close())
  const records = accountRecords(ledger)
  const eraseSecret = vi.fn(async () => true)
  /** A start of the app under what an administrator wrote. */
  const start = async (...accounts: object[]) => {
    const { policy, troubles } = parsePolicy('here', { accounts })
    expect(troubles).toEqual([])
    await setOrganisationAccounts(policy, { records, eraseSecret, now: () => new Date('2026-11-28T00:00:00Z') })
  }
  return { records, eraseSecret, start }
}

test('is there after the start, with all that a new account of its vendor has', async () => {
  const { records, start } = await office()
  await start(written)
  const { id: _, ...settings } = written
  expect(records.list()).toMatchObject([{ id, settings: { ...newBillinkSettings(), ...settings }, secretOrigin: null }])
})

test('keeps its key and what it has learned when its name changes, and is there once', async () => {
  const { records, eraseSecret, start } = await office()
  await start(written)
  const stored = records.get(id)
  if (stored?.settings.kind !== 'billink') throw new Error('It is not there')
  const learned = { ...stored.settings, categories: [{ id: 'retour', label: 'Retour' }] }
  records.save({ ...stored, settings: learned, secretOrigin: 'https://api.billink.nl', secretLastFour: '1234' })
  await start({ ...written, name: 'Webwinkel' })
  expect(records.list()).toMatchObject([
    { id, settings: { ...learned, name: 'Webwinkel' }, secretOrigin: 'https://api.billink.nl', secretLastFour: '1234' },
  ])
  expect(eraseSecret).not.toHaveBeenCalled()
})

test('loses its key when its address is another', async () => {
  const { records, eraseSecret, start } = await office()
  await start(written)
  const stored = records.get(id)
  if (stored) records.save({ ...stored, secretOrigin: 'https://api.billink.nl', secretLastFour: '1234' })
  await start({ ...written, url: 'https://billink.example.nl/dispute' })
  expect(eraseSecret).toHaveBeenCalledExactlyOnceWith(id, 'https://api.billink.nl')
  expect(records.get(id)).toMatchObject({ secretOrigin: null, secretLastFour: null })
})

test('stays when it is taken away, and comes back as the same one', async () => {
  const { records, start } = await office()
  await start(written)
  await start()
  expect(records.list()).toMatchObject([{ id }])
  records.archive(id)
  await start(written)
  expect(records.list()).toMatchObject([{ id, archivedAt: null }])
})

test('is another account where its environment is another: items do not move', async () => {
  const { records, start } = await office()
  await start(written)
  await start({ ...written, environment: 'staging' })
  expect(records.list().map((account) => account.id)).toEqual([id, 'organisation-billink-staging-winkel'])
})

test('files are as large as the organisation allows, and as the person set once it does not', async () => {
  const { records, start } = await office()
  await start(written)
  const limited = limitedAccounts(records, { maxFileMegabytes: 5 })
  const shown = limited.get(id)
  expect(shown?.settings).toMatchObject({ maxFileMegabytes: 5 })
  expect(limited.list()[0]?.settings).toMatchObject({ maxFileMegabytes: 5 })
  // Stored again with something else that was learned.
  if (shown) limited.save({ ...shown, settings: { ...shown.settings, name: 'Anders' } })
  expect(records.get(id)?.settings).toMatchObject({ name: 'Anders', maxFileMegabytes: 10 })
  if (shown) limited.save({ ...shown, settings: { ...shown.settings, maxFileMegabytes: 3 } as typeof shown.settings })
  expect(records.get(id)?.settings).toMatchObject({ maxFileMegabytes: 3 })
  expect(limitedAccounts(records, {}).get(id)?.settings).toMatchObject({ maxFileMegabytes: 3 })
})
