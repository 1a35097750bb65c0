import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { policyKeys, policyNames, type PolicyName } from '#shared/domain/policy.ts'
import { defaultPreferences, type Preferences } from '#shared/domain/preferences.ts'
import { isOrganisations, notAllowed, underPolicy, viewOf } from '#main/policy/apply-policy.ts'
import { parsePolicy } from '#main/policy/parse-policy.ts'
import { prescribedRoute, sessionProxy } from '#main/policy/proxy-policy.ts'
import { policyPlaces, readPolicy, type PolicyPort } from '#main/policy/read-policy.ts'
import { parseRoutes } from '#main/upstream/routes.ts'
import type { PreferenceFile } from '#main/storage/preferences.ts'
import { policyFiles, policyFolder } from '#tools/policies/policy-files.ts'

const winkel = {
  id: 'winkel',
  kind: 'billink',
  environment: 'production',
  name: 'Winkel',
  url: 'https://api.billink.nl/dispute',
  username: 'winkel',
}
const mollie = { id: 'mollie', kind: 'mollie', environment: 'production', name: 'Mollie' }

/** What each key takes, and what an administrator may write instead. */
const values: Record<PolicyName, { right: unknown[]; wrong: unknown[] }> = {
  updates: { right: ['automatic', 'off'], wrong: ['on', 'Off', true, 0, null] },
  updateUrl: {
    right: ['https://software.example.nl/balie/'],
    wrong: ['http://software.example.nl/', 'software.example.nl', '', 7],
  },
  allowedHosts: {
    right: [['billink.nl'], ['a.billink.nl', 'digiwallet.nl'], []],
    wrong: ['billink.nl', ['https://billink.nl'], ['billink.nl:443'], ['*.billink.nl'], ['Billink NL'], [''], {}],
  },
  accounts: {
    right: [[], [winkel], [winkel, mollie], [{ ...winkel, categories: [{ id: 'a', label: 'A' }], maxFileMegabytes: 5 }]],
    wrong: [
      winkel,
      ['winkel'],
      // A key, under whatever name, is never taken from a file.
      [{ ...winkel, secret: 'geheim' }],
      [{ ...winkel, key: 'geheim' }],
      [{ ...winkel, kind: 'paypal' }],
      [{ ...winkel, environment: 'practice' }],
      [{ ...winkel, url: 'http://api.billink.nl/dispute' }],
      [{ ...winkel, url: undefined }],
      [{ ...winkel, username: '' }],
      [{ ...winkel, id: 'Winkel 1' }],
      [{ ...winkel, maxFileMegabytes: 0 }],
      [{ ...mollie, environment: 'staging' }],
      [{ ...mollie, outlets: [] }],
      [winkel, { ...winkel, name: 'Nog een' }],
    ],
  },
  productionAccounts: { right: ['any', 'organisation'], wrong: ['none', true, null] },
  maxFileMegabytes: { right: [1, 10, 100], wrong: [0, 101, 2.5, '10'] },
  maxRunRows: { right: [1, 5000, 1_000_000], wrong: [0, -1, 1_000_001, '5000'] },
  teamHosts: { right: [[], ['db.example.nl'], ['10.0.0.4']], wrong: ['db.example.nl', ['db.example.nl:5432'], [''], null] },
  exports: { right: ['allowed', 'off'], wrong: ['on', true, null] },
  proxy: {
    right: ['system', 'direct', 'http://proxy.example.nl:8080', 'https://proxy:443', 'socks5://10.0.0.1:1080'],
    wrong: ['proxy.example.nl:8080', 'http://proxy.example.nl', 'http://a:b@proxy:8080', 'socks4://a:1', 'PROXY a:1', '', 8080],
  },
  holdSeconds: { right: [0, 30, 60], wrong: [-1, 61, 1.5, '30', null] },
  language: { right: ['system', 'nl', 'en'], wrong: ['Dutch', 'NL', 1] },
  keepFilesDays: { right: [1, 30, 730], wrong: [0, 731, '30', 1.5] },
  keepTextsDays: { right: [1, 730, 2555], wrong: [0, 2556, null] },
  keepUnsentDays: { right: [1, 30], wrong: [0, 31, 'one'] },
  keepTablesDays: { right: [1, 365], wrong: [0, 366, true] },
  keepLogsDays: { right: [1, 30], wrong: [0, 31, []] },
}

const right = policyNames.flatMap((name) => values[name].right.map((value) => [name, value] as const))
const wrong = policyNames.flatMap((name) => values[name].wrong.map((value) => [name, value] as const))

describe('a policy', () => {
  test.each(right)('%s is taken as %j', (name, value) => {
    expect(parsePolicy('here', { [name]: value })).toEqual({ source: 'here', policy: { [name]: value }, troubles: [] })
  })

  test.each(wrong)('%s with %j is told, and has its safe value', (name, value) => {
    expect(parsePolicy('here', { [name]: value, holdSeconds: name === 'holdSeconds' ? value : 5 })).toMatchObject({
      policy: { [name]: policyKeys[name].safe },
      troubles: [{ kind: 'wrong-value', key: name }],
    })
  })

  test('has the same accounts on Windows, where each is a line of JSON', () => {
    const { policy, troubles } = parsePolicy('here', { accounts: [JSON.stringify(winkel), JSON.stringify(mollie)] })
    expect(policy).toEqual({ accounts: [winkel, mollie] })
    expect(troubles).toEqual([])
  })

  test('with a key that nobody knows is told, and the others hold', () => {
    expect(parsePolicy('here', { holdSecond: 30, language: 'nl' })).toEqual({
      source: 'here',
      policy: { language: 'nl' },
      troubles: [{ kind: 'unknown-key', key: 'holdSecond' }],
    })
  })

  test.each([null, [], 'text', 7])('that is %j is the safest there is', (content) => {
    const { policy, troubles } = parsePolicy('here', content)
    expect(Object.keys(policy)).toEqual(policyNames)
    expect(policy.allowedHosts).toEqual([])
    expect(troubles).toEqual([{ kind: 'unreadable', key: null }])
  })
})

describe('is read', () => {
  const absent = Object.assign(new Error('no such file'), { code: 'ENOENT' })
  const port = (change: Partial<PolicyPort>): PolicyPort => ({
    platform: 'linux',
    readText: () => Promise.reject(absent),
    run: () => Promise.reject(new Error('failed')),
    ...change,
  })

  test.each(['linux', 'darwin'] as const)('as none where there is none (%s)', async (platform) => {
    expect(await readPolicy(port({ platform }))).toMatchObject({ source: null, policy: {}, troubles: [] })
  })

  test('from /etc, with the mark that Windows’ editors put before it', async () => {
    const read = await readPolicy(port({ readText: async () => '\uFEFF{"holdSeconds": 30}' }))
    expect(read).toEqual({ source: '/etc/balie/policy.json', policy: { holdSeconds: 30 }, troubles: [] })
  })

  test.each([
    ['half a file', port({ readText: async () => '{"holdSeconds": 3' })],
    ['a file that nobody may read', port({ readText: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })) })],
    ['a plist that is none', port({ platform: 'darwin', readText: async () => 'bplist' })],
    ['a registry that nobody may read', port({ platform: 'win32' })],
  ])('as the safest from %s', async (_, system) => {
    expect(await readPolicy(system)).toMatchObject({ policy: { allowedHosts: [] }, troubles: [{ kind: 'unreadable' }] })
  })

  test('from macOS’s managed preferences', async () => {
    const asked: string[][] = []
    const run: PolicyPort['run'] = async (program, args) => {
      asked.push([program, ...args])
      return '{"updates":"off"}'
    }
    expect(await readPolicy(port({ platform: 'darwin', readText: async () => 'bplist', run }))).toMatchObject({
      policy: { updates: 'off' },
    })
    expect(asked).toEqual([['/usr/bin/plutil', '-convert', 'json', '-o', '-', policyPlaces.darwin]])
  })

  test('from Windows’ registry, numbers and lists as such', async () => {
    const output = [
      '',
      String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Balie`,
      '    Updates    REG_SZ    off',
      '    HOLDSECONDS    REG_DWORD    0x1e',
      String.raw`    allowedHosts    REG_MULTI_SZ    billink.nl\0digiwallet.nl`,
      '    updateUrl    REG_SZ    https://software.example.nl/a b/',
      '',
    ].join('\r\n')
    const programs: string[] = []
    const run: PolicyPort['run'] = async (program) => {
      programs.push(program)
      return output
    }
    const read = await readPolicy(port({ platform: 'win32', run }))
    // By its whole path: one in the working folder answers for no other.
    expect(programs).toEqual([String.raw`C:\Windows\System32\reg.exe`])
    expect(read.policy).toEqual({
      updates: 'off',
      holdSeconds: 30,
      allowedHosts: ['billink.nl', 'digiwallet.nl'],
      updateUrl: 'https://software.example.nl/a b/',
    })
  })

  test.each(['REG_EXPAND_SZ    billink.nl', 'REG_QWORD    0x1', 'REG_BINARY    00', 'REG_NONE    '])(
    'as the safe value from Windows’ registry where it is of another type: %s',
    async (value) => {
      const output = String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Balie` + `\r\n    allowedHosts    ${value}\r\n`
      expect(await readPolicy(port({ platform: 'win32', run: async () => output }))).toMatchObject({
        policy: { allowedHosts: [] },
        troubles: [{ kind: 'wrong-value', key: 'allowedHosts' }],
      })
    },
  )

  test('as none where Windows has no such key', async () => {
    const run: PolicyPort['run'] = async (_, [, place]) => {
      if (place === policyPlaces.win32)
        throw new Error('ERROR: The system was unable to find the specified registry key or value.')
      return ''
    }
    expect(await readPolicy(port({ platform: 'win32', run }))).toMatchObject({ source: null, troubles: [] })
  })
})

describe('acts', () => {
  function file(): PreferenceFile {
    let kept: Preferences = { ...defaultPreferences, holdSeconds: 5 }
    return {
      get: () => kept,
      set: (changes) => (kept = { ...kept, ...(changes as Partial<Preferences>) }),
      windowPlace: () => null,
      setWindowPlace: () => undefined,
      lastFolder: () => undefined,
      setLastFolder: () => undefined,
      forgetFolders: () => undefined,
      feedDates: { newest: () => null, keep: () => undefined },
      wasTold: () => false,
      setTold: () => undefined,
      lastBackup: () => null,
      setLastBackup: () => undefined,
      trouble: null,
    }
  }

  test('on preferences, which cannot be changed and come back when it is taken away', () => {
    const own = file()
    const held = underPolicy(own, { holdSeconds: 30 })
    expect(held.get().holdSeconds).toBe(30)
    expect(held.set({ holdSeconds: 0, theme: 'dark' })).toMatchObject({ holdSeconds: 30, theme: 'dark' })
    expect(own.get()).toMatchObject({ holdSeconds: 5, theme: 'dark' })
    expect(underPolicy(own, {}).set({ holdSeconds: 7 }).holdSeconds).toBe(7)
  })

  test.each([
    ['https://api.billink.nl/', null],
    ['https://billink.nl/', null],
    ['https://billink.nl.evil.example/', 'host'],
    ['https://evilbillink.nl/', 'host'],
    ['https://digiwallet.nl/', 'host'],
  ])('on where something may be sent: %s', (url, refusal) => {
    const policy = { allowedHosts: ['billink.nl'] }
    const account = { id: null, settings: { environment: 'production', url } }
    expect(notAllowed(policy, account)).toBe(refusal)
    expect(notAllowed({}, account)).toBeNull()
    expect(notAllowed(policy, { id: null, settings: { environment: 'practice', url: 'http://127.0.0.1:1/' } })).toBeNull()
  })

  test.each([
    ['the organisation’s own', 'organisation-billink-production-winkel', 'production', null],
    ['one of the person’s own', 'c0ffee', 'production', 'production'],
    ['one that is not stored yet', null, 'production', 'production'],
    ['one that tries out', 'c0ffee', 'staging', null],
    ['one to practise with', 'c0ffee', 'practice', null],
  ])('on which accounts really send: %s', (_, id, environment, refusal) => {
    const { policy } = parsePolicy('here', { productionAccounts: 'organisation', accounts: [winkel] })
    expect(notAllowed(policy, { id, settings: { environment, url: 'https://api.billink.nl/dispute' } })).toBe(refusal)
    expect(isOrganisations(policy, id)).toBe(id?.startsWith('organisation-') ?? false)
    // A host that is not allowed is not because the account is.
    expect(notAllowed({ ...policy, allowedHosts: [] }, { id, settings: { environment: 'staging', url: 'https://a.nl/' } })).toBe(
      'host',
    )
  })

  test.each([
    ['system', null, { mode: 'system' }],
    ['direct', 'DIRECT', { mode: 'direct' }],
    ['http://proxy.example.nl:8080', 'PROXY proxy.example.nl:8080', { proxyRules: 'http://proxy.example.nl:8080' }],
    ['https://proxy:443', 'HTTPS proxy:443', { proxyRules: 'https://proxy:443' }],
    ['socks5://10.0.0.1:1080', 'SOCKS5 10.0.0.1:1080', { proxyRules: 'socks5://10.0.0.1:1080' }],
  ])('on the way there: %s', (proxy, route, config) => {
    expect(prescribedRoute({ proxy })).toBe(route)
    expect(parseRoutes(route ?? '')).toHaveLength(route === null ? 0 : 1)
    expect(sessionProxy({ proxy })).toEqual(config)
  })

  test('is shown by its keys, never by its values', () => {
    expect(viewOf(parsePolicy('here', { updateUrl: 'https://a.nl/', nonsense: 1 }))).toEqual({
      source: 'here',
      canExport: true,
      set: ['updateUrl'],
      troubles: [{ kind: 'unknown-key', key: 'nonsense' }],
    })
    expect(viewOf(parsePolicy('here', { exports: 'off' })).canExport).toBe(false)
  })
})

describe('files for administrators', () => {
  test('are what the table says, and there is none beside them', () => {
    const files = policyFiles()
    for (const [name, text] of files)
      expect(readFileSync(join(policyFolder, name), 'utf8'), `${name}: run npm run policies`).toBe(text)
    const kept = readdirSync(policyFolder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))
    expect(kept.map((name) => name.replaceAll('\\', '/')).toSorted()).toEqual([...files.keys()].toSorted())
  })

  test('have an example that is a policy without trouble, with every key', () => {
    const { policy, troubles } = parsePolicy('here', JSON.parse(policyFiles().get('policy.example.json') ?? ''))
    expect(troubles).toEqual([])
    expect(Object.keys(policy).toSorted()).toEqual([...policyNames].toSorted())
  })

  test.each(['nl-NL', 'en-US'])('name in %s each text and presentation that the ADMX asks for', (language) => {
    const admx = policyFiles().get('windows/Balie.admx') ?? ''
    const adml = policyFiles().get(`windows/${language}/Balie.adml`) ?? ''
    const asked = [...admx.matchAll(/\$\((string|presentation)\.(\w+)\)/g)].map(([, kind, id]) => `<${kind} id="${id}"`)
    expect(asked.length).toBeGreaterThan(3 * policyNames.length)
    expect(asked.filter((start) => !adml.includes(start))).toEqual([])
  })
})
