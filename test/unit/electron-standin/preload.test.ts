import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanUp, startFixture, type Fixture } from './fixture.ts'

let fixture: Fixture
beforeAll(async () => {
  fixture = await startFixture()
})
afterAll(cleanUp)

describe('the preload world', () => {
  test('is not the page’s', async () => {
    const seen = await fixture.page.evaluate(() => {
      const untouched = document.createElement('iframe')
      document.body.append(untouched)
      const names = Object.keys(Object.getOwnPropertyDescriptors(untouched.contentWindow ?? {}))
      untouched.remove()
      const page = globalThis as unknown as Record<string, unknown>
      return {
        own: Object.keys(Object.getOwnPropertyDescriptors(window)).filter((name) => !names.includes(name) && !/^\d+$/.test(name)),
        types: ['require', 'process', 'module', 'secretOfThePreload', '__standinSend', '__standinReceive'].map(
          (name) => typeof page[name],
        ),
      }
    })
    expect(seen.types).toEqual(Array.from({ length: 6 }, () => 'undefined'))
    // `loaded` is the page's own; Playwright leaves a name of its own.
    expect(seen.own.filter((name) => !name.startsWith('__playwright')).toSorted()).toEqual(['fixtureApi', 'loaded'])
  })

  test('has the process of a sandboxed preload', async () => {
    const seen = await fixture.page.evaluate(() => fixtureApi.process())
    expect(seen).toMatchObject({ electron: '45.4.1-standin', sandboxed: true })
    expect(seen.argv).toContain('--fixture')
  })

  test('refuses what a sandboxed preload or the stand-in doesn’t have', async () => {
    expect(await fixture.page.evaluate(() => fixtureApi.refusals())).toEqual({
      node: "Electron stand-in: require('node:fs') in a preload is not supported",
      unknown: 'Electron stand-in: ipcRenderer.postMessage is not supported',
      again: expect.stringContaining('Cannot bind an API on top of an existing property') as string,
      worked: 'worked',
    })
  })

  test('is not there in frames, whose calls through the page are the page’s', async () => {
    const frame = fixture.page.frame({ url: /frame\.html$/ })
    expect(await frame?.evaluate(() => [typeof fixtureApi, document.title])).toEqual(['undefined', 'Frame'])
    const sender = await frame?.evaluate(() => (parent as unknown as { fixtureApi: FixtureApi }).fixtureApi.invoke('sender'))
    expect(sender).toMatchObject({ url: 'app://fixture/index.html?from=start', isTop: true })
  })

  test('can’t be called by a page that imitates it', async () => {
    // The name of the function in the preload world that asks main and waits for its answer.
    const imitation = `(function askMain(request) { let answer = 'none'; debugger; return answer })`
    const request = { kind: 'send', message: '["object",["channel","ask-sync"],["args",["array",2]]]' }
    expect(await fixture.page.evaluate(`${imitation}(${JSON.stringify(request)})`)).toBe('none')
  })
})

describe('contextBridge', () => {
  test('exposes a frozen API', async () => {
    const seen = await fixture.page.evaluate(() => {
      const change = (object: object, key: string) => Reflect.set(object, key, 'changed') || Reflect.deleteProperty(object, key)
      return {
        frozen: [fixtureApi, fixtureApi.nested, fixtureApi.nested.list, fixtureApi.nested.list[1], fixtureApi.invoke].map(
          (value) => Object.isFrozen(value),
        ),
        changed: [
          change(globalThis, 'fixtureApi'),
          change(fixtureApi, 'version'),
          change(fixtureApi, 'invoke'),
          change(fixtureApi.nested, 'list'),
        ],
        version: fixtureApi.version,
      }
    })
    const all = (value: boolean, length: number) => Array.from({ length }, () => value)
    expect(seen).toEqual({ frozen: all(true, 5), changed: all(false, 4), version: 3 })
  })

  test('carries values, with bytes, maps and dates', async () => {
    const seen = await fixture.page.evaluate(() => ({
      bytes: fixtureApi.nested.bytes instanceof Uint8Array && [...fixtureApi.nested.bytes],
      map: fixtureApi.nested.map instanceof Map && fixtureApi.nested.map.get('a'),
      at: fixtureApi.nested.at instanceof Date && fixtureApi.nested.at.getTime(),
      list: fixtureApi.nested.list,
      kinds: [new Uint8Array(1), new Map(), new Date(), new File([], 'x'), /x/].map((value) => fixtureApi.kindOf(value)),
    }))
    expect(seen).toEqual({
      bytes: [1, 2, 255],
      map: 1,
      at: 5,
      list: [1, { two: 2 }],
      kinds: ['[object Uint8Array]', '[object Map]', '[object Date]', '[object File]', '[object RegExp]'],
    })
  })

  test('carries functions both ways, and promises', async () => {
    expect(await fixture.page.evaluate(() => fixtureApi.twice((value) => value * 3, 2))).toBe(18)
    expect(await fixture.page.evaluate(async () => (await fixtureApi.giveFunction())(1))).toBe(2)
  })

  test('carries what is thrown as an error with its message', async () => {
    const seen = await fixture.page.evaluate(async () => {
      const caught = async (work: () => unknown) => {
        try {
          return await work()
        } catch (error) {
          return [error instanceof Error, String(error)]
        }
      }
      return [
        await caught(() => fixtureApi.failNow()),
        await caught(() => fixtureApi.failLater()),
        await caught(() =>
          fixtureApi.twice(() => {
            throw new TypeError('from the page')
          }, 1),
        ),
      ]
    })
    expect(seen).toEqual([
      [true, 'Error: no'],
      [true, 'Error: later'],
      [true, 'Error: from the page'],
    ])
  })

  test('refuses what it can’t carry', async () => {
    const message = await fixture.page.evaluate(() => {
      try {
        fixtureApi.kindOf({ deep: Symbol('s') })
        return 'worked'
      } catch (error) {
        return String(error)
      }
    })
    expect(message).toBe('Error: An object could not be cloned.')
  })
})

describe('IPC', () => {
  test('clones arguments and answers, with cycles', async () => {
    const seen = await fixture.page.evaluate(async () => {
      const graph: Record<string, unknown> = { map: new Map([['a', 1]]), bytes: new Uint8Array([1, 2]), date: new Date(1) }
      graph.self = graph
      const echo = (await fixtureApi.invoke('echo', graph)) as typeof graph
      return {
        main: await fixtureApi.invoke('describe', graph),
        back: [
          echo.self === echo,
          (echo.map as Map<string, number>).get('a'),
          [...(echo.bytes as Uint8Array)],
          (echo.date as Date).getTime(),
        ],
      }
    })
    expect(seen).toEqual({ main: [true, true, 'Uint8Array', true], back: [true, 1, [1, 2], 1] })
  })

  test('rejects with what main threw, in Electron’s words', async () => {
    const seen = await fixture.page.evaluate(async () => {
      const caught = (promise: Promise<unknown>) => promise.then(() => 'worked', String)
      return [
        await caught(fixtureApi.invoke('fail')),
        await caught(fixtureApi.invoke('nowhere')),
        await caught(fixtureApi.invoke('give-function')),
      ]
    })
    expect(seen[0]).toBe("Error: Error invoking remote method 'fail': TypeError: boom")
    expect(seen[1]).toBe("Error: Error invoking remote method 'nowhere': Error: No handler registered for 'nowhere'")
    expect(seen[2]).toContain("Error: Error invoking remote method 'give-function': Error: An object could not be cloned")
  })

  test('carries events to the page, in their order, until it stops listening', async () => {
    const ticks = await fixture.page.evaluate(async () => {
      const heard: unknown[] = []
      const stop = fixtureApi.on('tick', (...args) => heard.push(args))
      await fixtureApi.invoke('ticks', 3)
      stop()
      await fixtureApi.invoke('ticks', 2)
      return heard.map((args) => JSON.stringify(args))
    })
    expect(ticks).toEqual([1, 2, 3].map((tick) => `[${tick},{"at":"1970-01-01T00:00:00.000Z"}]`))
  })

  test('carries a send and its reply', async () => {
    const answer = await fixture.page.evaluate(
      () =>
        new Promise((resolve) => {
          fixtureApi.on('posted', resolve)
          fixtureApi.post('hello')
        }),
    )
    expect(answer).toBe('HELLO')
  })

  test('answers at once where it is asked to', async () => {
    expect(await fixture.page.evaluate(() => fixtureApi.askSync(21))).toEqual({ doubled: 42 })
  })

  test('tells main who sends', async () => {
    expect(await fixture.page.evaluate(() => fixtureApi.invoke('sender'))).toEqual({
      id: 1,
      url: 'app://fixture/index.html?from=start',
      origin: 'app://fixture',
      isTop: true,
      isMain: true,
      parent: null,
      contentsUrl: 'app://fixture/index.html?from=start',
    })
  })

  test('carries a megabyte', async () => {
    const same = await fixture.page.evaluate(async () => {
      const bytes = Uint8Array.from({ length: 1_000_000 }, (_, at) => at % 251)
      const echo = (await fixtureApi.invoke('echo', bytes)) as Uint8Array
      return echo.length === bytes.length && echo.every((byte, at) => byte === bytes[at])
    })
    expect(same).toBe(true)
  })
})
