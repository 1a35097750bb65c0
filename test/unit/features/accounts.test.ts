import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { accounts, type AccountsDeps } from '#main/features/accounts/index.ts'
import { makePracticeAccounts } from '#main/features/accounts/practice-accounts.ts'
import { createSecretFor } from '#main/features/accounts/secret-for.ts'
import { createAccountSecrets } from '#main/features/accounts/secrets.ts'
import { AppFailure } from '#main/ipc/failure.ts'
import { accountRecords } from '#main/storage/account-records.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { createSessionSecrets } from '#main/storage/session-secrets.ts'
import type { Order, Outcome } from '#main/upstream/types.ts'
import { accountSchema } from '#shared/domain/account.ts'
import { accountSettingsSchema, type AccountSettings } from '#shared/vendors/index.ts'
import { newBillinkSettings } from '#shared/vendors/billink/settings.ts'
import { newDigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import type { StoredAccount } from '#main/storage/account-records.ts'
import { checkAccount } from '#main/vendors/digiwallet/check-account.ts'
import type { VendorDeps } from '#main/vendors/vendor.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const key = 'sleutel-0123456789'
const billink: AccountSettings = {
  ...newBillinkSettings(),
  name: 'Winkel',
  username: 'winkel',
  url: 'https://api.billink.nl/v3/dispute',
}
const digiwallet: AccountSettings = { ...newDigiwalletSettings(), name: 'Winkel' }
const practice: AccountSettings = {
  ...newBillinkSettings(),
  name: 'Oefenen',
  username: 'oefen',
  environment: 'practice',
  url: null,
}

async function office(policy: Pick<AccountsDeps, 'notAllowed' | 'isOrganisations' | 'maxFileMegabytes'> = {}) {
  const folder = await temporaryFolder()
  const ledger = openLedger(join(folder, 'ledger.sqlite'))
  onTestFinished(() => ledger.close())
  const records = accountRecords(ledger)
  const keychain = new FakeKeychain()
  const confirmHost = vi.fn<AccountsDeps['confirmHost']>(async () => true)
  const tryOrder = vi.fn<VendorDeps['tryOrder']>()
  const onChange = vi.fn()
  const items = { unfinished: 0, held: 0 }
  /** The app as it is after a start: the keychain and the ledger stay, memory does not. */
  const start = () => {
    const secrets = createAccountSecrets({ keychain, session: createSessionSecrets(), remembered: createSessionSecrets() })
    const secretFor = createSecretFor({ secrets, records, practiceSecret: (kind) => `openbaar-${kind}` })
    const handlers = accounts({
      records,
      secrets,
      secretFor,
      endpointOf: ({ settings }) => settings.url ?? 'http://127.0.0.1:4000/dispute',
      ...policy,
      confirmHost,
      unfinishedItems: () => items.unfinished,
      heldItems: () => items.held,
      onChange,
    })
    const make = async (settings: AccountSettings) => {
      const account = await handlers.save({ accountId: null, settings })
      if (!account) throw new Error('Not made')
      return account
    }
    const secretOf = (id: string) => {
      const account = records.get(id)
      return account ? secretFor(account) : null
    }
    const endpointOf = ({ settings }: StoredAccount) => settings.url
    const check = (input: Parameters<typeof checkAccount>[1]) =>
      checkAccount({ accounts: records, endpointOf, secretFor, tryOrder }, input)
    return { handlers, make, secretOf, check }
  }
  return { records, keychain, confirmHost, tryOrder, onChange, items, start, ...start() }
}

async function refusalOf(work: unknown): Promise<{ id: string; fields: string[]; values?: unknown }> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof AppFailure) || !('id' in error.failure.message)) throw error
    const { message, fields = {} } = error.failure
    return { id: message.id, fields: Object.keys(fields), ...(message.values ? { values: message.values } : {}) }
  }
  throw new Error('Expected a refusal')
}

describe('first start', () => {
  const outlets = [{ id: '12345', label: 'Oefenwinkel', testMode: false }]
  const examples = { billink: { username: 'oefenwinkel' }, digiwallet: { outlets }, mollie: { mode: 'test' as const } }

  test('makes a practice account of each kind that needs nothing filled in', async () => {
    const { records, handlers } = await office()
    const at = new Date(0)
    const made = makePracticeAccounts(
      records,
      (vendor) => examples[vendor],
      // All of them within a moment, as on a fast computer.
      () => at,
    )
    const list = await handlers.list(undefined)
    expect(list.map(({ settings }) => settings)).toMatchObject([
      { kind: 'billink', environment: 'practice', name: 'Oefenwinkel', url: null, username: 'oefenwinkel', maxFileMegabytes: 10 },
      { kind: 'digiwallet', environment: 'practice', name: 'Oefenwinkel', url: null, outlets },
      { kind: 'mollie', environment: 'practice', name: 'Oefenwinkel', url: null, mode: 'test' },
    ])
    expect(list.map(({ id }) => id)).toEqual([made?.billink, made?.digiwallet, made?.mollie])
    for (const { settings, secret } of list) {
      expect(accountSettingsSchema.safeParse(settings).success).toBe(true)
      expect(secret).toEqual({ state: 'public', lastFour: null })
    }
  })

  test('makes none where there is one already', async () => {
    const { records, make } = await office()
    await make(digiwallet)
    expect(makePracticeAccounts(records, (vendor) => examples[vendor])).toBeNull()
    expect(records.list()).toHaveLength(1)
  })
})

describe('an account', () => {
  test('is what the contract promises a screen, and nothing of its key', async () => {
    const { make, handlers, items } = await office()
    const { id } = await make(billink)
    items.held = 3
    const account = await handlers.setSecret({ accountId: id, secret: key })
    expect(accountSchema.parse(account)).toEqual(account)
    expect(account).toMatchObject({ endpoint: billink.url, heldItems: 3, secret: { state: 'stored', lastFour: '6789' } })
    expect(JSON.stringify(await handlers.list(undefined))).not.toContain('sleutel-')
  })

  test('can be changed, and tells so', async () => {
    const { make, handlers, onChange } = await office()
    const { id } = await make(billink)
    onChange.mockClear()
    const changed = await handlers.save({ accountId: id, settings: { ...billink, name: 'Andere naam' } })
    expect(changed).toMatchObject({ id, settings: { name: 'Andere naam' } })
    expect(onChange).toHaveBeenCalledTimes(1)
  })

  test('stays with its vendor and its environment', async () => {
    const { make, handlers } = await office()
    const { id } = await make(billink)
    expect(await refusalOf(handlers.save({ accountId: id, settings: digiwallet }))).toEqual({
      id: 'account.kindFixed',
      fields: ['kind'],
    })
    expect(await refusalOf(handlers.save({ accountId: id, settings: { ...billink, environment: 'staging' } }))).toEqual({
      id: 'account.environmentFixed',
      fields: ['environment'],
    })
    const { id: practiceId } = await make(practice)
    expect(await refusalOf(handlers.save({ accountId: practiceId, settings: billink }))).toMatchObject({
      id: 'account.environmentFixed',
    })
  })

  test('is not removed while it has unfinished items; afterwards it is gone, its key too', async () => {
    const { make, handlers, items, records, keychain } = await office()
    const { id } = await make(billink)
    await handlers.setSecret({ accountId: id, secret: key })
    items.unfinished = 2
    expect(await refusalOf(handlers.remove({ accountId: id }))).toEqual({
      id: 'account.unfinishedItems',
      fields: [],
      values: { count: 2 },
    })
    items.unfinished = 0
    await handlers.remove({ accountId: id })
    expect(await handlers.list(undefined)).toEqual([])
    expect(records.get(id)).toMatchObject({ archivedAt: expect.any(String), secretOrigin: null, secretLastFour: null })
    expect([...keychain.entries]).toEqual([])
    expect(await refusalOf(handlers.save({ accountId: id, settings: billink }))).toMatchObject({ id: 'failure.gone' })
  })
})

describe('a host that is not the vendor’s', () => {
  test.each([
    ['host', 'url', 'account.hostNotAllowed'],
    ['production', 'environment', 'account.productionNotAllowed'],
  ] as const)(
    'or an account that the organisation does not allow is refused at its field, and nobody is asked: %s',
    async (why, field, id) => {
      const { make, confirmHost, records } = await office({ notAllowed: () => why })
      await expect(make(billink)).rejects.toMatchObject({ failure: { fields: { [field]: [{ id }] } } })
      expect(confirmHost).not.toHaveBeenCalled()
      expect(records.list()).toEqual([])
    },
  )

  test.each([
    ['https://api.billink.nl/dispute', null],
    ['https://api-staging.billink.nl/dispute', null],
    ['https://billink.nl/x', null],
    ['https://API.BILLINK.NL', null],
    // Another vendor's is not this one's.
    ['https://api.digiwallet.nl', 'api.digiwallet.nl'],
    ['https://evilbillink.nl/dispute', 'evilbillink.nl'],
    ['https://billink.nl.evil.example/dispute', 'billink.nl.evil.example'],
    ['https://billink.nl.:8443/', 'billink.nl.:8443'],
    ['https://bıllink.nl/', 'xn--bllink-p9a.nl'],
    ['https://127.0.0.1/', '127.0.0.1'],
  ])('%s: asked about %s', async (url, host) => {
    const { make, confirmHost } = await office()
    await make({ ...billink, url })
    expect(confirmHost.mock.calls).toEqual(host === null ? [] : [[{ host, accountName: 'Winkel', kind: 'billink' }]])
  })

  test('practice on this computer is not asked about', async () => {
    const { make, confirmHost } = await office()
    await make(practice)
    await make({ ...practice, url: 'http://localhost:8080/dispute' })
    expect(confirmHost).not.toHaveBeenCalled()
  })

  test('“no” changes nothing and keeps the key; the same host again is not asked about', async () => {
    const { make, handlers, confirmHost, records, secretOf } = await office()
    const { id } = await make(billink)
    await handlers.setSecret({ accountId: id, secret: key })
    const before = records.get(id)
    confirmHost.mockResolvedValueOnce(false)
    expect(await handlers.save({ accountId: id, settings: { ...billink, url: 'https://proxy.example/d' } })).toBeNull()
    expect(records.get(id)).toEqual(before)
    expect(await secretOf(id)).toEqual({ ok: true, secret: key })
    await handlers.save({ accountId: id, settings: { ...billink, url: 'https://proxy.example/d' } })
    await handlers.save({ accountId: id, settings: { ...billink, url: 'https://proxy.example/e' } })
    expect(confirmHost).toHaveBeenCalledTimes(2)
    confirmHost.mockResolvedValueOnce(false)
    expect(await handlers.save({ accountId: null, settings: { ...billink, url: 'https://proxy.example/d' } })).toBeNull()
    expect(records.list()).toHaveLength(1)
  })
})

describe('a key', () => {
  test('is in the keychain and nowhere else, and is there after a restart', async () => {
    const { make, handlers, records, keychain, start } = await office()
    const { id } = await make(digiwallet)
    await handlers.setSecret({ accountId: id, secret: key })
    expect([...keychain.entries.values()]).toEqual([key])
    expect(JSON.stringify(records.get(id))).not.toContain(key)
    const later = start()
    expect(await later.secretOf(id)).toEqual({ ok: true, secret: key })
    expect(await later.handlers.list(undefined)).toMatchObject([{ secret: { state: 'stored', lastFour: '6789' } }])
  })

  test('is asked of the keychain once a session, not once an item', async () => {
    const { make, handlers, keychain, start } = await office()
    const { id } = await make(digiwallet)
    await handlers.setSecret({ accountId: id, secret: key })
    const { secretOf } = start()
    keychain.asked = 0
    for (let count = 0; count < 10; count += 1) await secretOf(id)
    expect(keychain.asked).toBe(1)
  })

  test('can be replaced and removed', async () => {
    const { make, handlers, keychain, secretOf } = await office()
    const { id } = await make(digiwallet)
    await handlers.setSecret({ accountId: id, secret: key })
    await handlers.setSecret({ accountId: id, secret: 'een-andere-sleutel-4321' })
    expect(await secretOf(id)).toEqual({ ok: true, secret: 'een-andere-sleutel-4321' })
    expect(keychain.entries.size).toBe(1)
    expect(await handlers.removeSecret({ accountId: id })).toMatchObject({ secret: { state: 'missing', lastFour: null } })
    expect(keychain.entries.size).toBe(0)
    expect(await secretOf(id)).toEqual({ ok: false, state: 'missing' })
  })

  test('shows its last four characters only where enough of it stays hidden', async () => {
    const { make, handlers } = await office()
    const { id } = await make(digiwallet)
    expect(await handlers.setSecret({ accountId: id, secret: 'abcdefghijk' })).toMatchObject({
      secret: { state: 'stored', lastFour: null },
    })
    expect(await handlers.setSecret({ accountId: id, secret: 'abcdefghijkl' })).toMatchObject({ secret: { lastFour: 'ijkl' } })
  })

  const moves = [
    ['another host', 'https://api-staging.billink.nl/v3/dispute'],
    ['another port', 'https://api.billink.nl:8443/v3/dispute'],
  ] as const
  test.each(moves)('%s erases it, from the keychain too, and going back does not bring it back', async (_name, url) => {
    const { make, handlers, keychain, secretOf } = await office()
    const { id } = await make(billink)
    await handlers.setSecret({ accountId: id, secret: key })
    const moved = await handlers.save({ accountId: id, settings: { ...billink, url } })
    expect(moved?.secret).toEqual({ state: 'missing', lastFour: null })
    expect(keychain.entries.size).toBe(0)
    await handlers.save({ accountId: id, settings: billink })
    expect(await secretOf(id)).toEqual({ ok: false, state: 'missing' })
  })

  test('another scheme erases it', async () => {
    const { make, handlers, keychain, records } = await office()
    const { id } = await make(digiwallet)
    await handlers.setSecret({ accountId: id, secret: key })
    // The schema lets no http: through; the binding does not lean on that.
    await handlers.save({ accountId: id, settings: { ...digiwallet, url: 'http://api.digiwallet.nl' } })
    expect(keychain.entries.size).toBe(0)
    expect(records.get(id)).toMatchObject({ secretOrigin: null, secretLastFour: null })
  })

  test('another path keeps it', async () => {
    const { make, handlers, secretOf } = await office()
    const { id } = await make(billink)
    await handlers.setSecret({ accountId: id, secret: key })
    await handlers.save({ accountId: id, settings: { ...billink, url: 'https://api.billink.nl/v4/dispute' } })
    expect(await secretOf(id)).toEqual({ ok: true, secret: key })
  })

  test('of one origin is never read for another, even where the ledger was tampered with', async () => {
    const { make, handlers, records, start } = await office()
    const { id } = await make(billink)
    await handlers.setSecret({ accountId: id, secret: key })
    const stored = records.get(id)
    if (!stored) throw new Error('Not stored')
    const settings = { ...stored.settings, url: 'https://evil.example/dispute' }
    records.save({ ...stored, settings, secretOrigin: 'https://evil.example' })
    expect(await start().secretOf(id)).toEqual({ ok: false, state: 'missing' })
  })

  test.each(['locked', 'denied'] as const)('cannot be erased while the keychain is %s: then nothing changes', async (state) => {
    const { make, handlers, keychain, records } = await office()
    const { id } = await make(billink)
    await handlers.setSecret({ accountId: id, secret: key })
    const before = records.get(id)
    keychain.now = state
    const expected = { id: state === 'locked' ? 'account.eraseLocked' : 'account.eraseDenied' }
    expect(
      await refusalOf(handlers.save({ accountId: id, settings: { ...billink, url: 'https://x.billink.nl/d' } })),
    ).toMatchObject(expected)
    expect(await refusalOf(handlers.removeSecret({ accountId: id }))).toMatchObject(expected)
    expect(await refusalOf(handlers.remove({ accountId: id }))).toMatchObject(expected)
    expect(records.get(id)).toEqual(before)
  })

  test('that someone took out of the keychain is said to be missing', async () => {
    const { make, handlers, keychain, start } = await office()
    const { id } = await make(digiwallet)
    await handlers.setSecret({ accountId: id, secret: key })
    keychain.entries.clear()
    const later = start()
    expect(await later.secretOf(id)).toEqual({ ok: false, state: 'missing' })
    expect(await later.handlers.list(undefined)).toMatchObject([{ secret: { state: 'missing', lastFour: null } }])
  })

  test.each([
    ['digiwallet', 'een sleutel met spaties'],
    ['digiwallet', 'sleutel\u00A0met-nbsp'],
    ['digiwallet', 'sleutel\r\nX-Header: 1'],
    ['billink', 'regel\neinde'],
    ['billink', 'onzichtbaar\u200Bteken'],
  ])('of %s that could not be sent is refused: %j', async (kind, secret) => {
    const { make, handlers, keychain } = await office()
    const { id } = await make(kind === 'billink' ? billink : digiwallet)
    expect(await refusalOf(handlers.setSecret({ accountId: id, secret }))).toEqual({
      id: 'account.secretCharacters',
      fields: ['secret'],
    })
    expect(keychain.entries.size).toBe(0)
  })

  test('of a practice account is the public one and never touches the keychain', async () => {
    const { make, handlers, keychain, secretOf } = await office()
    keychain.now = 'locked'
    const { id } = await make(practice)
    expect(await secretOf(id)).toEqual({ ok: true, secret: 'openbaar-billink' })
    expect(await refusalOf(handlers.setSecret({ accountId: id, secret: key }))).toEqual({
      id: 'account.practiceKey',
      fields: ['secret'],
    })
    await handlers.save({ accountId: id, settings: { ...practice, url: 'http://127.0.0.1:8080/d' } })
    await handlers.removeSecret({ accountId: id })
    await handlers.remove({ accountId: id })
    expect(keychain.asked).toBe(0)
  })
})

describe('without a keychain', () => {
  test('a key lives for this session only', async () => {
    const { make, handlers, keychain, secretOf, records, start } = await office()
    keychain.now = 'no-keychain'
    const { id, secret } = await make(digiwallet)
    expect(secret).toEqual({ state: 'no-keychain', lastFour: null })
    expect(await handlers.setSecret({ accountId: id, secret: key })).toMatchObject({
      secret: { state: 'session', lastFour: '6789' },
    })
    expect(await secretOf(id)).toEqual({ ok: true, secret: key })
    expect(records.get(id)).toMatchObject({ secretOrigin: null, secretLastFour: null })
    const later = start()
    expect(await later.secretOf(id)).toEqual({ ok: false, state: 'no-keychain' })
    expect(await later.handlers.list(undefined)).toMatchObject([{ secret: { state: 'no-keychain', lastFour: null } }])
  })

  test('it goes with its origin as well', async () => {
    const { make, handlers, keychain, secretOf } = await office()
    keychain.now = 'no-keychain'
    const { id } = await make(billink)
    await handlers.setSecret({ accountId: id, secret: key })
    await handlers.save({ accountId: id, settings: { ...billink, url: 'https://x.billink.nl/d' } })
    await handlers.save({ accountId: id, settings: billink })
    expect(await secretOf(id)).toEqual({ ok: false, state: 'no-keychain' })
  })

  test.each(['locked', 'denied'] as const)(
    '%s is not “without”: the key is refused with what to do, not kept in memory',
    async (state) => {
      const { make, handlers, keychain, secretOf } = await office()
      const { id } = await make(digiwallet)
      keychain.now = state
      expect(await refusalOf(handlers.setSecret({ accountId: id, secret: key }))).toEqual({
        id: `account.secret.${state}`,
        fields: ['secret'],
      })
      expect(await secretOf(id)).toEqual({ ok: false, state })
    },
  )

  test.each(['no-keychain', 'locked', 'denied'] as const)(
    'a stored key keeps its last four while the keychain is %s',
    async (state) => {
      const { make, handlers, keychain, start } = await office()
      const { id } = await make(digiwallet)
      await handlers.setSecret({ accountId: id, secret: key })
      keychain.now = state
      expect(await start().handlers.list(undefined)).toMatchObject([{ secret: { state, lastFour: '6789' } }])
    },
  )
})

describe('checking an account', () => {
  const sale = { outletID: '12345', saleID: '00012', paymentMethodCode: 'IDE' } as const
  const outcome = (state: Outcome['state'], extra: Partial<Outcome> = {}): Outcome => ({
    state,
    reason: { text: state },
    retryAfterMs: null,
    asks: false,
    number: null,
    head: [],
    fields: {},
    ...extra,
  })

  test('creates one test note on the chosen sale and deletes it', async () => {
    const { make, handlers, tryOrder, check } = await office()
    const { id } = await make(digiwallet)
    await handlers.setSecret({ accountId: id, secret: key })
    tryOrder.mockResolvedValue(outcome('sent'))
    expect(await check({ accountId: id, ...sale })).toEqual({
      steps: [
        { name: 'create', ok: true, message: { id: 'account.check.created' } },
        { name: 'delete', ok: true, message: { id: 'account.check.deleted' } },
      ],
    })
    const orders = tryOrder.mock.calls.map(([order]: [Order]) => order)
    expect(orders.map(({ payload }) => payload)).toMatchObject([
      { kind: 'note', action: 'create', target: { ...sale, test: true }, text: expect.stringMatching(/./) },
      { kind: 'note', action: 'delete', target: { ...sale, test: true } },
    ])
    for (const { secret, destination, file } of orders) {
      expect({ secret, destination, file }).toEqual({
        secret: key,
        destination: { kind: 'digiwallet', url: 'https://api.digiwallet.nl', bodyFormat: 'form' },
        file: null,
      })
    }
  })

  test.each(['rejected', 'held', 'unknown', 'queued'] as const)(
    'after a create that was %s nothing more is sent',
    async (state) => {
      const { make, handlers, tryOrder, check } = await office()
      const { id } = await make(digiwallet)
      await handlers.setSecret({ accountId: id, secret: key })
      tryOrder.mockResolvedValue(outcome(state))
      expect(await check({ accountId: id, ...sale })).toEqual({
        steps: [{ name: 'create', ok: false, message: { text: state } }],
      })
      expect(tryOrder).toHaveBeenCalledTimes(1)
    },
  )

  test('the vendor’s own words come first', async () => {
    const { make, handlers, tryOrder, check } = await office()
    const { id } = await make(digiwallet)
    await handlers.setSecret({ accountId: id, secret: key })
    tryOrder
      .mockResolvedValueOnce(outcome('sent'))
      .mockResolvedValueOnce(outcome('rejected', { fields: { saleID: [{ text: 'Sale not found.' }] } }))
    const { steps } = await check({ accountId: id, ...sale })
    expect(steps).toMatchObject([{ ok: true }, { name: 'delete', ok: false, message: { text: 'Sale not found.' } }])
  })

  test('Billink has nothing harmless to try, and a missing key is said before anything is sent', async () => {
    const { make, tryOrder, check } = await office()
    const [first, second] = [await make(billink), await make(digiwallet)]
    expect(await refusalOf(check({ accountId: first.id, ...sale }))).toMatchObject({ id: 'account.check.unavailable' })
    expect(await refusalOf(check({ accountId: second.id, ...sale }))).toMatchObject({ id: 'account.secret.missing' })
    expect(tryOrder).not.toHaveBeenCalled()
  })
})

describe('an account that the organisation set', () => {
  test('says so, takes a key, and cannot be changed or removed', async () => {
    const { make, handlers, records, keychain } = await office({
      isOrganisations: (id) => records.get(id)?.settings.name === 'Winkel',
    })
    const { id } = await make(billink)
    expect(await handlers.list(undefined)).toMatchObject([{ id, isOrganisations: true }])
    expect(await refusalOf(handlers.save({ accountId: id, settings: { ...billink, name: 'Anders' } }))).toMatchObject({
      id: 'account.organisations',
    })
    expect(await refusalOf(handlers.remove({ accountId: id }))).toMatchObject({ id: 'account.organisations' })
    expect(records.get(id)).toMatchObject({ archivedAt: null, settings: { name: 'Winkel' } })
    await handlers.setSecret({ accountId: id, secret: key })
    expect(keychain.entries.size).toBe(1)
  })

  test('or one of the person’s own may have no larger files than the organisation allows', async () => {
    const { make } = await office({ maxFileMegabytes: 5 })
    await expect(make({ ...billink, maxFileMegabytes: 6 })).rejects.toMatchObject({
      failure: { fields: { maxFileMegabytes: [{ id: 'account.fileLimitSet', values: { limit: 5 } }] } },
    })
    expect(await make({ ...billink, maxFileMegabytes: 5 })).toMatchObject({
      settings: { maxFileMegabytes: 5 },
    })
  })
})
