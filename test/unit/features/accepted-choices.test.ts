import { afterEach, describe, expect, test } from 'vitest'
import { acceptedChoices } from '#main/features/accounts/accepted-choices.ts'
import { mainVendorOf } from '#main/vendors/index.ts'
import { testDesk, vendor, type TestDesk } from '#test/support/desk.ts'

let desk: TestDesk
afterEach(() => desk.close())

/** Files a dispute with a category the account does not have; answers with what its list has gained then. */
async function learnt(answer: Parameters<TestDesk['whenAsked']>[0], arrivesByWord = false): Promise<string[]> {
  desk = testDesk({ holdSeconds: 0 })
  const learn = acceptedChoices({ accounts: desk.accounts, records: desk.records, vendorOf: mainVendorOf })
  const account = desk.accounts.get('billink')
  if (account?.settings.kind !== 'billink') throw new Error('no account')
  const before = account.settings.categories
  desk.whenAsked(answer)
  const draftId = desk.draftDispute()
  const draft = desk.drafts.get(draftId)
  if (draft?.kind !== 'dispute') throw new Error('no draft')
  desk.drafts.saveFields(draftId, draft.revision + 1, { ...draft.fields, category: 'garantie' }, desk.clock.now())
  desk.outbox.start()
  const { id } = desk.file(draftId)
  await expect.poll(() => desk.outbox.underWay).toBe(0)
  if (arrivesByWord) desk.person.decide(id, 'arrived', null)
  learn([id])
  learn([id])
  const after = desk.accounts.get('billink')?.settings
  return after?.kind === 'billink' ? after.categories.slice(before.length).map(({ id: value }) => value) : []
}

describe('an account', () => {
  test('learns a category once Billink accepted a dispute with it', async () => {
    expect(await learnt(() => vendor.accepts())).toEqual(['garantie'])
  })

  test.each([
    ['refused', () => vendor.refuses()],
    ['did not answer', () => vendor.isSilent()],
    ['could not be reached', () => vendor.isUnreachable()],
  ])('does not where Billink %s', async (_what, answer) => {
    expect(await learnt(answer)).toEqual([])
  })

  test('is read and written once for many items that it learns from', async () => {
    desk = testDesk({ holdSeconds: 0 })
    const filed = ['garantie', 'retour', 'schade'].map((category) => {
      const draftId = desk.draftDispute()
      const draft = desk.drafts.get(draftId)
      if (draft?.kind !== 'dispute') throw new Error('no draft')
      desk.drafts.saveFields(draftId, draft.revision + 1, { ...draft.fields, category }, desk.clock.now())
      return desk.file(draftId).id
    })
    desk.outbox.start()
    await expect.poll(() => filed.map((id) => desk.stateOf(id))).toEqual(['sent', 'sent', 'sent'])
    const calls: string[] = []
    const accounts = {
      get: (id: string) => (calls.push('get'), desk.accounts.get(id)),
      save: (account: Parameters<typeof desk.accounts.save>[0]) => (calls.push('save'), desk.accounts.save(account)),
    }
    acceptedChoices({ accounts, records: desk.records, vendorOf: mainVendorOf })(filed)
    expect(calls).toEqual(['get', 'save'])
    expect(JSON.stringify(desk.accounts.get('billink')?.settings)).toMatch(/garantie.*retour.*schade/)
  })

  test('does not where a person alone says that it arrived', async () => {
    expect(await learnt(() => vendor.isSilent(), true)).toEqual([])
  })
})
