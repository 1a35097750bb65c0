import { browser } from './browser.ts'
import type { Cdp, Protocol } from './cdp.ts'
import { schemes } from './schemes.ts'

type Paused = Protocol.Fetch.requestPausedPayload

/** Asked before a document is fetched for a window; false stops the navigation. */
export type NavigationGuard = (url: string, isRedirect: boolean) => boolean

const guards = new Map<string, NavigationGuard>()

/** Passes the navigations of a window's main frame by this guard. */
export const guardFrame = (frameId: string, guard: NavigationGuard): void => void guards.set(frameId, guard)

/** The window has gone. */
export const forgetFrame = (frameId: string): void => void guards.delete(frameId)

function toRequest(url: string, { method, headers, postDataEntries }: Paused['request']): Request {
  const body = postDataEntries && Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')))
  const translated = Object.entries(headers).map(([name, value]): [string, string] => [name, schemes.fromBrowser(value)])
  return new Request(url, { method, headers: translated, ...(body && { body }) })
}

async function answerScheme(cdp: Cdp, url: string, { requestId, request }: Paused): Promise<void> {
  const handler = schemes.handlerFor(url)
  if (!handler) {
    await cdp.send('Fetch.failRequest', { requestId, errorReason: 'AddressUnreachable' })
    return
  }
  const response = await handler(toRequest(url, request))
  await cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value: schemes.headerToBrowser(value) })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

async function onPaused(cdp: Cdp, paused: Paused): Promise<void> {
  const { requestId, request, resourceType, frameId, redirectedRequestId } = paused
  const url = schemes.fromBrowser(request.url)
  const guard = resourceType === 'Document' ? guards.get(frameId) : undefined
  try {
    if (guard && !guard(url, redirectedRequestId !== undefined)) {
      await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    } else if (resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico') {
      // A browser's wish: Electron asks for no icon that the page does not name.
      await cdp.send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
    } else if (url === request.url) {
      await cdp.send('Fetch.continueRequest', { requestId })
    } else {
      await answerScheme(cdp, url, paused)
    }
  } catch (error) {
    console.error(`Electron stand-in: ${url} could not be answered:`, error)
    await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(() => {})
  }
}

/**
 * Intercepts what Chromium fetches, for all windows and workers at once: documents pass the navigation guards, and the
 * custom schemes are answered by their handlers.
 */
export async function interceptRequests(): Promise<void> {
  const { cdp } = browser.current
  cdp.on('Fetch.requestPaused', (paused: Paused) => void onPaused(cdp, paused))
  await cdp.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }, { urlPattern: schemes.pattern }] })
}
