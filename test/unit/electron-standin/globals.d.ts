/** What the fixture app's preload exposes to its page. */
interface FixtureApi {
  version: number
  nested: { list: unknown[]; bytes: Uint8Array; map: Map<string, number>; at: Date }
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  post(value: string): void
  askSync(value: number): unknown
  on(channel: string, listener: (...args: unknown[]) => void): () => void
  pathOf(file: File): string
  twice(callback: (value: number) => number, value: number): number
  kindOf(value: unknown): string
  failNow(): void
  failLater(): Promise<void>
  giveFunction(): Promise<(value: number) => number>
  process(): Record<string, unknown>
  refusals(): Record<string, string>
}

/** What the fixture app's main process lets tests steer and see. */
interface FixtureSteer {
  refuseClose: boolean
  refuseBeforeQuit: boolean
  refuseWillQuit: boolean
  navigations: string[]
  seconds: { argv: string[]; workingDirectory: string; data: unknown }[]
}

/** In the fixture app's page. */
declare const fixtureApi: FixtureApi

/** In the fixture app's main process. */
declare const fixtureMain: { steer: FixtureSteer; clicked: string[]; createWindow: () => Electron.BrowserWindow }
