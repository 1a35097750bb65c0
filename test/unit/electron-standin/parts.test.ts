import { afterEach, describe, expect, test } from 'vitest'
import { parseAccelerator } from '#tools/electron-standin/accelerators.ts'
import { parseCommandLine } from '#tools/electron-standin/command-line.ts'
import { appLocale, preferredLanguages, systemLocale } from '#tools/electron-standin/locale.ts'
import { resolveProxy } from '#tools/electron-standin/proxy.ts'
import { schemes } from '#tools/electron-standin/schemes.ts'
import { strictEmitter, strictModule, unsupportedModule } from '#tools/electron-standin/unsupported.ts'

describe('the command line', () => {
  test('is read as Playwright gives it', () => {
    const line = parseCommandLine([
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '/app',
      '--user-data-dir=/data',
      'file.pdf',
    ])
    expect(line).toMatchObject({ appDir: '/app', underPlaywright: true, inspect: { port: 0, wait: false } })
    expect(line.rest).toEqual(['/app', '--user-data-dir=/data', 'file.pdf'])
    expect(line.switches.get('user-data-dir')).toBe('/data')
  })

  test('without switches runs the app in this folder', () => {
    expect(parseCommandLine([])).toMatchObject({ appDir: process.cwd(), underPlaywright: false, rest: [] })
  })

  test('can wait for a debugger', () => {
    expect(parseCommandLine(['--inspect-brk=127.0.0.1:5858', '.']).inspect).toEqual({ port: 5858, wait: true })
  })
})

describe('the language', () => {
  test.each([
    [{ LANG: 'nl_NL.UTF-8' }, 'nl', 'nl-NL', ['nl-NL']],
    [{ LANG: 'en_US.UTF-8', LANGUAGE: 'nl:en' }, 'nl', 'en-US', ['nl', 'en', 'en-US']],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'de_AT@euro' }, 'de', 'de-AT', ['de-AT']],
    [{ LANG: 'en_AU' }, 'en-GB', 'en-AU', ['en-AU']],
    [{ LANG: 'C' }, 'en-US', 'en-US', ['en-US']],
    [{}, 'en-US', 'en-US', ['en-US']],
    [{ LANG: '???' }, 'en-US', 'en-US', ['en-US']],
  ])('of %j is %s', (env, app, system, preferred) => {
    expect(appLocale(env)).toBe(app)
    expect(systemLocale(env)).toBe(system)
    expect(preferredLanguages(env)).toEqual(preferred)
  })

  test('is the one of --lang where that is given', () => {
    expect(appLocale({ LANG: 'nl_NL' }, 'pt-BR')).toBe('pt-BR')
  })
})

describe('the proxy', () => {
  const env = {
    http_proxy: 'http://proxy:3128',
    HTTPS_PROXY: 'http://user:word@secure',
    no_proxy: '.inside.nl, other.nl:8443,10.0.0.1',
  }
  test.each([
    ['http://example.com/', env, 'PROXY proxy:3128'],
    ['https://example.com/', env, 'PROXY secure:80'],
    ['https://inside.nl/', env, 'DIRECT'],
    ['https://deep.inside.nl/', env, 'DIRECT'],
    ['https://notinside.nl/', env, 'PROXY secure:80'],
    ['https://other.nl/', env, 'PROXY secure:80'],
    ['https://other.nl:8443/', env, 'DIRECT'],
    ['http://10.0.0.1/', env, 'DIRECT'],
    ['http://127.0.0.1:9/', env, 'DIRECT'],
    ['http://localhost/', env, 'DIRECT'],
    ['http://[::1]/', env, 'DIRECT'],
    ['https://example.com/', { all_proxy: 'socks5://socks' }, 'SOCKS5 socks:1080'],
    ['https://example.com/', { https_proxy: 'https://tls' }, 'HTTPS tls:443'],
    ['https://example.com/', { https_proxy: 'bare:8080', no_proxy: '*' }, 'DIRECT'],
    ['https://example.com/', { https_proxy: 'bare:8080' }, 'PROXY bare:8080'],
    ['https://example.com/', {}, 'DIRECT'],
    ['no address', env, 'DIRECT'],
  ])('of %s with %j is %s', (url, environment, proxy) => {
    expect(resolveProxy(url, environment)).toBe(proxy)
  })
})

describe('custom schemes', () => {
  schemes.privileged.add('app')
  afterEach(() => schemes.handlers.clear())

  test('have an address in Chromium, and back', () => {
    expect(schemes.toBrowser('app://balie/index.html?a=1#b')).toBe('https://app--balie.standin.invalid/index.html?a=1#b')
    expect(schemes.toBrowser('app://balie')).toBe('https://app--balie.standin.invalid/')
    expect(schemes.toBrowser('https://example.com/')).toBe('https://example.com/')
    expect(schemes.fromBrowser('https://app--balie.standin.invalid/x')).toBe('app://balie/x')
    expect(schemes.fromBrowser('https://example.com/app--balie')).toBe('https://example.com/app--balie')
  })

  test('have an origin', () => {
    expect(schemes.originOf('app://balie/deep/page')).toBe('app://balie')
    expect(schemes.originOf('https://example.com:444/x')).toBe('https://example.com:444')
    expect(schemes.originOf('data:text/html,x')).toBe('null')
    expect(schemes.originOf('file:///x')).toBe('file://')
  })

  test('are named in a policy as Chromium knows them', () => {
    expect(schemes.headerToBrowser("default-src 'self'; img-src app: data:; connect-src app://api")).toBe(
      "default-src 'self'; img-src https://*.standin.invalid data:; connect-src https://app--api.standin.invalid",
    )
    expect(schemes.headerToBrowser('myapp: x')).toBe('myapp: x')
  })
})

describe('accelerators', () => {
  test('are read as key combinations', () => {
    const none = { ctrl: false, shift: false, alt: false, meta: false }
    expect(parseAccelerator('CmdOrCtrl+Shift+N', 1)).toEqual({ ...none, id: 1, key: 'n', code: 'KeyN', ctrl: true, shift: true })
    expect(parseAccelerator('Alt+Left', 2)).toEqual({ ...none, id: 2, key: 'arrowleft', alt: true })
    expect(parseAccelerator('CommandOrControl+Plus', 3)).toMatchObject({ key: '+', ctrl: true })
    expect(parseAccelerator('Ctrl++', 4)).toMatchObject({ key: '+', ctrl: true })
    expect(parseAccelerator('Ctrl+,', 5)).toMatchObject({ key: ',', ctrl: true })
    expect(parseAccelerator('F11', 6)).toMatchObject({ key: 'f11', ctrl: false })
  })

  test('with an unknown modifier throw', () => {
    expect(() => parseAccelerator('Hyper+K', 1)).toThrow('unknown modifier')
  })
})

describe('what is not there', () => {
  test('throws when it is read from a module', () => {
    const module = strictModule('dialog', { here: 1 }) as Record<string, unknown>
    expect(module.here).toBe(1)
    expect(() => module.absent).toThrow('Electron stand-in: dialog.absent is not supported')
    module.absent = 2
    expect(module.absent).toBe(2)
  })

  test('throws when it is read from an emitter, which is one in all else', async () => {
    class Thing extends strictEmitter('thing') {}
    const thing = new Thing() as InstanceType<typeof Thing> & Record<string, unknown>
    const heard: unknown[] = []
    thing.on('news', (value: unknown) => heard.push(value))
    thing.emit('news', 1)
    expect(heard).toEqual([1])
    expect(await Promise.resolve(thing)).toBe(thing)
    expect(() => thing.fly).toThrow('Electron stand-in: thing.fly is not supported')
  })

  test('throws when a whole module is used, not when it is imported', () => {
    const Tray = unsupportedModule('Tray') as new () => object
    expect(typeof Tray).toBe('function')
    expect(() => new Tray()).toThrow('Electron stand-in: Tray is not supported')
    expect(() => (Tray as unknown as Record<string, unknown>).fromIcon).toThrow('Electron stand-in: Tray is not supported')
  })
})
