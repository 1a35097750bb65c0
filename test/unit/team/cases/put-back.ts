import { expect } from 'vitest'
import { dispute, note, outcome } from '#test/support/team-clerk.ts'
import type { Cases, TeamCase } from './team-case.ts'

/** Ledgers and databases that know less than they did. */
export const puttingBack = ({ server, clerk, fallSilent, row, fresh, next, last }: TeamCase): Cases => ({
  async 'after a day asleep a desk does not go on where a colleague did'() {
    const [anna, bob] = [await clerk('anna'), await clerk('bob')]
    const item = dispute(fresh())
    expect(await anna.verdict(item)).toBe('go')
    await fallSilent(anna, 86_400)
    expect(await bob.verdict(dispute(item.subject, { seen: 1 }))).toBe('go')
    expect(await anna.verdict(item)).not.toBe('go')
    expect((await bob.store.item(item.id))?.acts).toMatchObject([{ act: 'send-past', clerk: 'bob' }])
  },
  async 'a ledger that was put back from a copy sends nothing that the team knows as sent'() {
    const [anna, copy] = [await clerk('anna'), await clerk('anna')]
    const item = dispute(fresh())
    await anna.verdict(item)
    await anna.store.publish(anna.by, [outcome(item, 'sent', 1, '5')], 1)
    expect((await copy.store.reserve(copy.by, [item]))[0]).toMatchObject({
      verdict: 'lost',
      other: { state: 'sent', number: '5' },
    })
    await copy.store.publish(copy.by, [outcome(item, 'queued', 9)], 9)
    expect(await row(item.id)).toMatchObject({ state: 'sent' })
    // The same desk, by another start than spoke last: the answer is that start's mark.
    const anotherLife = await copy.store.hello(1, anna.by.desk, {
      mark: 'copy',
      label: '',
      balie: '',
      acked: 0,
      top: 0,
      epoch: 1,
      news: null,
    })
    expect(Object.keys(anotherLife)).toEqual(['mark'])
    expect(await anna.hello({ acked: 1, top: 1 })).toMatchObject({ acked: 1 })
  },
  async 'after a crash nobody goes between until the desk has told what left, and what did not leave waits again'() {
    const [anna, bob] = [await clerk('anna'), await clerk('bob')]
    const [left, stayed] = [dispute(fresh(), { serial: 1 }), dispute(fresh(), { serial: 1 })]
    const [bobsLeft, bobsStayed] = [left, stayed].map(({ subject }) => dispute(subject, { serial: 1 })) as [
      typeof left,
      typeof left,
    ]
    // All were filed before anything left: of two that wait the first goes.
    await anna.store.publish(anna.by, [outcome(left, 'queued', 1), outcome(stayed, 'queued', 2)], 2)
    await bob.store.publish(bob.by, [outcome(bobsLeft, 'queued', 1), outcome(bobsStayed, 'queued', 2)], 2)
    expect(await anna.verdict({ ...left, serial: 2 })).toBe('go')
    expect(await anna.verdict({ ...stayed, serial: 2 })).toBe('go')
    const [desk] = await server.boss.query('SELECT mark FROM team.desk WHERE id = $1', [anna.by.desk])
    // What it was sending is unknown since its start, which it has yet to tell.
    const again = { mark: 'the next start', after: String(desk?.['mark']), acked: 2, top: 3 }
    expect(await anna.hello(again)).toMatchObject({ acked: 2 })
    expect(await bob.verdict({ ...bobsLeft, serial: 2 })).toBe('busy')
    expect(await bob.verdict({ ...bobsStayed, serial: 2 })).toBe('busy')
    await anna.store.publish(anna.by, [outcome(left, 'unknown', 3)], 3)
    expect(await row(left.id)).toMatchObject({ state: 'unknown' })
    expect(await row(stayed.id)).toMatchObject({ state: 'queued' })
    expect(await bob.verdict({ ...bobsLeft, serial: 2 })).toBe('taken')
    // Let go to this start, it stays so whatever else is told.
    expect(await anna.verdict({ ...stayed, serial: 3 })).toBe('go')
    await anna.store.publish(anna.by, [], 4)
    expect(await bob.verdict({ ...bobsStayed, serial: 2 })).toBe('busy')
    // One that has nothing to tell lets go at once.
    expect(await anna.hello({ mark: 'a third', after: again.mark, acked: 4, top: 4 })).toMatchObject({ acked: 4 })
    expect(await row(stayed.id)).toMatchObject({ state: 'queued' })
  },
  async 'a database that was put back is noticed, and nothing leaves until the desks seen lately told it again'() {
    const [anna, bob, chef] = [await clerk('anna'), await clerk('bob'), await clerk('chef')]
    await server.boss.query(`UPDATE team.desk SET seen_at = clock_timestamp() - interval '40 days' WHERE id <> ALL ($1)`, [
      [anna.by.desk, bob.by.desk, chef.by.desk],
    ])
    const items = Array.from({ length: 5 }, () => note(String(next())))
    await anna.store.reserve(anna.by, items)
    await anna.store.publish(
      anna.by,
      items.map((item, n) => outcome(item, 'sent', n + 1, String(n))),
      5,
    )
    // As an older backup would have it.
    await server.boss.query('DELETE FROM team.item WHERE id = ANY ($1)', [items.map(({ id }) => id)])
    await server.boss.query('UPDATE team.desk SET acked = 0 WHERE id = $1', [anna.by.desk])
    expect(await anna.hello({ acked: 5, top: 5, epoch: 1 })).toMatchObject({ acked: 0, epoch: 2, isTold: false })
    await expect(bob.verdict(note(items[0]!.subject))).rejects.toMatchObject({ code: 'BA001' })
    expect(await bob.hello()).toMatchObject({ isTold: true, epoch: 2 })
    expect((await bob.store.reserve(bob.by, [note(items[0]!.subject)]))[0]).toMatchObject({
      verdict: 'wait',
      other: [{ clerk: 'anna' }, { clerk: 'chef' }],
    })
    const told = await anna.store.publish(
      anna.by,
      items.map((item, n) => outcome(item, 'sent', n + 1, String(n))),
      5,
    )
    expect(told).toEqual({ acked: 5, isTold: true })
    expect(await bob.verdict(note(items[0]!.subject))).toBe('wait')
    await chef.hello()
    expect((await bob.store.reserve(bob.by, [note(items[0]!.subject)]))[0]).toMatchObject({
      verdict: 'taken',
      other: { clerk: 'anna', number: '0' },
    })
    // By its transactions as well, where a desk told nothing since.
    expect(await bob.hello({ epoch: 2, news: '999999999' })).toMatchObject({ epoch: 3 })
  },
  async 'a manager may go on without a desk that does not come, and what it had open is unknown'() {
    const [anna, bob, chef] = [await clerk('anna'), await clerk('bob'), await clerk('chef')]
    const item = dispute(fresh())
    await server.boss.query(`UPDATE team.desk SET seen_at = clock_timestamp() - interval '40 days' WHERE id <> ALL ($1)`, [
      [anna.by.desk, bob.by.desk, chef.by.desk],
    ])
    expect(await anna.verdict(item)).toBe('go')
    await server.boss.query('UPDATE team.release SET epoch = epoch + 1, epoch_at = clock_timestamp()')
    await bob.hello()
    await chef.hello()
    expect(await bob.verdict(dispute(fresh()))).toBe('wait')
    await expect(bob.store.goOnWithout(anna.by.desk)).rejects.toMatchObject({ code: '42501' })
    expect(await chef.store.goOnWithout(anna.by.desk)).toBe(true)
    expect(await bob.verdict(dispute(last()))).toBe('go')
    expect(await row(item.id)).toMatchObject({ state: 'unknown' })
  },
})
