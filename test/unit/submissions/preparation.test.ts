import { describe, expect, test } from 'vitest'
import { VaultFailure } from '#main/storage/vault-failure.ts'
import type { StoredSubmission } from '#main/storage/submission-row.ts'
import { preparation, type PreparationDeps } from '#main/submissions/preparation.ts'
import { accountSettingsSchema } from '#shared/vendors/index.ts'
import { testAccount } from '#test/support/desk.ts'

const item = {
  accountId: 'a',
  attachmentId: 'file',
  boundOrigin: 'https://api.billink.nl',
  kind: 'dispute.create',
  payload: {},
} as StoredSubmission
const record = {
  id: 'file',
  name: 'bon.pdf',
  format: 'pdf',
  bytes: 3,
  sha256: '',
  sealed: true,
  doubt: null,
  createdAt: '',
} as const

const prepare = (changes: Partial<PreparationDeps> = {}, changed: Partial<StoredSubmission> = {}) =>
  preparation({
    accounts: { get: () => testAccount('a', 'billink'), has: () => true },
    attachments: { get: () => record },
    vault: {
      read: async function* () {
        yield new Uint8Array(3)
      },
    },
    endpointOf: ({ settings }) => settings.url,
    secretFor: () => Promise.resolve({ ok: true, secret: 'geheim' }),
    ...changes,
  })({ ...item, ...changed })

const failing = (reason: VaultFailure['reason']): PreparationDeps['vault'] => ({
  read: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new VaultFailure(reason, 'file')) }) }),
})

describe('before an item leaves', () => {
  test('an address that the organisation does not allow holds it, and no key is asked for', async () => {
    let asked = 0
    const secretFor: PreparationDeps['secretFor'] = () => {
      asked += 1
      return Promise.resolve({ ok: true, secret: 'geheim' })
    }
    const held = await prepare({ notAllowed: () => 'host', secretFor })
    expect(held).toEqual({ ready: false, state: 'held', reason: { id: 'outbox.hostNotAllowed' } })
    expect(asked).toBe(0)
  })

  test('key, file and address are gathered', async () => {
    expect(await prepare()).toMatchObject({
      ready: true,
      order: {
        secret: 'geheim',
        destination: { url: 'https://api.billink.nl/dispute', username: 'winkel' },
        file: { name: 'bon.pdf', bytes: 3 },
      },
      request: { method: 'POST', host: 'api.billink.nl' },
    })
  })

  test('an account stored before it could choose how to spell the ID goes by the document, and one that chose as it says', async () => {
    const stored = testAccount('a', 'billink')
    const { settings } = stored
    const choosing = { ...stored, settings: accountSettingsSchema.parse({ ...settings, idField: 'billinkID' }) }
    const spellings = [stored, choosing].map((account) => prepare({ accounts: { get: () => account, has: () => true } }))
    const [before, chosen] = await Promise.all(spellings)
    expect(before).not.toHaveProperty('order.destination.idField')
    expect(chosen).toMatchObject({ order: { destination: { idField: 'billinkID' } } })
    expect(accountSettingsSchema.safeParse({ ...settings, idField: 'id' }).success).toBe(false)
  })

  test('an account that points elsewhere since then sends nothing and asks', async () => {
    expect(await prepare({}, { boundOrigin: 'https://elders.example' })).toMatchObject({
      ready: false,
      state: 'asks',
      reason: { id: 'outbox.accountMoved' },
    })
  })

  test.each([
    ['missing', 'outbox.keyMissing'],
    ['locked', 'outbox.keyLocked'],
    ['denied', 'outbox.keyDenied'],
    ['no-keychain', 'outbox.noKeychain'],
  ] as const)('a key that is %s holds the item with its own sentence', async (state, id) => {
    const secretFor = () => Promise.resolve({ ok: false, state } as const)
    expect(await prepare({ secretFor })).toMatchObject({ ready: false, state: 'held', reason: { id } })
  })

  test('a lost file gives the item back to be mended, and a locked keychain is no lost file', async () => {
    expect(await prepare({ vault: failing('lost') })).toMatchObject({
      ready: false,
      state: 'rejected',
      reason: { id: 'outbox.fileLost' },
    })
    expect(await prepare({ vault: failing('locked') })).toMatchObject({
      ready: false,
      state: 'held',
      reason: { id: 'outbox.keyLocked' },
    })
  })

  test('a disk that fails is no lost file: the outbox tries again', async () => {
    await expect(prepare({ vault: failing('disk-refused') })).rejects.toThrow(VaultFailure)
  })
})
