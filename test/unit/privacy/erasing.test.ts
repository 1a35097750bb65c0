import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { takeSnapshot } from '#main/storage/backup/snapshot.ts'
import { ownKeysOf } from '#main/storage/keys/own-keys.ts'
import { afterCrash, bulkDesk, disputeTable, type BulkDeskOptions, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { answers } from '#test/support/played-vendor.ts'
import { copyDataFolder } from '#test/support/data-folder.ts'
import { FakeClock } from '#test/support/fake-clock.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { openLedgerFile, testLedgerKey } from '#test/support/ledger-file.ts'
import { findInFolder } from '#test/support/raw-bytes.ts'
import { pdf } from '#test/support/sample-files.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const person = { name: 'Zoë Quintelaar', email: 'zoe.quintelaar@example.nl', invoice: 'INV-778812', sale: '99887766' }
const canaries = Object.values(person)

const disputeOf = (invoice: string, customerName: string, customerEmail: string) => ({
  invoice,
  customerName,
  customerEmail,
  category: 'retour',
  locale: 'nl',
  message: `${customerName} belde over "${invoice}": niet ontvangen.`,
})

async function everySummary(desk: BulkDeskUnderTest) {
  const page = { cursor: null, limit: 100 }
  const { items } = await desk.handlers.history.list({ ...page, search: '', kinds: [], states: [], accountId: null })
  return items
}

async function draftOf(desk: BulkDeskUnderTest, fields: ReturnType<typeof disputeOf>) {
  const accountId = await desk.account('disputes')
  const draft = await desk.handlers.drafts.create({ kind: 'dispute', accountId, fields })
  const { token } = await desk.desk.tokens.register({ name: `${fields.customerName}.pdf`, bytes: new Uint8Array(pdf()) })
  await desk.handlers.attachments.attach({ draftId: draft.id, token })
  return draft.id
}

const settled = (desk: BulkDeskUnderTest) =>
  desk.until('nothing is under way', async () =>
    (await everySummary(desk)).every(({ state }) => state !== 'queued' && state !== 'sending'),
  )

/** A desk that knows the person everywhere, and someone else beside them. */
async function filled(options: BulkDeskOptions = {}) {
  const desk = await bulkDesk(options)
  await desk.desk.start()
  const logs = path.join(desk.folder, 'logs')
  mkdirSync(logs)
  writeFileSync(
    path.join(logs, 'balie.log'),
    `[2026-11-22 09:00:00.000] [error] No file: ${person.name}.pdf\n[2026-11-22 09:00:00.000] [info] Begun\n`,
  )
  desk.vendor.answer = () => answers.refuses(`Unknown customer ${person.email}`)
  await desk.handlers.disputes.submit({ draftId: await draftOf(desk, disputeOf(person.invoice, person.name, person.email)) })
  await settled(desk)
  desk.vendor.answer = () => answers.accepts('4712')
  await desk.handlers.disputes.submit({ draftId: await draftOf(desk, disputeOf('INV-1', 'Piet Anders', 'piet@example.nl')) })
  await desk.fileNote(person.sale, { text: `Terugbetaald aan ${person.name}` })
  await settled(desk)
  const draftId = await draftOf(desk, disputeOf('INV-2', person.name, person.email))
  const { token } = await desk.desk.tokens.register({ name: 'Brief.pdf', bytes: new Uint8Array(pdf()) })
  await desk.handlers.attachments.attach({ draftId, token })
  const table = disputeTable({ invoice: 'INV-3' }, { invoice: person.invoice }, { invoice: 'INV-4' })
  const run = await desk.started(table, 'disputes')
  await desk.reaches(run, 'done')
  const { templates } = desk.handlers
  for (const name of [person.name, 'Iemand'])
    await templates.create({ kind: 'dispute', fields: { name, text: `Beste ${name}, zo "staat" het er`, accountId: null } })
  keepCopies(desk.folder)
  return desk
}

const copies = ['ledger.sqlite.before-9', 'replaced-2026-11-21T10-00-00-000Z', 'set-aside-2026-11-20T10-00-00-000Z']
const brokenPreferences = 'preferences.broken-1.json'

/** Whole copies of the ledger: of before an upgrade, of before a backup was put back, and one that was kept aside. */
function keepCopies(folder: string): void {
  const [before, ...folders] = copies.map((name) => path.join(folder, name))
  takeSnapshot(path.join(folder, 'ledger.sqlite'), testLedgerKey, before ?? '')
  for (const one of folders) {
    mkdirSync(one)
    cpSync(before ?? '', path.join(one, 'ledger.sqlite'))
  }
  writeFileSync(path.join(folder, brokenPreferences), `{"folder":"/home/${person.name}"`)
}

/** Where something of the person stands on the disk; the ledger is sealed, and is read under its key. */
const found = (desk: BulkDeskUnderTest, texts: readonly string[] = canaries): string[] =>
  findInFolder(desk.folder, texts, testLedgerKey)

async function eraseAll(desk: BulkDeskUnderTest) {
  const { searchId, places } = await desk.handlers.privacy.find({ terms: canaries })
  await desk.handlers.privacy.erase({ searchId, places: places.map(({ id }) => id) })
  return places
}
const done = (desk: BulkDeskUnderTest) =>
  desk.until('it is erased', async () => {
    await desk.clock.pass(500)
    const { erasing, failed } = await desk.handlers.privacy.state(undefined)
    expect(failed).toBe(false)
    return erasing === null
  })

/** Files of the vault, those that were put away for a week as well. */
const vaultOf = (folder: string): string[] =>
  readdirSync(path.join(folder, 'attachments'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:sealed|plain)$/.test(name))
    .map((name) => path.basename(name))

const child = fileURLToPath(new URL('../../support/erasing-child.ts', import.meta.url))
const run = promisify(execFile)
/** Every step is a start of a process: all of them where somebody asks for it. */
const atMost = process.env['BALIE_EVERY_STEP'] === '1' ? Infinity : 4

describe('a person', () => {
  test('is found in every place, whatever their name was typed like', async () => {
    const desk = await filled()
    const { places } = await desk.handlers.privacy.find({ terms: ['zoe quintelaar', person.invoice, person.sale] })
    expect(places.map(({ kind, label, refusal }) => [kind, label, refusal])).toEqual([
      ['item', person.invoice, null],
      ['item', person.sale, null],
      ['item', person.invoice, null],
      ['draft', '', null],
      ['run', 'Geplakt', null],
      ['template', person.name, null],
      ['log', 'balie.log', null],
      ['set-aside', brokenPreferences, null],
      ['backup', copies[0], null],
      ['set-aside', copies[1], null],
      ['set-aside', copies[2], null],
    ])
  })

  test('is gone from every byte of the folder without a restart, and a second dispute is still noticed', async () => {
    const desk = await filled()
    expect(found(desk)).not.toEqual([])
    const db = openLedgerFile(path.join(desk.folder, 'ledger.sqlite'))
    db.exec('INSERT INTO team_account (account_id, shared) SELECT id, rowid FROM accounts')
    const accountId = await desk.account('disputes')
    const suggested = async () => (await desk.handlers.disputes.customers({ accountId, text: 'Zoë Q' })).customers
    expect(await suggested()).toMatchObject([{ name: person.name, email: person.email }])
    await eraseAll(desk)
    await done(desk)
    // A team that the accounts are shared with is told of each of them.
    const told = db.prepare('SELECT text_gone_at IS NOT NULL AS gone FROM team_log JOIN submissions USING (seq)').all()
    expect(told).toEqual([{ gone: 1 }, { gone: 1 }, { gone: 1 }])
    db.close()
    expect(found(desk)).toEqual([])
    expect(await suggested()).toEqual([])
    expect((await desk.handlers.templates.list(undefined)).map(({ fields: { name } }) => name)).toEqual(['Iemand'])
    for (const name of [...copies, brokenPreferences]) expect(existsSync(path.join(desk.folder, name)), name).toBe(false)
    expect(readFileSync(path.join(desk.folder, 'logs', 'balie.log'), 'utf8')).toBe('[2026-11-22 09:00:00.000] [info] Begun\n')
    // Someone else is as they were.
    expect(found(desk, ['Piet Anders'])).toEqual([expect.stringContaining('ledger.sqlite')])
    expect(readdirSync(path.join(desk.folder, 'attachments')).filter((name) => /sealed|plain/.test(name))).toHaveLength(1)
    expect((await everySummary(desk)).map(({ subject, textGoneAt }) => [subject, Boolean(textGoneAt)])).toEqual([
      ['INV-4', false],
      ['', true],
      ['INV-3', false],
      ['', true],
      ['INV-1', false],
      ['', true],
    ])
    const again = await desk.handlers.disputes.review({
      draftId: await draftOf(desk, disputeOf(person.invoice, person.name, person.email)),
    })
    expect(again.warnings).toMatchObject([{ message: { id: 'review.invoiceDisputedBefore' } }])
    const next = await afterCrash(desk)
    expect((await next.handlers.privacy.state(undefined)).failed).toBe(false)
    expect(next.told.troubles).toEqual([])
  })

  test('is still there where nothing is erased: the same search finds them', async () => {
    const desk = await filled()
    const { searchId, places: all } = await desk.handlers.privacy.find({ terms: canaries })
    await desk.handlers.privacy.erase({ searchId, places: all.filter(({ kind }) => kind === 'backup').map(({ id }) => id) })
    await done(desk)
    const places = found(desk).map((hit) => hit.slice(0, hit.lastIndexOf(': ')))
    const kept = copies.slice(1).map((name) => path.join(name, 'ledger.sqlite'))
    expect(places).toEqual(expect.arrayContaining(['ledger.sqlite', path.join('logs', 'balie.log'), brokenPreferences, ...kept]))
  })

  test('is erased to the end by the next start, where the app ended in the middle', async () => {
    const desk = await filled({ clearPage: () => new Promise(() => undefined) })
    await eraseAll(desk)
    await desk.until('the files are being erased', async () => {
      await desk.clock.pass(500)
      return (await desk.handlers.privacy.state(undefined)).erasing?.step === 'files'
    })
    const next = await afterCrash(desk)
    await done(next)
    expect(found(next)).toEqual([])
  })

  test('is erased where Chromium can not be emptied: that is noted, and keeps nothing else', async () => {
    const desk = await filled({ clearPage: () => Promise.reject(new Error('no profile')) })
    await eraseAll(desk)
    await done(desk)
    expect(found(desk)).toEqual([])
    expect(desk.told.troubles.map(({ message }) => message)).toEqual(['What Chromium keeps could not be emptied'])
  })

  test('is erased by the next start as well where nothing of it was done yet', async () => {
    const desk = await filled()
    desk.vendor.holdBack()
    await desk.fileNote('12')
    await desk.until('something is under way', () => desk.vendor.waiting.length === 1)
    await eraseAll(desk)
    expect((await desk.handlers.privacy.state(undefined)).erasing?.step).toBe('waiting')
    const next = await afterCrash(desk)
    await done(next)
    expect(found(next)).toEqual([])
  })

  test('is not erased from what is under way, of unknown outcome, or about the same thing as that', async () => {
    const desk = await filled()
    desk.vendor.answer = () => answers.isSilent()
    await desk.fileNote(person.sale, { text: 'Nog een keer' })
    await desk.until('it is unknown', async () => (await everySummary(desk))[0]?.state === 'unknown')
    const { searchId, places } = await desk.handlers.privacy.find({ terms: [person.sale] })
    const refused = places.filter(({ kind }) => kind === 'item').map(({ state, refusal }) => [state, refusal])
    expect(refused).toEqual([
      ['sent', 'same-thing'],
      ['unknown', 'open'],
    ])
    const erase = desk.handlers.privacy.erase({ searchId, places: places.map(({ id }) => id) })
    await expect(erase).rejects.toMatchObject({ failure: { message: { id: 'privacy.erase.moved' } } })
    expect((await everySummary(desk)).filter(({ textGoneAt }) => textGoneAt)).toEqual([])
  })

  test('gets all of it in a folder that is theirs alone, as JSON and as a page that runs nothing', async () => {
    const desk = await filled()
    desk.choices.folder = await temporaryFolder()
    // Typed over a cell, and in a plan: neither stands in any table as it was read.
    const { id: runId } = await desk.checked(disputeTable({ invoice: 'INV-9' }), 'disputes')
    await desk.bulk.editCell({ runId, row: 2, field: 'customerName', value: person.name })
    const db = openLedgerFile(path.join(desk.folder, 'ledger.sqlite'))
    db.prepare("INSERT INTO bulk_plans (kind, layout, plan, used_at) VALUES ('disputes', 'other', ?, 0)").run(
      `["Van ${person.name}"]`,
    )
    db.close()
    const { searchId } = await desk.handlers.privacy.find({ terms: canaries })
    const { folder } = await desk.handlers.privacy.handOver({ searchId })
    if (folder === null) throw new Error('Nothing was saved')
    const data = JSON.parse(readFileSync(path.join(folder, 'gegevens.json'), 'utf8'))
    expect(data.items).toHaveLength(3)
    expect(data.items[0]).toMatchObject({ payload: { dispute: { customerEmail: person.email } }, state: 'rejected' })
    expect(data.drafts).toMatchObject([{ fields: { invoice: 'INV-2' } }])
    expect(data.tableRows).toMatchObject([
      { cells: expect.arrayContaining([person.invoice]), changedTo: {} },
      { cells: expect.arrayContaining(['INV-9']), changedTo: { customerName: person.name } },
    ])
    expect(data.texts).toMatchObject([
      { text: { name: person.name } },
      { name: 'Geplakt', text: [person.invoice] },
      { text: [`Van ${person.name}`] },
    ])
    expect(data.logLines).toHaveLength(1)
    expect(data.alsoInCopies).toEqual([brokenPreferences, ...copies])
    expect(data.files.map(({ name }: { name: string }) => name)).toEqual([
      'Zoë Quintelaar.pdf',
      'Zoë Quintelaar.pdf',
      'Brief.pdf',
    ])
    const page = readFileSync(path.join(folder, 'gegevens.html'), 'utf8')
    expect(page).toContain(person.email)
    expect(page).not.toContain('<script')
    expect(page).toContain("default-src 'none'")
    const files = readdirSync(folder)
    expect(files).toHaveLength(5)
    expect(new Set(files.map((name) => statSync(path.join(folder, name)).mode & 0o777))).toEqual(new Set([0o600]))
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(findInFolder(folder, ['Piet Anders', 'piet@example.nl'])).toEqual([])
  })

  test('is still warned of after the keys were renewed, also where the app ended right after', async () => {
    const desk = await filled()
    await eraseAll(desk)
    await done(desk)
    await desk.close()
    const { safe } = ownKeysOf(desk.folder, desk.keychain, () => desk.clock.now())
    const made = await safe.prepareCode(true)
    expect(await safe.confirmCode('code' in made ? made.code.slice(-5) : '')).toBe('code-and-keys')
    const next = await bulkDesk({ from: desk })
    await next.desk.start()
    await next.until('the keys are renewed', () => !existsSync(path.join(desk.folder, 'ledger.sqlite.keys.renewing')))
    const again = await next.handlers.disputes.review({
      draftId: await draftOf(next, disputeOf(person.invoice, person.name, person.email)),
    })
    expect(again.warnings).toMatchObject([{ message: { id: 'review.invoiceDisputedBefore' } }])
  })

  test('is erased by the next start, whatever step of it kill -9 came at', { timeout: 300_000 }, async () => {
    const desk = await filled()
    desk.vendor.holdBack()
    await desk.fileNote('12')
    await desk.until('something is under way', () => desk.vendor.waiting.length === 1)
    await eraseAll(desk)
    const begun = await temporaryFolder()
    copyDataFolder(desk.folder, begun)
    const folder = await temporaryFolder()
    const entries = [...desk.keychain.entries]
    const erase = async (step: number): Promise<{ opened: number; done: number } | string> => {
      rmSync(folder, { recursive: true })
      cpSync(begun, folder, { recursive: true })
      const orders = JSON.stringify({ step, folder, entries, now: desk.clock.now() + 1000 })
      return run(process.execPath, [child, orders]).then(
        ({ stdout }) => JSON.parse(stdout) as { opened: number; done: number },
        (error: unknown) => String((error as { signal: unknown }).signal),
      )
    }
    const whole = await erase(-1)
    if (typeof whole === 'string') throw new Error(whole)
    expect(findInFolder(folder, canaries, testLedgerKey)).toEqual([])
    const left = vaultOf(folder)
    expect(left).toHaveLength(1)
    const steps = whole.done - whole.opened
    expect(steps).toBeGreaterThan(20)
    const parts = Math.min(steps, atMost)
    for (let part = 0; part < parts; part += 1) {
      const step = whole.opened + Math.floor((steps * (part + 0.5)) / parts)
      expect(await erase(step), `step ${step}`).toBe('SIGKILL')
      const keychain = new FakeKeychain()
      for (const [entry, secret] of entries) keychain.entries.set(entry, secret)
      const next = await bulkDesk({ from: { folder, keychain, clock: new FakeClock(desk.clock.now() + 2000) } })
      await next.desk.start()
      await done(next)
      expect(findInFolder(folder, canaries, testLedgerKey), `step ${step}`).toEqual([])
      expect(vaultOf(folder), `step ${step}`).toEqual(left)
      await next.close()
    }
  })
})
