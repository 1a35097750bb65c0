import { expect, test } from 'vitest'
import { createSignIns } from '#main/features/proxies/sign-ins.ts'
import { proxyLogin, type LoginAsked } from '#main/updates/proxy-login.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'

const proxy = 'http://proxy.example.nl:8080'
const asked: LoginAsked = { isProxy: true, scheme: 'basic', host: 'proxy.example.nl', port: 8080 }

/** A way to newer versions, and a person who may have signed in to the proxy on it. */
async function way({ signedIn = true } = {}) {
  const signIns = createSignIns(new FakeKeychain())
  if (signedIn) {
    await signIns.challenged(proxy, { tried: null, takesBasic: true })
    await signIns.signIn({ proxy, userName: 'jan', password: 'Zeer: geheim' })
  }
  const login = proxyLogin(signIns)
  const ask = async (more: Partial<LoginAsked> = {}) => {
    const answers: string[][] = []
    await login({ ...asked, ...more }, (...given) => answers.push(given))
    return answers
  }
  return { signIns, ask }
}

test('a proxy gets the password that it was given, once', async () => {
  const { ask } = await way()
  expect(await ask()).toEqual([['jan', 'Zeer: geheim']])
  // It asks again where it refused it.
  expect(await ask()).toEqual([[]])
})

test('a proxy that nobody signed in to is given up, and the person is asked', async () => {
  const { ask, signIns } = await way({ signedIn: false })
  expect(await ask()).toEqual([[]])
  expect(signIns.list()).toEqual([{ proxy, state: 'asks', kept: null }])
})

test.each([
  ['a server that is no proxy', { isProxy: false }],
  ['another proxy', { host: 'evil.example' }],
  ['the same host at another port', { port: 8081 }],
  ['a proxy that wants another scheme', { scheme: 'ntlm' }],
])('%s gets no password', async (_, more) => {
  const { ask } = await way()
  expect(await ask(more)).toEqual([[]])
})

test('what is sent is not kept waiting by it', async () => {
  const { ask, signIns } = await way()
  await ask()
  expect(await signIns.authorization(proxy)).toMatch(/^Basic /)
})
