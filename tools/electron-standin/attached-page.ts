import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { WebPreferences } from 'electron'
import { browser } from './browser.ts'
import type { CdpSession } from './cdp.ts'
import { commandLine } from './context.ts'
import { appLocale } from './locale.ts'
import { Navigation, type NavigationListener } from './navigation.ts'
import { PageLink, type PageListener } from './page-link.ts'
import { guardFrame } from './requests.ts'
import { preloadSetup } from './web-preferences.ts'

/** What exists once Chromium has a page for some contents. */
export interface AttachedPage {
  targetId: string
  cdp: CdpSession
  link: PageLink
  navigation: Navigation
}

/** Gets hold of Chromium's page; nothing of it is ours yet. */
export async function attachPage(targetId: string, listener: PageListener & NavigationListener): Promise<AttachedPage> {
  const { cdp: connection } = browser.current
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true })
  const cdp = connection.session(sessionId)
  const navigation = new Navigation(cdp, targetId, listener)
  guardFrame(targetId, (url, isRedirect) => navigation.guard(url, isRedirect))
  return { targetId, cdp, link: new PageLink(cdp, targetId, listener), navigation }
}

/** Makes a window of Electron's of it, for all documents to come: preload, navigation events, the app's language. */
export async function preparePage({ cdp, link, navigation }: AttachedPage, preferences: WebPreferences): Promise<void> {
  const { preload } = preferences
  await Promise.all([
    link.install(
      preloadSetup(preferences),
      preload ? { source: readFileSync(preload, 'utf8'), url: pathToFileURL(preload).href } : undefined,
    ),
    navigation.start(),
    cdp.send('Emulation.setLocaleOverride', { locale: appLocale(process.env, commandLine.switches.get('lang')) }).catch(() => {}),
  ])
}
