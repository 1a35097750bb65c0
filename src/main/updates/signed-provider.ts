import type { CustomPublishOptions } from 'builder-util-runtime'
import { Provider, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater'
import {
  parseUpdateInfo,
  resolveFiles,
  type ProviderRuntimeOptions as RuntimeOptions,
} from 'electron-updater/out/providers/Provider.js'
import { refuseStale, type FeedDates } from './feed-freshness.ts'
import { signedPart } from './feed-signature.ts'
import type { Feed } from './feed.ts'

/** electron-updater's way to a feed of our own: it gets nothing to see that is not signed. */
export function signedFeed({ url, keys }: Feed, dates: FeedDates): CustomPublishOptions {
  // A folder, whether or not whoever wrote its address ended it as one.
  const base = new URL(url.endsWith('/') ? url : `${url}/`)
  class SignedProvider extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: RuntimeOptions) {
      // Simple servers answer one range at a time.
      super({ ...runtime, isUseMultipleRangeRequest: false })
    }

    // SECURITY: electron-updater would tell the server a number that this computer keeps for ever.
    override setRequestHeaders(): void {}

    async getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getDefaultChannelName()}.yml`
      const at = new URL(name, base)
      // A cache on the way may not hide a newer version.
      const feed = await this.httpRequest(at, { 'cache-control': 'no-cache' })
      const { text, signedAt } = signedPart(feed ?? '', keys, name)
      refuseStale(signedAt, Date.now(), dates)
      return parseUpdateInfo(text, name, at)
    }

    override resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
      return resolveFiles(info, base)
    }
  }
  return { provider: 'custom', updateProvider: SignedProvider }
}
