import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { settleIn } from '#test/support/clerk.ts'
import { expect, test } from '#test/support/electron-app.ts'

test('the page has the three calls of the preload and no other way to main, and runs, frames, opens and asks nothing else', async ({
  app,
  page,
}) => {
  await settleIn(page)
  const reach = await page.evaluate(async () => {
    const { balie } = window as unknown as { balie: { invoke(channel: unknown, input?: unknown): Promise<unknown> } }
    const tryCall = async (channel: unknown) => {
      try {
        return JSON.stringify(await balie.invoke(channel))
      } catch (error) {
        return String(error)
      }
    }
    const before = balie.invoke
    const isFixed = !Reflect.set(window, 'balie', {}) && !Reflect.set(balie, 'invoke', () => 'taken') && balie.invoke === before
    return {
      globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'global', '__dirname'].filter(
        (name) => name in window,
      ),
      calls: Object.keys(balie).toSorted(),
      isFixed,
      otherChannel: await tryCall('balie-file:register'),
      noText: await tryCall({ toString: () => 'balie:app.info' }),
      unknown: await tryCall('balie:app.everything'),
    }
  })
  expect(reach.globals).toEqual([])
  expect(reach.calls).toEqual(['invoke', 'on', 'registerFile'])
  expect(reach.isFixed).toBe(true)
  expect(reach.otherChannel).toContain('Unknown channel')
  expect(reach.noText).toContain('Unknown channel')
  expect(reach.unknown).toContain('No handler registered')

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as { getLastWebPreferences?(): object } | undefined
    return contents?.getLastWebPreferences?.()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  })

  let visits = 0
  const outside = createServer((_request, response) => {
    visits += 1
    response.setHeader('Access-Control-Allow-Origin', '*').end('buiten')
  })
  outside.listen(0, '127.0.0.1')
  await once(outside, 'listening')
  const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`
  const home = page.url()

  const broken = await page.evaluate(async (away) => {
    // Whatever runs within a debugger's question may evaluate text; from the next task on the page's own rules hold.
    await new Promise((resolve) => setTimeout(resolve))
    const rules: string[] = []
    Reflect.set(window, 'rules', rules)
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => rules.push(effectiveDirective))
    const attempt = (act: () => unknown) => {
      try {
        return act()
      } catch (error) {
        return (error as Error).name
      }
    }
    const add = (tag: string, set: Record<string, string>) =>
      attempt(() => document.body.append(Object.assign(document.createElement(tag), set)))
    add('script', { textContent: 'window.taken = "inline script"' })
    add('script', { src: away })
    attempt(() => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.taken = \'handler\'">'))
    add('iframe', { src: away })
    add('iframe', { srcdoc: '<script>top.taken = "frame"</script>' })
    add('img', { src: away })
    add('object', { data: away })
    add('form', { action: away, id: 'away' })
    const fetched = await fetch(away).catch((error: unknown) => (error as Error).name)
    const answers = {
      evaluated: attempt(() => Reflect.construct(Function, ['return 1'])),
      socket: attempt(() => new WebSocket(away.replace('http', 'ws')).readyState),
      opened: window.open(away) === null,
      fetched,
    }
    ;(document.querySelector('#away') as HTMLFormElement).submit()
    return answers
  }, url)
  expect(broken).toMatchObject({ evaluated: 'EvalError', opened: true, fetched: 'TypeError' })
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'rules') as string[]))
    .toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'img-src', 'require-trusted-types-for']))
  expect(await page.evaluate(() => 'taken' in window)).toBe(false)

  for (const to of [url, 'file:///etc/passwd', 'data:text/html,weg', 'javascript:void(document.body.innerHTML="weg")']) {
    await page.evaluate((address) => void (location.href = address), to)
    await expect(page.getByRole('navigation', { name: 'Schermen' })).toBeVisible()
    expect(page.url()).toBe(home)
  }
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(visits).toBe(0)
  outside.close()
})
