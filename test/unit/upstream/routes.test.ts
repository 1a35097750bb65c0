import { describe, expect, test } from 'vitest'
import { isLoopback, parseRoutes, routesTo } from '#main/upstream/routes.ts'

const direct = { kind: 'direct' }

describe('what a proxy script says', () => {
  test.each([
    ['DIRECT', [direct]],
    ['direct', [direct]],
    ['PROXY proxy.firma.nl:3128', [{ kind: 'http', uri: 'http://proxy.firma.nl:3128' }]],
    ['HTTP 10.0.0.1:80', [{ kind: 'http', uri: 'http://10.0.0.1:80' }]],
    ['HTTPS proxy.firma.nl:443', [{ kind: 'http', uri: 'https://proxy.firma.nl:443' }]],
    ['SOCKS5 [::1]:1080', [{ kind: 'socks5', uri: 'socks5://[::1]:1080' }]],
    [
      ' PROXY a:1 ;; SOCKS5 b:2;DIRECT ; ',
      [{ kind: 'http', uri: 'http://a:1' }, { kind: 'socks5', uri: 'socks5://b:2' }, direct],
    ],
    ['SOCKS a:1080; SOCKS4 a:1080', []],
    ['QUIC a:443; PROXY', []],
    ['PROXY a:99999999', []],
    ['PROXY user:pass@a:80', []],
    ['PROXY a:80/path', []],
    ['', []],
  ])('%j', (list, routes) => expect(parseRoutes(list)).toEqual(routes))
})

describe('this computer', () => {
  test.each(['localhost', '127.0.0.1', '127.255.0.9', '[::1]'])('%s', (name) => expect(isLoopback(name)).toBe(true))
  test.each(['localhost.evil.test', '127.0.0.1.evil.test', '128.0.0.1', '0.0.0.0', 'example.nl', '[::2]'])(
    '%s is another',
    (name) => expect(isLoopback(name)).toBe(false),
  )

  test('a script is asked by origin alone', async () => {
    const asked: string[] = []
    const resolve = (url: string) => {
      asked.push(url)
      return Promise.resolve('DIRECT')
    }
    await routesTo(new URL('https://api.digiwallet.nl/sale-note/1/2/IDE/geheim/0'), resolve)
    await routesTo(new URL('http://127.0.0.1:8080/'), resolve)
    expect(asked).toEqual(['https://api.digiwallet.nl/'])
  })
})
