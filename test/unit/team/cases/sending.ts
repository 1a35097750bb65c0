import { expect } from 'vitest'
import { dispute, note, outcome } from '#test/support/team-clerk.ts'
import type { Cases, TeamCase } from './team-case.ts'

/** Who may go, who is told what, and whose word stands. */
export const sending = ({ clerk, fallSilent, row, fresh, next, last }: TeamCase): Cases => ({
  async 'one who was shown what a colleague did may go on; one who was not is told who, when and the number'() {
    const [anna, bob] = [await clerk('anna'), await clerk('bob')]
    const [first, second] = [dispute(fresh()), dispute(last())]
    expect(await anna.verdict(first)).toBe('go')
    expect((await bob.store.reserve(bob.by, [second]))[0]).toMatchObject({ verdict: 'busy', other: { clerk: 'anna' } })
    await anna.store.publish(anna.by, [outcome(first, 'sent', 1, '4711')], 1)
    const [taken] = await bob.store.reserve(bob.by, [second])
    expect(taken).toMatchObject({ verdict: 'taken', other: { clerk: 'anna', state: 'sent', number: '4711', turn: 1 } })
    expect(await bob.verdict({ ...second, seen: 1 })).toBe('go')
  },
  async 'the same call again gives the same answer'() {
    const anna = await clerk('anna')
    const item = note(String(next()))
    expect([await anna.verdict(item), await anna.verdict(item)]).toEqual(['go', 'go'])
    const told = [outcome(item, 'sent', 1, '9')]
    expect(await anna.store.publish(anna.by, told, 1)).toEqual(await anna.store.publish(anna.by, told, 1))
    expect(await row(item.id)).toMatchObject({ state: 'sent', vendor_number: '9' })
    expect(await anna.verdict(item)).toBe('lost')
  },
  async 'what a silent desk was sending reads as unknown after a minute and is decided after five, on record; vendor evidence stands above it'() {
    const [anna, bob, eva] = [await clerk('anna'), await clerk('bob'), await clerk('eva')]
    const item = dispute(fresh())
    await anna.verdict(item)
    expect(await bob.store.decide(bob.by, { id: item.id, try: 1 }, 'arrived', null)).toBe(false)
    await fallSilent(anna, 90)
    expect(await bob.store.item(item.id)).toMatchObject({ state: 'unknown', clerk: 'anna' })
    expect(await bob.store.decide(bob.by, { id: item.id, try: 1 }, 'arrived', null)).toBe(false)
    // Shown, and yet too early: it may still be on its way.
    expect(await bob.verdict(dispute(item.subject, { seen: 1 }))).toBe('busy')
    await fallSilent(anna, 301)
    expect(await bob.store.decide(bob.by, { id: item.id, try: 1 }, 'arrived', '12')).toBe(true)
    expect(await bob.store.decide(bob.by, { id: item.id, try: 1 }, 'arrived', '12')).toBe(true)
    expect(await eva.store.decide(eva.by, { id: item.id, try: 1 }, 'close', null)).toBe(false)
    expect((await bob.store.item(item.id))?.acts).toMatchObject([{ clerk: 'bob', act: 'arrived' }])
    await anna.store.publish(anna.by, [outcome(item, 'unknown', 3)], 3)
    expect(await row(item.id)).toMatchObject({ state: 'sent', decided_by: 'bob', vendor_number: '12' })
    expect((await anna.store.pulse({ ...anna.by, news: '0' })).decided).toContainEqual(
      expect.objectContaining({ id: item.id, by: 'bob', state: 'sent' }),
    )
    await anna.store.publish(anna.by, [outcome(item, 'rejected', 4)], 4)
    expect(await row(item.id)).toMatchObject({ state: 'rejected' })
  },
  async 'what was asked or told before a change is not taken in after it'() {
    const anna = await clerk('anna')
    const item = dispute(fresh())
    await anna.store.publish(anna.by, [outcome(item, 'withdrawn', 4)], 4)
    expect(await anna.verdict(item)).toBe('lost')
    const row1 = note(String(next()))
    expect(await anna.verdict({ ...row1, serial: 10 })).toBe('go')
    expect(await anna.verdict({ ...row1, serial: 12 })).toBe('go')
    // It was let go as change 11, and that word got lost on its way until now.
    await anna.store.publish(anna.by, [outcome(row1, 'queued', 11)], 11)
    expect(await row(row1.id)).toMatchObject({ state: 'leaving' })
  },
  async 'of two that wait the one that was filed first goes, and the other asks; one that only waited has seen nothing of those before it'() {
    const [anna, bob] = [await clerk('anna'), await clerk('bob')]
    const [first, second] = [dispute(fresh()), dispute(last())]
    await anna.store.publish(anna.by, [outcome(first, 'queued', 1)], 1)
    await bob.store.publish(bob.by, [outcome(second, 'queued', 1)], 1)
    expect((await bob.store.reserve(bob.by, [{ ...second, serial: 1 }]))[0]).toMatchObject({
      verdict: 'taken',
      other: { state: 'queued' },
    })
    expect(await anna.verdict({ ...first, serial: 1 })).toBe('go')
    await anna.store.publish(anna.by, [outcome(first, 'sent', 2)], 2)
    expect(await bob.verdict({ ...second, serial: 1 })).toBe('taken')
    // He was shown that it waited, and not that it was sent.
    expect(await bob.verdict({ ...second, serial: 1, seen: 1 })).toBe('taken')
    expect(await bob.verdict({ ...second, serial: 1, seen: 3 })).toBe('go')
  },
})
