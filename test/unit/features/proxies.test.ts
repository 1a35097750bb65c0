import { describe, expect, test } from 'vitest'
import { contract } from '#shared/ipc/contract.ts'
import { bulkDesk, notesOn } from '#test/support/bulk-desk.ts'
import { answers } from '#test/support/played-vendor.ts'

const proxy = 'http://proxy.kantoor.example:8080'
const given = { proxy, userName: 'jan', password: 'Zeer-geheim-1' }

/** A desk whose proxy asked for a password, with a note that waits because of it. */
async function waiting() {
  const desk = await bulkDesk()
  await desk.desk.start()
  desk.vendor.answer = () => answers.isBehindPassword()
  await desk.fileNote(50)
  await desk.until('it was tried', () => desk.vendor.tries.length === 1)
  await desk.until('it waits', async () => (await desk.handlers.outbox.counts(undefined)).waiting === 1)
  await desk.signIns.challenged(proxy, { tried: null, takesBasic: true })
  desk.signIns.ask(proxy)
  return desk
}

describe('a proxy that wants a password', () => {
  test('is told to the screens, and what waited leaves as soon as there is one', async () => {
    const desk = await waiting()
    expect(await desk.handlers.proxies.list(undefined)).toEqual([{ proxy, state: 'asks', kept: null }])
    desk.vendor.answer = () => answers.accepts()
    const view = await desk.handlers.proxies.signIn(given)
    await desk.until('it was sent', () => desk.vendor.tries.length === 2)
    await desk.until('nothing waits', async () => (await desk.handlers.outbox.counts(undefined)).waiting === 0)
    expect(view).toEqual({ proxy, state: 'signed-in', kept: 'keychain' })
    expect(JSON.stringify([view, await desk.handlers.proxies.list(undefined), desk.told])).not.toMatch(/geheim|jan/)
  })

  test('a run that it paused goes on when the person says so', async () => {
    const desk = await waiting()
    desk.vendor.answer = () => answers.isBehindPassword()
    const id = await desk.started(notesOn(20))
    await desk.reaches(id, 'paused')
    desk.vendor.answer = () => answers.accepts()
    await desk.handlers.proxies.signIn(given)
    await desk.bulk.resume({ runId: id })
    await desk.reaches(id, 'done')
    expect(await desk.progress(id)).toMatchObject({ sent: 20 })
  })

  test('a password is erased, and one that the keychain holds on to is not said to be', async () => {
    const desk = await waiting()
    await desk.handlers.proxies.signIn(given)
    desk.keychain.now = 'locked'
    await expect(Promise.resolve(desk.handlers.proxies.signOut({ proxy }))).rejects.toThrow('proxy.eraseFailed')
    desk.keychain.now = 'available'
    await desk.handlers.proxies.signOut({ proxy })
    expect(desk.keychain.entries.has(`proxy/${proxy}`)).toBe(false)
  })

  test('one that never asked is given nothing', async () => {
    const desk = await waiting()
    const elsewhere = { ...given, proxy: 'http://elders.example:8080' }
    await expect(Promise.resolve(desk.handlers.proxies.signIn(elsewhere))).rejects.toThrow('failure.gone')
    expect(JSON.stringify([...desk.keychain.entries])).not.toContain('elders')
  })

  test.each([
    ['no name', { userName: ' ' }, 'userName', 'validation.required'],
    ['a colon in the name', { userName: 'KANTOOR:jan' }, 'userName', 'validation.proxyUser'],
    ['no password', { password: '' }, 'password', 'validation.required'],
    ['a line break in the password', { password: 'a\nb' }, 'password', 'validation.proxyPassword'],
  ])('%s is said at its field', (_, changes, field, message) => {
    const { error } = contract.proxies.signIn.input.safeParse({ ...given, ...changes })
    expect(error?.issues.map(({ path, message: id }) => [path.join('.'), id])).toEqual([[field, message]])
  })
})
