import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { afterCrash, bulkDesk, disputeTable, type BulkDeskOptions, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { answers } from '#test/support/played-vendor.ts'
import { testLedgerKey } from '#test/support/ledger-file.ts'
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
  writeFileSync(path.join(desk.folder, 'ledger.sqlite.before-9'), `the ledger of before, with ${person.email}`)
  desk.vendor.answer = () => answers.refuses(`Unknown customer ${person.email}`)
  await desk.handlers.disputes.submit({ draftId: await draftOf(desk, disputeOf(person.invoice, person.name, person.email)) })
  await settled(desk)
  desk.vendor.answer = () => answers.accepts('4712')
  await desk.handlers.disputes.submit({ draftId: await draftOf(desk, disputeOf('INV-1', 'Piet Anders', 'piet@example.nl')) })
  await desk.fileNote(person.sale, { text: `Terugbetaald aan ${person.name}` })
  await settled(desk)
  await draftOf(desk, disputeOf('INV-2', person.name, person.email))
  const table = disputeTable({ invoice: 'INV-3' }, { invoice: person.invoice }, { invoice: 'INV-4' })
  const run = await desk.started(table, 'disputes')
  await desk.reaches(run, 'done')
  return desk
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
      ['log', 'balie.log', null],
      ['backup', 'ledger.sqlite.before-9', null],
    ])
  })

  test('is gone from every byte of the folder without a restart, and a second dispute is still noticed', async () => {
    const desk = await filled()
    expect(found(desk)).not.toEqual([])
    await eraseAll(desk)
    await done(desk)
    expect(found(desk)).toEqual([])
    expect(existsSync(path.join(desk.folder, 'ledger.sqlite.before-9'))).toBe(false)
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
    const places = found(desk)
    expect(places.some((place) => place.startsWith('ledger.sqlite'))).toBe(true)
    expect(places.some((place) => place.startsWith(path.join('logs', 'balie.log')))).toBe(true)
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
    const { searchId } = await desk.handlers.privacy.find({ terms: canaries })
    const { folder } = await desk.handlers.privacy.handOver({ searchId })
    if (folder === null) throw new Error('Nothing was saved')
    const data = JSON.parse(readFileSync(path.join(folder, 'gegevens.json'), 'utf8'))
    expect(data.items).toHaveLength(3)
    expect(data.items[0]).toMatchObject({ payload: { dispute: { customerEmail: person.email } }, state: 'rejected' })
    expect(data.drafts).toMatchObject([{ fields: { invoice: 'INV-2' } }])
    expect(data.tableRows).toMatchObject([{ cells: expect.arrayContaining([person.invoice]) }])
    expect(data.logLines).toHaveLength(1)
    expect(data.alsoInCopies).toEqual(['ledger.sqlite.before-9'])
    const page = readFileSync(path.join(folder, 'gegevens.html'), 'utf8')
    expect(page).toContain(person.email)
    expect(page).not.toContain('<script')
    expect(page).toContain("default-src 'none'")
    const files = readdirSync(folder)
    expect(files).toHaveLength(4)
    expect(new Set(files.map((name) => statSync(path.join(folder, name)).mode & 0o777))).toEqual(new Set([0o600]))
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(findInFolder(folder, ['Piet Anders', 'piet@example.nl'])).toEqual([])
  })
})
