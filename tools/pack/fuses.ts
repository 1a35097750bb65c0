import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** The systems that there are packages for, by electron-builder's names. */
export type System = 'linux' | 'win32' | 'darwin'

type Fuse = keyof typeof FuseV1Options

/**
 * What Electron's binary may do in a package. Not in electron-builder's own `electronFuses`, which does not know the last one.
 * SECURITY: nobody starts the app as plain Node, with other code, or with a debugger; cookies are encrypted.
 */
const wanted = (system: System): Record<Fuse, boolean> => ({
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  // Electron checks the asar on Windows and macOS; on Linux it can't yet, and the package manager's sums stand in for it.
  EnableEmbeddedAsarIntegrityValidation: system !== 'linux',
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
})

/** Sets all nine. A newer Electron with a tenth ends the packing, until somebody decided about it. */
export async function setFuses(binary: string, system: System): Promise<void> {
  const on = wanted(system)
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: false,
    [FuseV1Options.EnableCookieEncryption]: on.EnableCookieEncryption,
    [FuseV1Options.RunAsNode]: on.RunAsNode,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: on.EnableNodeOptionsEnvironmentVariable,
    [FuseV1Options.EnableNodeCliInspectArguments]: on.EnableNodeCliInspectArguments,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on.EnableEmbeddedAsarIntegrityValidation,
    [FuseV1Options.OnlyLoadAppFromAsar]: on.OnlyLoadAppFromAsar,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: on.LoadBrowserProcessSpecificV8Snapshot,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: on.GrantFileProtocolExtraPrivileges,
    [FuseV1Options.WasmTrapHandlers]: on.WasmTrapHandlers,
  })
}

/** Lets a test runner attach to a copy; what goes out never does. */
export const allowInspecting = (binary: string): Promise<unknown> =>
  flipFuses(binary, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })

/** Reads them back from a packed binary: those that are not as they should be, in words. */
export async function fuseProblems(binary: string, system: System): Promise<string[]> {
  const wire: Record<number, unknown> = { ...(await getCurrentFuseWire(binary)) }
  return Object.entries(wanted(system)).flatMap(([name, on]) =>
    wire[FuseV1Options[name as Fuse]] === (on ? FuseState.ENABLE : FuseState.DISABLE)
      ? []
      : [`fuse ${name} is not ${on ? 'on' : 'off'}`],
  )
}
