import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Result } from '#shared/ipc/procedure.ts'
import type { Stored } from '../../../../src/renderer/lib/autosave.ts'
import { draftKeeper } from '../../../../src/renderer/lib/draft-keeper.ts'
import { flushAll } from '../../../../src/renderer/lib/flush.ts'

interface Fields {
  text: string
}
const draft = { id: 'd1', revision: 1, updatedAt: '2026-11-22T10:00:00.000Z', fields: { text: 'first' } }

/** Main's ledger with one draft in it, which can be told to fail. */
function ledger() {
  let stored: Stored<Fields> = draft
  const state = { isBroken: false }
  const save = (input: { revision: number; fields: Fields }): Promise<Result<Stored<Fields>>> => {
    if (state.isBroken) return Promise.resolve({ ok: false, failure: { kind: 'internal', message: { id: 'failure.diskFull' } } })
    if (input.revision > stored.revision) {
      stored = { revision: input.revision, fields: input.fields, updatedAt: new Date().toISOString() }
    }
    return Promise.resolve({ ok: true, value: stored })
  }
  return { save, state, text: () => stored.fields.text }
}

describe('draftKeeper', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('stores what is typed within half a second', async () => {
    const main = ledger()
    const kept = draftKeeper(main.save).of(draft)
    const close = kept.open()
    kept.change({ text: 'typed' })
    await vi.advanceTimersByTimeAsync(500)
    expect(main.text()).toBe('typed')
    expect(kept.status).toMatchObject({ state: 'saved' })
    close()
  })

  test('a form that closes stores its last words at once', async () => {
    const main = ledger()
    const kept = draftKeeper(main.save).of(draft)
    const close = kept.open()
    kept.change({ text: 'last words' })
    close()
    await vi.advanceTimersByTimeAsync(0)
    expect(main.text()).toBe('last words')
  })

  test('a form that opens again goes on with words that could not be stored', async () => {
    const main = ledger()
    const keeper = draftKeeper(main.save)
    main.state.isBroken = true
    const first = keeper.of(draft)
    const close = first.open()
    first.change({ text: 'not on disk' })
    close()
    await vi.advanceTimersByTimeAsync(0)
    expect(main.text()).toBe('first')
    expect(keeper.of(draft).fields.text).toBe('not on disk')
    expect(keeper.of(draft).status).toMatchObject({ state: 'failed', failure: { message: { id: 'failure.diskFull' } } })

    main.state.isBroken = false
    await flushAll()
    expect(main.text()).toBe('not on disk')
  })

  test('once all is stored and closed, the next form starts from what main holds', async () => {
    const main = ledger()
    const keeper = draftKeeper(main.save)
    const kept = keeper.of(draft)
    const close = kept.open()
    kept.change({ text: 'stored' })
    close()
    await vi.advanceTimersByTimeAsync(0)
    expect(keeper.of({ ...draft, revision: 9, fields: { text: 'from the disk' } }).fields.text).toBe('from the disk')
  })

  test('a form that is mounted twice at once, as React does while developing, loses nothing', async () => {
    const main = ledger()
    const keeper = draftKeeper(main.save)
    const kept = keeper.of(draft)
    kept.open()()
    const close = kept.open()
    await vi.advanceTimersByTimeAsync(0)
    kept.change({ text: 'after the second mount' })
    await flushAll()
    expect(main.text()).toBe('after the second mount')
    close()
  })

  test('tells its listeners how storing goes', async () => {
    const main = ledger()
    const kept = draftKeeper(main.save).of(draft)
    const seen: string[] = []
    const stop = kept.subscribe(() => seen.push(kept.status.state))
    kept.change({ text: 'typed' })
    await kept.flush()
    stop()
    kept.change({ text: 'unheard' })
    expect(seen).toEqual(['pending', 'saving', 'saved'])
    await kept.flush()
  })
})
