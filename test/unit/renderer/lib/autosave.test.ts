import { describe, expect, test } from 'vitest'
import type { Result } from '#shared/ipc/procedure.ts'
import { createAutosave, saveAfterMs, type AutosaveStatus, type Stored } from '../../../../src/renderer/lib/autosave.ts'

interface Fields {
  text: string
}
const refused: Result<never> = {
  ok: false,
  failure: { kind: 'invalid', message: { id: 'failure.invalid' }, fields: { 'fields.text': [{ id: 'validation.tooLongBy' }] } },
}
const failed: Result<never> = { ok: false, failure: { kind: 'internal', message: { id: 'failure.diskFull' } } }

/** A clock that moves when told to, and a main that keeps what it is given as main does: an older revision changes nothing. */
function desk(stored: { revision: number; text: string } = { revision: 0, text: '' }) {
  let now = 0
  const timers = new Map<number, { at: number; callback: () => void }>()
  const saves: { at: number; revision: number; text: string }[] = []
  const statuses: AutosaveStatus[] = []
  const pending: (() => void)[] = []
  const main = { isBroken: false, isSlow: false, refuses: false }

  async function save({ text }: Fields, revision: number): Promise<Result<Stored<Fields>>> {
    saves.push({ at: now, revision, text })
    if (main.isSlow) await new Promise<void>((resolve) => pending.push(resolve))
    if (main.isBroken) return failed
    if (main.refuses) return refused
    if (revision > stored.revision) stored = { revision, text }
    return { ok: true, value: { revision: stored.revision, updatedAt: `at ${now}`, fields: { text: stored.text } } }
  }

  const autosave = createAutosave<Fields>({
    revision: 0,
    save,
    onStatus: (status) => statuses.push(status),
    timers: {
      set(callback, ms) {
        const id = Math.max(0, ...timers.keys()) + 1
        timers.set(id, { at: now + ms, callback })
        return id
      },
      clear: (id) => timers.delete(id as number),
    },
  })

  /** Lets what is already answered be read. */
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return {
    autosave,
    saves,
    main,
    type: (text: string) => autosave.change({ text }),
    stored: () => stored,
    status: () => statuses.at(-1),
    answer: async () => {
      pending.shift()?.()
      await settle()
    },
    async pass(ms: number) {
      const until = now + ms
      for (;;) {
        const [next] = [...timers].filter(([, timer]) => timer.at <= until).toSorted(([, a], [, b]) => a.at - b.at)
        if (!next) break
        const [id, timer] = next
        now = timer.at
        timers.delete(id)
        timer.callback()
        await settle()
      }
      now = until
      await settle()
    },
  }
}

describe('autosave', () => {
  test('stores within 500 ms of a keystroke while typing goes on without a pause', async () => {
    const { type, pass, saves, stored } = desk()
    for (let stroke = 0; stroke < 40; stroke += 1) {
      type('x'.repeat(stroke + 1))
      await pass(50)
    }
    await pass(500)
    expect(stored().text).toHaveLength(40)
    const times = [0, ...saves.map((save) => save.at)]
    const longestWait = Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))
    expect(longestWait).toBeLessThanOrEqual(500)
    expect(saves.length).toBeLessThan(10)
  })

  test('waits for a save under way and then stores what was typed meanwhile, under a higher revision', async () => {
    const { type, pass, main, saves, answer, stored } = desk()
    main.isSlow = true
    type('first')
    await pass(saveAfterMs)
    type('second')
    type('third')
    await pass(5000)
    expect(saves.map((save) => save.text)).toEqual(['first'])
    await answer()
    await answer()
    expect(saves.map((save) => [save.revision, save.text])).toEqual([
      [1, 'first'],
      [2, 'third'],
    ])
    expect(stored().text).toBe('third')
  })

  test('says when it was stored', async () => {
    const { type, pass, status } = desk()
    type('a')
    expect(status()).toEqual({ state: 'pending' })
    await pass(saveAfterMs)
    expect(status()).toEqual({ state: 'saved', at: `at ${saveAfterMs}` })
  })

  test('keeps what could not be stored, says so, and tries again by itself', async () => {
    const { autosave, type, pass, main, status, stored } = desk()
    main.isBroken = true
    type('precious')
    await pass(saveAfterMs)
    expect(status()).toMatchObject({ state: 'failed', failure: { message: { id: 'failure.diskFull' } } })
    expect(autosave.unsaved).toBe(true)
    main.isBroken = false
    await pass(1000)
    expect(stored().text).toBe('precious')
    expect(status()).toMatchObject({ state: 'saved' })
  })

  test('keeps trying, ever more slowly, and typing on does not put the next try off', async () => {
    const { type, pass, main, saves } = desk()
    main.isBroken = true
    type('a')
    await pass(60_000)
    expect(saves.length).toBeGreaterThan(4)
    expect(saves.length).toBeLessThan(12)
    const before = saves.length
    for (let stroke = 0; stroke < 20; stroke += 1) {
      type(`a${stroke}`)
      await pass(100)
    }
    expect(saves.length).toBeGreaterThan(before + 2)
  })

  test('what is refused as it is waits for other words, and is never tried again by itself', async () => {
    const { autosave, saves, type, pass, main, status, stored } = desk()
    main.refuses = true
    type('far too long')
    await pass(saveAfterMs)
    expect(status()).toMatchObject({ state: 'failed', failure: refused.failure })
    await pass(600_000)
    expect(saves).toHaveLength(1)
    expect(autosave.unsaved).toBe(true)
    main.refuses = false
    type('short')
    await pass(saveAfterMs)
    expect(stored().text).toBe('short')
  })

  test('flush stores at once and tells whether it could', async () => {
    const { autosave, type, main, stored } = desk()
    type('now')
    expect(await autosave.flush()).toBe(true)
    expect(stored().text).toBe('now')
    main.isBroken = true
    type('not now')
    expect(await autosave.flush()).toBe(false)
  })

  test('flush has nothing to do when all is stored', async () => {
    const { autosave, saves } = desk()
    expect(await autosave.flush()).toBe(true)
    expect(saves).toEqual([])
  })

  test('goes above a later revision that main already holds, so that what is on screen is what stays', async () => {
    const { autosave, type, stored } = desk({ revision: 7, text: 'older words' })
    type('newer words')
    expect(await autosave.flush()).toBe(true)
    expect(stored()).toEqual({ revision: 8, text: 'newer words' })
  })
})
