/** What is known of the proxies that want to know who passes; each by its origin. Who asks the person is not this room's business. */
export interface ProxySignIns {
  /** The header to send to this proxy and to no other, or null. Waits while a new one is being tried: see `challenged`. */
  authorization(proxy: string): Promise<string | null>
  /** It answered 407. True where there is another header to try at once. */
  challenged(proxy: string, challenge: { tried: string | null; takesBasic: boolean }): Promise<boolean>
  /** It let a request through, with this or without any. */
  passed(proxy: string, tried: string | null): void
  /** It was tried, and nothing was learned of it. */
  released(proxy: string, tried: string): void
  /** No other way led to the vendor: the person is to know, once. */
  ask(proxy: string): void
}

/** For an app that asks nobody: a proxy that wants a password gives no way through. */
export const noSignIns: ProxySignIns = {
  authorization: () => Promise.resolve(null),
  challenged: () => Promise.resolve(false),
  passed: () => undefined,
  released: () => undefined,
  ask: () => undefined,
}
