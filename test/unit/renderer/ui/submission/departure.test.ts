import type { Message } from '#shared/domain/message.ts'
import { describe, expect, test } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import { newBillinkSettings } from '#shared/vendors/billink/settings.ts'
import { asksPerson, obstacleTo } from '../../../../../src/renderer/ui/submission/departure.ts'

const account = (state: Account['secret']['state'], heldItems = 0, environment: 'production' | 'practice' = 'production') =>
  ({ secret: { state, lastFour: null }, heldItems, settings: { ...newBillinkSettings(), environment } }) as Account
const stored = account('stored')
const earlier: Message = { id: 'outbox.waitsForEarlier' }

describe('what stands in the way of an item', () => {
  test.each([
    ['a key, the network and no one before it', { account: stored, online: true }, null, false],
    ['a key for this session', { account: account('session'), online: true }, null, false],
    ['no key', { account: account('missing'), online: true }, 'departure.keyMissing', true],
    ['no keychain and no key', { account: account('no-keychain'), online: true }, 'departure.keyMissing', true],
    ['a locked keychain', { account: account('locked'), online: true }, 'departure.keyLocked', true],
    ['a closed keychain', { account: account('denied'), online: true }, 'departure.keyDenied', true],
    ['a key that was refused', { account: account('stored', 1), online: true }, 'departure.keyRejected', true],
    [
      'no key, though main says something else',
      { account: account('missing'), online: true, reason: earlier },
      'departure.keyMissing',
      true,
    ],
    [
      'what main says',
      { account: stored, online: false, reason: { id: 'outbox.asksAfterDay' as const } },
      'outbox.asksAfterDay',
      false,
    ],
    ['an earlier item', { account: stored, online: true, waitsForEarlier: true }, 'outbox.waitsForEarlier', false],
    ['no network', { account: stored, online: false }, 'departure.offline', false],
    ['no network, in practice', { account: account('public', 0, 'practice'), online: false }, null, false],
    ['an account that is gone', { account: null, online: true }, null, false],
  ])('%s', (_what, circumstances, id, waitsForKey) => {
    expect(obstacleTo(circumstances)).toEqual(id === null ? null : { waitsForKey, message: { id } })
  })
})

test.each([
  ['a moment', { state: 'queued', notBefore: '2026-11-27T12:00:00.000Z', actions: ['cancel', 'send-now'] }, false],
  ['something else, such as an earlier item', { state: 'queued', notBefore: null, actions: ['cancel'] }, false],
  ['a word of a person', { state: 'queued', notBefore: null, actions: ['cancel', 'send-now'] }, true],
  ['nothing: it is under way', { state: 'sending', notBefore: null, actions: [] }, false],
] as const)('an item that waits for %s', (_what, { actions, ...item }, asks) => {
  expect(asksPerson({ ...item, actions: [...actions] })).toBe(asks)
})
