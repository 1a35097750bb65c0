import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { lacksSessionBus, troubleOf } from '#main/storage/keychain-errors.ts'
import { createKeychain } from '#main/storage/keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

/** keytar's three calls on a Map, as macOS and Windows give them: "nothing there" means just that. */
function fakeKeytar(entries = new Map<string, string>()) {
  return {
    getPassword: async (_service: string, entry: string) => entries.get(entry) ?? null,
    setPassword: async (_service: string, entry: string, secret: string) => void entries.set(entry, secret),
    deletePassword: async (_service: string, entry: string) => entries.delete(entry),
  }
}

const never = () => new Promise<never>(() => undefined)

describe('the sentences of the systems', () => {
  test.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'no-keychain'],
    ['Could not connect: No such file or directory', 'no-keychain'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'no-keychain'],
    ['No keychain is available. You may need to restart your computer.', 'no-keychain'],
    ['A default keychain could not be found.', 'no-keychain'],
    ['A specified logon session does not exist. It may already have been terminated.', 'no-keychain'],
    ['Een opgegeven aanmeldingssessie bestaat niet. Deze is mogelijk al beëindigd.', 'no-keychain'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['The user name or passphrase you entered is not correct.', 'locked'],
    ['GDBus.Error:org.freedesktop.DBus.Error.NoReply: Did not receive a reply', 'locked'],
    ['Rejected send message, 2 matched rules; type="method_call"', 'denied'],
    ['An AppArmor policy prevents this sender from sending this message to this recipient', 'denied'],
    ['User canceled the operation.', 'denied'],
    ["A required entitlement isn't present.", 'denied'],
    ['Toegang geweigerd.', 'denied'],
    ['Something nobody has seen before', 'denied'],
  ])('%s → %s', (sentence, state) => {
    expect(troubleOf(sentence)).toBe(state)
  })
})

describe('a session without a bus', () => {
  test('is known before keytar is asked', async () => {
    const folder = await temporaryFolder()
    const load = vi.fn(async () => fakeKeytar())
    const keychain = createKeychain({ platform: 'linux', env: { XDG_RUNTIME_DIR: folder }, load })
    expect(await keychain.read('a')).toMatchObject({ state: 'no-keychain' })
    expect(load).not.toHaveBeenCalled()
  })

  test('an address counts only where its socket is there', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'run'))
    await writeFile(join(folder, 'run', 'bus'), '')
    expect(lacksSessionBus('linux', {})).toBe(true)
    expect(lacksSessionBus('linux', { XDG_RUNTIME_DIR: join(folder, 'run') })).toBe(false)
    expect(lacksSessionBus('linux', { DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/run/bus,guid=1` })).toBe(false)
    expect(lacksSessionBus('linux', { DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/gone` })).toBe(true)
    expect(lacksSessionBus('linux', { DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/dbus-x' })).toBe(false)
    expect(lacksSessionBus('darwin', {})).toBe(false)
  })
})

describe('the keychain', () => {
  test('keytar itself loads with its three calls under Node', async () => {
    const folder = await temporaryFolder()
    const keychain = createKeychain({
      env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}` },
      platform: 'linux',
      timeoutMs: 10_000,
    })
    // The address is there but no bus listens: what answers is keytar, not our own check.
    expect(await keychain.read('a')).toMatchObject({
      state: expect.stringMatching(/no-keychain|denied/),
      detail: expect.not.stringContaining('is not a function'),
    })
  })

  test('a keytar that cannot be loaded is a broken installation and no lack of a keychain: logged with its words, and tried again later', async () => {
    const load = vi
      .fn(async () => fakeKeytar())
      .mockRejectedValueOnce(new Error('libsecret-1.so.0: cannot open shared object file'))
    const log = vi.fn()
    const keychain = createKeychain({ platform: 'darwin', load, log })
    const detail = 'libsecret-1.so.0: cannot open shared object file'
    expect(await keychain.read('a')).toEqual({ state: 'broken', detail })
    expect(keychain.detail()).toBe(detail)
    expect(log).toHaveBeenCalledExactlyOnceWith('The keychain is broken', detail)
    expect(await keychain.read('a')).toEqual({ state: 'missing' })
    expect(keychain.detail()).toBeNull()
  })

  test('a computer without a keychain is no trouble for the log: it is said on screen', async () => {
    const log = vi.fn()
    const keychain = createKeychain({ platform: 'linux', env: {}, load: async () => fakeKeytar(), log })
    expect(await keychain.read('a')).toMatchObject({ state: 'no-keychain' })
    expect(log).not.toHaveBeenCalled()
  })

  test('a question nobody answers is given up as locked; the next waits its turn and is not stacked', async () => {
    const getPassword = vi.fn(never)
    const keychain = createKeychain({ platform: 'darwin', load: async () => ({ ...fakeKeytar(), getPassword }), timeoutMs: 30 })
    expect(await Promise.all([keychain.read('a'), keychain.read('b')])).toMatchObject([{ state: 'locked' }, { state: 'locked' }])
    expect(getPassword).toHaveBeenCalledTimes(1)
  })

  test('a write that was given up before its turn is never done', async () => {
    const entries = new Map<string, string>()
    const first = Promise.withResolvers<null>()
    const keytar = { ...fakeKeytar(entries), getPassword: () => first.promise }
    const keychain = createKeychain({ platform: 'darwin', load: async () => keytar, timeoutMs: 30 })
    const answers = await Promise.all([keychain.read('a'), keychain.write('a', 'laat')])
    expect(answers).toMatchObject([{ state: 'locked' }, { state: 'locked' }])
    first.resolve(null)
    await keychain.remove('b')
    expect([...entries]).toEqual([])
  })

  test('a dismissed question is not brought back by a screen that wants to know the state', async () => {
    const setPassword = vi.fn(async () => {
      throw new Error('Cannot create an item in a locked collection')
    })
    const keytar = { ...fakeKeytar(), setPassword }
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'bus'), '')
    const keychain = createKeychain({ platform: 'linux', env: { XDG_RUNTIME_DIR: folder }, load: async () => keytar })
    expect([await keychain.state(), await keychain.state()]).toEqual(['locked', 'locked'])
    expect(setPassword).toHaveBeenCalledTimes(1)
  })

  test('the state follows what was last seen', async () => {
    const entries = new Map([['a', 'geheim']])
    const getPassword = vi
      .fn(async () => null as string | null)
      .mockRejectedValueOnce(new Error('User interaction is not allowed.'))
    const keychain = createKeychain({ platform: 'darwin', load: async () => ({ ...fakeKeytar(entries), getPassword }) })
    expect(await keychain.state()).toBe('locked')
    await keychain.write('b', 'x')
    expect(await keychain.state()).toBe('available')
  })
})
