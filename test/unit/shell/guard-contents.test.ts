import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { guardContents } from '#main/shell/guard-contents.ts'

/** A page that somebody tries to lead elsewhere: true where it goes. */
function page() {
  const app = new EventEmitter()
  guardContents(app, 'app://balie')
  const said: unknown[] = []
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: () => unknown) => said.push(handler()),
    setWebRTCIPHandlingPolicy: (policy: string) => said.push(policy),
  })
  app.emit('web-contents-created', {}, contents)
  const goes = (name: string, event: object, ...rest: unknown[]) => {
    let prevented = false
    contents.emit(name, { ...event, preventDefault: () => void (prevented = true) }, ...rest)
    return !prevented
  }
  return { goes, said }
}

test('every page stays on our own origin, in its main frame alone', () => {
  const { goes, said } = page()
  for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    expect(goes(name, { url: 'app://balie/index.html', isMainFrame: true })).toBe(true)
    expect(goes(name, { isMainFrame: true }, 'app://balie/index.html')).toBe(true)
    for (const url of [
      'app://elders/',
      'app://balie.evil/',
      'https://balie/',
      'file:///etc/passwd',
      'about:blank',
      'javascript:1',
      '',
    ])
      expect(goes(name, { url, isMainFrame: true }), `${name} ${url}`).toBe(false)
    expect(goes(name, { url: 'app://balie/index.html', isMainFrame: false })).toBe(false)
  }
  expect(goes('will-attach-webview', {})).toBe(false)
  expect(said).toEqual([{ action: 'deny' }, 'disable_non_proxied_udp'])
})
