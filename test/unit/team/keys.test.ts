import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kindOf, kinds, submissionKindSchema, vendors, type SubmissionKind } from '#shared/domain/kinds.ts'
import type { Payload } from '#shared/vendors/index.ts'
import { json } from '#main/team/calls.ts'
import { addAccount } from '#main/team/server/clerks.ts'
import { KindChanged, migrate } from '#main/team/server/migrate.ts'
import { mainVendor, teamKinds } from '#main/vendors/index.ts'
import { withoutPostgres } from '#test/support/postgres.ts'
import { startTeamServer, type TeamServer } from '#test/support/team-server.ts'

const why = withoutPostgres()
let server: TeamServer
beforeAll(async () => {
  if (!why) server = await startTeamServer([])
})
afterAll(() => server?.close())

const words = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed())
const number = fc.oneof(fc.constantFrom('2026-001', '2026-001 ', 'F1', 'f1', 'İ', 'i', 'ß', 'SS', '"', '\\', '\n'), words)
const digits = fc.oneof(fc.constantFrom('1', '01', '10'), fc.stringMatching(/^[0-9]{1,20}$/))

/** Payloads of each kind, from so few values that two of them are often about the same. */
const payloads: Record<(typeof vendors)[number], fc.Arbitrary<Payload>> = {
  billink: fc.record({ invoice: number, message: words }).map(({ invoice, message }) => ({
    kind: 'dispute',
    dispute: { invoice, customerName: 'J', customerEmail: 'j@example.nl', category: 'c', locale: 'nl', message },
  })),
  digiwallet: fc
    .record({
      action: fc.constantFrom('create', 'update', 'delete' as const),
      target: fc.record({
        outletID: digits,
        saleID: digits,
        paymentMethodCode: fc.constantFrom('IDE', 'CRC' as const),
        test: fc.boolean(),
      }),
      text: words,
    })
    .map((note) => ({ kind: 'note', ...note })),
  mollie: fc
    .record({ mode: fc.constantFrom('live', 'test' as const), paymentID: fc.constantFrom('tr_1', 'tr_a', 'tr_A'), text: words })
    .map((note) => ({
      kind: 'payment-note',
      action: 'create',
      at: '2026-01-01T00:00:00Z',
      shown: null,
      keepValue: false,
      ...note,
    })),
}

const at = { origin: 'https://vendor.example', identity: 'winkel "1"' }
/** What the server says that these are about. */
const inSql = async (kind: SubmissionKind, all: readonly Payload[]): Promise<unknown[]> => {
  const { vendor } = kinds[kindOf(kind)]
  const rows = await server.boss.query(
    `SELECT team.about((0, $1, $2, $3, '', '{}', 730, false)::team.account, $4, x.p) AS about
       FROM jsonb_array_elements($5::jsonb) WITH ORDINALITY AS x (p, n) ORDER BY n`,
    [vendor, at.origin, at.identity, kind, json(all)],
  )
  return rows.map(({ about }) => about)
}

test('what an item is about is the same in SQL and in TypeScript, whatever stands in it', async (context) => {
  context.skip(why !== undefined, why)
  for (const kind of submissionKindSchema.options) {
    const { vendor } = kinds[kindOf(kind)]
    await fc.assert(
      fc.asyncProperty(fc.array(payloads[vendor], { minLength: 1, maxLength: 40 }), async (all) => {
        // What a database's text can't hold stands in it as what it can.
        const expected = all.map((payload) => JSON.parse(json(mainVendor(vendor).team.about(payload, at))) as unknown)
        expect(await inSql(kind, all)).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  }
})

test('no two kinds share what they are about, but for the actions of one', () => {
  const named = new Set(teamKinds.map(({ keySql }) => keySql))
  expect(named.size).toBe(vendors.length)
})

test('a kind that nobody told of raises, and so does an item that lacks a part of what it is about', async (context) => {
  context.skip(why !== undefined, why)
  const ask = (kind: string, payload: string, vendor = 'billink') =>
    server.boss.query(`SELECT team.key_of((0, $1, 'o', 'i', '', '{}', 730, false)::team.account, $2, $3)`, [
      vendor,
      kind,
      payload,
    ])
  await expect(ask('letter.create', '{}')).rejects.toThrow('no such kind')
  await expect(ask('note.create', '{"target":{}}')).rejects.toThrow('no such kind')
  await expect(ask('dispute.create', '{"dispute":{}}')).rejects.toThrow('does not say what it is about')
  await expect(ask('dispute.create', 'null')).rejects.toThrow('does not say what it is about')
  expect(await ask('dispute.create', '{"dispute":{"invoice":"1"}}')).toHaveLength(1)
})

test('a migration done again changes nothing; a kind that says something else by now is refused, and nothing of it stays', async (context) => {
  context.skip(why !== undefined, why)
  const [before] = await server.boss.query('SELECT * FROM team.secret')
  expect(await migrate(server.boss, teamKinds)).toMatchObject({ changed: false })
  const other = teamKinds.map((kind) => ({ ...kind, keySql: `jsonb_build_array('other')` }))
  await expect(migrate(server.boss, other)).rejects.toThrow(KindChanged)
  const more = [...teamKinds, { kind: 'letter.create', vendor: 'post', keySql: `jsonb_build_array('letter', p -> 'to')` }]
  expect(await migrate(server.boss, more)).toMatchObject({ changed: true })
  expect(await server.boss.query('SELECT * FROM team.secret')).toEqual([before])
  const account = { vendor: 'post', origin: 'o', identity: '', name: 'Post', settings: {}, keepDays: 30, counts: false }
  expect(await addAccount(server.boss, account)).toBeGreaterThan(0)
  expect(await addAccount(server.boss, account)).toBeNull()
})
