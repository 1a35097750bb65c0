import type { ProxySignIns } from '../upstream/proxy-sign-ins.ts'

/** What Electron says of a server or proxy that wants to know who asks. */
export interface LoginAsked {
  isProxy: boolean
  scheme: string
  host: string
  port: number
}

/** A password as it is kept: the header that carries it. */
const parts = (header: string): string[] => {
  const text = Buffer.from(header.replace(/^Basic /, ''), 'base64').toString()
  const colon = text.indexOf(':')
  return [text.slice(0, colon), text.slice(colon + 1)]
}

/**
 * Answers a proxy on the way to newer versions with the password that it was given for what is sent; without one the person is asked the
 * same way. Somebody has to answer: a question that nobody hears would keep the request for ever.
 */
export function proxyLogin(signIns: ProxySignIns): (asked: LoginAsked, answer: (...given: string[]) => void) => Promise<void> {
  // SECURITY: each password once; one that is asked for again was refused, and trying on would lock the person's account.
  const given = new Set<string>()
  return async ({ isProxy, scheme, host, port }, answer) => {
    // SECURITY: what keeps newer versions gets no password at all.
    if (!isProxy) return answer()
    const proxies = ['http', 'https'].map((protocol) => `${protocol}://${host}:${port}`)
    for (const proxy of proxies) {
      if (!(await signIns.challenged(proxy, { tried: null, takesBasic: scheme === 'basic' }))) continue
      const header = await signIns.authorization(proxy)
      if (header === null) continue
      // Whether it is right is found out where something is sent.
      signIns.released(proxy, header)
      if (given.has(`${proxy} ${header}`)) continue
      given.add(`${proxy} ${header}`)
      return answer(...parts(header))
    }
    signIns.ask(proxies[0] ?? '')
    answer()
  }
}
