import { afterAll, beforeAll, vi } from 'vitest'

const name = 'ELECTRON_OVERRIDE_DIST_PATH'

/**
 * Outside Electron its npm module looks for the binary; with a folder named, it looks no further and answers a path. For the tests of one
 * file alone: the next one in this process may be about where that binary is.
 */
export function nameElectronsFolder(): void {
  beforeAll(() => void vi.stubEnv(name, process.env[name] ?? '/nowhere'))
  afterAll(() => void vi.unstubAllEnvs())
}
