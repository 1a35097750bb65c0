import { expect, test } from 'vitest'
import { policyOf, streamFolder } from '#main/shell/page-policy.ts'

const rules = (pathname: string) =>
  Object.fromEntries(
    policyOf(pathname)
      .split('; ')
      .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
  )

test.each(['/', '/index.html', '/assets/index-abc.js', '/assets/evidence-worker-x.js.html', '/assets/x/heic-worker-x.js'])(
  'SECURITY: the page itself reaches no stream of a file, and runs no WebAssembly: %s',
  (pathname) => {
    const { 'connect-src': connect, 'img-src': images, 'script-src': scripts, 'worker-src': workers } = rules(pathname)
    expect({ connect, scripts, workers }).toEqual({ connect: ["'none'"], scripts: ["'self'"], workers: ["'self'"] })
    expect(images).toEqual(['app://balie/assets/', 'blob:', 'data:'])
  },
)

test('SECURITY: the worker that decodes files reads streams and its own parts; the one for HEIC alone runs WebAssembly, and reads nothing', () => {
  expect(rules('/assets/evidence-worker-B_1-x.js')).toMatchObject({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'connect-src': [`app://balie${streamFolder}`, 'app://balie/assets/pdfjs/'],
  })
  expect(rules('/assets/heic-worker-B_1-x.js')).toMatchObject({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
    'worker-src': ['blob:'],
  })
  expect(rules('/assets/heic-worker-B_1-x.js')).not.toHaveProperty('connect-src')
})
