import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { vendor } from '#test/support/desk.ts'
import { withoutPostgres } from '#test/support/postgres.ts'
import { openTeamDesk, type TeamDesk } from '#test/support/team-desk.ts'
import { startTeamServer, type TeamServer } from '#test/support/team-server.ts'

const why = withoutPostgres()
let server: TeamServer
beforeAll(async () => {
  if (!why) server = await startTeamServer(['anna', 'bob'])
})
afterAll(() => server?.close())

const open: TeamDesk[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})
const join = async (clerk: string, file?: string): Promise<TeamDesk> => {
  const joined = await openTeamDesk(server, clerk, file)
  open.push(joined)
  joined.desk.outbox.start()
  return joined
}
let count = 0
const fresh = () => `F-${(count += 1)}`
const reasonOf = ({ desk }: TeamDesk, id: string) => JSON.stringify(desk.records.get(id)?.reason)
/** As a clerk does who reads the review, once what a colleague is sending has come to its end. */
async function review(by: TeamDesk, draftId: string, invoice: string): Promise<unknown[]> {
  for (;;) {
    const warnings = await reviewNow(by, draftId, invoice)
    if (!/leaving|unchecked/.test(JSON.stringify(warnings))) return warnings
  }
}
const reviewNow = async ({ desk, team }: TeamDesk, draftId: string, invoice: string) =>
  await team
    .review(draftId, desk.accounts.get('billink')!, {
      kind: 'dispute',
      dispute: {
        invoice,
        customerName: 'Jan',
        customerEmail: 'jan@example.nl',
        category: 'retour',
        locale: 'nl',
        message: 'Hallo',
      },
    })
    .then((warnings) => warnings.map(({ message }) => message))

const stories: Record<string, () => Promise<void>> = {
  async 'a review says what a colleague sent; who read it goes on, who did not is asked, and may go on as well'() {
    const [anna, bob] = [await join('anna'), await join('bob')]
    const invoice = fresh()
    const first = anna.desk.file(anna.desk.draftDispute(invoice))
    await anna.until(() => anna.desk.stateOf(first.id) === 'sent')
    const draft = bob.desk.draftDispute(invoice)
    expect(await review(bob, draft, invoice)).toEqual([
      { id: 'team.review.sent', values: { clerk: 'anna', at: expect.any(Number), number: '12345' } },
    ])
    const unread = bob.desk.file(bob.desk.draftDispute(invoice))
    await bob.until(() => bob.desk.records.get(unread.id)?.asks === true)
    expect(reasonOf(bob, unread.id)).toContain('team.taken.sent')
    expect(bob.desk.sent).toEqual([])
    bob.desk.person.sendNow(unread.id)
    await bob.until(() => bob.desk.stateOf(unread.id) === 'sent')
    // After his own the earlier one is known to him.
    const read = bob.desk.file(draft)
    await bob.until(() => bob.desk.stateOf(read.id) === 'sent')
    expect(await review(anna, 'another', invoice)).toMatchObject([{ values: { clerk: 'bob' } }])
  },
  async 'while a colleague is sending it waits, says so, and asks once it is known'() {
    const [anna, bob] = [await join('anna'), await join('bob')]
    const invoice = fresh()
    const answer = Promise.withResolvers<ReturnType<typeof vendor.accepts>>()
    anna.desk.whenAsked(() => answer.promise)
    const first = anna.desk.file(anna.desk.draftDispute(invoice))
    await anna.until(() => anna.desk.sent.length === 1)
    const second = bob.desk.file(bob.desk.draftDispute(invoice))
    await bob.until(() => reasonOf(bob, second.id)?.includes('team.waits.busy'))
    answer.resolve(vendor.accepts('77'))
    await bob.until(() => bob.desk.records.get(second.id)?.asks === true)
    expect(anna.desk.stateOf(first.id)).toBe('sent')
    expect(bob.desk.sent).toEqual([])
  },
  async 'without the database drafts and filing go on, nothing is sent past the team, and what waits is sent by itself'() {
    const anna = await join('anna')
    await server.cluster.stop('immediate')
    const [first, second] = [
      anna.desk.file(anna.desk.draftDispute(fresh())),
      anna.desk.file(anna.desk.draftNote({ saleID: '5001' })),
    ]
    await anna.until(() => anna.team.standing?.state === 'offline')
    await anna.until(() => anna.desk.origins.waitOf({ boundOrigin: 'x', accountId: 'billink' }) !== null)
    expect(anna.desk.origins.waitOf({ boundOrigin: 'x', accountId: 'billink' })?.reason).toEqual({ id: 'team.waits.unreachable' })
    expect(await reviewNow(anna, 'draft', 'F-x')).toEqual([{ id: 'team.review.unchecked' }])
    expect(anna.desk.sent).toEqual([])
    await server.cluster.start()
    await anna.until(() => [first, second].every(({ id }) => anna.desk.stateOf(id) === 'sent'))
    expect(anna.desk.sent).toHaveLength(2)
    expect(anna.desk.troubles).toEqual([])
    await server.reconnect()
  },
  async "a colleague's word ends what is unknown here, on record"() {
    const [anna, bob] = [await join('anna'), await join('bob')]
    anna.desk.whenAsked(() => vendor.isSilent())
    const invoice = fresh()
    const item = anna.desk.file(anna.desk.draftDispute(invoice))
    await anna.until(() => anna.desk.stateOf(item.id) === 'unknown')
    const ask = {
      search: '',
      kinds: [],
      account: null,
      clerk: 'anna',
      test: false,
      from: null,
      before: null,
      cursor: null,
      limit: 10,
    }
    let [line] = (await bob.history.list({ ...ask, states: ['unknown'] })).items
    while (!line) [line] = (await bob.history.list({ ...ask, states: ['unknown'] })).items
    expect(line).toMatchObject({ clerk: 'anna', subject: invoice, state: 'unknown', isMine: false, accountName: 'billink' })
    // Only what each filter asks for; two letters are too few to search by.
    for (const [part, found] of [
      [{ search: invoice }, 1],
      [{ search: 'zz' }, 1],
      [{ search: 'niemand' }, 0],
      [{ clerk: 'bob' }, 0],
      [{ account: 2 }, 0],
      [{ test: true }, 0],
      [{ kinds: ['note.create' as const] }, 0],
      [{ from: '2030-01-01T00:00:00.000Z' }, 0],
      [{ before: '2030-01-01T00:00:00.000Z' }, 1],
    ] as const)
      expect(
        (await bob.history.list({ ...ask, states: ['unknown'], ...part, kinds: [...('kinds' in part ? part.kinds : [])] })).items,
        JSON.stringify(part),
      ).toHaveLength(found)
    expect(await bob.history.colleagues(undefined)).toEqual([
      { clerk: 'anna', display: 'anna' },
      { clerk: 'bob', display: 'bob' },
    ])
    const shown = await bob.history.get({ id: line.id })
    expect(shown).toMatchObject({ payload: { kind: 'dispute' }, canErase: false, canDecide: true })
    expect((await anna.history.get({ id: line.id })).canDecide).toBe(false)
    const word = { id: line.id, try: shown.try, word: 'arrived' as const, number: '99' }
    await expect(bob.history.decide({ ...word, try: 9 })).rejects.toMatchObject({
      failure: { message: { id: 'team.item.decidedElse' } },
    })
    expect(await bob.history.decide(word)).toMatchObject({
      state: 'sent',
      vendorNumber: '99',
      decidedBy: 'bob',
      acts: [{ act: 'arrived', clerk: 'bob', number: '99' }],
    })
    anna.team.changed()
    await anna.until(() => anna.desk.stateOf(item.id) === 'sent')
    expect(anna.desk.records.get(item.id)).toMatchObject({ vendorNumber: '99', confirmedByPerson: true })
    expect(reasonOf(anna, item.id)).toContain('"clerk":"bob"')
    expect(anna.desk.queries.decisions(item.id)).toMatchObject([{ decision: 'arrived', detail: 'bob' }])
  },
  async 'a person who is erased at a desk is erased from the team, and what the team kept for long enough goes by itself, on record'() {
    const [anna, bob] = [await join('anna'), await join('bob')]
    const [first, second] = [fresh(), fresh()]
    const [item, old] = [anna.desk.file(anna.desk.draftDispute(first)), anna.desk.file(anna.desk.draftDispute(second))]
    const textOf = async (id: string) =>
      (await server.boss.query('SELECT subject FROM team.item WHERE id = $1', [anna.teamIdOf(id)]))[0]?.['subject']
    await anna.until(() => [item, old].every(({ id }) => anna.desk.stateOf(id) === 'sent'))
    while ((await textOf(item.id)) !== first || (await textOf(old.id)) !== second) await bob.team.session!.store.drafts()
    anna.erase(item.id)
    while ((await textOf(item.id)) !== null) await bob.team.session!.store.drafts()
    expect(await textOf(old.id)).toBe(second)
    await server.boss.query(`UPDATE team.item SET at = at - interval '731 days' WHERE subject = $1`, [second])
    await server.boss.query(`UPDATE team.release SET swept_at = '-infinity'`)
    while ((await textOf(old.id)) !== null) await bob.team.session!.store.drafts()
    const acts = await server.boss.query(`SELECT act FROM team.act WHERE act IN ('erase', 'sweep') ORDER BY seq`)
    expect(acts.map(({ act }) => act)).toEqual(['erase', 'sweep'])
  },
  async 'a ledger that was put back from a copy sends nothing that the team knows as sent, and speaks as another desk'() {
    const folder = mkdtempSync(path.join(tmpdir(), 'balie-copy-'))
    const anna = await join('anna')
    anna.desk.outbox.suspend()
    const item = anna.desk.file(anna.desk.draftDispute(fresh()))
    anna.desk.ledger.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    const copy = path.join(folder, 'ledger.sqlite')
    copyFileSync(anna.desk.ledgerFile, copy)
    // What happened since is not in the copy: a start of its own, and the send.
    const later = { generation: 1, mark: 'a later start' }
    anna.desk.ledger.db
      .prepare('INSERT INTO ledger_generations (generation, mark, at, event) VALUES (?, ?, 1, ?)')
      .run(later.generation, later.mark, 'opened')
    anna.desk.ledger.db.prepare('UPDATE ledger_identity SET generation = ?, mark = ?').run(later.generation, later.mark)
    anna.desk.outbox.wake()
    await anna.until(() => anna.desk.stateOf(item.id) === 'sent')
    const before = anna.team.session!.publisher.by!.desk
    await anna.close()
    open.splice(open.indexOf(anna), 1)
    await server.boss.query(`UPDATE team.desk SET mark = $2 WHERE id = $1`, [before, later.mark])
    const back = await join('anna', copy)
    expect(back.desk.sent).toEqual([])
    await back.until(() => back.desk.stateOf(item.id) === 'sent')
    expect(reasonOf(back, item.id)).toContain('team.lost.sent')
    expect(back.desk.sent).toEqual([])
    expect(back.team.session!.publisher.by!.desk).not.toBe(before)
  },
}
for (const [name, tell] of Object.entries(stories))
  test(name, async (context) => {
    context.skip(why !== undefined, why)
    expect.hasAssertions()
    await tell()
  })
