import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import type { AppUpdater } from 'electron-updater'
import type { autoUpdater as played } from './electron-in-node.ts'

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('electron-in-node.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})

const require = createRequire(import.meta.url)

/** The very one that electron-updater gets, whoever loads this file. */
export const { autoUpdater } = require('electron') as { autoUpdater: typeof played }

type Construct = new (options: null, app: object) => AppUpdater & { httpExecutor: unknown }

/** How an installed Balie is updated, by the kind of its package. */
export const updaterKinds = ['AppImageUpdater', 'NsisUpdater', 'MacUpdater', 'DebUpdater', 'RpmUpdater'] as const
export type UpdaterKind = (typeof updaterKinds)[number]

/** The other systems' are told which one they run on. */
const platforms: Partial<Record<UpdaterKind, string>> = { NsisUpdater: 'win32', MacUpdater: 'darwin' }

/** The feed that it asks for. */
export const feedNames: Record<UpdaterKind, string> = {
  AppImageUpdater: 'latest-linux.yml',
  NsisUpdater: 'latest.yml',
  MacUpdater: 'latest-mac.yml',
  DebUpdater: 'latest-linux.yml',
  RpmUpdater: 'latest-linux.yml',
}

export interface Installed {
  updater: AppUpdater
  /** Of an AppImage, the file that is replaced. */
  image: string
  quits(): number
}

/** electron-updater as it runs in an installed app, in plain Node: with its own requests, and the network of Node. */
export function installedApp(folder: string, kind: UpdaterKind, version: string): Installed {
  const { [kind]: Kind } = require('electron-updater') as Record<UpdaterKind, Construct>
  const { NodeHttpExecutor } = require('builder-util/out/nodeHttpExecutor') as { NodeHttpExecutor: new () => Executor }
  const { configureRequestUrl, configureRequestOptions } = require('builder-util-runtime') as {
    configureRequestUrl(url: URL, options: object): void
    configureRequestOptions(options: object): void
  }
  let quits = 0
  const userData = join(folder, 'userData')
  mkdirSync(userData, { recursive: true })
  const config = join(folder, 'app-update.yml')
  writeFileSync(config, 'provider: generic\nurl: http://127.0.0.1:1/\nupdaterCacheDirName: balie-updater\n')
  const image = join(folder, 'Balie.AppImage')
  writeFileSync(image, `Balie ${version}`)
  chmodSync(image, 0o755)
  process.env['APPIMAGE'] = image
  const updater = new Kind(null, {
    version,
    name: 'balie',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: userData,
    baseCachePath: join(folder, 'cache'),
    whenReady: async () => undefined,
    quit: () => (quits += 1),
    relaunch: () => undefined,
    onQuit: () => undefined,
  })
  const executor = new NodeHttpExecutor()
  // As Electron's own executor does it.
  executor.download = (url, destination, options) =>
    options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const request = { headers: options.headers, redirect: 'manual' }
      configureRequestUrl(url, request)
      configureRequestOptions(request)
      const callback = (error?: Error | null) => (error == null ? resolve(destination) : reject(error))
      executor.doDownload(request, { destination, options, onCancel, callback, responseHandler: null }, 0)
    })
  updater.httpExecutor = executor
  const platform = platforms[kind]
  Object.assign(updater, platform ? { _testOnlyOptions: { platform } } : {})
  return { updater, image, quits: () => quits }
}

interface Executor {
  download(url: URL, destination: string, options: DownloadOptions): Promise<unknown>
  doDownload(request: object, task: object, redirects: number): void
}
interface DownloadOptions {
  headers?: object
  cancellationToken: {
    createPromise(
      run: (resolve: (value: unknown) => void, reject: (error: Error) => void, onCancel: (cancel: () => void) => void) => void,
    ): Promise<unknown>
  }
}
