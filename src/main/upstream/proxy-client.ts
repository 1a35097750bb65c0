import { Client, type Dispatcher } from 'undici'

/** A proxy answered 407 to the opening of a tunnel: nothing of the request was sent. */
export class ProxyChallenge extends Error {
  override name = 'ProxyChallenge'
  readonly takesBasic: boolean
  constructor(offered: string | string[] | undefined) {
    super('Proxy Authentication Required')
    this.takesBasic = /(?:^|,)\s*basic(?:[\s,]|$)/i.test([offered ?? []].flat().join(','))
  }
}

/** A connection to a proxy that tells a 407 from any other refusal, which undici's agent does not. */
export function proxyClient(origin: URL, options: object): Dispatcher {
  return new Client(origin, options).compose((dispatch) => (request, handler) => {
    const { onRequestStart, onResponseError } = handler
    return dispatch(request, {
      onRequestStart: onRequestStart?.bind(handler),
      onResponseError: onResponseError?.bind(handler),
      onRequestUpgrade(controller, status, headers, socket) {
        if (status !== 407) return handler.onRequestUpgrade?.(controller, status, headers, socket)
        socket.on('error', () => undefined).destroy()
        return handler.onResponseError?.(controller, new ProxyChallenge(headers['proxy-authenticate']))
      },
    } as Dispatcher.DispatchHandler)
  })
}
