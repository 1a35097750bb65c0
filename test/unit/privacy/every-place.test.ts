import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { takeSnapshot } from '#main/storage/backup/snapshot.ts'
import { fileRules, ruleOfFile } from '#main/storage/file-rules.ts'
import { openPreferences } from '#main/storage/preferences.ts'
import { bulkDesk, disputeTable } from '#test/support/bulk-desk.ts'
import { answers } from '#test/support/played-vendor.ts'
import { FakeClock } from '#test/support/fake-clock.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { nameElectronsFolder } from '#test/support/electron-folder.ts'
import { testLedgerKey } from '#test/support/ledger-file.ts'
import { findInFolder } from '#test/support/raw-bytes.ts'
import { pdf } from '#test/support/sample-files.ts'

nameElectronsFolder()

const person = { customerName: 'Zoë Quintelaar', customerEmail: 'zoe.quintelaar@example.nl', invoice: 'INV-778812' }
const canary = person.customerName

/** What a crash left of an earlier session, and what a start therefore takes away. */
const leftByCrash = [
  'ledger.sqlite.alone-99/ledger.sqlite',
  'restoring/attachments/a1.sealed',
  'backup.snapshot',
  'opened/x/bon.pdf',
]

/** The rules that files stand under, each once. */
const rulesIn = (hits: readonly string[]): string[] => [
  ...new Set(hits.map((hit) => ruleOfFile('data', hit.replaceAll('\\', '/'))?.is ?? hit)),
]

test('each kind of file is looked into when a person is erased: a canary in every one of them is gone, without a restart', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-places-'))
  const put = (name: string, content = canary) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  const found = () => rulesIn(findInFolder(folder, [canary], testLedgerKey).map((hit) => hit.slice(0, hit.lastIndexOf(': '))))
  for (const name of leftByCrash) put(name)
  const ofCrash = found()
  const preferences = await openPreferences({ folder })
  preferences.set({ holdSeconds: 0 })
  const clearPage = () => rm(path.join(folder, 'Local Storage'), { recursive: true })
  const desk = await bulkDesk({ from: { folder, keychain: new FakeKeychain(), clock: new FakeClock() }, preferences, clearPage })
  await desk.desk.start()
  expect(found()).toEqual([])

  const { drafts, disputes, attachments, privacy } = desk.handlers
  desk.vendor.answer = () => answers.accepts('4711')
  const accountId = await desk.account('disputes')
  const fields = { ...person, category: 'retour', locale: 'nl', message: `Van ${canary}` }
  const attach = async (draftId: string) => {
    const { token } = await desk.desk.tokens.register({ name: 'bon.pdf', bytes: new Uint8Array(pdf()) })
    await attachments.attach({ draftId, token })
  }
  const sent = await drafts.create({ kind: 'dispute', accountId, fields })
  await attach(sent.id)
  await disputes.submit({ draftId: sent.id })
  await desk.until('it is sent', () => desk.vendor.tries.length === 1)
  const vault = path.join(folder, 'attachments')
  const before = readdirSync(vault)
  const draft = await drafts.create({ kind: 'dispute', accountId, fields })
  await attach(draft.id)
  // As a ledger that did not know of it put it away.
  const theirs = readdirSync(vault).find((name) => name.endsWith('.sealed') && !before.includes(name)) ?? ''
  mkdirSync(path.join(vault, 'removed', '2026-11-21'), { recursive: true })
  renameSync(path.join(vault, theirs), path.join(vault, 'removed', '2026-11-21', theirs))
  await desk.checked(disputeTable({ invoice: person.invoice }), 'disputes')

  preferences.setLastFolder('file', `/home/${canary}`)
  put('preferences.broken-1.json')
  put('logs/balie.log', `[2026-11-22 09:00:00.000] [error] No file: ${canary}.pdf\n`)
  put('Local Storage/leveldb/000003.log')
  put('opened/x/bon.pdf')
  takeSnapshot(path.join(folder, 'ledger.sqlite'), testLedgerKey, path.join(folder, 'ledger.sqlite.before-9'))
  for (const name of ['set-aside-2026-11-20T10-00-00-000Z', 'replaced-2026-11-21T10-00-00-000Z']) {
    mkdirSync(path.join(folder, name))
    cpSync(path.join(folder, 'ledger.sqlite.before-9'), path.join(folder, name, 'ledger.sqlite'))
  }
  // What is sealed is nobody's to read: a word behind it tells that the file is gone, and not what it held.
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:sealed|plain)$/.test(name) && !/^(?:set-aside|replaced)-/.test(name))
      appendFileSync(path.join(folder, name), canary)

  const holding = fileRules.filter(({ root, erase }) => root === 'data' && erase !== 'none').map(({ is }) => is)
  expect([...new Set([...ofCrash, ...found()])].toSorted()).toEqual(holding.toSorted())
  const { searchId, places } = await privacy.find({ terms: Object.values(person) })
  await privacy.erase({ searchId, places: places.map(({ id }) => id) })
  await desk.until('it is erased', async () => {
    await desk.clock.pass(500)
    return (await privacy.state(undefined)).erasing === null
  })
  expect(found()).toEqual([])
})
