import { autoUpdater, type App } from 'electron'
import { existsSync } from 'node:fs'
import type { Policy } from '#shared/domain/policy.ts'
import type { UpdateState } from '#shared/domain/update.ts'
import type { Desk } from '../desk.ts'
import { sessionProxy } from '../policy/proxy-policy.ts'
import type { PreferenceFile } from '../storage/preferences.ts'
import type { ProxySignIns } from '../upstream/proxy-sign-ins.ts'
import { mannerOf, type Feed } from '../updates/feed.ts'
import { createUpdates, type Updates } from '../updates/updates.ts'

/** Where newer versions are told; the build puts it in, or null. */
declare const __UPDATE_FEED__: Feed | null

export interface ShellUpdatesDeps {
  app: Pick<App, 'isPackaged' | 'quit'> & {
    on(event: 'will-quit', listener: (event: Pick<Event, 'preventDefault'>) => void): unknown
  }
  policy: Policy
  preferences: Pick<PreferenceFile, 'feedDates'>
  signIns: ProxySignIns
  changed(state: UpdateState): void
  log(message: string, error: unknown): void
}

/** Newer versions, of an app that is installed and was built to look for them. */
export function shellUpdates({ app, policy, preferences, signIns, changed, log }: ShellUpdatesDeps): Updates {
  const isOff = policy.updates === 'off' || policy.updateUrl === ''
  const feed = __UPDATE_FEED__ && { ...__UPDATE_FEED__, url: policy.updateUrl ?? __UPDATE_FEED__.url }
  const native = process.platform === 'darwin' ? autoUpdater : null
  const updates = createUpdates({
    updater:
      feed && app.isPackaged && !isOff
        ? async () =>
            await (
              await import('../updates/open-updater.ts')
            ).openUpdater({ feed, dates: preferences.feedDates, native, proxy: sessionProxy(policy), signIns, log })
        : null,
    off: isOff ? 'policy' : app.isPackaged ? 'no-feed' : 'unpacked',
    manner: mannerOf({ platform: process.platform, env: process.env, execPath: process.execPath, exists: existsSync }),
    changed,
    quit: () => app.quit(),
    log,
  })
  app.on('will-quit', (event) => updates.closed(() => event.preventDefault()))
  return updates
}

/** A desk that says, as it closes, whether there is work left in it. */
export const tellingUpdates = <D extends Pick<Desk, 'unsent' | 'unsentRows' | 'close'>>(desk: D, updates: Updates): D => ({
  ...desk,
  async close() {
    updates.leaving({ unfinished: desk.unsent() + desk.unsentRows() > 0 })
    await desk.close()
  },
})
