import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { addClerk, removeClerk } from '#main/team/server/clerks.ts'
import { scramVerifier } from '#main/team/server/scram.ts'
import { postgresPrograms } from '#test/support/postgres.ts'
import type { Reservation } from '#main/team/store.ts'
import { dispute, outcome, type TeamClerk } from '#test/support/team-clerk.ts'
import { passwordOf } from '#test/support/team-server.ts'
import type { Cases, TeamCase } from './team-case.ts'

/** What a team shares, and what becomes of it. */
export const sharing = ({ server, other, clerk, fallSilent, row, fresh, next }: TeamCase): Cases => ({
  async 'a draft has one holder; its file travels in pieces; who took it is told again after a lost answer'() {
    const [anna, bob, eva] = [await clerk('anna'), await clerk('bob'), await clerk('eva')]
    const draft = {
      id: randomUUID(),
      account: 1,
      kind: 'dispute',
      fence: 1,
      revision: 1,
      subject: 'F1',
      fields: { invoice: 'F1' },
      note: 'bel eerst',
      gone: false,
    }
    expect(await anna.store.putDraft(anna.by, draft)).toBe(true)
    const file = { id: randomUUID(), role: 'attachment' as const, place: 0, name: 'a.pdf', bytes: 5, sha256: 'x' }
    await anna.store.putPiece(anna.by, draft, file, 0, new Uint8Array([1, 2, 3]), false)
    await anna.store.putPiece(anna.by, draft, file, 0, new Uint8Array([1, 2, 3]), false)
    expect((await bob.store.drafts())[0]?.files).toEqual([])
    await expect(anna.store.putPiece(anna.by, draft, file, 2, new Uint8Array([9]), false)).rejects.toMatchObject({
      code: '22023',
    })
    expect(await anna.store.putPiece(anna.by, draft, file, 1, new Uint8Array([4, 5]), true)).toBe(2)
    const takes = await Promise.all([bob, eva].map((one) => one.store.takeDraft(one.by, draft)))
    expect(takes.filter(Boolean)).toMatchObject([{ fields: { invoice: 'F1' }, note: 'bel eerst', fence: 2 }])
    const winner = takes[0] ? bob : eva
    expect(await winner.store.takeDraft(winner.by, draft)).toMatchObject({ fence: 2 })
    expect(await anna.store.putDraft(anna.by, { ...draft, revision: 3 })).toBe(false)
    expect([...(await winner.store.getPiece(file.id, 1))!]).toEqual([4, 5])
  },
  async 'erasing and sweeping leave no text of a person, and the chain stays'() {
    const [anna, bob, chef] = [await clerk('anna'), await clerk('bob'), await clerk('chef')]
    const word = `Verdwijn${next()}`
    const make = (invoice: string) => dispute(invoice, { context: `${word} · x@example.nl` })
    const [erased, swept] = [make(`${word}-1`), make(`${word}-2`)]
    await anna.store.reserve(anna.by, [erased, swept])
    await anna.store.publish(anna.by, [outcome(erased, 'sent', 1, word), outcome(swept, 'sent', 2)], 2)
    const draft = {
      id: randomUUID(),
      account: 1,
      kind: 'dispute',
      fence: 1,
      revision: 1,
      subject: word,
      fields: { word },
      note: word,
      gone: false,
    }
    await anna.store.putDraft(anna.by, draft)
    const file = { id: randomUUID(), role: 'source' as const, place: 0, name: word, bytes: word.length, sha256: word }
    await anna.store.putPiece(anna.by, draft, file, 0, Buffer.from(word), true)
    await server.boss.query(`UPDATE team.item SET at = at - interval '731 days' WHERE id = $1`, [swept.id])
    await server.boss.query(`UPDATE team.draft SET at = at - interval '731 days' WHERE id = $1`, [draft.id])
    expect((await bob.connection.query('SELECT team.erase($1) AS done', [erased.id]))[0]).toEqual({ done: false })
    expect((await chef.connection.query('SELECT team.erase($1) AS done', [erased.id]))[0]).toEqual({ done: true })
    // One that a colleague ended, and whose desk never told of it.
    const ended = make(`${word}-3`)
    await anna.store.reserve(anna.by, [ended])
    await server.boss.query(`UPDATE team.item SET state = 'closed', at = at - interval '731 days' WHERE id = $1`, [ended.id])
    // One of which nobody ever found out what came of it.
    const undecided = make(`${word}-5`)
    await anna.store.reserve(anna.by, [undecided])
    await anna.store.publish(anna.by, [outcome(undecided, 'unknown', 3)], 3)
    await server.boss.query(`UPDATE team.item SET at = at - interval '731 days' WHERE id = $1`, [undecided.id])
    // A person who was erased at the desk that filed it, where only how it ended is known any more.
    const forgotten = make(`${word}-4`)
    await anna.store.reserve(anna.by, [forgotten])
    const gone = [{ id: forgotten.id, state: 'sent' as const, serial: 4 }]
    expect(await bob.store.forget(bob.by, gone)).toBe(0)
    expect([await anna.store.forget(anna.by, gone), await anna.store.forget(anna.by, gone)]).toEqual([1, 0])
    expect((await bob.store.item(forgotten.id))?.acts).toMatchObject([{ clerk: 'anna', act: 'erase' }])
    for (let left = 1; left > 0;) left = await bob.store.sweep(100)
    expect(await server.boss.query(`SELECT sum((detail ->> 'items')::int)::int AS n FROM team.act WHERE act = 'sweep'`)).toEqual([
      { n: 3 },
    ])
    // Told again, by a desk that still has the text.
    await anna.store.publish(anna.by, [outcome(erased, 'sent', 5, word), outcome(forgotten, 'sent', 6, word)], 6)
    expect(await row(forgotten.id)).toMatchObject({ state: 'sent', subject: null, vendor_number: null })
    const { boss, port } = server.cluster
    const dump = await promisify(execFile)(
      path.join(postgresPrograms()!, 'pg_dump'),
      ['-d', `host=127.0.0.1 port=${port} user=${boss.user} password=${boss.password} dbname=balie`, '--data-only'],
      { maxBuffer: 1e9 },
    )
    expect(dump.stdout.includes(swept.id)).toBe(true)
    expect(dump.stdout.includes(word)).toBe(false)
    expect(dump.stdout.includes(Buffer.from(word).toString('hex'))).toBe(false)
    for (const n of [1, 5]) expect(await bob.verdict(dispute(`${word}-${n}`))).toBe('taken')
  },
  async 'a desk that fell silent is told of, when what it was sending reads as unknown and when that may be decided'() {
    const [anna, bob] = [await clerk('anna'), await clerk('bob')]
    const item = dispute(fresh())
    await anna.verdict(item)
    const isTold = async () => {
      const pulse = await bob.store.pulse(bob.by)
      bob.by.news = pulse.news
      return pulse.changed.includes(item.id)
    }
    await isTold()
    const told: boolean[] = []
    for (const seconds of [30, 65, 200, 305, 500]) {
      await fallSilent(anna, seconds)
      told.push(await isTold())
    }
    expect(told).toEqual([false, true, false, true, false])
  },
  async 'figures are for managers, of their own accounts, by when it was made, and per clerk where that was switched on'() {
    const [anna, bob, chef, mallory] = [await clerk('anna'), await clerk('bob'), await clerk('chef'), await clerk('mallory')]
    // Years nobody else here files in.
    const day = (n: number, hour = 0) => new Date(Date.UTC(2031, 0, n, hour)).toISOString()
    const made = (by: TeamClerk, n: number, part: Partial<Reservation> = {}) => ({
      by,
      item: dispute(fresh(), { made: day(n, 9), ...part }),
    })
    const all = [made(anna, 1), made(anna, 2), made(bob, 2), made(bob, 4), made(bob, 3, { test: true })]
    for (const { by, item } of all) await by.verdict(item)
    await anna.store.publish(anna.by, [outcome(all[0]!.item, 'sent', 1), outcome(all[1]!.item, 'rejected', 2)], 2)
    await bob.store.publish(
      bob.by,
      [outcome(all[2]!.item, 'sent', 1), outcome(all[3]!.item, 'sent', 2), outcome(all[4]!.item, 'sent', 3)],
      3,
    )
    const query = {
      accounts: [1, other],
      current: [3, 4, 5].map((n) => day(n)),
      earlier: [1, 2, 3].map((n) => day(n)),
      earlierUntil: day(2),
    }
    const line = { account: 1, kind: 'dispute.create', clerk: null, display: null, n: 1 }
    expect(await anna.store.overview(query)).toEqual({ current: [], earlier: [], soFar: 0, waiting: [], counted: [] })
    expect(await mallory.store.overview(query)).toEqual({ current: [], earlier: [], soFar: 0, waiting: [], counted: [] })
    const found = await chef.store.overview(query)
    expect(found).toMatchObject({ current: [{ ...line, state: 'sent', slot: 1 }], soFar: 1, counted: [] })
    // Two of one state on a day are one line: who filed them is in none.
    expect(found.earlier.toSorted((a, b) => a.slot - b.slot || a.state.localeCompare(b.state))).toEqual([
      { ...line, state: 'sent', slot: 0 },
      { ...line, state: 'rejected', slot: 1 },
      { ...line, state: 'sent', slot: 1 },
    ])
    await server.boss.query('UPDATE team.account SET counts = true WHERE id = 1')
    const counted = await chef.store.overview(query)
    await server.boss.query('UPDATE team.account SET counts = false WHERE id = 1')
    expect(counted.counted).toEqual([1])
    expect(counted.current).toMatchObject([{ clerk: 'bob', display: 'bob' }])
    // What a silent desk was sending reads as unknown, here as in history.
    const silent = made(bob, 4)
    await bob.verdict(silent.item)
    expect((await chef.store.overview(query)).current.map(({ state }) => state).toSorted()).toEqual(['leaving', 'sent'])
    await fallSilent(bob, 90)
    expect((await chef.store.overview(query)).current.map(({ state }) => state).toSorted()).toEqual(['sent', 'unknown'])
    for (const part of [
      { current: [] },
      { earlier: [day(2), day(1)] },
      { current: Array.from({ length: 41 }, (_, n) => day(n + 1)) },
    ])
      await expect(chef.store.overview({ ...query, ...part })).rejects.toMatchObject({ code: '22023' })
  },
  async 'history is of the own accounts, by word, state and clerk; two letters are refused'() {
    const anna = await clerk('anna')
    const item = dispute(`Zoek${next()}%_\\'`)
    await anna.verdict(item)
    await anna.store.publish(anna.by, [outcome(item, 'sent', 1)], 1)
    const ask = {
      search: item.subject,
      accounts: null,
      kinds: null,
      states: null,
      clerk: null,
      from: null,
      until: null,
      test: null,
      before: null,
      limit: 10,
    }
    expect(await anna.store.history(ask)).toMatchObject([{ item: { id: item.id, state: 'sent' } }])
    expect(await anna.store.history({ ...ask, states: ['sent'], clerk: 'anna', kinds: ['dispute.create'] })).toHaveLength(1)
    expect(await anna.store.history({ ...ask, clerk: `bob' OR true --` })).toEqual([])
    expect(await anna.store.history({ ...ask, accounts: [2] })).toEqual([])
    await expect(anna.store.history({ ...ask, search: 'zo' })).rejects.toMatchObject({ code: '22023' })
  },
  async 'a clerk who was removed can do nothing, her name is not given to another, and what was open is unknown'() {
    await server.add('weg')
    const weg = await clerk('weg')
    const item = dispute(fresh())
    await weg.verdict(item)
    await weg.close()
    expect(await removeClerk(server.boss, 'weg')).toEqual({ openItems: 1 })
    await expect(server.as('weg')).rejects.toMatchObject({ trouble: 'password' })
    expect(await row(item.id)).toMatchObject({ state: 'unknown', clerk: 'weg' })
    const again = {
      clerk: 'weg',
      display: 'Een ander',
      verifier: scramVerifier(passwordOf('weg')),
      accounts: null,
      isManager: false,
    }
    await expect(addClerk(server.boss, again)).rejects.toMatchObject({ problem: 'was-here' })
    for (const name of ['Anna"; DROP', 'pg_x', 'balie_owner', ''])
      await expect(addClerk(server.boss, { ...again, clerk: name })).rejects.toMatchObject({ problem: 'bad-name' })
  },
})
