import { expect, test } from 'vitest'
import { createGate } from '#main/features/keys/gate.ts'
import { AppFailure } from '#main/ipc/failure.ts'
import type { Lock } from '#main/storage/keys/safe.ts'
import type { Gate } from '#shared/domain/unlock.ts'
import { settled } from '#test/support/fake-clock.ts'

const locked: Lock = { state: 'locked', why: 'missing', ways: { code: true, passphrase: true }, isDamaged: false }

function gateOf() {
  const state: { lock: Lock; underWay: number; most: number } = { lock: locked, underWay: 0, most: 0 }
  const seen: Gate['state'][] = []
  const tried = async <T>(answer: T): Promise<T> => {
    state.underWay += 1
    state.most = Math.max(state.most, state.underWay)
    await settled()
    state.underWay -= 1
    return answer
  }
  const gate = createGate({
    safe: {
      look: () => Promise.resolve(state.lock),
      async byCode(code) {
        if (code === 'void') return tried({ void: '2026-11-28T00:00:00.000Z' })
        if (code !== 'good') return tried('typo' as const)
        state.lock = { state: 'open' }
        return tried('open' as const)
      },
      byPassphrase: () => tried('wrong' as const),
    },
    changed: ({ state: now }) => seen.push(now),
    quit: () => undefined,
  })
  const start = { isOpen: false }
  const passing = gate.pass().then(() => (start.isOpen = true))
  return { gate, state, seen, start, passing }
}

const fieldsOf = (call: unknown) =>
  Promise.resolve(call).then(
    () => null,
    (error: unknown) => (error instanceof AppFailure ? error.failure.fields : error),
  )

test('the start waits until what is there opens, and says at its field what is the matter with a code or passphrase', async () => {
  const { gate, start, passing, seen } = gateOf()
  await settled()
  expect(await gate.handlers.state(undefined)).toEqual(locked)
  expect(await fieldsOf(gate.handlers.byCode({ code: 'slip' }))).toEqual({ code: [{ id: 'keys.code.typo' }] })
  const at = Date.UTC(2026, 10, 28)
  expect(await fieldsOf(gate.handlers.byCode({ code: 'void' }))).toEqual({ code: [{ id: 'keys.code.void', values: { at } }] })
  expect(await fieldsOf(gate.handlers.byPassphrase({ passphrase: 'x' }))).toEqual({
    passphrase: [{ id: 'keys.passphrase.wrong' }],
  })
  expect(start.isOpen).toBe(false)
  expect(gate.isHolding()).toBe(true)
  await gate.handlers.byCode({ code: 'good' })
  await passing
  expect(seen.at(-1)).toBe('open')
  expect(gate.isHolding()).toBe(false)
})

test('a hundred passphrases at once are tried one after the other', async () => {
  const { gate, state } = gateOf()
  await settled()
  await Promise.all(Array.from({ length: 100 }, () => fieldsOf(gate.handlers.byPassphrase({ passphrase: 'guess' }))))
  expect(state.most).toBe(1)
})

test.each([
  ['looks again and finds the keychain unlocked', 'again'],
  ['chooses to start empty', 'startEmpty'],
] as const)('the start goes on where a person %s', async (_what, act) => {
  const { gate, state, passing } = gateOf()
  await settled()
  if (act === 'again') state.lock = { state: 'open' }
  await gate.handlers[act](undefined)
  await passing
  expect((await gate.handlers.state(undefined)).state).toBe(act === 'again' ? 'open' : 'opening')
})
