import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { bothOf, jsonColumn } from '#main/storage/columns.ts'
import { damagedRecords } from '#main/storage/damaged-records.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { testDesk, vendor, type TestDesk } from '#test/support/desk.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const main = path.resolve('src/main')
const filesOf = (folder: string) =>
  readdirSync(path.join(main, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: path.join(folder, name), text: readFileSync(path.join(main, folder, name), 'utf8') }))

/** Where something else than a row is parsed (settings, files of keys and backups, a ledger's own account of itself, what was read already), and a draft's list of files, in which one that can't be read keeps its place. */
const others =
  /read-records|submission-row|columns\.ts|preferences|ledger-identity|ledger-folder|salvage|damaged-records|table-pieces|proxy|session|storage\/(?:backup|keys)\/|draft-source-records/

describe('rows of the ledger', () => {
  test('become records in one place', () => {
    const direct = ['storage', 'views', 'submissions', 'bulk/runs'].flatMap(filesOf).filter(({ name, text }) => {
      return !others.test(name) && /(?:Schema|Row|\}\))\s*\.(?:safeP|p)arse\(/.test(text)
    })
    expect(direct.map(({ name }) => name)).toEqual([])
  })

  test('that can not be read are told of once, with the rules they broke and nothing of what stands in them', async () => {
    const ledger = openLedger(path.join(await temporaryFolder(), 'ledger.sqlite'))
    ledger.db.exec(`INSERT INTO accounts (id, settings, created_at) VALUES ('a', '{"kind":"geheim', -1)`)
    const told: unknown[] = []
    ledger.reader.onSetAside = (...all) => told.push(all)
    const read = () =>
      ledger.reader.all(
        'accounts',
        z.object({ settings: jsonColumn(z.object({})), created_at: z.number().min(0) }),
        ledger.db.prepare('SELECT * FROM accounts'),
      )
    expect(read()).toEqual([])
    expect(read()).toEqual([])
    expect(told).toEqual([[{ source: 'accounts', key: 'a' }, ['settings: json', 'created_at: too_small']]])
    ledger.close()
  })

  test('that two schemas read say what both find', () => {
    const { error } = bothOf(z.object({ a: z.string() }), z.object({ b: z.number() })).safeParse({ a: 1, b: 'x' })
    expect(error?.issues.map(({ path: at }) => at)).toEqual([['a'], ['b']])
  })

  test('with a number that JavaScript has not are set aside, and the others are read', () => {
    const desk = testDesk()
    const kept = desk.file(desk.draftNote())
    const { id } = desk.file(desk.draftDispute())
    desk.ledger.db.prepare('UPDATE submissions SET wait_ms = ? WHERE id = ?').run(2n ** 60n, id)
    expect(desk.pages.page(null, 200).items.map((item) => [item.id, 'damage' in item])).toEqual([
      [kept.id, false],
      [id, true],
    ])
    desk.close()
  })
})

/** Past every constraint, as a disk does it. */
const damage = ({ ledger }: TestDesk, change: string) =>
  ledger.db.exec(`PRAGMA ignore_check_constraints = ON; UPDATE submissions SET ${change}; PRAGMA ignore_check_constraints = OFF`)

describe('a damaged item', () => {
  test.each([
    ['JSON', `payload = replace(payload, '{', '(')`],
    ['another digit', `payload = replace(payload, '789', '780')`],
    ['a word that is none', `environment = 'elders'`],
  ])('that waits (%s) does not leave, holds up a later one for its note, and no other', async (_what, change) => {
    const desk = testDesk()
    desk.outbox.start()
    const first = desk.file(desk.draftNote({ text: 'een', saleID: '789' }))
    damage(desk, change)
    desk.file(desk.draftNote({ text: 'twee', saleID: '789' }))
    desk.file(desk.draftNote({ text: 'drie', saleID: '111' }))
    await desk.clock.pass(60_000)
    expect(desk.sent.map((payload) => payload.kind === 'note' && payload.text)).toEqual(['drie'])
    const records = damagedRecords(desk.ledger)
    const [record] = records.list(['submissions'])
    expect(record).toMatchObject({ kind: 'note', label: '789' })
    expect(records.putAway(record!, desk.clock.now())).toBe(true)
    desk.outbox.pump()
    await desk.clock.pass(60_000)
    expect(desk.sent.map((payload) => payload.kind === 'note' && payload.text)).toEqual(['drie', 'twee'])
    expect(records.item(first.id)).toMatchObject({ state: 'queued' })
    await desk.outbox.stop()
    desk.close()
  })

  test('that was under way when the app ended is unknown, and stays as it is', async () => {
    const desk = testDesk()
    desk.outbox.start()
    desk.whenAsked(() => new Promise(() => undefined))
    desk.file(desk.draftDispute())
    await desk.clock.pass(10_000)
    damage(desk, `payload = 'weg'`)
    const next = testDesk({ file: desk.ledgerFile, clock: desk.clock })
    next.recover()
    const row = next.ledger.db.prepare('SELECT state, uncertain, payload FROM submissions').get()
    expect({ ...row }).toEqual({ state: 'unknown', uncertain: 1, payload: 'weg' })
    next.close()
    desk.close()
  })

  test('is none of those that were filed before there were seals: they leave, unless a column contradicts another', async () => {
    const desk = testDesk()
    desk.outbox.start()
    desk.file(desk.draftNote({ saleID: '789' }))
    desk.file(desk.draftNote({ saleID: '111' }))
    damage(desk, `seal = NULL, payload = replace(payload, '111', '112')`)
    await desk.clock.pass(60_000)
    expect(desk.sent.map((payload) => payload.kind === 'note' && payload.target.saleID)).toEqual(['789'])
    await desk.outbox.stop()
    desk.close()
  })

  test('that holds a refused key does not hold its account for ever', async () => {
    const desk = testDesk()
    desk.outbox.start()
    desk.whenAsked(() => vendor.refusesKey())
    desk.file(desk.draftDispute('F-1'))
    await desk.clock.pass(10_000)
    damage(desk, `head = 'weg'`)
    desk.whenAsked(() => vendor.accepts())
    await desk.person.release('billink')
    desk.file(desk.draftDispute('F-2'))
    await desk.clock.pass(10_000)
    expect(desk.sent).toHaveLength(2)
    await desk.outbox.stop()
    desk.close()
  })

  test('is told to its makers without a customer in it', () => {
    const desk = testDesk()
    desk.file(desk.draftDispute('F-GEHEIM'))
    damage(desk, `payload = replace(payload, ':', ';'), head = 'jan@example.nl'`)
    const [item] = desk.pages.page(null, 200).items
    const records = damagedRecords(desk.ledger)
    const text = records.diagnostics({ source: 'submissions', key: String(item?.seq) }, '1.2.3') ?? ''
    expect(text).toContain('table: submissions')
    expect(text).toMatch(/payload: (?:json|seal)/)
    expect(text).toMatch(/payload: text, \d+ characters, sha256 [0-9a-f]{16} </)
    const typed = Object.values(item ?? {}).filter((value) => typeof value === 'string' && /[@ ]|F-/.test(value))
    for (const secret of [...typed, 'F-GEHEIM', 'jan@example.nl', 'Winkel']) expect(text).not.toContain(secret)
    expect(records.typedText({ source: 'submissions', key: String(item?.seq) })).toContain('F-GEHEIM')
    desk.close()
  })
})

describe('a ledger', () => {
  test('with a value that its table does not allow opens, and the row is found', async () => {
    const desk = testDesk()
    const { id } = desk.file(desk.draftDispute())
    damage(desk, `state = 'qveued'`)
    desk.ledger.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    const ledger = openLedger(desk.ledgerFile)
    expect(ledger.hasFaultyRows).toBe(true)
    ledger.close()
    desk.records.examine()
    expect(damagedRecords(desk.ledger).list(['submissions'])).toHaveLength(1)
    expect(desk.queries.find(id)).toMatchObject({ state: 'unknown', damage: { source: 'submissions' } })
    desk.close()
  })
})
