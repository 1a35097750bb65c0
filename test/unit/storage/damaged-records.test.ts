import { mkdtempSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openLedgerFile } from '#test/support/ledger-file.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { AppFailure } from '#main/ipc/failure.ts'
import { recordSourceSchema, type RecordSource } from '#shared/domain/damage.ts'
import { contract } from '#shared/ipc/contract.ts'
import { bulkDesk, notesOn, noteTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { copyDataFolder } from '#test/support/data-folder.ts'
import { damageLedger } from '#test/support/damage.ts'
import { FakeClock, settled } from '#test/support/fake-clock.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { png } from '#test/support/sample-files.ts'
import { answers } from '#test/support/played-vendor.ts'
import { everything } from '../../../src/renderer/lib/narrowing.ts'

/** A clerk's ledger with a bit of everything in it, closed. */
const world = { folder: '', keychain: new FakeKeychain(), now: 0, paused: '', checked: '', payloads: new Set<string>() }

const dispute = { customerName: 'Jan', customerEmail: 'jan@example.nl', category: 'retour', locale: 'nl', message: 'Terug' }

async function writeWorld(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-damage-'))
  const desk = await bulkDesk({ from: { folder, keychain: world.keychain, clock: new FakeClock() } })
  await desk.desk.start()
  desk.vendor.answer = (payload) => {
    const sale = payload.kind === 'note' ? payload.target.saleID : ''
    if (sale.endsWith('3')) return answers.refuses()
    if (sale.endsWith('4')) return answers.isSilent()
    if (sale.endsWith('5') && sale.length > 2) return answers.isUnreachable()
    return answers.accepts()
  }
  for (const name of ['Deze week', 'Onbekend', 'Jansen'])
    await desk.handlers.history.save({ name, narrowing: { ...everything, search: name } })
  for (const name of ['Uitleg', 'Excuus', 'Termijn'])
    await desk.handlers.templates.create({
      kind: 'dispute',
      fields: { name, text: `${name} voor {naam}`, narrowed: { locale: 'nl' } },
    })
  const disputes = await desk.account('disputes')
  const notes = await desk.account('notes')
  for (const invoice of ['F-1', 'F-2']) {
    const draft = await desk.handlers.drafts.create({ kind: 'dispute', accountId: disputes, fields: { ...dispute, invoice } })
    const { token } = await desk.desk.tokens.register({ name: 'bon.png', bytes: png() })
    await desk.handlers.attachments.attach({ draftId: draft.id, token })
    if (invoice === 'F-2') await desk.handlers.disputes.submit({ draftId: draft.id })
    await desk.handlers.drafts.create({ kind: 'note', accountId: notes, fields: { saleID: invoice, text: 'Concept' } })
  }
  for (const sale of [901, 902, 903, 904, 905, 915]) await desk.fileNote(sale)
  await desk.clock.pass(1_000)
  const unknown = (await desk.handlers.outbox.list({ cursor: null, limit: 200 })).items.find(({ state }) => state === 'unknown')
  if (unknown) await desk.handlers.outbox.decide({ id: unknown.id, decision: 'keep' })
  const done = await desk.started(notesOn(4))
  // Single notes to the same origin can't reach it, and its rows take turns with them to find out.
  await desk.clock.pass(60_000)
  await desk.reaches(done, 'done')
  const checked = await desk.checked(noteTable(601, 602, 602, 'create\t12345\tfout\tIDE\tHoi\t0', 605, 606))
  await desk.bulk.editCell({ runId: checked.id, row: 6, field: 'text', value: 'Met de hand' })
  world.checked = checked.id
  desk.vendor.answer = () => null
  world.paused = await desk.started(noteTable(701, 702, 702, 703, 704, 705))
  await desk.bulk.pause({ runId: world.paused })
  desk.vendor.letGo()
  await desk.reaches(world.paused, 'paused')
  world.folder = mkdtempSync(path.join(tmpdir(), 'balie-damage-'))
  world.now = desk.clock.now()
  await desk.close()
  copyDataFolder(folder, world.folder)
}

let written: Promise<void> | null = null
afterAll(() => rm(world.folder, { recursive: true, force: true }))

/** The next start, on a copy of that ledger in which something was damaged. */
async function opened(damage: (folder: string) => unknown): Promise<BulkDeskUnderTest> {
  await (written ??= writeWorld())
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-damage-'))
  copyDataFolder(world.folder, folder)
  damage(folder)
  const desk = await bulkDesk({ from: { folder, keychain: world.keychain, clock: new FakeClock(world.now) } })
  await desk.desk.start()
  return desk
}

const page = { cursor: null, limit: 200, search: '' }
/** Every list and every detail a screen shows, as the contract has it cross. */
async function readAll({ handlers, bulk }: BulkDeskUnderTest): Promise<string[]> {
  await handlers.accounts.list(undefined)
  for (const kind of ['dispute', 'note'] as const) contract.drafts.list.output.parse(await handlers.drafts.list({ kind }))
  contract.outbox.counts.output.parse(await handlers.outbox.counts(undefined))
  contract.outbox.list.output.parse(await handlers.outbox.list({ cursor: null, limit: 200 }))
  contract.notes.known.output.parse(await handlers.notes.known(page))
  const history = contract.history.list.output.parse(await handlers.history.list({ ...page, kinds: [], states: [] }))
  await handlers.history.list({ ...page, search: '90', kinds: [], states: [] })
  contract.history.saved.output.parse(await handlers.history.saved(undefined))
  contract.templates.list.output.parse(await handlers.templates.list(undefined))
  for (const { id, damage } of history.items) {
    if (damage) contract.damaged.item.output.parse(await handlers.damaged.item({ id }))
    else contract.history.get.output.parse(await handlers.history.get({ id }))
  }
  for (const run of contract.bulk.runs.output.parse(await bulk.runs(undefined))) {
    contract.bulk.rows.output.parse(await bulk.rows({ runId: run.id, standing: null, states: [], after: null, limit: 200 }))
  }
  for (const record of await handlers.damaged.list({ sources: recordSourceSchema.options })) {
    await handlers.damaged.diagnostics(record)
    if (record.hasText) await handlers.damaged.typedText(record)
  }
  return history.items.map(({ id }) => id)
}

/** What a clerk does on the next day: goes on with what was paused, and sends what was checked. */
async function workOn(desk: BulkDeskUnderTest): Promise<void> {
  const runs = await desk.bulk.runs(undefined)
  for (const { id } of runs.filter(({ state }) => state === 'paused')) await orAnswer(() => desk.bulk.resume({ runId: id }))
  for (const { id } of runs.filter(({ state }) => state === 'checked')) {
    await orAnswer(() => desk.bulk.check({ runId: id }))
    await orAnswer(() => desk.start(id))
  }
  for (let turn = 0; turn < 20; turn += 1) {
    await desk.clock.pass(5_000)
    await settled()
  }
}

/** A sentence for the person is an answer; anything else is the app failing. */
async function orAnswer(act: () => unknown): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error
  }
}

/** What a person still looks at in the check before it leaves. */
const checkedAgain = new Set<RecordSource>(['bulk_pieces', 'bulk_edits', 'bulk_runs'])
/** What no sending hangs on: all leaves as it would have. */
const beside = new Set<RecordSource>([
  'drafts',
  'attachments',
  'attempts',
  'decisions',
  'bulk_plans',
  'saved_searches',
  'templates',
])

let expected: Promise<string[]> | null = null
async function sentUndamaged(): Promise<string[]> {
  const desk = await opened(() => undefined)
  await workOn(desk)
  return desk.vendor.tried().toSorted()
}

const seeds = Array.from({ length: Number(process.env['DAMAGE_SEEDS'] ?? 2) }, (_, at) => at + 1)

describe.each(recordSourceSchema.options)('damaged %s', (source) => {
  test.each(seeds)('stop nothing, and nothing is sent that nobody filed (seed %i)', async (seed) => {
    let damaged: string[] = []
    const desk = await opened((folder) => {
      damaged = damageLedger(folder, source, seed, 3)
    })
    const all = await readAll(desk)
    expect(all.length, damaged.join('\n')).toBeGreaterThan(10)
    await workOn(desk)
    await readAll(desk)
    const strange = desk.vendor.tries.map(({ payload }) => payload).filter((payload) => !isFiled(payload))
    expect(checkedAgain.has(source) ? [] : strange, damaged.join('\n')).toEqual([])
    const sent = desk.vendor.tried().toSorted()
    expect(sent, damaged.join('\n')).toEqual(beside.has(source) ? await (expected ??= sentUndamaged()) : sent)
    const internal = desk.told.troubles.filter(({ message }) => !message.startsWith('A record was set aside'))
    expect(internal, damaged.join('\n')).toEqual([])
  })
})

/** The texts and sales that this world's clerk has typed. */
test('what is of a kind that no table has is set aside, and the rest goes on', async () => {
  const desk = await opened((folder) => {
    const db = openLedgerFile(path.join(folder, 'ledger.sqlite'))
    db.exec(`
      UPDATE drafts SET kind = 'fax' WHERE id = (SELECT id FROM drafts WHERE kind = 'note' LIMIT 1);
      UPDATE submissions SET kind = 'fax.create' WHERE seq = (SELECT seq FROM submissions WHERE state = 'queued' AND run_id IS NULL);
      UPDATE bulk_runs SET kind = 'faxes' WHERE id = (SELECT max(id) FROM bulk_runs)`)
    db.close()
  })
  const found = await desk.handlers.damaged.list({ sources: recordSourceSchema.options })
  expect(found.map(({ source }) => source).toSorted()).toEqual(['bulk_runs', 'drafts', 'submissions'])
  expect(await readAll(desk)).toHaveLength((await readAll(await opened(() => undefined))).length)
})

const isFiled = (payload: { kind: string; text?: string | undefined; target?: { saleID: string } }) =>
  payload.kind === 'note' &&
  (['Los', 'Met de hand'].includes(payload.text ?? '') || payload.text === `Factuur ${payload.target?.saleID}`)

const change = (sql: string) => (folder: string) => {
  const db = openLedgerFile(path.join(folder, 'ledger.sqlite'))
  db.exec(sql)
  db.close()
}

describe('a damaged row of a run', () => {
  test('stays here while the others go, counts as damaged, and says so in the result', async () => {
    const desk = await opened(change(`UPDATE submissions SET payload = replace(payload, '"704"', '"70') WHERE subject = '704'`))
    desk.choices.save = path.join(desk.folder, 'resultaat.csv')
    await desk.bulk.resume({ runId: world.paused })
    await desk.reaches(world.paused, 'done')
    expect(desk.vendor.tried()).toContain('create 705')
    expect(desk.vendor.tried()).not.toContain('create 704')
    expect(await desk.progress(world.paused)).toMatchObject({ damaged: 1, left: 0 })
    await desk.bulk.exportResult({ runId: world.paused, format: 'csv' })
    const rows = (await readFile(desk.choices.save, 'utf8')).split('\r\n')
    expect(rows.find((row) => row.includes('704'))).toContain('Beschadigd')
    expect(rows.find((row) => row.includes('705'))).toContain('Verzonden')
  })

  test('of a table is faulty at the check, and the rows beside it in the same piece are not', async () => {
    const desk = await opened(
      change(`UPDATE bulk_pieces SET rows = replace(rows, '"Factuur 605"', '"Factuur 605') WHERE run_id = ${world.checked}`),
    )
    const { counts } = await desk.bulk.check({ runId: world.checked })
    expect(counts).toMatchObject({ good: 3, faulty: 2, duplicate: 1 })
    expect((await desk.row(world.checked, 6)).problems).toEqual({ '': [{ id: 'bulk.rowDamaged' }] })
    await desk.start(world.checked)
    await desk.reaches(world.checked, 'done')
    expect(desk.vendor.tried()).toContain('create 606')
    expect(desk.vendor.tried()).not.toContain('create 605')
  })

  test('that a person took out, and whose mark can not be read, is not sent', async () => {
    const desk = await opened(() => undefined)
    await desk.bulk.skipRows({ runId: world.checked, rows: [7], skip: true })
    const next = await afterQuitWith(
      desk,
      `PRAGMA ignore_check_constraints = ON; UPDATE bulk_marks SET standing = 'skipqed' WHERE row = 7`,
    )
    await next.bulk.check({ runId: world.checked })
    await next.start(world.checked)
    await next.reaches(world.checked, 'done')
    expect(next.vendor.tried()).toContain('create 605')
    expect(next.vendor.tried()).not.toContain('create 606')
  })
})

describe('a damaged account', () => {
  test('holds its items with a sentence, and no other account’s', async () => {
    const desk = await opened(
      change(`UPDATE accounts SET settings = '{' WHERE settings LIKE '%digiwallet%' AND settings LIKE '%"notes"%'`),
    )
    await desk.clock.pass(60_000)
    const { items } = await desk.handlers.outbox.list({ cursor: null, limit: 200 })
    expect(items.filter(({ state }) => state === 'held').map(({ reason }) => reason)).toEqual([{ id: 'outbox.accountDamaged' }])
    expect(desk.vendor.tries).toEqual([])
    expect(await desk.handlers.damaged.list({ sources: ['accounts'] })).toMatchObject([{ source: 'accounts' }])
    expect((await desk.handlers.accounts.list(undefined)).map(({ settings }) => settings.name)).toContain('disputes')
  })
})

async function afterQuitWith(desk: BulkDeskUnderTest, sql: string): Promise<BulkDeskUnderTest> {
  await desk.close()
  const copy = mkdtempSync(path.join(tmpdir(), 'balie-damage-'))
  copyDataFolder(desk.folder, copy)
  change(sql)(copy)
  const next = await bulkDesk({ from: { folder: copy, keychain: world.keychain, clock: new FakeClock(world.now) } })
  await next.desk.start()
  return next
}
