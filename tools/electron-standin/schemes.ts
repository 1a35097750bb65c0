/** Answers the requests of one scheme, as `protocol.handle` takes it. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, SchemeHandler>()
const privileged = new Set<string>()

/** Where the custom schemes live in Chromium: `.invalid` never resolves, and https makes them secure contexts. */
const suffix = 'standin.invalid'
const mapped = new RegExp(`https://([a-z][a-z0-9+.-]*?)--([^/]*)\\.${suffix}`, 'g')

/**
 * Chromium can't be taught a scheme from outside, so `app://host/…` is `https://app--host.standin.invalid/…` in the
 * browser and `app://host/…` in everything that main sees.
 */
export const schemes = {
  handlers,
  privileged,
  /** Requests for these are answered by a handler. */
  pattern: `https://*.${suffix}/*`,

  /** The address in Chromium of an address in the app. */
  toBrowser(url: string): string {
    const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url) ?? []
    return handlers.has(scheme) || privileged.has(scheme) ? `https://${scheme}--${host}.${suffix}${rest || '/'}` : url
  },

  /** The address in the app of an address in Chromium. */
  fromBrowser: (url: string): string => url.replace(mapped, '$1://$2'),

  /** A header's value with the app's addresses as Chromium knows them: a policy may name `app:` or `app://host`. */
  headerToBrowser(value: string): string {
    return [...new Set([...handlers.keys(), ...privileged])].reduce(
      (text, scheme) =>
        text
          .replace(new RegExp(`(?<![\\w.+-])${scheme}://([\\w.*-]+)`, 'g'), `https://${scheme}--$1.${suffix}`)
          .replace(new RegExp(`(?<![\\w.+/-])${scheme}:(?!//)(?=[\\s;,]|$)`, 'g'), `https://*.${suffix}`),
      value,
    )
  },

  /** The origin that Electron reports for an address: a privileged scheme has hosts, a file has none. */
  originOf(url: string): string {
    const [, scheme = '', host = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(url) ?? []
    if (privileged.has(scheme)) return `${scheme}://${host}`
    if (scheme === 'file') return 'file://'
    return URL.canParse(url) ? new URL(url).origin : 'null'
  },

  /** The handler for an address in the app. */
  handlerFor: (url: string): SchemeHandler | undefined => handlers.get(url.split(':', 1)[0] ?? ''),
}
